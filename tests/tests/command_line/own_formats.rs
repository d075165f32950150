//! A person's own formats, over ours.

use crate::bench::{Bench, CALL, Call, Expected};

const MORE: &[&str] = &["--scale", "0.1", "--formats-file", "mine.json", "--json"];
const LETTER: &str = r#"{ "id": "newsletter", "platform": "other", "name": { "fr": "Infolettre" },
    "short": { "fr": "Infolettre" }, "width": 1200, "height": 400, "aspect": "3:1", "verified": "2026-11-21" }"#;

fn bench(formats: &str) -> Bench {
    let bench = Bench::new();
    bench.write("plan.md", "# Un titre\n");
    bench.write("mine.json", formats);
    bench
}

#[test]
fn formats_are_corrected_and_added() {
    let wider = r#"{ "id": "ig_carousel_4_5", "width": 1200, "height": 1500 }"#;
    let bench = bench(&format!(r#"{{ "formats": [{wider}, {LETTER}] }}"#));
    let run = bench.render(Call { formats: "ig_carousel_4_5,newsletter,ig_story", more: MORE, ..CALL });
    assert_eq!((run.exit, &run.errors[..]), (Some(0), &[][..]));
    let files = &run.json()["files"];
    let sizes = [0, 1, 2].map(|at| (files[at]["width"].as_u64(), files[at]["height"].as_u64()));
    assert_eq!(sizes, [(120, 150), (120, 40), (108, 192)].map(|(width, height)| (Some(width), Some(height))));
}

#[test]
fn a_fault_is_told_with_its_file_and_its_entry() {
    let check = |formats: &str, error: &str| {
        let error = format!("error: `mine.json`: {error}");
        let errors = [error.as_str(), "hint: see assets/platforms/README.md for what a format holds"];
        bench(formats).check(Call { more: &MORE[..4], ..CALL }, Expected { exit: 2, errors: &errors, files: &[] });
    };
    let listed = |entry: &str| format!(r#"{{ "formats": [{entry}] }}"#);
    check("", "the formats file is malformed: EOF while parsing a value at line 1 column 0");
    check(r#"{ "planche": "formats/9", "formats": [] }"#, "the formats file is of kind `formats/9`, not `formats/1`");
    check(&listed("{}"), "the format number 1 has no `id`");
    check(&listed(&[LETTER, LETTER].join(",")), "the format `newsletter` is there twice");
    check(
        &listed(r#"{ "id": "ig_story", "max_bytes": "light" }"#),
        "the format `ig_story`: invalid type: string \"light\", expected u64 (`max_bytes`)",
    );
    check(&listed(r#"{ "id": "mine" }"#), "the format `mine`: missing field `platform`");
    check(
        &listed(&LETTER.replace("3:1", "4:1")),
        "the format `newsletter`: `aspect` is `4:1`, not the proportions of 1200 × 400 px",
    );
}

#[test]
fn a_file_that_is_not_there() {
    let errors =
        ["error: `none.json` does not exist", "hint: check the path; pictures are looked for beside the outline"];
    let more = ["--scale", "0.1", "--formats-file", "none.json"];
    Bench::new().check(Call { more: &more, ..CALL }, Expected { exit: 2, errors: &errors, files: &[] });
}
