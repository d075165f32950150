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
    let mut x = 0.0;
    let columns = Role::ALL.into_iter().zip(WIDTHS).map(|(role, width)| {
        x += width;
        let label = desk.say(role.name());
        Column {
            swatch: desk.colors().swatch(role),
            role: Some(label),
            area: Rect::new(x - width, 0.0, x, PAGE.height),
        }
    });
    let columns: Vec<Column<'_>> = columns.collect();
    let title = desk.say("colors");
    strip(desk, &title, &columns)
}

fn others(desk: &mut Desk<'_>, title: &str, swatches: &[Swatch]) -> Sheet {
    let width = PAGE.width / swatches.len().max(4) as f64;
    let columns = swatches.iter().enumerate().map(|(at, swatch)| {
        let x = at as f64 * width;
        Column { swatch, role: None, area: Rect::new(x, 280.0, x + width, PAGE.height) }
    });
    let columns: Vec<Column<'_>> = columns.collect();
    strip(desk, title, &columns)
}

/// A colour, and where it stands on its page.
struct Column<'a> {
    swatch: &'a Swatch,
    role: Option<String>,
    area: Rect,
}

/// The colours side by side over the whole page, under a title.
fn strip(desk: &mut Desk<'_>, title: &str, columns: &[Column<'_>]) -> Sheet {
    let mut sheet = Sheet::new(desk, Mood::Ground);
    sheet.footed = false;
    for column in columns {
        sheet.fill(column.area, column.swatch.value);
    }
    // The title stands over the first colour, or above them all.
    let is_under = columns.iter().all(|column| column.area.y0 > TOP);
    let width = span(if is_under { 12 } else { 3 });
    sheet.write(desk, &Text::title(title, 64.0).heading(1), Point::new(MARGIN, TOP), width);
    for column in columns {
        tell(&mut sheet, desk, column);
    }
    sheet
}

/// The colour's name and its values, at its foot.
fn tell(sheet: &mut Sheet, desk: &mut Desk<'_>, Column { swatch, role, area }: &Column<'_>) {
    sheet.inks = Inks::on(desk.colors(), swatch.value);
    let left = if area.x0 == 0.0 { MARGIN } else { 28.0 };
    let room = Rect::new(area.x0 + left, area.y0 + 24.0, area.x1 - 20.0, FACTS - 12.0);
    let name = Text::title(&swatch.name, 44.0).down_to(26.0).heading(2);
    let top = sheet.write_above(desk, &name, room);
    // A first charter calls its colours by their roles.
    if let Some(role) = role.as_ref().filter(|role| **role != swatch.name) {
        let text = Text::label(role, 24.0).color(sheet.inks.quiet);
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
    let hue = if chroma < 0.005 { 0.0 } else { hue.to_degrees().rem_euclid(360.0) };
    format!("oklch({:.0}% {chroma:.2} {hue:.0})", lightness * 100.0)
}
