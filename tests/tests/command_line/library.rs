//! `planche library` from outside.

use std::{fs, path::Path};

use planche_tests::{
    program::{self, Run},
    project,
};
use serde_json::json;

use crate::bench::Bench;

const SIDECAR: &str = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag><rdf:li>grès</rdf:li>
<rdf:li>four</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>"#;

fn library(bench: &Bench, arguments: &[&str]) -> Run {
    let mut command = bench.command("library");
    command.args(arguments).arg("--json");
    program::run(command, "")
}

/// Brings in what is there and expects so many files, then finds the photograph by what was said of it.
#[track_caller]
fn check(bench: &Bench, library_folder: &str, paths: &[&str], imported: usize) {
    let run = library(bench, &[&["import", "--library", library_folder], paths].concat());
    let report = run.json();
    assert_eq!((run.exit, &report["imported"], &report["failed"]), (Some(0), &json!(imported), &json!([])), "{run:?}");
    let found = library(bench, &["search", "gres", "--library", library_folder]).json();
    let names: Vec<_> =
        found["assets"].as_array().expect("it is a list").iter().map(|asset| asset["name"].clone()).collect();
    assert_eq!((names, &found["assets"][0]["tags"]), (vec![json!("bol.jpg")], &json!(["four", "grès"])));
}

fn photo(name: &str) -> Vec<u8> {
    fs::read(project::brand("maree-basse").join("photos").join(name)).expect("it is a sample")
}

#[test]
fn sidecars_go_with_photographs_in_and_out_and_in_again() {
    let bench = Bench::new();
    bench.write("photos/bol.jpg", photo("bol-varech.jpg"));
    bench.write("photos/bol.xmp", SIDECAR);
    check(&bench, "one", &["photos/bol.jpg", "photos/bol.xmp"], 1);
    let left = library(&bench, &["export", "--library", "one", "--out", "left"]);
    assert_eq!((left.exit, &left.json()["files"]), (Some(0), &json!(1)));
    assert!(Path::exists(&bench.path("left/bol.jpg.xmp")));
    check(&bench, "two", &["left"], 1);
}
