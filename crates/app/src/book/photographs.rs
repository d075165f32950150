use planche_model::{
    Charter, Content, Document,
    charter::{Mood, Treatment},
    document::Focus,
};
use planche_scene::{Image, Point, Rect};

use super::{
    Edition,
    desk::Desk,
    facts::{self, Fact},
    grid::{BOTTOM, GUTTER, MARGIN, PAGE, TOP, full, span},
    shapes::photograph_in,
    sheet::{Sheet, outline},
    text::Text,
};

/// A photograph of the brand's own pages.
pub(super) struct Photograph {
    pub image: Image,
    pub alternative: String,
    pub focus: Focus,
}

/// The `nth` photograph of the documents, as the charter wants it.
pub(super) fn find(edition: Edition<'_>, charter: &Charter, nth: usize) -> Option<Photograph> {
    let mut found = edition.documents.iter().flat_map(pictures).filter_map(|(source, alternative, focus)| {
        let image = edition.pictures.picture(source, charter)?;
        Some(Photograph { image, alternative: alternative.to_owned(), focus })
    });
    found.nth(nth)
}

fn pictures(document: &Document) -> impl Iterator<Item = (&str, &str, Focus)> {
    let nodes = document.pages().into_iter().flat_map(|page| document.nodes(page.id));
    nodes.filter_map(|node| match &node.content {
        Content::Picture { source, alt, focus } => Some((source.as_str(), alt.as_str(), *focus)),
        _ => None,
    })
}

/// What the brand does to its photographs, shown on one of them.
pub(super) fn sheets(desk: &mut Desk<'_>, edition: Edition<'_>) -> Vec<Sheet> {
    if desk.charter.photographs == Treatment::default() {
        return find(edition, desk.charter, 1).map(|photograph| plain(desk, &photograph)).into_iter().collect();
    }
    let untreated = Charter { photographs: Treatment::default(), ..desk.charter.clone() };
    let before = find(edition, &untreated, 0);
    let after = find(edition, desk.charter, 0);
    vec![treated(desk, before.zip(after))]
}

/// One photograph over most of the page: the brand leaves them as they are.
fn plain(desk: &mut Desk<'_>, photograph: &Photograph) -> Sheet {
    let title = desk.say("photographs");
    let mut sheet = Sheet::titled(desk, Mood::Ground, &title);
    sheet.footed = false;
    let area = Rect::new(MARGIN + span(3) + 3.0 * GUTTER, 0.0, PAGE.width, PAGE.height);
    photograph_in(&mut sheet, photograph, outline(area), area);
    let (words, quiet) = (desk.say("photograph.plain"), sheet.inks.quiet);
    let room = Rect::new(MARGIN, TOP, MARGIN + span(3) - GUTTER, BOTTOM);
    sheet.write_above(desk, &Text::label(&words, 24.0).color(quiet), room);
    sheet
}

fn treated(desk: &mut Desk<'_>, pair: Option<(Photograph, Photograph)>) -> Sheet {
    let title = desk.say("photographs");
    let mut sheet = Sheet::new(desk, Mood::Ground);
    sheet.write(desk, &Text::title(&title, 64.0).heading(1), Point::new(MARGIN, TOP), span(8));
    let facts = facts(desk);
    let area = full(220.0);
    let width = (area.width() - GUTTER) / 2.0;
    let bottom = if pair.is_some() { 760.0 } else { area.y0 };
    if let Some((before, after)) = pair {
        for (at, (photograph, label)) in
            [(before, "photograph.before"), (after, "photograph.after")].into_iter().enumerate()
        {
            let x = area.x0 + at as f64 * (width + GUTTER);
            let place = Rect::new(x, area.y0, x + width, bottom);
            photograph_in(&mut sheet, &photograph, outline(place), place);
            let (words, quiet) = (desk.say(label), sheet.inks.quiet);
            sheet.write(desk, &Text::label(&words, 24.0).color(quiet), Point::new(x, bottom + 14.0), width);
        }
    }
    facts::line(&mut sheet, desk, &facts, Point::new(MARGIN, bottom + 86.0), span(12) / 6.0);
    sheet
}

/// What is done to them, and how much.
fn facts(desk: &Desk<'_>) -> Vec<Fact> {
    let Treatment { blur, brightness, contrast, saturation, duotone, grain } = desk.charter.photographs;
    let percent = |value: f32| format!("{}\u{a0}%", desk.labels.figure(f64::from(value) * 100.0, 1));
    let changes = [
        ("brightness", brightness, 1.0),
        ("contrastOf", contrast, 1.0),
        ("saturation", saturation, 1.0),
        ("blur", blur, 0.0),
        ("grain", grain, 0.0),
    ];
    let changed = changes.into_iter().filter(|(_, value, neutral)| value != neutral);
    let named = changed.map(|(name, value, _)| (desk.say(name), percent(value)));
    let pair = duotone.map(|[dark, light]| {
        let [first, second] = [dark, light].map(|role| desk.colors().swatch(role).name.clone());
        (desk.say("duotone"), desk.labels.with("pair", "first", first).replace("{second}", &second))
    });
    pair.into_iter().chain(named).collect()
}
