//! A second run makes what is missing, and only that; a run that is stopped leaves nothing half made.

use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use planche_tests::program::Run;
use serde_json::Value;

use super::{COVER, HEADING, bench, command, kept, made, run, states};
use crate::bench::Bench;

const TABLE: &str = "nom;ville\nAda;Brest\nBob;Rennes\nZoé;Nantes\n";
const ROWS: usize = 60;

fn long_table() -> String {
    let rows = (1..=ROWS).map(|number| format!("Personne {number}\n"));
    format!("nom\n{}", rows.collect::<String>())
}

fn report(bench: &Bench, more: &[&str]) -> Value {
    let run = run(bench, &[&["--json"], more].concat());
    assert_eq!(run.exit, Some(0), "{run:?}");
    run.json()
}

/// Runs twice with something between, and expects the rows to stand so.
#[track_caller]
fn check(between: impl FnOnce(&Bench), more: &[&str], expected: [&str; 3]) {
    let bench = bench(HEADING, TABLE);
    assert_eq!(states(&report(&bench, &[])), ["made"; 3]);
    between(&bench);
    assert_eq!(states(&report(&bench, more)), expected);
    assert_eq!(states(&report(&bench, more)), ["unchanged"; 3]);
}

#[test]
fn what_is_complete_is_not_made_again() {
    check(|_| {}, &[], ["unchanged"; 3]);
    check(|bench| bench.write("rows.csv", TABLE.replace("Rennes", "Lorient")), &[], ["unchanged"; 3]);
    check(|bench| bench.write("rows.csv", TABLE.replace("Bob", "Éve")), &[], ["unchanged", "made", "unchanged"]);
    check(|bench| bench.write("plan.md", "# {{nom}} !\n"), &[], ["made"; 3]);
    check(|bench| bench.change_charter("Marée Basse", "Marée Haute"), &[], ["made"; 3]);
    check(|bench| bench.write("logo.svg", fs::read(bench.path("motif.svg")).unwrap()), &[], ["made"; 3]);
    check(|_| {}, &["--as", "jpeg"], ["made"; 3]);
    check(|_| {}, &["--seed-date", "2026-12-01"], ["made"; 3]);
}

