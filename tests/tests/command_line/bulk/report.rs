//! What a batch tells: a table for people, JSON for programs.

use std::fs;

use super::{HEADING, bench, run, states};
use crate::bench::text_at;

const LONG: &str = "Une phrase qui prend de la place parce qu’elle ne sait pas où s’arrêter. ";

#[test]
fn the_table_for_people() {
    let bench = bench(HEADING, "nom\n=1+1\n\"-5 %; \"\"vrai\"\"\"\n@ada\n\"b\nc\n");
    assert_eq!(run(&bench, &["--name-by", "nom"]).exit, Some(1));
    let expected = "\u{feff}row;line;folder;state;files;shrunk;does not fit;notes
1;2;'=1+1;made;=1+1/ig_carousel_4_5/01-couverture.png;;;
2;3;\"5 %; -vrai\";made;\"5 %; -vrai/ig_carousel_4_5/01-couverture.png\";;;
3;4;'@ada;made;'@ada/ig_carousel_4_5/01-couverture.png;;;
4;5;004;failed;;;;quotation marks are opened and not closed
5;6;c;made;c/ig_carousel_4_5/01-couverture.png;;;
";
    let expected = expected.replace("made;=1+1/", "made;'=1+1/");
    assert_eq!(fs::read_to_string(bench.path("out/report.csv")).unwrap(), expected);
}

#[test]
fn what_shrank_and_what_does_not_fit() {
    let table = format!("texte\nCourt\n{}\n{}\n", LONG.repeat(6), LONG.repeat(60));
    let bench = bench("# Titre\n\n# {{texte}}\n", table);
    let run = run(&bench, &["--json"]);
    let report = run.json();
    assert_eq!(run.exit, Some(1), "what does not fit cannot go out");
    assert_eq!(states(&report), ["made"; 3]);
    let rows = report["rows"].as_array().unwrap();
    let shares: Vec<Option<f64>> = rows.iter().map(|row| row.pointer("/shrunk/0/share")?.as_f64()).collect();
    assert_eq!(shares[0], None);
    assert!(shares[1].is_some_and(|share| (0.4..1.0).contains(&share)), "{shares:?}");
    assert!(shares[2] < shares[1], "{shares:?}");
    let shrunk = &rows[1]["shrunk"][0];
    assert_eq!((text_at(shrunk, "/format"), &shrunk["page"]), ("ig_carousel_4_5", &2.into()));
    assert!(text_at(shrunk, "/words").starts_with("Une phrase"));
    assert_eq!(rows[2]["overflowing"], serde_json::json!([{"format": "ig_carousel_4_5", "page": 2}]));
    assert_eq!(rows[1]["overflowing"], serde_json::json!([]));
    let sheet = fs::read_to_string(bench.path("out/report.csv")).unwrap();
    let percent = shares[1].map_or(0.0, |share| (share * 100.0).round());
    assert!(sheet.contains(&format!("{percent} % of its size: Une phrase")), "{sheet}");
    assert!(sheet.contains("…;page 2, ig_carousel_4_5;\n"), "{sheet}");
}

#[test]
fn json_tells_each_row() {
    let bench = bench("# {{nom}}\n", "nom;ville\nAda;Brest\nBob\n");
    let run = run(&bench, &["--json", "--format", "ig_carousel_4_5,li_document_1_1"]);
    assert_eq!(run.exit, Some(1));
    let report = run.json();
    assert_eq!(keys(&report), ["files", "findings", "interrupted", "rows", "seconds", "table"]);
    let files = report["files"].as_array().unwrap();
    let paths: Vec<&str> = files.iter().map(|file| text_at(file, "/path")).collect();
    assert_eq!(paths, ["out/001/ig_carousel_4_5/01-couverture.png", "out/001/li_document_1_1/ada.pdf"]);
    assert_eq!(keys(&files[0]), ["bytes", "format", "height", "page", "path", "row", "width"]);
    assert_eq!((&files[1]["row"], &files[1]["page"]), (&1.into(), &serde_json::Value::Null));
    let rows = report["rows"].as_array().unwrap();
    assert_eq!(keys(&rows[0]), ["folder", "line", "overflowing", "problems", "row", "shrunk", "state"]);
    assert_eq!((text_at(&rows[0], "/folder"), text_at(&rows[0], "/state")), ("out/001", "made"));
    assert_eq!((&rows[1]["row"], &rows[1]["line"], text_at(&rows[1], "/state")), (&2.into(), &3.into(), "failed"));
    assert_eq!(text_at(&rows[1], "/problems/0/code"), "rowRagged");
    let table = serde_json::json!({"encoding": "UTF-8", "delimiter": ";", "columns": ["nom", "ville"], "rows": 2});
    assert_eq!((&report["table"], &report["interrupted"]), (&table, &false.into()));
}

fn keys(value: &serde_json::Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn findings_of_a_row_name_it() {
    let bench = bench("# {{nom}}\n![]({{photo}})\n", "nom;photo\nAda;\nBob;bol.png\n");
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 2);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header().unwrap().write_image_data(&[0; 4]).unwrap();
    bench.write("bol.png", bytes);
    let run_lines = run(&bench, &[]);
    let expected = ["review: row 2: page 1: the picture has no alternative text", "2 rows made: see out/report.csv"];
    assert_eq!((run_lines.exit, &run_lines.errors[..]), (Some(0), &expected.map(str::to_owned)[..]));
    let report = run(&bench, &["--json"]).json();
    assert_eq!((&report["findings"][0]["row"], text_at(&report, "/findings/0/code")), (&2.into(), "alt-missing"));
}
