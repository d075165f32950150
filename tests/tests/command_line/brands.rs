//! `planche brand` from outside.

use std::fs;

use planche_tests::program::{self, Run};
use serde_json::json;

use crate::bench::Bench;

fn run(bench: &Bench, arguments: &[&str]) -> Run {
    let mut command = bench.command("brand");
    command.args(arguments).arg("--json");
    program::run(command, "")
}

/// A library with a drawing, which is given a brand.
fn library(bench: &Bench) {
    bench.write("rond.svg", r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="7"/>"#);
    let mut command = bench.command("library");
    command.args(["import", "rond.svg", "--library", "one", "--brand", "Grès"]);
    assert_eq!(program::run(command, "").exit, Some(0));
}

fn names(bench: &Bench, library: &str) -> Vec<String> {
    let brands = run(bench, &["list", "--library", library]).json()["brands"].clone();
    let names = brands.as_array().expect("it is a list").iter().map(|brand| brand["name"].as_str());
    names.map(|name| name.expect("it has a name").to_owned()).collect()
}

#[test]
fn a_brand_goes_from_a_library_to_another() {
    let bench = Bench::new();
    library(&bench);
    let written = run(&bench, &["export", "--library", "one", "--out", "out"]);
    assert_eq!((written.exit, &written.json()["file"]), (Some(0), &json!("out/Grès.planche")), "{written:?}");
    let taken = run(&bench, &["import", "out/Grès.planche", "--library", "two"]);
    assert_eq!((taken.exit, &taken.json()["name"]), (Some(0), &json!("Grès")), "{taken:?}");
    run(&bench, &["import", "out/Grès.planche", "--library", "two"]);
    assert_eq!(names(&bench, "two"), ["Grès", "Grès 2"]);
}

#[test]
fn a_charter_goes_alone_when_that_is_asked() {
    let bench = Bench::new();
    library(&bench);
    let written = run(&bench, &["export", "--brand", "grès", "--library", "one", "--out", "out", "--charter-only"]);
    let file = written.json()["file"].as_str().expect("it is a path").to_owned();
    let bytes = fs::read(bench.path(&file)).expect("it was written");
    assert!(!bytes.windows(6).any(|window| window == b"blobs/"));
}

#[test]
fn what_is_no_brand_is_refused_in_a_line_with_a_hint() {
    let bench = Bench::new();
    library(&bench);
    for (bytes, expected) in [("PK", "is no brand"), ("", "is no brand")] {
        bench.write("faux.planche", bytes);
        let refused = run(&bench, &["import", "faux.planche", "--library", "one"]);
        assert_eq!(refused.exit, Some(2));
        let told = format!("{refused:?}");
        assert!(told.contains(expected) && told.contains("hint: "), "{told}");
    }
    assert_eq!(names(&bench, "one"), ["Grès"]);
}
