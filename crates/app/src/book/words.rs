use planche_model::{charter::Mood, editorial::Term};

use super::{
    desk::Desk,
    flow::{Columns, Row, flow},
    grid::{GUTTER, matter},
    inks::Inks,
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
    let (title, area, inks) = (desk.say("words"), matter(), desk.inks(Mood::Ground));
    let columns = thirds(area.width());
    let mut rows = vec![heads(desk, columns, inks)];
    rows.extend(terms.iter().map(|term| row(desk, term, columns, inks)).collect::<Vec<_>>());
    flow(desk, Mood::Ground, &title, Columns { area, count: 1 }, rows)
}

/// Where the three columns of the table begin, and how wide they are.
fn thirds(width: f64) -> [(f64, f64); 3] {
    let own = (width - 2.0 * GUTTER) / 3.0;
    [0.0, 1.0, 2.0].map(|at| (at * (own + GUTTER), own))
}

fn heads(desk: &mut Desk<'_>, [say, avoid, _]: [(f64, f64); 3], inks: Inks) -> Row {
    let (one, other) = (desk.say("say"), desk.say("avoid"));
    let text = |words| Text::label(words, 24.0).color(inks.quiet).heading(2);
    Row::new(18.0).leading_on().beside(desk, &text(&one), say, inks).beside(desk, &text(&other), avoid, inks)
}

fn row(desk: &mut Desk<'_>, term: &Term, [say, avoid, reason]: [(f64, f64); 3], inks: Inks) -> Row {
    let width = reason.0 + reason.1;
    let row = Row::new(22.0).beside(desk, &Text::title(&term.say, 38.0).leading(1.15), say, inks).beside(
        desk,
        &Text::brand(&term.avoid, 32.0).color(inks.quiet).struck().leading(1.3),
        avoid,
        inks,
    );
    let text = Text::brand(&term.reason, 24.0).color(inks.quiet).leading(1.4);
    let row = if term.reason.is_empty() { row } else { row.beside(desk, &text, reason, inks) };
    row.ruled(width, 2.0, 22.0, inks.line)
}

/// Words that are not said, in large, each with its reason where there is one.
fn list(desk: &mut Desk<'_>, terms: &[&Term]) -> Vec<Sheet> {
    let (title, area, mood) = (desk.say("banned"), matter(), Mood::Soft);
    let inks = desk.inks(mood);
    let columns = Columns { area, count: 2 };
    let rows = terms.iter().map(|term| banned(desk, term, columns.width(), inks));
    let rows = rows.collect();
    flow(desk, mood, &title, columns, rows)
}

fn banned(desk: &mut Desk<'_>, term: &Term, width: f64, inks: Inks) -> Row {
    let row = Row::new(30.0).beside(desk, &Text::title(&term.avoid, 60.0).struck().down_to(BODY), (0.0, width), inks);
    let text = Text::brand(&term.reason, 24.0).leading(1.4);
    if term.reason.is_empty() { row } else { row.below(desk, &text, (0.0, width), 8.0, inks) }
}
