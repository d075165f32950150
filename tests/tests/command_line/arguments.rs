//! Usage errors read like the others: one error, one hint.

use planche_tests::program::planche;

use crate::bench::{Bench, CALL, Call};

#[track_caller]
fn check(more: &[&str], error: &str) {
    let bench = Bench::new();
    let run = bench.render(Call { more, ..CALL });
    assert_eq!(run.exit, Some(2));
    assert_eq!(run.errors, [format!("error: {error}"), HINT.to_owned()]);
    assert!(!bench.path("out").exists());
}

const HINT: &str = "hint: see `planche render --help`";

#[test]
fn values_out_of_their_range() {
    check(&["--scale", "9"], "invalid value '9' for '--scale <SCALE>': the scale is between 0.1 and 4");
    check(&["--scale", "0"], "invalid value '0' for '--scale <SCALE>': the scale is between 0.1 and 4");
    check(&["--scale", "NaN"], "invalid value 'NaN' for '--scale <SCALE>': the scale is between 0.1 and 4");
    check(&["--scale", "double"], "invalid value 'double' for '--scale <SCALE>': this is no number");
    check(
        &["--as", "gif"],
        "invalid value 'gif' for '--as <png|jpeg|webp|pdf|svg>': png, jpeg, webp, pdf and svg are the types there are",
    );
    check(&["--jobs", "many"], "invalid value 'many' for '--jobs <N>': invalid digit found in string");
}

#[test]
fn options_that_do_not_exist() {
    check(&["--colour"], "unexpected argument '--colour' found");
}

#[test]
fn help_and_version_are_no_errors() {
    for question in ["--help", "--version"] {
        let run = planche([question]);
        assert_eq!((run.exit, &run.errors[..]), (Some(0), &[][..]));
        assert!(run.output.contains("planche") || run.output.contains("Planche"), "{}", run.output);
    }
}
