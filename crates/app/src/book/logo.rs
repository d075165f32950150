use kurbo::{Cap, Line, Shape as _, Stroke};
use planche_layout::{LogoDrawing, fitted};
use planche_model::{
    Color,
    charter::{Logo, Mood, Role},
};
use planche_scene::{Item, Mark, Point, Rect, Shape, Size};

use super::{
    desk::Desk,
    grid::{GUTTER, MARGIN, PAGE, TOP, full, span},
    inks::{ENOUGH_IF_LARGE, Inks, paint},
    sheet::{Sheet, outline},
    text::Text,
};

/// How much of the page the logo itself has, in u; its grounds have the rest.
const MAIN: f64 = 1152.0;

/// The logo with the room it asks for beside the grounds it stands on; then those it never stands on.
pub(super) fn sheets(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let Some(logo) = &desk.charter.logo else { return Vec::new() };
    if desk.kit.logos.is_empty() {
        return Vec::new();
    }
    let mut sheets = vec![main(desk, logo)];
    if !logo.never_on.is_empty() {
        sheets.push(forbidden(desk, logo));
    }
    sheets
}

fn main(desk: &mut Desk<'_>, logo: &Logo) -> Sheet {
    let mut sheet = Sheet::new(desk, Mood::Ground);
    sheet.footed = false;
    let title = desk.say("logo");
    sheet.write(desk, &Text::title(&title, 64.0).heading(1), Point::new(MARGIN, TOP), span(3));
    roomy(&mut sheet, desk, logo, Rect::new(MARGIN, 200.0, MAIN - MARGIN, 800.0));
    facts(&mut sheet, desk, logo);
    let page = sheet.inks;
    let grounds = grounds(desk);
    let (columns, rows) = (2, grounds.len().div_ceil(2).max(1));
    let size = Size::new((PAGE.width - MAIN) / f64::from(columns), PAGE.height / rows as f64);
    for (at, role) in grounds.into_iter().enumerate() {
        let origin = Point::new(MAIN + (at % 2) as f64 * size.width, (at / 2) as f64 * size.height);
        stand(&mut sheet, desk, role, Rect::from_origin_size(origin, size));
    }
    sheet.inks = page;
    sheet
}

/// The grounds other than the page's that the logo may stand on, an even number of them.
fn grounds(desk: &Desk<'_>) -> Vec<Role> {
    let others = Role::ALL.into_iter().filter(|role| *role != Role::Ground);
    let mut grounds: Vec<Role> = others.filter(|role| stands_on(desk, desk.colors().of(*role))).collect();
    if grounds.len() % 2 == 1 {
        let least = if grounds.contains(&Role::Accent) { Role::Accent } else { grounds[grounds.len() - 1] };
        grounds.retain(|role| *role != least);
    }
    grounds
}

/// Whether the logo may stand on a colour and is seen there: one that keeps its own colours is known to be where it was
/// drawn for, the pages' ground or that of a variant.
pub(super) fn stands_on(desk: &Desk<'_>, ground: Color) -> bool {
    let (Some(logo), Some(drawing)) = (&desk.charter.logo, desk.kit.logo_on(ground)) else { return false };
    let is_there = |role: &Role| desk.colors().of(*role) == ground;
    let is_own = ground == desk.colors().ground.value || drawing.on.iter().any(is_there);
    let is_seen = Inks::on(desk.colors(), ground).words.contrast(ground) >= ENOUGH_IF_LARGE;
    !logo.never_on.iter().any(is_there) && if drawing.takes_ink { is_seen } else { is_own }
}

/// The logo with its room drawn around it, and the measure of that room.
fn roomy(sheet: &mut Sheet, desk: &mut Desk<'_>, logo: &Logo, area: Rect) {
    let Some(drawing) = desk.kit.logos.first() else { return };
    let share = f64::from(logo.space);
    let Size { width, height } = drawing.drawing.size;
    // The room counts in heights of the logo, on every side.
    let (across, down) = (width / height + 2.0 * share, 1.0 + 2.0 * share);
    let high = (area.width() / across).min(area.height() / down).min(340.0);
    let own = Rect::from_center_size(area.center(), Size::new(high * width / height, high));
    let around = own.inset(high * share);
    if share > 0.0 {
        dashed(sheet, around);
        sheet.ornament(vec![Item::Shape(Shape::stroked(outline(own), 1.5, paint(sheet.inks.line)))]);
        measures(sheet, desk, own, high * share);
    }
    let alternative = desk.charter.name.clone();
    let items = drawn(drawing, own, sheet.inks);
    sheet.figure(&alternative, items);
}

fn drawn(logo: &LogoDrawing, area: Rect, inks: Inks) -> Vec<Item> {
    fitted(&logo.drawing, area, logo.takes_ink.then(|| paint(inks.words)))
}

fn dashed(sheet: &mut Sheet, area: Rect) {
    let stroke = Stroke::new(2.0).with_dashes(0.0, [10.0, 8.0]).with_caps(Cap::Butt);
    let paint = paint(sheet.inks.accent).into();
    sheet.ornament(vec![Item::Shape(Shape { path: outline(area).into(), fill: None, stroke: Some((stroke, paint)) })]);
}

