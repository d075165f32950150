//! Rows of all kinds: each its folder, and none that spoils the others.

use std::fs;

use planche_tests::project;

use super::{COVER, HEADING, bench, check_made, check_told, made, run, states};

/// Rows that fail are told; the others are made.
#[track_caller]
fn check(table: &str, made_rows: &[&str], errors: &[&str]) {
    let bench = bench(HEADING, table);
    let run = run(&bench, &[]);
    let errors: Vec<String> = errors.iter().map(|line| (*line).to_owned()).collect();
    let (told, last) = run.errors.split_at(run.errors.len() - 1);
    assert_eq!((run.exit, told), (Some(1), &errors[..]));
    assert!(last[0].ends_with(", 1 failed: see out/report.csv"), "{}", last[0]);
    assert_eq!(made(&bench), made_rows.iter().map(|folder| format!("{folder}/{COVER}")).collect::<Vec<_>>());
}

#[test]
fn ragged_and_broken_rows_do_not_stop_the_batch() {
    let ragged = "hint: put quotation marks round a cell that holds the delimiter";
    let table = "nom;ville\nAda;Brest\nBob\nZoé;Brest;;\n";
    check(table, &["001", "003"], &["error: row 2, line 3: 1 cell where the header has 2", ragged]);
    let table = "nom;ville\nBob;Brest;Rennes;\nZoé;Brest\n";
    check(table, &["002"], &["error: row 1, line 2: 4 cells where the header has 2", ragged]);
    let quotes = "hint: close them, or double those that are words; the lines after it were read as rows";
    let table = "nom;ville\nAda;Brest\n\"Bob;Brest\nZoé;\"Brest\"\nEve;Brest\n";
    check(table, &["001", "003", "004"], &["error: row 2, line 3: quotation marks are opened and not closed", quotes]);
    let table = "nom;ville\nÉlo\u{fffd};Brest\nZoé;Brest\n";
    let unreadable = "hint: write them again, or give --encoding if it was guessed wrong";
    check(table, &["002"], &["error: row 1, line 2: characters cannot be read in the table's encoding", unreadable]);
}

#[test]
fn a_row_without_a_word_for_its_pages_is_told() {
    check(
        "nom;ville\n;Brest\nAda;Brest\n",
        &["002"],
        &["error: row 1, line 2: the outline has no page", "hint: begin a page with `# ` and its heading"],
    );
}

/// Whatever the cell holds, it is words: the folder has the files of its outline, and none says it was not understood.
#[test]
fn a_value_is_never_syntax() {
    let hostile = [
        "# Titre",
        "- point",
        "> citation",
        "> — auteur",
        "![a](none.jpg)",
        "[a](https://b.fr)",
        "fin {quote}",
        "---",
        "```",
        "| a |",
        "1. un",
        "<b>",
        ":poll[a]{b|c}",
        "**gras*",
        "\\",
        "{{nom}}",
        "{{",
        "=1+1",
    ];
    let cells = hostile.iter().map(|value| format!("\"{value}\"\n\"mot\n\n{value}\n{value}\"\n"));
    let table = format!("nom\n{}", cells.collect::<String>());
    let bench = bench("# {{nom}}\n\n# Un point\n{{nom}}\n\n- {{nom}}\n\n# Fin\n![{{nom}}](bol.jpg)\n", table);
    let photograph = project::brand("maree-basse").join("photos/bol-varech.jpg");
    bench.write("bol.jpg", fs::read(photograph).expect("it is a sample"));
    let run = run(&bench, &["--json"]);
    assert_ne!(run.exit, Some(2), "{run:?}");
    let report = run.json();
    assert_eq!(states(&report), vec!["made"; 2 * hostile.len()]);
    for row in 1..=2 * hostile.len() {
        let files =
            ["01-couverture", "02-liste", "03-point"].map(|page| format!("{row:03}/ig_carousel_4_5/{page}.png"));
        let own: Vec<String> =
            made(&bench).into_iter().filter(|file| file.starts_with(&format!("{row:03}/"))).collect();
        assert_eq!(own, files);
    }
    let found = report["findings"].as_array().unwrap();
    assert!(found.iter().all(|finding| finding["code"] != "outline-unknown"), "{found:?}");
}

#[test]
fn pictures_of_a_row_are_beside_the_table() {
    let bench = bench("", "");
    let photograph = fs::read(project::brand("maree-basse").join("photos/bol-varech.jpg")).expect("it is a sample");
    bench.write("plans/plan.md", "# {{nom}}\n![{{nom}}]({{photo}})\n\n# Fin\n![Un bol](fixe.jpg)\n");
    bench.write("plans/fixe.jpg", &photograph);
    bench.write("rows.csv", "nom;photo\nAda;photos/été.jpg\nBob;photos/none.jpg\nZoé;\n");
    bench.write("photos/e\u{301}te\u{301}.jpg", &photograph);
    let run = run(&bench, &["--outline", "plans/plan.md"]);
    let expected = [
        "error: row 2, line 3: `photos/none.jpg` does not exist",
        "hint: check the path; pictures are looked for beside the outline, those of a table beside the table",
        "2 rows made, 1 failed: see out/report.csv",
    ];
    assert_eq!((run.exit, &run.errors[..]), (Some(1), &expected.map(str::to_owned)[..]));
    let pages = ["01-couverture", "02-point"].map(|page| format!("ig_carousel_4_5/{page}.png"));
    let files: Vec<String> =
        ["001", "003"].iter().flat_map(|row| pages.clone().map(|page| format!("{row}/{page}"))).collect();
    assert_eq!(made(&bench), files);
}

#[test]
fn folders_are_named_by_a_column() {
    let table = "nom\nBol\nbol\nCON\na/b:c\n..\n\"=1+1\"\nreport.csv\n";
    let folders = ["005", "=1+1", "Bol", "CON_", "a-b-c", "bol-2", "report.csv-2"];
    let said = ["info: row 4: page 1: `:` is set otherwise"];
    check_told(&bench(HEADING, table), &["--name-by", "nom"], &folders, &said);
}

#[test]
fn numbers_have_digits_enough() {
    let table = format!("nom\n{}", "Ada\n".repeat(3));
    check_made(&bench(HEADING, table), &[], &["001", "002", "003"]);
}
