//! How long things may be.

use planche_tests::{
    expect_none,
    project::{files_in, text},
    rust::{code, functions},
};

/// Over this, a file has more than one subject.
const LONG_FILE: usize = 400;
/// Over this, nobody reads it.
const LONGEST_FILE: usize = 700;
const LONGEST_FUNCTION: usize = 80;

/// Files over [`LONG_FILE`] with one subject all the same.
const LONG: [(&str, &str); 3] = [
    ("crates/media/src/tests/fonts.rs", "the fonts that are damaged on purpose"),
    ("crates/model/src/outline/spans.rs", "one reader and its table of cases"),
    ("crates/model/src/template/element.rs", "the grammar of templates, field by field"),
];
/// Files that no person writes.
const GENERATED: [&str; 1] = ["ui/src/ipc/wire.ts"];

#[test]
fn files_are_short() {
    let lengths = files_in(&["rs", "ts", "svelte", "mjs", "css"])
        .filter(|file| !GENERATED.contains(file))
        .map(|file| (file, text(file).lines().count()));
    let is_listed = |file: &str| LONG.iter().any(|(long, _)| *long == file);
    let long = lengths.filter(|(file, lines)| *lines > if is_listed(file) { LONGEST_FILE } else { LONG_FILE });
    expect_none("a file has one subject", long.map(|(file, lines)| format!("{file} has {lines} lines")));
}

#[test]
fn the_list_of_long_files_is_true() {
    let short = LONG.iter().filter(|(file, _)| text(file).lines().count() <= LONG_FILE);
    expect_none("a file listed as long is short", short.map(|(file, _)| (*file).to_owned()));
}

#[test]
fn functions_are_short() {
    let long = files_in(&["rs"]).flat_map(|file| {
        let found = functions(&code(&text(file))).into_iter().filter(|function| function.lines > LONGEST_FUNCTION);
        found.map(|function| format!("{file}: `{}` has {} lines", function.name, function.lines)).collect::<Vec<_>>()
    });
    expect_none("a function does one thing", long);
}
