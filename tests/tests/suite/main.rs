//! Every case of `tests/suite`, drawn by every back end, against `tests/reference`.
//!
//! `PLANCHE_ACCEPT=1` makes what is drawn today the reference; look at it before you keep it. The report with every
//! picture is `suite-report/index.html` in the target folder.

mod case;
mod drawn;
mod pdf;
mod reference;
mod report;
mod svg;

use planche_tests::{expect_none, picture::Picture};

use crate::{case::Case, drawn::Drawn};

/// What two processors may make of one drawing: the renderer picks its vector instructions by what it runs on, and
/// they round differently.
const PROCESSORS: u8 = 2;
/// What a browser and poppler may make of words and shapes, as the largest difference between the means of 8 × 8 px: they
/// smooth edges by other rules, and words are 9 px high here. A line that is lost moves a mean by 40.
const WORDS: f64 = 18.0;
/// The same where there is a picture: each of the three resamples by its own rule, and sets its edges up to a pixel apart.
const PICTURES: f64 = 24.0;

#[test]
fn every_case_says_what_is_to_be_said() {
    let wrong = Case::all().iter().flat_map(|case| {
        let found = case.brands().map(move |brand| (brand, drawn::findings(case, brand)));
        found
            .filter(|(_, found)| *found != case.settings.findings)
            .map(move |(brand, found)| format!("{case} {brand}: {found:?}"))
    });
    expect_none("other findings than the case expects", wrong);
}

#[test]
fn every_page_is_as_it_was_accepted() {
    let wrong = accepted().filter_map(|drawn| {
        let Some(reference) = reference::of(drawn) else { return Some(format!("{drawn} has no reference")) };
        match drawn.raster.difference(&reference) {
            Some(difference) if difference.channel <= PROCESSORS => None,
            Some(difference) => Some(format!("{drawn}: {difference:?}")),
            None => Some(format!("{drawn} has another size")),
        }
    });
    expect_none("a page changed (see suite-report; PLANCHE_ACCEPT=1 accepts)", wrong);
}

#[test]
fn an_svg_shows_the_same() {
    expect_none(
        "an SVG differs from the raster (see suite-report)",
        accepted().filter_map(|drawn| far(drawn, drawn.svg.as_ref())),
    );
}

#[test]
fn a_pdf_shows_the_same() {
    expect_none(
        "a PDF differs from the raster (see suite-report)",
        accepted().filter_map(|drawn| far(drawn, drawn.pdf.as_ref())),
    );
}

/// What looks wrong today is compared with nothing.
fn accepted() -> impl Iterator<Item = &'static Drawn> {
    drawn::all().iter().filter(|drawn| drawn.accepted)
}

fn far(drawn: &Drawn, other: Option<&Picture>) -> Option<String> {
    let most = if drawn.pictured { PICTURES } else { WORDS };
    match drawn.raster.difference(other?) {
        Some(difference) if difference.tile <= most => None,
        Some(difference) => Some(format!("{drawn}: {difference:?}")),
        None => Some(format!("{drawn} has another size")),
    }
}

#[test]
fn no_line_begins_with_what_french_binds() {
    let wrong = drawn::all().iter().flat_map(|drawn| {
        let lines =
            drawn.lines.iter().filter(|line| line.trim_start().starts_with(['»', ':', ';', '!', '?', '%', '€']));
        lines.map(move |line| format!("{drawn}: {line}"))
    });
    expect_none("a break before high punctuation", wrong);
}

#[test]
fn references_are_small_and_all_are_used() {
    let unused = reference::unused(drawn::all());
    expect_none("a reference that no case draws", unused.iter().map(|path| path.display().to_string()));
    expect_none("a reference over 20 KiB: draw one subject, flat, or smaller", reference::heavy());
}
