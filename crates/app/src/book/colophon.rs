use planche_layout::fitted;
use planche_scene::{Point, Rect, Scene};

use super::{
    Edition,
    cover::{closing, drawing, version},
    desk::Desk,
    facts::{self, Fact},
    grid::{BOTTOM, MARGIN, PAGE, TOP, span},
    sheet::Sheet,
    text::Text,
    typefaces::{family, licence},
};
use crate::Assets;

/// Which version this is, of which day, in which typefaces.
pub(super) fn sheet(desk: &mut Desk<'_>, assets: &Assets, edition: Edition<'_>) -> Sheet {
    let mood = closing(desk);
    let mut sheet = Sheet::new(desk, mood);
    sheet.footed = false;
    sheet.motif(desk, PAGE.to_rect(), Point::new(PAGE.width * 0.84, PAGE.height * 0.2), PAGE.height * 1.04);
    let title = desk.say("colophon");
    sheet.write(desk, &Text::label(&title, 30.0).strong().heading(1), Point::new(MARGIN, TOP), span(4));
    sign(&mut sheet, desk, Rect::new(MARGIN, 520.0, MARGIN + span(5), 740.0));
    let facts = facts(desk, assets, edition);
    facts::line(&mut sheet, desk, &facts, Point::new(MARGIN, BOTTOM - 110.0), span(12) / 4.0);
    sheet
}

/// The logo, or the name where there is none.
fn sign(sheet: &mut Sheet, desk: &mut Desk<'_>, area: Rect) {
    if let Some((size, items)) = drawing(desk, sheet) {
        sheet.ornament(fitted(&Scene { size, items }, area, None));
    } else {
        let name = desk.charter.name.clone();
        sheet.write_above(desk, &Text::title(&name, 120.0).down_to(30.0), Rect { x1: MARGIN + span(11), ..area });
    }
}

fn facts(desk: &Desk<'_>, assets: &Assets, edition: Edition<'_>) -> Vec<Fact> {
    let charter = desk.charter;
    let edited = [version(desk, edition), Some(desk.labels.day(edition.date))];
    let edited = edited.into_iter().flatten().collect::<Vec<_>>().join("\n");
    let face = |label: &str, face| {
        let words = [Some(family(face)), licence(assets, face)];
        (desk.say(label), words.into_iter().flatten().collect::<Vec<_>>().join("\n"))
    };
    vec![
        (charter.name.clone(), charter.tagline.clone()),
        (desk.say("charter"), edited),
        face("titleFace", &charter.fonts.title),
        face("textFace", &charter.fonts.text),
    ]
}
