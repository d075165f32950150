//! Bad input: one error, one hint, nothing written.

use crate::bench::{Bench, CALL, Call, Expected};

/// Runs and expects a refusal: not even the output folder is made.
#[track_caller]
fn check(bench: &Bench, call: Call<'_>, error: &str, hint: &str) {
    let errors = [format!("error: {error}"), format!("hint: {hint}")];
    bench.check(call, Expected { exit: 2, errors: &errors.each_ref().map(String::as_str), files: &[] });
    assert!(!bench.path(call.out).exists(), "a refusal leaves an empty folder");
}

const CHARTER_HINT: &str = "see assets/brands/README.md for what a charter holds";

#[test]
fn files_that_are_not_there() {
    let hint = "check the path; pictures are looked for beside the outline";
    let check = |call: Call<'_>, error: &str| check(&Bench::new(), call, error, hint);
    check(Call { charter: "none.json", ..CALL }, "`none.json` does not exist");
    check(Call { outline: "none.md", ..CALL }, "`none.md` does not exist");
    check(Call { charter: "charter.json/none.json", ..CALL }, "`charter.json/none.json` does not exist");
}

#[test]
fn a_folder_where_a_file_is_wanted() {
    let bench = Bench::new();
    bench.write("folder/inside.txt", "");
    let (error, hint) =
        ("`folder` cannot be read: Is a directory (os error 21)", "check its permissions, then run again");
    if cfg!(target_os = "linux") {
        check(&bench, Call { charter: "folder", ..CALL }, error, hint);
        check(&bench, Call { outline: "folder", ..CALL }, error, hint);
    }
}

#[test]
fn charters_that_are_none() {
    let check = |from: &str, to: &str, error: &str| {
        let bench = Bench::new();
        bench.change_charter(from, to);
        check(&bench, CALL, &format!("`charter.json`: {error}"), CHARTER_HINT);
    };
    check(
        "\"weight\": 400",
        "\"weight\": \"gras\"",
        "`fonts.title.weight` of the charter: invalid type: string \"gras\", expected f32 at line 16 column 56",
    );
    check(
        "\"tagline\"",
        "\"slogan\"",
        "`slogan` of the charter: unknown field `slogan`, expected one of `planche`, `name`, `tagline`, `language`, `template`, `colors`, `gradients`, `fonts`, `shapes`, `photographs`, `moods`, `logo`, `motif`, `editorial`, `rules` at line 4 column 10",
    );
    check(
        "#efebe2",
        "beige",
        "`colors.ground.value` of the charter: `beige` is no colour of the form `#rrggbb` at line 8 column 52",
    );
    check(
        "\"arch\"",
        "\"star\"",
        "`shapes.picture` of the charter: unknown variant `star`, expected `arch` or `disc` at line 19 column 31",
    );
    check("charter/1", "charter/9", "the charter is of kind `charter/9`, not `charter/1`");
    check("Marée Basse", " ", "the charter has no name");
    check("\"rule\": 2.6", "\"rule\": 99", "`shapes.rule` of the charter is 99, not between 0 and 40");
}

#[test]
fn a_charter_that_is_no_text() {
    let bench = Bench::new();
    bench.write("charter.json", b"\xff\xfe{\0}\0");
    check(&bench, CALL, "`charter.json` is not UTF-8 text", "save it as UTF-8");
}

#[test]
fn charters_that_name_what_is_not_there() {
    let check = |from: &str, to: &str, error: &str, hint: &str| {
        let bench = Bench::new();
        bench.change_charter(from, to);
        check(&bench, CALL, error, hint);
    };
    let typefaces = "use a family of assets/fonts/manifest.json";
    check("Young Serif", "Comic Sans", "there is no typeface `Comic Sans`", typefaces);
    check("Karla", "Comic Sans", "there is no typeface `Comic Sans`", typefaces);
    check(
        "atelier",
        "salon",
        "there is no template family `salon`",
        "there are: affiche, atelier, bandeau, cadre, carnet, carte, eclat, grille, revue",
    );
    check(
        "logo.svg",
        "none.svg",
        "`none.svg` does not exist",
        "check the path; pictures are looked for beside the outline",
    );
}

#[test]
fn charters_that_name_files_of_others() {
    let check = |logo: &str, error: &str, hint: &str| {
        let bench = Bench::new();
        bench.change_charter("\"logo.svg\"", &format!("\"{logo}\""));
        check(&bench, CALL, error, hint);
    };
    for outside in ["../../../../../../etc/passwd", "/etc/passwd", "photos/../../logo.svg"] {
        let error = format!("`charter.json`: the charter names the file `{outside}`, which is not in its folder");
        check(outside, &error, CHARTER_HINT);
    }
    check("charter.json", "`charter.json` is no picture that can be read", "convert it to JPEG, PNG or WebP");
}

#[test]
fn a_logo_that_is_a_bomb() {
    let bench = Bench::new();
    let twice = (1..40).map(|at| format!(r##"<g id="u{at}"><use href="#u{0}"/><use href="#u{0}"/></g>"##, at - 1));
    let body = format!(r#"<path id="u0" d="M0 0h9v9z"/>{}"#, twice.collect::<String>());
    bench.write("logo.svg", format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{body}</svg>"#));
    check(&bench, CALL, "`logo.svg` has too many elements", "simplify the drawing");
}

#[test]
fn a_logo_that_is_no_drawing() {
    let bench = Bench::new();
    bench.write("logo.svg", "a text");
    check(&bench, CALL, "`logo.svg` is no picture that can be read", "convert it to JPEG, PNG or WebP");
}

#[test]
fn outlines_that_are_none() {
    let (error, hint) = ("the outline has no page", "begin a page with `# ` and its heading");
    for empty in ["", "\n \n", "---\ntitle: Rien\n---\n"] {
        let bench = Bench::new();
        bench.write("plan.md", empty);
        check(&bench, CALL, error, hint);
    }
    check(&Bench::new(), Call { outline: "-", ..CALL }, error, hint);
}

#[test]
fn an_outline_that_is_no_text() {
    let bench = Bench::new();
    bench.write("plan.md", b"# Caf\xe9\n");
    check(&bench, CALL, "`plan.md` is not UTF-8 text", "save it as UTF-8");
}

#[test]
fn formats_that_do_not_exist() {
    let bench = Bench::new();
    let run = bench.render(Call { formats: "ig_carousel_4_5,ig_carrousel", ..CALL });
    assert_eq!((run.exit, run.errors.len()), (Some(2), 2));
    assert_eq!(run.errors[0], "error: there is no format `ig_carrousel`");
    assert!(run.errors[1].starts_with("hint: the formats are ig_carousel_4_5, "), "{}", run.errors[1]);
    assert!(!bench.path("out").exists());
}

#[test]
fn a_day_that_is_none() {
    for day in ["demain", "2026-02-30", "01/12/2026", ""] {
        let more = ["--scale", "0.1", "--seed-date", day];
        check(&Bench::new(), Call { more: &more, ..CALL }, &format!("`{day}` is no date"), "write it as 2026-12-01");
    }
}

#[test]
fn an_output_folder_that_is_a_file() {
    let bench = Bench::new();
    bench.write("taken", "mine");
    let run = bench.render(Call { out: "taken", ..CALL });
    assert_eq!(run.exit, Some(2));
    assert_eq!(run.errors, ["error: `taken` is not a folder", "hint: give --out a folder, or a name that is free"]);
    assert_eq!(std::fs::read(bench.path("taken")).unwrap(), b"mine");
}