#[test]
fn what_is_made_by_other_formats_is_made_again() {
    let own = |entry: &'static str| move |bench: &Bench| bench.write("mine.json", entry);
    let more = &["--formats-file", "mine.json"];
    let wider = r#"{ "formats": [{ "id": "ig_carousel_4_5", "width": 1200, "height": 1500 }] }"#;
    check(own(wider), more, ["made"; 3]);
    check(own(r#"{ "formats": [{ "id": "ig_carousel_4_5", "max_bytes": 1000000 }] }"#), more, ["made"; 3]);
    check(own(r#"{ "formats": [{ "id": "ig_story", "max_bytes": 1000000 }] }"#), more, ["unchanged"; 3]);
}

#[test]
fn what_is_made_of_what_ships_is_made_again_when_that_changes() {
    let bench = bench(HEADING, TABLE);
    bench.take_assets();
    let check = |expected: &str| assert_eq!(states(&report(&bench, &[])), [expected; 3]);
    let change = |family: &str, from: u32, to: u32| {
        let gap = |width: u32| format!("\"gap\": {width}");
        bench.change(&format!("assets/templates/{family}.json"), &gap(from), &gap(to));
    };
    check("made");
    check("unchanged");
    change("affiche", 15, 16);
    check("unchanged");
    change("atelier", 15, 16);
    check("made");
    bench.write("plan.md", format!("---\ntemplate: affiche\n---\n{HEADING}"));
    check("made");
    change("atelier", 16, 17);
    check("unchanged");
    change("affiche", 16, 17);
    check("made");
    let slanted = fs::read(bench.path("assets/fonts/files/Karla-Italic.ttf")).expect("it ships");
    bench.write("assets/fonts/files/Karla.ttf", slanted);
    check("made");
    check("unchanged");
}

#[test]
fn what_is_spoiled_is_made_again() {
    let spoil = |name: &'static str| move |bench: &Bench| fs::remove_file(bench.path(name)).unwrap();
    check(spoil("out/002/ig_carousel_4_5/01-couverture.png"), &[], ["unchanged", "made", "unchanged"]);
    check(spoil("out/.planche-bulk/rows/001.json"), &["--out", "elsewhere"], ["made"; 3]);
    check(|bench| bench.write("out/.planche-bulk/rows/003.json", "{"), &[], ["unchanged", "unchanged", "made"]);
    check(|bench| bench.write(&format!("out/003/{COVER}"), "PNG"), &[], ["unchanged", "unchanged", "made"]);
}

#[test]
fn a_row_takes_the_place_of_what_it_was() {
    let bench = bench("# {{nom}}\n\n# {{ville}}\n", TABLE);
    report(&bench, &[]);
    bench.write("rows.csv", TABLE.replace("Rennes", ""));
    assert_eq!(states(&report(&bench, &[])), ["unchanged", "made", "unchanged"]);
    let second: Vec<String> = made(&bench).into_iter().filter(|file| file.starts_with("002/")).collect();
    assert_eq!(second, [format!("002/{COVER}")]);
}

#[test]
fn a_folder_of_somebody_else_stays() {
    let bench = bench(HEADING, TABLE);
    bench.write("out/002/mine.txt", "mine");
    let run = run(&bench, &[]);
    let expected = [
        "error: row 2, line 3: `out/002` is there and is not of `planche bulk`",
        "hint: move it away, or choose another folder with --out",
        "2 rows made, 1 failed: see out/report.csv",
    ];
    assert_eq!((run.exit, &run.errors[..]), (Some(1), &expected.map(str::to_owned)[..]));
    assert_eq!(fs::read(bench.path("out/002/mine.txt")).unwrap(), b"mine");
    assert!(!bench.path(&format!("out/002/{COVER}")).exists());
}

#[test]
fn the_number_of_jobs_changes_no_byte() {
    let bench = bench("# {{nom}}\n\n# {{ville}}\n", TABLE);
    for (out, jobs) in [("one", "1"), ("two", "2"), ("many", "16")] {
        assert_eq!(run(&bench, &["--out", out, "--jobs", jobs]).exit, Some(0));
    }
    let one = bench.contents("one");
    assert_eq!(one.len(), 2 * 3 + 1 + 3 + 1, "two pages and an entry a row, the report, the lock");
    assert!(one == bench.contents("two") && one == bench.contents("many"));
}

/// Starts a long batch and ends it in its midst.
fn cut_short(bench: &Bench, end: impl FnOnce(&mut Child)) -> (Option<i32>, usize, Vec<String>) {
    let mut command = command(bench, &["--jobs", "2"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output is a pipe")).lines();
    let mut told = lines.by_ref().take(5).count();
    end(&mut child);
    told += lines.count();
    let output = child.wait_with_output().expect("a child that was started can be waited for");
    let errors = String::from_utf8(output.stderr).expect("the program prints UTF-8");
    (output.status.code(), told, errors.lines().map(str::to_owned).collect())
}

/// Every row's folder holds what an undisturbed run makes; a second run makes the others, and only them.
#[track_caller]
fn check_resumed(bench: &Bench, told: usize) {
    let whole = super::bench(HEADING, long_table());
    assert_eq!(states(&report(&whole, &[])).len(), ROWS);
    let (there, expected) = (made(bench), made(&whole));
    assert!(told >= 5 && there.len() >= told && there.len() < ROWS, "{told} rows told, {} there", there.len());
    for file in &there {
        let read = |bench: &Bench| fs::read(bench.path("out").join(file)).expect("a listed file can be read");
        assert!(expected.contains(file) && read(bench) == read(&whole), "{file} is not whole");
    }
    let again = report(bench, &[]);
    let unchanged = states(&again).iter().filter(|state| **state == "unchanged").count();
    // A kill may come between a folder and the word that it is complete.
    assert!(unchanged >= told && unchanged <= there.len(), "{unchanged} of {} kept, {told} told", there.len());
    assert!(kept(bench) == kept(&whole), "a resumed batch differs from another");
}

#[test]
fn a_batch_that_is_killed_goes_on() {
    let bench = bench(HEADING, long_table());
    let (exit, told, _) = cut_short(&bench, |child| child.kill().expect("it runs"));
    assert_eq!(exit, None);
    assert!(!bench.path("out/report.csv").exists(), "half a report");
    check_resumed(&bench, told);
}

#[test]
#[cfg(unix)]
fn a_batch_that_a_person_stops_says_how_to_go_on() {
    let bench = bench(HEADING, long_table());
    let interrupt = |child: &mut Child| {
        let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        assert!(sent.expect("there is a kill").success());
    };
    let (exit, told, errors) = cut_short(&bench, interrupt);
    assert_eq!(exit, Some(130), "{errors:?}");
    let left = ROWS - told;
    let expected = [
        "stopping: the rows in hand are being finished; press again to end at once".to_owned(),
        format!("{told} rows made, {left} not done: see out/report.csv"),
        "run the same command again to go on: what is made is not made twice".to_owned(),
    ];
    assert_eq!(errors, expected);
    let sheet = fs::read_to_string(bench.path("out/report.csv")).unwrap();
    assert_eq!(sheet.matches(";not done;").count(), left);
    check_resumed(&bench, told);
}

#[test]
fn one_batch_at_a_time_in_a_folder() {
    let bench = bench(HEADING, long_table());
    let mut second = None;
    cut_short(&bench, |child| {
        second = Some(run(&bench, &[]));
        child.kill().expect("it runs");
    });
    let Run { exit, errors, .. } = second.expect("the second run has ended");
    let expected =
        ["error: another run is at work in `out`", "hint: wait until it ends, or choose another folder with --out"];
    assert_eq!((exit, &errors[..]), (Some(2), &expected.map(str::to_owned)[..]));
}
