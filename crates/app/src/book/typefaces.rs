use planche_model::charter::{Face, Mood};
use planche_scene::{Mark, Point, Rect};

use super::{
    desk::Desk,
    facts::{self, Fact},
    grid::{BOTTOM, MARGIN, PAGE, TOP, column, span},
    sheet::Sheet,
    text::{Text, Voice, Weight},
};
use crate::Assets;

/// A page for each typeface.
pub(super) fn sheets(desk: &mut Desk<'_>, assets: &Assets) -> Vec<Sheet> {
    vec![title_face(desk, assets), text_face(desk, assets)]
}

fn title_face(desk: &mut Desk<'_>, assets: &Assets) -> Sheet {
    let mut sheet = Sheet::new(desk, Mood::Soft);
    head(&mut sheet, desk, "titleFace", &desk.charter.fonts.title);
    let giant = Text { mark: Mark::Artifact, ..Text::title("Aa", 620.0).leading(0.9) };
    let set = desk.fit(&giant, planche_scene::Size::new(span(6), 640.0), sheet.inks);
    let y = 830.0 - set.height;
    sheet.put(set, &giant.mark, Point::new(column(0) - 12.0, y));
    let letters = letters(desk);
    let room = Rect::new(column(6), TOP + 110.0, PAGE.width - MARGIN, 820.0);
    sheet.write_in(desk, &Text::title(&letters, 62.0).leading(1.34).down_to(24.0), room);
    facts_of(&mut sheet, desk, assets, Voice::Title);
    sheet
}

fn text_face(desk: &mut Desk<'_>, assets: &Assets) -> Sheet {
    let mut sheet = Sheet::new(desk, Mood::Ground);
    head(&mut sheet, desk, "textFace", &desk.charter.fonts.text);
    let letters = letters(desk);
    let (top, bottom) = (TOP + 110.0, 820.0);
    let left = Rect::new(column(0), top, column(0) + span(6), bottom);
    let right = Rect::new(column(6), top, PAGE.width - MARGIN, bottom);
    for (area, weight) in [(left, Weight::Plain), (right, Weight::Strong)] {
        let text = Text { weight, ..Text::brand(&letters, 58.0).leading(1.3).down_to(24.0) };
        sheet.write_in(desk, &text, area);
    }
    facts_of(&mut sheet, desk, assets, Voice::Brand);
    sheet
}

/// What the face is for, and its name in large.
fn head(sheet: &mut Sheet, desk: &mut Desk<'_>, label: &str, face: &Face) {
    let (label, family) = (desk.say(label), family(face));
    let text = Text::label(&label, 26.0).leading(1.2);
    sheet.write(desk, &text, Point::new(MARGIN, TOP + 14.0), span(3));
    let name = if label == desk.say("titleFace") {
        Text::title(&family, 64.0)
    } else {
        Text::brand(&family, 64.0).strong().leading(1.1)
    };
    sheet.write_in(
        desk,
        &name.down_to(30.0).heading(1),
        Rect::new(column(6), TOP - 8.0, PAGE.width - MARGIN, TOP + 90.0),
    );
}

fn letters(desk: &Desk<'_>) -> String {
    ["alphabet", "figures", "accents", "signs"].map(|name| desk.labels.say(name)).join("\n")
}

fn facts_of(sheet: &mut Sheet, desk: &mut Desk<'_>, assets: &Assets, voice: Voice) {
    let fonts = &desk.charter.fonts;
    let is_text = voice != Voice::Title;
    let face = if is_text { &fonts.text } else { &fonts.title };
    let facts = facts(desk, assets, face, is_text);
    facts::line(sheet, desk, &facts, Point::new(MARGIN, BOTTOM - 76.0), span(12) / facts.len().max(6) as f64);
}

fn facts(desk: &Desk<'_>, assets: &Assets, face: &Face, is_text: bool) -> Vec<Fact> {
    let figure = |value: f32, decimals: usize| desk.labels.figure(f64::from(value), decimals);
    let fact = |name: &str, value: String| (desk.say(name), value);
    let mut facts = vec![fact("weight", figure(face.weight, 0))];
    facts.extend(is_text.then(|| fact("strong", figure(face.strong, 0))));
    facts.push(fact("leading", figure(face.leading, 2)));
    facts.extend((face.tracking != 0.0).then(|| fact("tracking", format!("{} em", figure(face.tracking, 3)))));
    facts.extend((face.width != 100.0).then(|| fact("width", format!("{}\u{a0}%", figure(face.width, 0)))));
    facts.extend(licence(assets, face).map(|licence| fact("licence", licence)));
    facts
}

/// By what right the face is used: the charter says so of the brand's own, the manifest of those that ship.
pub(super) fn licence(assets: &Assets, face: &Face) -> Option<String> {
    let own = Some(&face.licence).filter(|licence| !licence.is_empty());
    own.cloned().or_else(|| assets.licence(&face.family).map(str::to_owned))
}

/// What people call the face: the names of a brand's own end with what tells their bytes.
pub(super) fn family(face: &Face) -> String {
    match face.family.rsplit_once(' ') {
        Some((family, _)) if !face.file.is_empty() => family.to_owned(),
        _ => face.family.clone(),
    }
}
