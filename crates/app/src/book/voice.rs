use kurbo::{Circle, Shape as _};
use planche_model::{
    charter::Mood,
    editorial::{Address, Axis, Example},
};
use planche_scene::{Item, Mark, Point, Rect, Shape};

use super::{
    desk::Desk,
    flow::{Columns, Row, flow_on, pieces},
    grid::{BOTTOM, GUTTER, MARGIN, PAGE, TOP, matter, span},
    inks::{Inks, paint},
    sheet::{Sheet, filled},
    text::{BODY, Text},
};

/// How the brand sounds: one sentence in large, then where it stands and what it says.
pub(super) fn sheets(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let tone = &desk.charter.editorial.tone;
    let mut sheets = Vec::new();
    let said = !tone.statement.trim().is_empty();
    if said || address(desk).is_some() {
        sheets.push(statement(desk, tone.statement.trim()));
    }
    if !tone.axes.is_empty() || !tone.examples.is_empty() {
        sheets.extend(detail(desk));
    }
    sheets
}

fn statement(desk: &mut Desk<'_>, words: &str) -> Sheet {
    let mut sheet = Sheet::new(desk, Mood::Ink);
    sheet.motif(desk, PAGE.to_rect(), Point::new(PAGE.width, PAGE.height), PAGE.height * 1.1);
    let title = desk.say("voice");
    sheet.write(desk, &Text::label(&title, 30.0).strong().heading(1), Point::new(MARGIN, TOP), span(4));
    let register = register(desk);
    let end = if register.is_empty() { BOTTOM } else { BOTTOM - 90.0 };
    let words = if words.is_empty() { &register } else { words };
    let text = Text { mark: Mark::Quote, ..Text::title(words, 104.0).down_to(30.0) };
    let room = Rect::new(MARGIN, 190.0, MARGIN + span(11), end - 40.0);
    let accent = sheet.inks.accent;
    sheet.write_in(desk, &text.color(accent), room);
    if !register.is_empty() && words != register {
        let room = Rect::new(MARGIN, end, MARGIN + span(9), BOTTOM);
        sheet.write_above(desk, &Text::label(&register, 30.0).strong(), room);
    }
    sheet
}

/// Tu or vous, and the phrases that may say otherwise.
fn register(desk: &Desk<'_>) -> String {
    let register = &desk.charter.editorial.register;
    let exceptions = register.exceptions.join(", ");
    let exceptions = (!exceptions.is_empty()).then(|| desk.labels.with("exceptions", "list", exceptions));
    address(desk).into_iter().chain(exceptions).collect::<Vec<_>>().join(". ")
}

fn address(desk: &Desk<'_>) -> Option<String> {
    address_of(desk, desk.charter.editorial.register.address)
}

/// How people are addressed, in words; none when nobody said.
pub(super) fn address_of(desk: &Desk<'_>, address: Address) -> Option<String> {
    match address {
        Address::Any => None,
        Address::Tu => Some(desk.say("address.tu")),
        Address::Vous => Some(desk.say("address.vous")),
        Address::Neutral => Some(desk.say("address.neutral")),
    }
}

fn detail(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let title = desk.say("voice");
    let tone = &desk.charter.editorial.tone;
    let area = matter();
    let inks = desk.inks(Mood::Ground);
    let columns = Columns { area, count: 1 };
    let mut rows: Vec<Row> = tone.axes.iter().map(|axis| line(desk, axis, area.width(), inks)).collect();
    if let Some(last) = rows.last_mut() {
        last.after = 84.0;
    }
    if !tone.examples.is_empty() {
        rows.push(heads(desk, ["say", "avoid"], area.width(), inks));
    }
    let examples = tone.examples.iter().flat_map(|example| said(desk, example, area.width(), inks));
    rows.extend(examples.collect::<Vec<_>>());
    let first = Sheet::titled(desk, Mood::Ground, &title);
    flow_on(desk, Mood::Ground, &title, first, columns, columns, rows)
}

/// The poles at both ends of a line, and a dot where the brand stands.
fn line(desk: &mut Desk<'_>, axis: &Axis, width: f64, inks: Inks) -> Row {
    let pole = span(2);
    let (from, to) = (Text::brand(&axis.from, 36.0).leading(1.2), Text::brand(&axis.to, 36.0).leading(1.2));
    let to = to.aligned(planche_model::template::TextAlign::End);
    let (left, right, y) = (pole + GUTTER, width - pole - GUTTER, 23.0);
    let thickness = f64::from(desk.charter.shapes.rule).clamp(2.0, 6.0);
    let rule = filled(Rect::new(left, y - thickness / 2.0, right, y + thickness / 2.0), inks.words);
    let at = left + 18.0 + (right - left - 36.0) * f64::from(axis.at.clamp(0.0, 1.0));
    let dot = Circle::new((at, y), 18.0).to_path(0.05);
    let dot = Item::Shape(Shape::filled(dot, paint(inks.accent)));
    let row = Row::new(40.0).drawn(vec![rule, dot], 46.0);
    row.beside(desk, &from, (0.0, pole), inks).beside(desk, &to, (width - pole, pole), inks)
}

/// The names over two halves.
pub(super) fn heads(desk: &mut Desk<'_>, names: [&str; 2], width: f64, inks: Inks) -> Row {
    let half = (width - GUTTER) / 2.0;
    let [one, other] = names.map(|name| desk.say(name));
    let row = Row::new(18.0).leading_on();
    let text = |words| Text::label(words, 24.0).color(inks.quiet).heading(2);
    row.beside(desk, &text(&one), (0.0, half), inks).beside(desk, &text(&other), (half + GUTTER, half), inks)
}

fn said(desk: &mut Desk<'_>, example: &Example, width: f64, inks: Inks) -> Vec<Row> {
    let half = (width - GUTTER) / 2.0;
    let (say, avoid) = (pieces(&example.say), pieces(&example.avoid));
    let mut rows = Vec::new();
    for at in 0..say.len().max(avoid.len()) {
        let mut row = Row::new(if at + 1 < say.len().max(avoid.len()) { 0.0 } else { 30.0 });
        if let Some(words) = say.get(at) {
            row = row.beside(desk, &Text::title(words, 40.0).down_to(BODY), (0.0, half), inks);
        }
        if let Some(words) = avoid.get(at) {
            let text = Text::brand(words, 30.0).color(inks.quiet).struck();
            row = row.beside(desk, &text, (half + GUTTER, half), inks);
        }
        rows.push(if at == 0 { row.ruled(width, 2.0, 26.0, inks.line) } else { row });
    }
    rows
}
