use planche_model::{charter::Mood, editorial::Term};

use super::{
    desk::Desk,
    flow::{Columns, Frame, Row, flow},
    grid::{GUTTER, full, matter},
    sheet::Sheet,
    text::{BODY, Text},
};

/// What is said in the place of what, then the words that are not said at all.
pub(super) fn sheets(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let terms = desk.charter.editorial.vocabulary.iter().filter(|term| !term.avoid.trim().is_empty());
    let (replaced, banned): (Vec<&Term>, Vec<&Term>) = terms.partition(|term| !term.say.trim().is_empty());
    let mut sheets = Vec::new();
    if !replaced.is_empty() {
        sheets.extend(table(desk, &replaced));
    }
    if !banned.is_empty() {
        sheets.extend(list(desk, &banned));
    }
    sheets
}

fn table(desk: &mut Desk<'_>, terms: &[&Term]) -> Vec<Sheet> {
    let title = desk.say("words");
    flow(desk, Mood::Ground, &title, Columns { area: matter(), count: 1 }, |desk, frame| {
        let rows = terms.iter().map(|term| row(desk, term, frame)).collect::<Vec<_>>();
        std::iter::once(heads(desk, frame)).chain(rows).collect()
    })
}

/// Where the three columns of the table begin, and how wide they are.
fn thirds(frame: Frame) -> [(f64, f64); 3] {
    let own = (frame.width - 2.0 * GUTTER) / 3.0;
    [0.0, 1.0, 2.0].map(|at| (at * (own + GUTTER), own))
}

fn heads(desk: &mut Desk<'_>, frame: Frame) -> Row {
    let [say, avoid, _] = thirds(frame);
    let (one, other) = (desk.say("say"), desk.say("avoid"));
    let text = |words| Text::label(words, 24.0).color(frame.inks.quiet).heading(2);
    Row::new(18.0, frame).leading_on().beside(desk, &text(&one), say).beside(desk, &text(&other), avoid)
}

fn row(desk: &mut Desk<'_>, term: &Term, frame: Frame) -> Row {
    let ([say, avoid, reason], quiet) = (thirds(frame), frame.inks.quiet);
    let row = Row::new(22.0, frame).beside(desk, &Text::title(&term.say, 38.0).leading(1.15), say).beside(
        desk,
        &Text::brand(&term.avoid, 30.0).color(quiet).struck().leading(1.4).balanced(),
        avoid,
    );
    let text = Text::brand(&term.reason, 24.0).color(quiet).balanced();
    let row = if term.reason.is_empty() { row } else { row.beside(desk, &text, reason) };
    row.ruled(22.0)
}

/// Words that are not said, in large, each with its reason where there is one.
fn list(desk: &mut Desk<'_>, terms: &[&Term]) -> Vec<Sheet> {
    let title = desk.say("banned");
    let columns = Columns { area: full(250.0), count: if terms.len() > 3 { 2 } else { 1 } };
    flow(desk, Mood::Soft, &title, columns, |desk, frame| terms.iter().map(|term| banned(desk, term, frame)).collect())
}

fn banned(desk: &mut Desk<'_>, term: &Term, frame: Frame) -> Row {
    let row = Row::new(30.0, frame);
    let row = row.beside(desk, &Text::title(&term.avoid, 60.0).struck().down_to(BODY), (0.0, frame.width));
    let text = Text::brand(&term.reason, 24.0).leading(1.4).balanced();
    if term.reason.is_empty() { row } else { row.below(desk, &text, (0.0, frame.width), 8.0) }
}
