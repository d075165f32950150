//! `planche bulk` from outside: a table and an outline in, a folder a row out.

mod columns;
mod encodings;
mod hostile;
mod refusals;
mod rows;

mod again;
mod report;

use std::process::Command;

use planche_tests::program::{self, Run};
use serde_json::Value;

use crate::bench::{Bench, SMALL};

/// What a row of one heading gives in one format.
const COVER: &str = "ig_carousel_4_5/01-couverture.png";
const HEADING: &str = "# {{nom}}\n";

/// A bench with an outline and a table.
fn bench(outline: &str, table: impl AsRef<[u8]>) -> Bench {
    let bench = Bench::new();
    bench.write("plan.md", outline);
    bench.write("rows.csv", table);
    bench
}

/// What the program is told unless a test says otherwise.
const USUAL: [(&str, &str); 5] = [
    ("--charter", "charter.json"),
    ("--outline", "plan.md"),
    ("--data", "rows.csv"),
    ("--format", "ig_carousel_4_5"),
    ("--out", "out"),
];

fn command(bench: &Bench, more: &[&str]) -> Command {
    let mut command = bench.command("bulk");
    let usual = USUAL.iter().filter(|(name, _)| !more.contains(name));
    command.args(usual.flat_map(|(name, value)| [name, value])).args(SMALL).args(more);
    command
}

fn run(bench: &Bench, more: &[&str]) -> Run {
    program::run(command(bench, more), "")
}

/// The files of the rows, without what the program keeps for itself.
fn made(bench: &Bench) -> Vec<String> {
    let mut files = bench.files("out");
    files.retain(|file| !file.starts_with(".planche-bulk/") && file != "report.csv");
    files
}

/// What the rows' folders hold, and what is kept of them: the same whatever the run that made them.
fn kept(bench: &Bench) -> Vec<(String, Vec<u8>)> {
    let mut contents = bench.contents("out");
    contents.retain(|(file, _)| file != "report.csv");
    contents
}

/// Runs and expects these rows to be there, each a cover, and nothing to say.
#[track_caller]
fn check_made(bench: &Bench, more: &[&str], folders: &[&str]) {
    check_told(bench, more, folders, &[]);
}

/// As [`check_made`], with so much to say of them.
#[track_caller]
fn check_told(bench: &Bench, more: &[&str], folders: &[&str], said: &[&str]) {
    let run = run(bench, more);
    let count = folders.len();
    let rows = if count == 1 { "row" } else { "rows" };
    let made_of_them = format!("{count} {rows} made: see out/report.csv");
    let told: Vec<String> = said.iter().map(|line| (*line).to_owned()).chain([made_of_them]).collect();
    assert_eq!((run.exit, run.errors), (Some(0), told));
    assert_eq!(made(bench), folders.iter().map(|folder| format!("{folder}/{COVER}")).collect::<Vec<_>>());
}

/// How the rows stand, in order, as `--json` tells it.
fn states(report: &Value) -> Vec<&str> {
    let rows = report["rows"].as_array().expect("rows in an array");
    rows.iter().map(|row| row["state"].as_str().expect("a state in a word")).collect()
}
