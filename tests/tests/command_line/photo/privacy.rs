//! Nothing that a camera or a program wrote beside the pixels goes out.

use std::fs;

use planche_tests::project;

use super::{fit, made};
use crate::{bench::Bench, camera};

const SOURCES: usize = 30;
const GROUPS: usize = 10;

#[test]
fn no_format_carries_what_the_camera_wrote() {
    let formats = project::json("assets/platforms/formats.json");
    let formats = formats["formats"].as_array().unwrap();
    let ids: Vec<&str> = formats.iter().map(|format| format["id"].as_str().unwrap()).collect();
    // Every format, and every source, without making each of each.
    for group in 0..GROUPS {
        let ids: Vec<&str> = ids.iter().copied().skip(group).step_by(GROUPS).collect();
        let bench = Bench::new();
        let numbers = (group..SOURCES).step_by(GROUPS);
        numbers.for_each(|number| bench.write(&format!("photos/{number:02}.jpg"), camera::jpeg(number)));
        let run = fit(&bench, &["photos", "--format", &ids.join(","), "--json"]);
        let files = made(&bench);
        assert_eq!((run.exit, files.len()), (Some(0), SOURCES / GROUPS * ids.len()));
        files.iter().for_each(|file| camera::check(file, &fs::read(bench.path("out").join(file)).unwrap()));
    }
}
