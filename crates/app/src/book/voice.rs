use kurbo::{Circle, Shape as _};
use planche_model::{
    charter::Mood,
    editorial::{Address, Axis, Example},
    template::TextAlign,
};
use planche_scene::{Item, Mark, Point, Rect, Shape};

use super::{
    desk::Desk,
    flow::{Columns, Frame, Row, flow, pieces},
    grid::{BOTTOM, GUTTER, MARGIN, PAGE, TOP, matter, span},
    inks::paint,
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
    let text = Text { mark: Mark::Quote, ..Text::title(words, 128.0).down_to(30.0) };
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
    let columns = Columns { area: matter(), count: 1 };
    flow(desk, Mood::Ground, &title, columns, rows)
}

fn rows(desk: &mut Desk<'_>, frame: Frame) -> Vec<Row> {
    let tone = &desk.charter.editorial.tone;
    let mut rows: Vec<Row> = tone.axes.iter().map(|axis| line(desk, axis, frame)).collect();
    if let Some(last) = rows.last_mut() {
        last.after = 72.0 * frame.scale;
    }
    if !tone.examples.is_empty() {
        rows.push(heads(desk, frame));
    }
    for example in &tone.examples {
        rows.extend(said(desk, example, frame));
    }
    rows
}

/// The poles at both ends of a line, and a dot where the brand stands.
fn line(desk: &mut Desk<'_>, axis: &Axis, frame: Frame) -> Row {
    let Frame { width, inks, scale } = frame;
    let pole = span(2);
    let (from, to) = (Text::brand(&axis.from, 34.0).leading(1.2), Text::brand(&axis.to, 34.0).leading(1.2));
    let to = to.aligned(TextAlign::End);
    let (left, right, y, radius) = (pole + GUTTER, width - pole - GUTTER, 21.0 * scale, 17.0 * scale);
    let thickness = f64::from(desk.charter.shapes.rule).clamp(2.0, 6.0);
    let rule = filled(Rect::new(left, y - thickness / 2.0, right, y + thickness / 2.0), inks.words);
    let at = left + radius + (right - left - 2.0 * radius) * f64::from(axis.at.clamp(0.0, 1.0));
    let dot = Circle::new((at, y), radius).to_path(0.05);
    let dot = Item::Shape(Shape::filled(dot, paint(inks.accent)));
    let row = Row::new(34.0, frame).drawn(vec![rule, dot], 42.0 * scale);
    row.beside(desk, &from, (0.0, pole)).beside(desk, &to, (width - pole, pole))
}

/// The names over the two halves.
fn heads(desk: &mut Desk<'_>, frame: Frame) -> Row {
    let half = (frame.width - GUTTER) / 2.0;
    let (say, avoid) = (desk.say("say"), desk.say("avoid"));
    let text = |words| Text::label(words, 24.0).color(frame.inks.quiet).heading(2);
    let row = Row::new(18.0, frame).leading_on();
    row.beside(desk, &text(&say), (0.0, half)).beside(desk, &text(&avoid), (half + GUTTER, half))
}

fn said(desk: &mut Desk<'_>, example: &Example, frame: Frame) -> Vec<Row> {
    let half = (frame.width - GUTTER) / 2.0;
    let (say, avoid) = (pieces(&example.say), pieces(&example.avoid));
    let count = say.len().max(avoid.len());
    let mut rows = Vec::new();
    for at in 0..count {
        let mut row = Row::new(if at + 1 < count { 0.0 } else { 30.0 }, frame);
        if let Some(words) = say.get(at) {
            row = row.beside(desk, &Text::title(words, 40.0).down_to(BODY), (0.0, half));
        }
        if let Some(words) = avoid.get(at) {
            let text = Text::brand(words, 30.0).color(frame.inks.quiet).struck().balanced();
            row = row.beside(desk, &text, (half + GUTTER, half));
        }
        rows.push(if at == 0 { row.ruled(26.0) } else { row });
    }
    rows
}
