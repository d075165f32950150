use kurbo::{Circle, Shape as _, Stroke};
use planche_model::{
    charter::Mood,
    editorial::{Objective, Persona, Pillar},
    template::TextAlign,
};
use planche_scene::{Item, Point, Rect, Shape};

use super::{
    desk::Desk,
    flow::{Columns, Frame, Row, flow, flow_on, pieces},
    grid::{BOTTOM, GUTTER, MARGIN, PAGE, TOP, full, matter, span},
    inks::{Inks, paint},
    sheet::Sheet,
    text::{BODY, Text},
};

/// What the brand writes about, to what end, for whom and how often.
pub(super) fn sheets(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let line = &desk.charter.editorial.line;
    let mut sheets = Vec::new();
    if !line.pillars.is_empty() {
        sheets.extend(pillars(desk, &line.pillars));
    }
    if !line.objectives.is_empty() {
        sheets.extend(objectives(desk, &line.objectives));
    }
    if !line.personas.is_empty() {
        sheets.extend(personas(desk, &line.personas));
    }
    if !line.cadence.is_empty() {
        sheets.extend(cadence(desk));
    }
    sheets
}

/// The least width at which a pillar says its name, in u.
const NARROW: f64 = 300.0;
/// Where what is in the columns begins, in u from the top.
const BAR: f64 = 250.0;

/// Columns as wide as their share; a bar over a list where one of them has no room for its words.
fn pillars(desk: &mut Desk<'_>, pillars: &[Pillar]) -> Vec<Sheet> {
    let widths = widths(pillars);
    let has_room = widths.iter().all(|width| *width >= NARROW);
    let is_short = pillars.iter().all(|pillar| pillar.name.len() < 60 && pillar.about.len() < 240);
    if has_room && is_short { vec![shares(desk, pillars, &widths)] } else { listed(desk, pillars, &widths) }
}

/// What each has of the page, in u; as much as the others when nobody said.
fn widths(pillars: &[Pillar]) -> Vec<f64> {
    let total: u32 = pillars.iter().map(|pillar| pillar.share).sum();
    let width = |pillar: &Pillar| match total {
        0 => PAGE.width / pillars.len() as f64,
        total => PAGE.width * f64::from(pillar.share) / f64::from(total),
    };
    pillars.iter().map(width).collect()
}

fn shares(desk: &mut Desk<'_>, pillars: &[Pillar], widths: &[f64]) -> Sheet {
    let mut sheet = head(desk);
    sheet.footed = false;
    let mut x = 0.0;
    for (pillar, width) in pillars.iter().zip(widths) {
        let left = if x == 0.0 { MARGIN } else { 36.0 };
        column(&mut sheet, desk, pillar, (Rect::new(x, BAR, x + width, PAGE.height), left));
        x += width;
    }
    sheet
}

fn head(desk: &mut Desk<'_>) -> Sheet {
    let title = desk.say("line");
    let mut sheet = Sheet::new(desk, Mood::Ground);
    sheet.write(desk, &Text::title(&title, 64.0).heading(1), Point::new(MARGIN, TOP), span(12));
    sheet
}

fn column(sheet: &mut Sheet, desk: &mut Desk<'_>, pillar: &Pillar, (area, left): (Rect, f64)) {
    let (ground, page) = (desk.colors().of(pillar.color), sheet.inks);
    sheet.fill(area, ground);
    sheet.inks = Inks::on(desk.colors(), ground);
    let room = Rect::new(area.x0 + left, area.y0 + 50.0, area.x1 - 28.0, PAGE.height - TOP);
    if pillar.share > 0 {
        let share = desk.labels.with("share", "count", pillar.share);
        sheet.write_in(desk, &Text::title(&share, 150.0), Rect { y1: area.y0 + 260.0, ..room });
    }
    let about = Text::brand(&pillar.about, BODY + 2.0).down_to(22.0);
    let below = Rect::new(room.x0, 800.0, room.x1, PAGE.height - 70.0);
    sheet.write_in(desk, &about, below);
    let name = Text::title(&pillar.name, 58.0).down_to(30.0).heading(2);
    sheet.write_above(desk, &name, Rect::new(room.x0, area.y0 + 270.0, room.x1, below.y0 - 18.0));
    sheet.inks = page;
}

fn listed(desk: &mut Desk<'_>, pillars: &[Pillar], widths: &[f64]) -> Vec<Sheet> {
    let mut sheet = head(desk);
    let mut x = 0.0;
    for (pillar, width) in pillars.iter().zip(widths) {
        sheet.fill(Rect::new(x, BAR, x + width, BAR + 130.0), desk.colors().of(pillar.color));
        x += width;
    }
    let title = desk.say("line");
    let room = Columns { area: Rect::new(MARGIN, BAR + 190.0, PAGE.width - MARGIN, BOTTOM), count: 3 };
    let columns = Columns { area: Rect { y0: BAR, ..room.area }, count: 3 };
    flow_on(desk, (Mood::Ground, &title), sheet, [room, columns], |desk, frame| {
        pillars.iter().flat_map(|pillar| entry(desk, pillar, frame)).collect()
    })
}

