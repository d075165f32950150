//! Columns as people name them.

use super::{bench, check_made, run};
use crate::bench::text_at;

#[test]
fn capitals_accents_and_spaces_do_not_count() {
    for name in ["Prénom", "prenom", " PRÉNOM ", "Pre\u{301}nom", "p r é n o m"] {
        check_made(&bench(&format!("# {{{{{name}}}}}\n"), "Prénom;Ville\nAda;Brest\n"), &[], &["001"]);
    }
    check_made(&bench("# {{prénom}}\n", "PRE\u{301}NOM\nAda\n"), &["--name-by", "prenom"], &["Ada"]);
}

#[track_caller]
fn check(outline: &str, more: &[&str], error: &str, hint: &str) {
    let bench = bench(outline, "Prénom;Nom;Ville;ville\nAda;L;Brest;Brest\n");
    let run = run(&bench, more);
    assert_eq!((run.exit, run.errors), (Some(2), vec![format!("error: {error}"), format!("hint: {hint}")]));
    assert!(!bench.path("out").exists(), "a refusal leaves a folder");
}

#[test]
fn columns_that_are_not_there() {
    let known = "its columns: `Prénom`, `Nom`, `Ville`, `ville`";
    check("# a\n\n{{prix}}\n", &[], "line 3 of the outline: `prix` is no column of `rows.csv`", known);
    check("# {{}}\n", &[], "line 1 of the outline: `` is no column of `rows.csv`", known);
    let near = "the nearest: `Prénom`";
    check("# {{Prenon}}\n", &[], "line 1 of the outline: `Prenon` is no column of `rows.csv`", near);
    check("# {{nom}}\n", &["--name-by", "Prenon"], "`Prenon` is no column of `rows.csv`", near);
}

#[test]
fn columns_that_may_be_two() {
    let error = "line 2 of the outline: `VILLE` may be column 3 `Ville` or column 4 `ville` of `rows.csv`";
    let hint = "write the name exactly as it is there, or rename one of the two";
    check("# a\n{{VILLE}}\n", &[], error, hint);
    check_made(&bench("# {{ville}}\n", "Ville;ville\nBrest;brest\n"), &[], &["001"]);
}

#[test]
fn placeholders_that_are_none() {
    check(
        "# {{nom\n",
        &[],
        "line 1 of the outline: `{{` is not closed",
        "close it with `}}` on the same line, or write `\\{{`",
    );
    check(
        "# \\{{nom}}\n",
        &[],
        "the outline names no column: every row would give the same files",
        "write `{{` and `}}` round the name of a column",
    );
}

#[test]
fn what_the_outline_does_not_know_is_told_once() {
    let bench = bench("# {{nom}}\n\n| {{NOM}} |\n", "Nom\nAda\nZoé\n");
    let run_lines = run(&bench, &[]);
    let told = ["info: line 3: not understood, kept as it is: | {{Nom}} |", "2 rows made: see out/report.csv"];
    assert_eq!((run_lines.exit, &run_lines.errors[..]), (Some(0), &told.map(str::to_owned)[..]));
    let report = run(&bench, &["--json"]).json();
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
    assert_eq!(text_at(&report, "/findings/0/code"), "outline-unknown");
    assert!(report["findings"][0]["row"].is_null());
}
