use std::{
    fs,
    io::{BufRead, BufReader},
    process::Stdio,
};

use serde_json::Value;

use super::{bowl, command, fit, made, png};
use crate::bench::{Bench, text_at};

/// Fits and expects these files, and nothing to say but `findings`.
#[track_caller]
fn check(bench: &Bench, arguments: &[&str], files: &[&str], findings: &[&str]) {
    let run = fit(bench, arguments);
    let errors: Vec<&str> = run.errors.iter().map(String::as_str).collect();
    assert_eq!((run.exit, &errors[..]), (Some(0), findings));
    assert_eq!(made(bench), files);
}

const ENLARGED: &str = "the photograph is too small, it was enlarged";

fn bench(names: &[&str]) -> Bench {
    let bench = Bench::new();
    names.iter().for_each(|name| bench.write(name, bowl()));
    bench
}

#[test]
fn each_photograph_in_each_format() {
    let bench = bench(&["a.jpg", "b.jpeg"]);
    let run = fit(&bench, &["a.jpg", "b.jpeg", "--format", "ig_carousel_1_1,x_image_16_9", "--json"]);
    assert_eq!((run.exit, &run.errors[..]), (Some(0), &[][..]));
    let report = run.json();
    let keys: Vec<&String> = report.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["files", "findings", "seconds"]);
    let files = report["files"].as_array().unwrap();
    let side = |file: &Value, name: &str| file[name].as_u64().unwrap();
    let told: Vec<_> =
        files.iter().map(|file| (text_at(file, "/path"), side(file, "width"), side(file, "height"))).collect();
    let expected = [
        ("out/ig_carousel_1_1/a.jpg", 1080, 1080),
        ("out/x_image_16_9/a.jpg", 1600, 900),
        ("out/ig_carousel_1_1/b.jpg", 1080, 1080),
        ("out/x_image_16_9/b.jpg", 1600, 900),
    ];
    assert_eq!(told, expected);
    for file in files {
        let there = fs::metadata(bench.path(text_at(file, "/path"))).unwrap().len();
        assert_eq!((&file["bytes"], &file["page"]), (&there.into(), &Value::Null));
    }
    let finding = &report["findings"][0];
    assert_eq!((text_at(finding, "/code"), text_at(finding, "/severity")), ("photo-enlarged", "review"));
    assert_eq!((text_at(finding, "/parameters/photo"), text_at(finding, "/parameters/factor")), ("a.jpg", "1.59"));
    assert_eq!(text_at(finding, "/place/format"), "ig_carousel_1_1");
}

#[test]
fn a_photograph_is_never_enlarged_in_silence() {
    let bench = bench(&["a.jpg"]);
    bench.write("large.png", png(1300, 1080, |_, _| [90; 3]));
    let finding = format!("review: a.jpg, ig_carousel_1_1: {ENLARGED} 1.59 times");
    let files = ["ig_carousel_1_1/a.jpg", "ig_carousel_1_1/large.jpg"];
    check(&bench, &["a.jpg", "large.png", "--format", "ig_carousel_1_1"], &files, &[&finding]);
}

#[test]
fn folders_are_looked_through() {
    let bench = bench(&["photos/a.JPG", "photos/été/b.jpg", "photos/.c.jpg", "photos/.d/d.jpg"]);
    bench.write("photos/notes.txt", "no photograph");
    let arguments = ["photos", "--format", "ig_carousel_1_1", "--json"];
    let first = fit(&bench, &arguments);
    assert_eq!(made(&bench), ["ig_carousel_1_1/a.jpg", "ig_carousel_1_1/b.jpg"]);
    assert_eq!((first.exit, first.errors), (Some(0), vec![]));
}

#[test]
fn what_was_made_is_no_photograph_to_start_from() {
    let bench = bench(&["out/a.jpg"]);
    bench.write("b.jpg", bowl());
    let arguments = [".", "--format", "ig_carousel_1_1", "--json"];
    for _ in 0..2 {
        assert_eq!(fit(&bench, &arguments).json()["files"].as_array().unwrap().len(), 1);
        assert_eq!(made(&bench), ["a.jpg", "ig_carousel_1_1/b.jpg"]);
    }
}

