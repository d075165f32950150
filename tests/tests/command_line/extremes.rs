//! Outlines that nobody types: they come out like any other.

use crate::bench::{Bench, CALL, Call, Expected};

#[test]
fn a_thousand_pages() {
    let bench = Bench::new();
    let page = |number: usize| format!("# Page {number}\nUne phrase.\n\n");
    bench.write("plan.md", (1..=1000).map(page).collect::<String>());
    let name = |number: usize| format!("{number:04}-{}", if number == 1 { "couverture" } else { "point" });
    let files: Vec<String> = (1..=1000).map(|number| format!("ig_carousel_4_5/{}.png", name(number))).collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let errors = ["review: ig_carousel_4_5: 1000 pages, 20 at most"];
    bench.check(CALL, Expected { exit: 0, errors: &errors, files: &files });
}

#[test]
fn words_without_width() {
    let none = "\u{200b}\u{2060}\u{200d}";
    let pages = [
        format!("# {none}\n*{none}*\n"),
        format!("# {none}\n{none}\n\n- {none}\n"),
        format!("> {none}\n> — {none}\n"),
        format!("# {none}\n[{none}](https://{none}.fr)\n"),
    ];
    let bench = Bench::new();
    bench.write("plan.md", format!("---\ntitle: {none}\n---\n{}", pages.join("\n")));
    let files =
        ["01-couverture", "02-liste", "03-citation", "04-appel"].map(|page| format!("ig_carousel_4_5/{page}.png"));
    let mut files: Vec<&str> = files.iter().map(String::as_str).collect();
    files.push("li_document_1_1/document.pdf");
    let call = Call { formats: "ig_carousel_4_5,li_document_1_1", ..CALL };
    bench.check(call, Expected { exit: 0, errors: &[], files: &files });
}
