//! Bad input: one error, one hint, nothing written.

use std::fs;

use planche_tests::program::{self, planche};

use super::{COVER, HEADING, bench, command, made, run};

#[track_caller]
fn check(table: &[u8], more: &[&str], error: &str, hint: &str) {
    let bench = bench(HEADING, table);
    let run = run(&bench, more);
    assert_eq!((run.exit, run.errors), (Some(2), vec![format!("error: {error}"), format!("hint: {hint}")]));
    assert!(!bench.path("out").exists(), "a refusal leaves a folder");
}

#[test]
fn tables_that_are_none() {
    check(b"", &[], "`rows.csv` is empty", "give it a first line with the names of its columns");
    check(b"\n\n", &[], "`rows.csv` is empty", "give it a first line with the names of its columns");
    check(b"nom\n", &[], "`rows.csv` has no row under its header", "add a line for each folder to make");
    check(b"nom;a\n;\n", &[], "`rows.csv` has no row under its header", "add a line for each folder to make");
    check(b"PK\x03\x04\x14\0\x06\0xl/", &[], "`rows.csv` is no text", "save the spreadsheet as CSV (UTF-8)");
    let hint = "close them, or double those that are words; the lines after it were read as rows";
    check(b"\"nom;a\nb;c\n", &[], "`rows.csv`, line 1: quotation marks are opened and not closed", hint);
}

#[test]
fn options_that_mean_nothing() {
    let table = b"nom\nAda\n";
    check(
        table,
        &["--encoding", "ebcdic"],
        "there is no encoding `ebcdic`",
        "for example utf-8, windows-1252 or macintosh",
    );
    check(table, &["--delimiter", "\""], "`\"` cannot stand between cells", "for example `;`, `,`, `|` or `tab`");
    let error = "invalid value '::' for '--delimiter <CHARACTER>': one character, or `tab`";
    check(table, &["--delimiter", "::"], error, "see `planche bulk --help`");
    assert_eq!(planche(["boulk"]).errors.last().unwrap(), "hint: see `planche --help`");
}

#[test]
fn a_table_that_is_not_there() {
    let bench = bench(HEADING, "");
    fs::remove_file(bench.path("rows.csv")).unwrap();
    let run = run(&bench, &[]);
    assert_eq!(run.exit, Some(2));
    assert_eq!(run.errors[0], "error: `rows.csv` does not exist");
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_takes_nothing() {
    // A file system where nobody, not even root, makes a folder.
    let run = run(&bench(HEADING, "nom\nAda\n"), &["--out", "/sys/planche"]);
    let expected = [
        "error: nothing can be written in `/sys`",
        "hint: choose another folder with --out, or change its permissions",
    ];
    assert_eq!((run.exit, &run.errors[..]), (Some(2), &expected.map(str::to_owned)[..]));
}

#[test]
fn the_outline_may_come_from_another_program() {
    let bench = bench("", "nom\nAda\n");
    let run = program::run(command(&bench, &["--outline", "-"]), HEADING);
    assert_eq!((run.exit, made(&bench)), (Some(0), vec![format!("001/{COVER}")]));
}