#[test]
fn photographs_of_one_name_stand_side_by_side() {
    let bench = bench(&["one/bol.jpg", "two/bol.jpeg", "three/bol.jpg"]);
    bench.write("out/ig_carousel_1_1/bol.jpg", "somebody else's");
    let once = |source: &str, quality: &str| {
        let arguments = [source, "--format", "ig_carousel_1_1", "--json", "--quality", quality];
        text_at(&fit(&bench, &arguments).json(), "/files/0/path").to_owned()
    };
    assert_eq!(once("one/bol.jpg", "80"), "out/ig_carousel_1_1/bol-2.jpg");
    assert_eq!(once("two/bol.jpeg", "80"), "out/ig_carousel_1_1/bol-3.jpg");
    let before = fs::read(bench.path("out/ig_carousel_1_1/bol-2.jpg")).unwrap();
    assert_eq!(once("one/bol.jpg", "50"), "out/ig_carousel_1_1/bol-2.jpg");
    assert!(fs::read(bench.path("out/ig_carousel_1_1/bol-2.jpg")).unwrap().len() < before.len());
    assert_eq!(once("three/bol.jpg", "80"), "out/ig_carousel_1_1/bol-4.jpg");
    assert_eq!(fs::read(bench.path("out/ig_carousel_1_1/bol.jpg")).unwrap(), b"somebody else's");
}

#[test]
fn the_number_of_jobs_changes_no_byte() {
    let bench = bench(&["a.jpg", "b.jpg", "c.jpg"]);
    let mut contents = Vec::new();
    for jobs in ["1", "2", "7"] {
        let arguments = ["a.jpg", "b.jpg", "c.jpg", "--format", "ig_carousel_1_1,ig_story", "--jobs", jobs, "--json"];
        assert_eq!(fit(&bench, &arguments).exit, Some(0));
        contents.push(bench.contents("out"));
    }
    assert!(contents.iter().all(|each| *each == contents[0]));
}

#[test]
fn a_file_stays_under_what_it_may_weigh() {
    let bench = bench(&["a.jpg"]);
    let arguments = ["a.jpg", "--format", "ig_carousel_4_5", "--json", "--max-bytes", "60000"];
    let run = fit(&bench, &arguments);
    let report = run.json();
    assert_eq!(run.exit, Some(0));
    assert!(report["files"][0]["bytes"].as_u64().unwrap() <= 60_000, "{report}");
    let codes: Vec<&str> = (0..2).map(|at| text_at(&report["findings"][at], "/code")).collect();
    assert_eq!(codes, ["photo-enlarged", "quality-lowered"]);
    let impossible = fit(&bench, &["a.jpg", "--format", "ig_carousel_4_5", "--json", "--max-bytes", "1000"]);
    assert_eq!(impossible.exit, Some(1));
    let report = impossible.json();
    let blocking: Vec<&Value> =
        report["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "block").collect();
    assert_eq!((blocking.len(), text_at(blocking[0], "/code")), (1, "file-too-heavy"));
}

#[test]
fn files_are_what_is_asked_for() {
    let bench = bench(&["a.jpg"]);
    let beginnings: [(&str, &str, &[u8]); 3] =
        [("jpeg", "jpg", &[0xFF, 0xD8, 0xFF]), ("png", "png", b"\x89PNG"), ("webp", "webp", b"RIFF")];
    for (name, extension, beginning) in beginnings {
        assert_eq!(fit(&bench, &["a.jpg", "--format", "ig_carousel_1_1", "--as", name]).exit, Some(0));
        let file = fs::read(bench.path(&format!("out/ig_carousel_1_1/a.{extension}"))).unwrap();
        assert!(file.starts_with(beginning), "{name}");
    }
}

#[test]
#[cfg(unix)]
fn a_person_who_stops_it_keeps_whole_files() {
    const COUNT: usize = 60;
    let names: Vec<String> = (0..COUNT).map(|number| format!("photos/{number:02}.jpg")).collect();
    let bench = bench(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let mut command = command(&bench, &["photos", "--format", "ig_carousel_1_1", "--jobs", "1"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output is a pipe")).lines();
    let mut told = lines.by_ref().take(3).count();
    let sent = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(sent.expect("there is a kill").success());
    told += lines.count();
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(130));
    let files = made(&bench);
    assert_eq!(files.len(), told);
    assert!((3..COUNT).contains(&told), "{told}");
    let is_whole = |file: &String| fs::read(bench.path("out").join(file)).unwrap().ends_with(&[0xFF, 0xD9]);
    assert!(files.iter().all(is_whole));
}