/// An x in the middle of the room on each side.
fn measures(sheet: &mut Sheet, desk: &mut Desk<'_>, own: Rect, room: f64) {
    let color = if sheet.inks.accent.contrast(sheet.inks.ground) >= 4.5 { sheet.inks.accent } else { sheet.inks.words };
    let text = Text { mark: Mark::Artifact, ..Text::label("x", 26.0).strong().leading(1.0).color(color) };
    let (middle, half) = (own.center(), room / 2.0);
    let places = [
        Point::new(middle.x, own.y0 - half),
        Point::new(middle.x, own.y1 + half),
        Point::new(own.x0 - half, middle.y),
        Point::new(own.x1 + half, middle.y),
    ];
    for place in places {
        let set = desk.set(&text, 60.0, sheet.inks);
        let at = Point::new(place.x - set.width / 2.0, place.y - set.height / 2.0 - 2.0);
        sheet.put(set, &text.mark, at);
    }
}

/// How much room, and how small: drawn at that very size.
fn facts(sheet: &mut Sheet, desk: &mut Desk<'_>, logo: &Logo) {
    let (half, y) = ((MAIN - 2.0 * MARGIN - GUTTER) / 2.0, 850.0);
    let quiet = sheet.inks.quiet;
    if logo.space > 0.0 {
        let space = desk.labels.with("logo.space", "share", desk.labels.figure(f64::from(logo.space), 2));
        sheet.write(desk, &Text::label(&space, 24.0).color(quiet), Point::new(MARGIN, y), half);
    }
    let Some(drawing) = desk.kit.logos.first().filter(|_| logo.least > 0.0) else { return };
    let least = f64::from(logo.least);
    let x = MARGIN + half + GUTTER;
    let size = drawing.drawing.size;
    let width = (least * size.width / size.height).min(half / 2.0);
    let items = drawn(drawing, Rect::new(x, y, x + width, y + least.min(140.0)), sheet.inks);
    sheet.ornament(items);
    let words = desk.labels.with("logo.least", "size", desk.labels.figure(f64::from(logo.least), 1));
    let left = x + width + 24.0;
    sheet.write(desk, &Text::label(&words, 24.0).color(quiet), Point::new(left, y), MAIN - MARGIN - left);
}

/// The logo on one of the brand's grounds.
fn stand(sheet: &mut Sheet, desk: &mut Desk<'_>, role: Role, area: Rect) {
    let ground = desk.colors().of(role);
    sheet.fill(area, ground);
    sheet.inks = Inks::on(desk.colors(), ground);
    place(sheet, desk, ground, area);
    let name = caption(desk, role);
    let room = Rect::new(area.x0 + 32.0, area.y0 + 20.0, area.x1 - 24.0, area.y1 - 28.0);
    sheet.write_above(desk, &Text::brand(&name, 22.0).leading(1.2), room);
}

fn place(sheet: &mut Sheet, desk: &Desk<'_>, ground: Color, area: Rect) {
    let Some(logo) = desk.kit.logo_on(ground) else { return };
    let Size { width, height } = logo.drawing.size;
    let scale = (area.width() * 0.6 / width).min(area.height() * 0.3 / height);
    let own = Rect::from_center_size(area.center(), Size::new(width * scale, height * scale));
    let (name, items) = (desk.charter.name.clone(), drawn(logo, own, sheet.inks));
    sheet.figure(&name, items);
}

/// The variant's name, where one is made for that ground, and the ground's.
fn caption(desk: &Desk<'_>, role: Role) -> String {
    let ground = &desk.colors().swatch(role).name;
    let variants = desk.charter.logo.iter().flat_map(|logo| &logo.variants);
    let variant = variants.into_iter().find(|variant| variant.on.contains(&role));
    let on = desk.labels.with("on", "ground", ground);
    variant.map_or_else(|| ground.clone(), |variant| format!("{}, {on}", variant.name))
}

fn forbidden(desk: &mut Desk<'_>, logo: &Logo) -> Sheet {
    let title = desk.labels.title("logo", 1);
    let mut sheet = Sheet::titled_over(desk, Mood::Ground, &title, full(TOP));
    let area = full(240.0);
    let count = logo.never_on.len() as f64;
    let width = ((area.width() - (count - 1.0) * GUTTER) / count).min(700.0);
    let page = sheet.inks;
    for (at, role) in logo.never_on.iter().enumerate() {
        let x = area.x0 + at as f64 * (width + GUTTER);
        let cell = Rect::new(x, area.y0, x + width, area.y1 - 80.0);
        let ground = desk.colors().of(*role);
        sheet.fill(cell, ground);
        sheet.inks = Inks::on(desk.colors(), ground);
        place(&mut sheet, desk, ground, cell);
        crossed(&mut sheet, cell);
        sheet.inks = page;
        let words = desk.labels.with("logo.never", "ground", &desk.colors().swatch(*role).name);
        sheet.write(desk, &Text::label(&words, 24.0), Point::new(x, cell.y1 + 20.0), width);
    }
    sheet
}

fn crossed(sheet: &mut Sheet, area: Rect) {
    let lines = [(area.x0, area.y1, area.x1, area.y0)];
    let items = lines.map(|(x0, y0, x1, y1)| {
        let line = Line::new((x0, y0), (x1, y1)).to_path(0.1);
        Item::Shape(Shape::stroked(line, 6.0, paint(sheet.inks.words)))
    });
    sheet.ornament(items.to_vec());
}
