use planche_layout::{fitted, tinted};
use planche_model::{Layout, charter::Mood, template::TextAlign};
use planche_scene::{Item, Mark, Point, Rect, Scene};

use super::{
    Edition,
    desk::Desk,
    grid::{MARGIN, PAGE, TOP, span},
    inks::paint,
    logo::stands_on,
    sheet::Sheet,
    text::Text,
};

/// Wider than this, a logo spells the name.
const SIGN: f64 = 1.6;
/// The size of the name where there is room, in u.
const NAME: f64 = 300.0;

/// The brand's sign and name, what it does, and which book this is.
pub(super) fn sheet(desk: &mut Desk<'_>, edition: Edition<'_>) -> Sheet {
    let mood = desk.charter.mood(Layout::Cover, 0);
    let mut sheet = Sheet::new(desk, mood);
    sheet.footed = false;
    ornament(&mut sheet, desk);
    let tagline = desk.charter.tagline.clone();
    let room = Rect::new(MARGIN, 300.0, PAGE.width - MARGIN, PAGE.height - TOP);
    let text = Text::brand(&tagline, 44.0).down_to(24.0);
    let top = if tagline.is_empty() { room.y1 } else { sheet.write_above(desk, &text, room) - 8.0 };
    let heads = name(&mut sheet, desk, Rect { y1: top, ..room });
    about(&mut sheet, desk, edition, heads);
    sheet
}

/// The motif runs off the page on the side where no word begins.
pub(super) fn ornament(sheet: &mut Sheet, desk: &Desk<'_>) {
    sheet.motif(desk, PAGE.to_rect(), Point::new(PAGE.width * 0.87, PAGE.height * 0.77), PAGE.width * 0.63);
}

/// The sign, then the name; a logo that spells the name has its place. What is left to head the book is answered.
fn name(sheet: &mut Sheet, desk: &mut Desk<'_>, room: Rect) -> Mark {
    let name = desk.charter.name.clone();
    let drawing = drawing(desk, sheet);
    let is_wordmark = drawing.as_ref().is_some_and(|(size, _)| size.width > size.height * SIGN);
    if let Some((size, items)) = drawing {
        let wide = room.width() * 0.8;
        let height = (wide * size.height / size.width).min(280.0);
        let spelled = Rect::new(room.x0, room.y1 - height - 40.0, room.x0 + wide, room.y1 - 40.0);
        let sign = Rect::new(MARGIN, TOP, span(4) + MARGIN, TOP + 132.0);
        let drawn = fitted(&Scene { size, items }, if is_wordmark { spelled } else { sign }, None);
        sheet.figure(if is_wordmark { &name } else { "" }, drawn);
    }
    if is_wordmark {
        return Mark::Heading(1);
    }
    sheet.write_above(desk, &Text::title(&name, NAME).down_to(72.0).heading(1), room);
    Mark::Paragraph
}

/// The logo that is made for the sheet's ground, in its colours there; none where it may not stand.
pub(super) fn drawing(desk: &Desk<'_>, sheet: &Sheet) -> Option<(planche_scene::Size, Vec<Item>)> {
    let logo = desk.kit.logo_on(sheet.inks.ground).filter(|_| stands_on(desk, sheet.inks.ground))?;
    let items =
        if logo.takes_ink { tinted(&logo.drawing.items, paint(sheet.inks.words)) } else { logo.drawing.items.clone() };
    Some((logo.drawing.size, items))
}

/// What this is, in the corner where no sign is.
fn about(sheet: &mut Sheet, desk: &mut Desk<'_>, edition: Edition<'_>, mark: Mark) {
    let charter = desk.say("charter");
    let words = [version(desk, edition), Some(desk.labels.day(edition.date))];
    let words: Vec<String> = words.into_iter().flatten().collect();
    let (x, width) = (PAGE.width - MARGIN - span(3), span(3));
    let text = Text { mark, ..Text::label(&charter, 30.0).strong().aligned(TextAlign::End) };
    let end = sheet.write(desk, &text, Point::new(x, TOP), width);
    let text = words.join("\n");
    sheet.write(desk, &Text::label(&text, 30.0).aligned(TextAlign::End), Point::new(x, end), width);
}

/// Which version of the charter this is, where it has a number.
pub(super) fn version(desk: &Desk<'_>, edition: Edition<'_>) -> Option<String> {
    edition.number.map(|number| desk.labels.with("version", "number", number))
}

/// The mood of the page that closes the book: unlike the cover's.
pub(super) fn closing(desk: &Desk<'_>) -> Mood {
    if desk.charter.mood(Layout::Cover, 0) == Mood::Ink { Mood::Ground } else { Mood::Ink }
}
