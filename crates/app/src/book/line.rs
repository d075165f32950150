use kurbo::{Circle, Shape as _};
use planche_model::{
    charter::Mood,
    editorial::{Objective, Persona, Pillar},
};
use planche_scene::{Item, Point, Rect, Shape, Size};

use super::{
    desk::Desk,
    flow::{Columns, Row, flow, flow_on, pieces},
    grid::{GUTTER, MARGIN, PAGE, TOP, matter, span},
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
    let (title, inks) = (desk.say("line"), desk.inks(Mood::Ground));
    let room = Columns { area: Rect::new(MARGIN, BAR + 190.0, PAGE.width - MARGIN, 956.0), count: 3 };
    let columns = Columns { area: Rect { y0: BAR, ..room.area }, count: 3 };
    let rows = pillars.iter().flat_map(|pillar| entry(desk, pillar, room.width(), inks)).collect();
    flow_on(desk, Mood::Ground, &title, sheet, room, columns, rows)
}

fn entry(desk: &mut Desk<'_>, pillar: &Pillar, width: f64, inks: Inks) -> Vec<Row> {
    let dot = Circle::new((13.0, 20.0), 13.0).to_path(0.05);
    let mut shape = Shape::filled(dot, paint(desk.colors().of(pillar.color)));
    shape.stroke = Some((kurbo::Stroke::new(1.5), paint(inks.line).into()));
    let share = desk.labels.with("share", "count", pillar.share);
    let name = if pillar.share > 0 { format!("{share}  {}", pillar.name) } else { pillar.name.clone() };
    let head = Row::new(6.0).drawn(vec![Item::Shape(shape)], 40.0).leading_on();
    let mut rows = vec![head.beside(desk, &Text::title(&name, 34.0).heading(2), (44.0, width - 44.0), inks)];
    let about = pieces(&pillar.about)
        .into_iter()
        .map(|piece| Row::new(0.0).beside(desk, &Text::brand(piece, 26.0), (44.0, width - 44.0), inks));
    rows.extend(about.collect::<Vec<_>>());
    rows.last_mut().expect("the name is a row").after = 34.0;
    rows
}

fn objectives(desk: &mut Desk<'_>, objectives: &[Objective]) -> Vec<Sheet> {
    let (title, area, inks) = (desk.say("objectives"), matter(), desk.inks(Mood::Ground));
    let half = (area.width() - GUTTER) / 2.0;
    let rows = objectives.iter().map(|objective| {
        let name = Text::title(&objective.name, 44.0).down_to(BODY).heading(2);
        let indicators = objective.indicators.join("\n");
        let row = Row::new(48.0).beside(desk, &name, (0.0, half - GUTTER), inks);
        let row = row.beside(desk, &Text::brand(&indicators, 30.0).leading(1.5), (half + GUTTER, half), inks);
        row.ruled(area.width(), 2.0, 30.0, inks.line)
    });
    let rows = rows.collect();
    flow(desk, Mood::Ground, &title, Columns { area, count: 1 }, rows)
}

fn personas(desk: &mut Desk<'_>, personas: &[Persona]) -> Vec<Sheet> {
    let (title, area, mood) = (desk.say("personas"), matter(), Mood::Soft);
    let inks = desk.inks(mood);
    let columns = Columns { area, count: 2 };
    let rows = personas.iter().flat_map(|persona| who(desk, persona, columns.width(), inks)).collect();
    flow(desk, mood, &title, columns, rows)
}

fn who(desk: &mut Desk<'_>, persona: &Persona, width: f64, inks: Inks) -> Vec<Row> {
    let name = Text::title(&persona.name, 60.0).down_to(BODY).heading(2);
    let mut rows = vec![Row::new(16.0).beside(desk, &name, (0.0, width), inks).leading_on()];
    let about = pieces(&persona.about).into_iter();
    let about = about.map(|piece| Row::new(0.0).beside(desk, &Text::brand(piece, 30.0), (0.0, width - GUTTER), inks));
    rows.extend(about.collect::<Vec<_>>());
    rows.last_mut().expect("the name is a row").after = 64.0;
    rows
}

/// How often on each network: a figure, and a disc for each time.
fn cadence(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let (title, area, inks) = (desk.say("cadence"), matter(), desk.inks(Mood::Ground));
    let cadence = desk.charter.editorial.line.cadence.iter();
    let rows = cadence.map(|(platform, count)| week(desk, platform, *count, area.width(), inks)).collect();
    flow(desk, Mood::Ground, &title, Columns { area, count: 1 }, rows)
}

fn week(desk: &mut Desk<'_>, platform: &str, count: f32, width: f64, inks: Inks) -> Row {
    let third = (width - 2.0 * GUTTER) / 3.0;
    let name = desk.labels.network(platform).to_owned();
    let figure = desk.labels.with("aWeek", "count", desk.labels.figure(f64::from(count), 2));
    let discs = discs(f64::from(count), Point::new(third + GUTTER, 0.0), Size::new(third, 64.0), inks);
    let text = Text::brand(&figure, 30.0).leading(2.0).aligned(planche_model::template::TextAlign::End);
    let row = Row::new(34.0).drawn(discs, 64.0);
    let row = row.beside(desk, &Text::title(&name, 52.0).heading(2), (0.0, third), inks);
    row.beside(desk, &text, (width - third, third), inks).ruled(width, 2.0, 30.0, inks.line)
}

/// A disc for each time, a part of one for what is left; as large as they may be side by side.
fn discs(count: f64, at: Point, room: Size, inks: Inks) -> Vec<Item> {
    let wanted = count.ceil().clamp(0.0, 60.0);
    let step = (room.width / wanted.max(1.0)).min(52.0);
    let discs = (0..wanted as usize).map(|place| {
        let part = (count - place as f64).clamp(0.0, 1.0);
        let center = Point::new(at.x + (place as f64 + 0.5) * step, at.y + room.height / 2.0);
        let disc = Circle::new(center, step * 0.42 * part.sqrt()).to_path(0.05);
        Item::Shape(Shape::filled(disc, paint(inks.accent)))
    });
    discs.collect()
}
