use kurbo::{BezPath, Cap, Join, Stroke};
use planche_model::{
    Color,
    charter::{Mood, Role},
};
use planche_scene::{Group, Item, Point, Rect, Shape, Size};

use super::{
    desk::Desk,
    grid::{matter, span},
    inks::{ENOUGH, ENOUGH_IF_LARGE, Inks, paint},
    sheet::{Sheet, outline},
    text::{SMALL, Text},
};

/// The width of the names of the rows, in u.
const NAMES: f64 = 190.0;
/// The height of the names of the columns, in u.
const HEADS: f64 = 60.0;
const GAP: f64 = 6.0;

/// Which colour can be read on which: a row for each that words may take, a column for each ground.
pub(super) fn sheets(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let title = desk.say("contrast");
    let mut sheet = Sheet::titled(desk, Mood::Ground, &title);
    let rows: Vec<Role> = ORDER.into_iter().filter(|ink| is_used(desk, *ink)).collect();
    let area = matter();
    let width = (area.width() - NAMES - 5.0 * GAP) / 6.0;
    let height = ((area.height() - HEADS - (rows.len() - 1) as f64 * GAP) / rows.len() as f64).min(150.0);
    let left = |at: usize| area.x0 + NAMES + at as f64 * (width + GAP);
    for (at, ground) in Role::ALL.into_iter().enumerate() {
        let name = desk.labels.with("on", "ground", &desk.colors().swatch(ground).name);
        let room = Rect::new(left(at), area.y0, left(at) + width - 4.0, area.y0 + HEADS - 12.0);
        sheet.write_above(desk, &Text::label(&name, 22.0).leading(1.1).down_to(11.0), room);
    }
    for (row, ink) in rows.into_iter().enumerate() {
        let top = area.y0 + HEADS + row as f64 * (height + GAP);
        let name = Text::brand(&desk.colors().swatch(ink).name, 24.0).strong().leading(1.1);
        let set = desk.fit(&name, Size::new(NAMES - 16.0, height), sheet.inks);
        let y = top + (height - set.height) / 2.0;
        sheet.put(set, &name.mark, Point::new(area.x0, y));
        for (at, ground) in Role::ALL.into_iter().enumerate() {
            cell(&mut sheet, desk, (ink, ground), Rect::new(left(at), top, left(at) + width, top + height));
        }
    }
    legend(&mut sheet, desk);
    vec![sheet]
}

/// As words use them.
const ORDER: [Role; 6] = [Role::Ink, Role::Ground, Role::Accent, Role::Vivid, Role::Soft, Role::Cool];

/// Whether words of that colour can be read anywhere; those of the ink and of the ground are shown in any case.
fn is_used(desk: &Desk<'_>, ink: Role) -> bool {
    let own = desk.colors().of(ink);
    let readable = |ground: Role| desk.colors().of(ground).contrast(own) >= ENOUGH_IF_LARGE;
    matches!(ink, Role::Ink | Role::Ground) || Role::ALL.into_iter().any(readable)
}

fn cell(sheet: &mut Sheet, desk: &mut Desk<'_>, (ink, ground): (Role, Role), area: Rect) {
    if ink == ground {
        return;
    }
    let (own, under) = (desk.colors().of(ink), desk.colors().of(ground));
    // Cut, not rounded: a figure never promises more than there is.
    let ratio = (own.contrast(under) * 10.0).floor() / 10.0;
    let page = sheet.inks;
    if own.contrast(under) < ENOUGH_IF_LARGE {
        hatch(sheet, area);
        note(sheet, desk, ratio, None, area);
        return;
    }
    sheet.fill(area, under);
    sheet.inks = Inks::on(desk.colors(), under);
    specimen(sheet, desk, (own, under), area);
    note(sheet, desk, ratio, Some(own.contrast(under) >= ENOUGH), area);
    sheet.inks = page;
}

fn specimen(sheet: &mut Sheet, desk: &mut Desk<'_>, (own, under): (Color, Color), area: Rect) {
    let is_any = own.contrast(under) >= ENOUGH;
    let text = if is_any { Text::brand("Aa", 42.0).strong() } else { Text::title("Aa", 64.0).down_to(42.0) };
    let text = text.color(own).leading(1.0);
    let room = Size::new(area.width() - 104.0, area.height());
    let set = desk.fit(&text, room, sheet.inks);
    let y = area.center().y - set.height / 2.0;
    sheet.put(set, &text.mark, Point::new(area.x0 + 18.0, y));
}

/// The figure at the right, and whether it is enough.
fn note(sheet: &mut Sheet, desk: &mut Desk<'_>, ratio: f64, enough: Option<bool>, area: Rect) {
    let figure = desk.labels.figure(ratio, 1);
    let text = Text::label(&figure, 24.0).leading(1.0);
    let text = if enough.is_some() { text.strong() } else { text };
    let set = desk.set(&text, area.width(), sheet.inks);
    let (x, height) = (area.x1 - 16.0 - set.width, set.height);
    let middle = area.center().y;
    match enough {
        Some(true) => {
            sheet.ornament(vec![tick(Point::new(area.x1 - 36.0, middle), sheet.inks.words)]);
            sheet.put(set, &text.mark, Point::new(x - 28.0, middle - height / 2.0));
        }
        Some(false) => {
            sheet.put(set, &text.mark, Point::new(x, middle - height - 2.0));
            let titles = desk.say("titles");
            let text = Text::label(&titles, SMALL).leading(1.0);
            let set = desk.set(&text, area.width(), sheet.inks);
            let x = area.x1 - 16.0 - set.width;
            sheet.put(set, &text.mark, Point::new(x, middle + 4.0));
        }
        None => sheet.put(set, &text.mark, Point::new(area.x0 + 18.0, middle - height / 2.0)),
    }
}

fn tick(at: Point, color: Color) -> Item {
    let mut path = BezPath::new();
    path.move_to((at.x, at.y + 1.0));
    path.line_to((at.x + 7.0, at.y + 8.0));
    path.line_to((at.x + 20.0, at.y - 8.0));
    let stroke = Stroke::new(3.0).with_caps(Cap::Round).with_join(Join::Round);
    Item::Shape(Shape { path: path.into(), fill: None, stroke: Some((stroke, paint(color).into())) })
}

/// Thin slanted lines: no words go here.
fn hatch(sheet: &mut Sheet, area: Rect) {
    const STEP: f64 = 12.0;
    let mut path = BezPath::new();
    let mut x = area.x0 - area.height();
    while x < area.x1 {
        path.move_to((x, area.y1));
        path.line_to((x + area.height(), area.y0));
        x += STEP;
    }
    let lines = Item::Shape(Shape::stroked(path, 1.0, paint(sheet.inks.words.over(0.14, sheet.inks.ground))));
    sheet.ornament(vec![Item::Group(Group::clipped(outline(area), vec![lines]))]);
}

/// What the signs say, under the title.
fn legend(sheet: &mut Sheet, desk: &mut Desk<'_>) {
    let words = ["contrast.all", "contrast.titles", "contrast.none"].map(|name| desk.say(name)).join("\n");
    let quiet = sheet.inks.quiet;
    let room = Rect::new(super::grid::MARGIN, 700.0, super::grid::MARGIN + span(3) - 40.0, super::grid::BOTTOM);
    sheet.write_above(desk, &Text::label(&words, 22.0).color(quiet).leading(1.5), room);
}