fn entry(desk: &mut Desk<'_>, pillar: &Pillar, frame: Frame) -> Vec<Row> {
    let radius = 13.0 * frame.scale;
    let room = (radius * 3.4, frame.width - radius * 3.4);
    let mut shape =
        Shape::filled(Circle::new((radius, radius * 1.5), radius).to_path(0.05), paint(desk.colors().of(pillar.color)));
    shape.stroke = Some((Stroke::new(1.5), paint(frame.inks.line).into()));
    let share = desk.labels.with("share", "count", pillar.share);
    let name = if pillar.share > 0 { format!("{share}  {}", pillar.name) } else { pillar.name.clone() };
    let head = Row::new(6.0, frame).drawn(vec![Item::Shape(shape)], radius * 3.0).leading_on();
    let mut rows = vec![head.beside(desk, &Text::title(&name, 34.0).heading(2), room)];
    for piece in pieces(&pillar.about) {
        rows.push(Row::new(0.0, frame).beside(desk, &Text::brand(piece, 26.0), room));
    }
    spaced(rows, 34.0 * frame.scale)
}

/// The rows, with that room after the last one.
fn spaced(mut rows: Vec<Row>, after: f64) -> Vec<Row> {
    if let Some(last) = rows.last_mut() {
        last.after = after;
    }
    rows
}

fn objectives(desk: &mut Desk<'_>, objectives: &[Objective]) -> Vec<Sheet> {
    let title = desk.say("objectives");
    flow(desk, Mood::Ground, &title, Columns { area: matter(), count: 1 }, |desk, frame| {
        objectives.iter().map(|objective| objective_row(desk, objective, frame)).collect()
    })
}

fn objective_row(desk: &mut Desk<'_>, objective: &Objective, frame: Frame) -> Row {
    let half = (frame.width - GUTTER) / 2.0;
    let indicators = objective.indicators.join("\n");
    let name = Text::title(&objective.name, 44.0).down_to(BODY).heading(2);
    let row = Row::new(44.0, frame).beside(desk, &name, (0.0, half - GUTTER));
    row.beside(desk, &Text::brand(&indicators, 28.0).leading(1.6), (half + GUTTER, half)).ruled(30.0)
}

fn personas(desk: &mut Desk<'_>, personas: &[Persona]) -> Vec<Sheet> {
    let title = desk.say("personas");
    let columns = Columns { area: full(250.0), count: personas.len().min(2) };
    flow(desk, Mood::Soft, &title, columns, |desk, frame| {
        personas.iter().flat_map(|persona| who(desk, persona, frame)).collect()
    })
}

fn who(desk: &mut Desk<'_>, persona: &Persona, frame: Frame) -> Vec<Row> {
    let name = Text::title(&persona.name, 56.0).down_to(BODY).heading(2);
    let mut rows = vec![Row::new(16.0, frame).beside(desk, &name, (0.0, frame.width)).leading_on()];
    for piece in pieces(&persona.about) {
        let text = Text::brand(piece, 30.0).balanced();
        rows.push(Row::new(0.0, frame).beside(desk, &text, (0.0, frame.width.min(span(8)) - 2.0 * GUTTER)));
    }
    spaced(rows, 60.0 * frame.scale)
}

/// How often on each network: a figure, and a disc for each time.
fn cadence(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let (title, cadence) = (desk.say("cadence"), &desk.charter.editorial.line.cadence);
    flow(desk, Mood::Ground, &title, Columns { area: matter(), count: 1 }, |desk, frame| {
        cadence.iter().map(|(platform, count)| week(desk, platform, *count, frame)).collect()
    })
}

fn week(desk: &mut Desk<'_>, platform: &str, count: f32, frame: Frame) -> Row {
    let (third, height) = ((frame.width - 2.0 * GUTTER) / 3.0, 60.0 * frame.scale);
    let name = desk.labels.network(platform).to_owned();
    let figure = desk.labels.with("aWeek", "count", desk.labels.figure(f64::from(count), 2));
    let discs = discs(f64::from(count), Rect::new(third + GUTTER, 0.0, 2.0 * third + GUTTER, height), frame);
    let text = Text::brand(&figure, 28.0).leading(2.1).aligned(TextAlign::End);
    let row = Row::new(30.0, frame).drawn(discs, height).beside(desk, &text, (frame.width - third, third));
    row.beside(desk, &Text::title(&name, 44.0).heading(2), (0.0, third)).ruled(30.0)
}

/// A disc for each time, a part of one for what is left; as large as they may be side by side.
fn discs(count: f64, room: Rect, frame: Frame) -> Vec<Item> {
    let wanted = count.ceil().clamp(0.0, 60.0);
    let step = (room.width() / wanted.max(1.0)).min(50.0 * frame.scale);
    let discs = (0..wanted as usize).map(|place| {
        let part = (count - place as f64).clamp(0.0, 1.0);
        let center = Point::new(room.x0 + (place as f64 + 0.5) * step, room.center().y);
        let disc = Circle::new(center, step * 0.42 * part.sqrt()).to_path(0.05);
        Item::Shape(Shape::filled(disc, paint(frame.inks.accent)))
    });
    discs.collect()
}
