use planche_model::{
    Color, Oklch,
    charter::{Mood, Role, Swatch},
};
use planche_scene::{Point, Rect};

use super::{
    desk::Desk,
    grid::{MARGIN, PAGE, TOP, span},
    inks::Inks,
    sheet::Sheet,
    text::{SMALL, Text},
};

/// How much of the page each colour has, in u: about what it has of the brand's pages.
const WIDTHS: [f64; 6] = [560.0, 400.0, 240.0, 240.0, 240.0, 240.0];
/// Where what a colour is starts, in u from the top.
const FACTS: f64 = 836.0;
/// The most swatches of the brand's other colours on a page.
const OTHERS: usize = 8;

/// The six colours as a page of its own, then the others.
pub(super) fn sheets(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let mut sheets = vec![palette(desk)];
    let more = &desk.charter.colors.more;
    for (nth, swatches) in more.chunks(OTHERS).enumerate() {
        let title = desk.labels.title("more", nth);
        sheets.push(others(desk, &title, swatches));
    }
    sheets
}

fn palette(desk: &mut Desk<'_>) -> Sheet {
    let mut sheet = Sheet::new(desk, Mood::Ground);
    sheet.footed = false;
    let mut x = 0.0;
    for (role, width) in Role::ALL.into_iter().zip(WIDTHS) {
        let label = desk.say(role.name());
        let left = if x == 0.0 { MARGIN } else { 28.0 };
        swatch(
            &mut sheet,
            desk,
            desk.colors().swatch(role),
            Some(&label),
            (Rect::new(x, 0.0, x + width, PAGE.height), left),
        );
        x += width;
    }
    sheet.inks = desk.inks(Mood::Ground);
    let title = desk.say("colors");
    sheet.write(desk, &Text::title(&title, 64.0).heading(1), Point::new(MARGIN, TOP), span(3));
    sheet
}

fn others(desk: &mut Desk<'_>, title: &str, swatches: &[Swatch]) -> Sheet {
    let mut sheet = Sheet::new(desk, Mood::Ground);
    sheet.footed = false;
    let width = PAGE.width / swatches.len().max(4) as f64;
    for (at, own) in swatches.iter().enumerate() {
        let x = at as f64 * width;
        swatch(
            &mut sheet,
            desk,
            own,
            None,
            (Rect::new(x, 280.0, x + width, PAGE.height), if at == 0 { MARGIN } else { 28.0 }),
        );
    }
    sheet.inks = desk.inks(Mood::Ground);
    sheet.write(desk, &Text::title(title, 64.0).heading(1), Point::new(MARGIN, TOP), span(8));
    sheet
}

/// A colour with its name and its values at the foot, `left` u from its edge.
fn swatch(sheet: &mut Sheet, desk: &mut Desk<'_>, swatch: &Swatch, role: Option<&str>, (area, left): (Rect, f64)) {
    sheet.fill(area, swatch.value);
    sheet.inks = Inks::on(desk.colors(), swatch.value);
    let room = Rect::new(area.x0 + left, area.y0 + 24.0, area.x1 - 20.0, FACTS - 12.0);
    let name = Text::title(&swatch.name, 44.0).down_to(26.0).heading(2);
    let quiet = sheet.inks.quiet;
    let top = sheet.write_above(desk, &name, room);
    // A first charter calls its colours by their roles.
    if let Some(role) = role.filter(|role| *role != swatch.name) {
        let text = Text::label(role, 24.0).color(quiet);
        sheet.write_above(desk, &text, Rect { y1: top - 6.0, ..room });
    }
    // Spaces that no rule of a language narrows: these are values, not sentences.
    let values = values(desk, swatch.value).join("\n").replace(' ', "\u{a0}");
    sheet.write(desk, &Text::brand(&values, SMALL).leading(1.6), Point::new(room.x0, FACTS), room.width());
}

fn values(desk: &Desk<'_>, color: Color) -> [String; 3] {
    let Color { red, green, blue } = color;
    let hex = color.to_string().to_uppercase();
    [hex, format!("{} {red} {green} {blue}", desk.labels.say("rgb")), oklch(color)]
}

/// As CSS writes it, to be copied.
fn oklch(color: Color) -> String {
    let Oklch { lightness, chroma, hue } = color.into();
    let hue = if chroma < 0.002 { 0.0 } else { hue.to_degrees().rem_euclid(360.0) };
    format!("oklch({:.0}% {chroma:.2} {hue:.0})", lightness * 100.0)
}
