//! Bad input: named, and the others are made.

use super::{bowl, fit, made, png};
use crate::bench::Bench;

/// A good photograph beside a bad one.
#[track_caller]
fn check(name: &str, bytes: Option<&[u8]>, error: &str, hint: &str) {
    let bench = Bench::new();
    bench.write("good.png", png(1080, 1080, |_, _| [90; 3]));
    if let Some(bytes) = bytes {
        bench.write(name, bytes);
    }
    let run = fit(&bench, &[name, "good.png", "--format", "ig_carousel_1_1"]);
    assert_eq!((run.exit, run.errors), (Some(1), vec![format!("error: `{name}` {error}"), format!("hint: {hint}")]));
    assert_eq!(made(&bench), ["ig_carousel_1_1/good.jpg"]);
}

#[test]
fn photographs_that_cannot_be_read() {
    let whole = bowl();
    check("none.jpg", None, "does not exist", "check the path");
    check("cut.jpg", Some(&whole[..whole.len() / 2]), "is truncated", "copy it again from where it came");
    check(
        "letter.jpg",
        Some(b"This is a letter."),
        "is no picture that can be read",
        "convert it to JPEG, PNG or WebP",
    );
    let mut gigantic = Vec::new();
    png::Encoder::new(&mut gigantic, 30_001, 1).write_header().unwrap();
    let hint = "scale it down to at most 30000 pixels a side and 268 million in all";
    check("wide.png", Some(&gigantic), "is too large: 30001 × 1 pixels", hint);
}

/// Nothing is written.
#[track_caller]
fn check_usage(arguments: &[&str], error: &str, hint: &str) {
    let bench = Bench::new();
    bench.write("a.jpg", bowl());
    bench.write("empty/notes.txt", "no photograph");
    let run = fit(&bench, arguments);
    assert_eq!((run.exit, run.errors), (Some(2), vec![format!("error: {error}"), format!("hint: {hint}")]));
    assert!(!bench.path("out").exists(), "a refusal leaves a folder");
}

#[test]
fn what_means_nothing() {
    let see = "see `planche photo fit --help`";
    let focal = "for '--focal <X,Y>': two numbers between 0 and 1, for example 0.5,0.3";
    for value in ["2,0", "0.5", "a,b", "NaN,0.5"] {
        let error = format!("invalid value '{value}' {focal}");
        check_usage(&["a.jpg", "--format", "ig_story", "--focal", value], &error, see);
    }
    check_usage(
        &["a.jpg", "--format", "ig_story", "--as", "pdf"],
        "invalid value 'pdf' for '--as <jpeg|png|webp>': jpeg, png and webp are the types there are",
        see,
    );
    check_usage(
        &["a.jpg", "--format", "ig_story", "--keep", "alt,place"],
        "invalid value 'place' for '--keep <credit,alt>': credit and alt are what can be kept",
        see,
    );
    let hint = "name at least one, or a folder that holds some";
    check_usage(&["empty", "--format", "ig_story"], "there is no photograph", hint);
}

#[test]
fn a_format_that_does_not_exist() {
    let bench = Bench::new();
    bench.write("a.jpg", bowl());
    let run = fit(&bench, &["a.jpg", "--format", "ig_storry"]);
    assert_eq!((run.exit, run.errors[0].as_str()), (Some(2), "error: there is no format `ig_storry`"));
    assert!(!bench.path("out").exists());
}
