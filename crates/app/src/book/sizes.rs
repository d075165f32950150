use planche_model::{
    Document, Layout,
    charter::{Mood, TypeRole},
    document::Role,
    outline,
};
use planche_scene::{Point, Rect, Size};

use super::{
    desk::Desk,
    grid::{BOTTOM, MARGIN, PAGE, matter},
    sheet::Sheet,
    text::Text,
    typefaces::family,
};

/// How far down each role's line stands, and how large its words are, in u.
const LINES: [(TypeRole, f64, f64); 4] = [
    (TypeRole::Cover, 300.0, 116.0),
    (TypeRole::Title, 208.0, 76.0),
    (TypeRole::Text, 196.0, 38.0),
    (TypeRole::Kicker, 120.0, 28.0),
];

/// The width of what stands beside the words, in u.
const ASIDE: f64 = 250.0;

/// What words look like by what they are, said with the brand's own.
pub(super) fn sheet(desk: &mut Desk<'_>, documents: &[Document]) -> Sheet {
    let title = desk.say("sizes");
    let mut sheet = Sheet::titled(desk, Mood::Ground, &title);
    let area = matter();
    let mut y = area.y0;
    for (role, height, size) in LINES {
        let room = Rect::new(area.x0, y, area.x1, (y + height).min(BOTTOM));
        line(&mut sheet, desk, role, (&sample(desk, documents, role), size), room);
        y += height + 16.0;
    }
    sheet
}

fn line(sheet: &mut Sheet, desk: &mut Desk<'_>, role: TypeRole, (words, size): (&str, f64), area: Rect) {
    let thickness = f64::from(desk.charter.shapes.rule).clamp(1.0, 8.0);
    sheet.fill(Rect::new(area.x0, area.y0, PAGE.width - MARGIN, area.y0 + thickness), sheet.inks.words);
    let top = area.y0 + thickness + 22.0;
    let (label, face) = (desk.say(name(role)), family(face(desk, role)));
    let quiet = sheet.inks.quiet;
    let label = Text::label(&label, 26.0).strong().heading(2);
    let end = sheet.write(desk, &label, Point::new(area.x0, top), ASIDE - 24.0);
    let about = [Some(face), range(desk, role)].into_iter().flatten().collect::<Vec<_>>().join("\n");
    let about = Text::label(&about, 22.0).color(quiet).leading(1.35);
    sheet.write(desk, &about, Point::new(area.x0, end + 2.0), ASIDE - 24.0);
    let room = Rect::new(area.x0 + ASIDE, top, area.x1, area.y1);
    let set = desk.fit(&styled(role, words, size), Size::new(room.width(), room.height()), sheet.inks);
    sheet.put(set, &planche_scene::Mark::Paragraph, room.origin());
}

fn styled(role: TypeRole, words: &str, size: f64) -> Text<'_> {
    match role {
        TypeRole::Cover | TypeRole::Title => Text::title(words, size),
        TypeRole::Text => Text::brand(words, size).down_to(24.0),
        TypeRole::Kicker => Text::brand(words, size).strong(),
    }
}

fn face<'a>(desk: &Desk<'a>, role: TypeRole) -> &'a planche_model::charter::Face {
    let fonts = &desk.charter.fonts;
    if matches!(role, TypeRole::Cover | TypeRole::Title) { &fonts.title } else { &fonts.text }
}

fn name(role: TypeRole) -> &'static str {
    match role {
        TypeRole::Cover => "size.cover",
        TypeRole::Title => "size.title",
        TypeRole::Text => "size.text",
        TypeRole::Kicker => "size.kicker",
    }
}

fn range(desk: &Desk<'_>, role: TypeRole) -> Option<String> {
    let sizes = desk.charter.fonts.sizes.get(&role)?;
    let least = desk.labels.figure(f64::from(sizes.least), 1);
    let most = desk.labels.figure(f64::from(sizes.most), 1);
    Some(desk.labels.with("size.range", "least", least).replace("{most}", &most))
}

/// Words of the brand's own pages that play that part; else its name and what it does.
fn sample(desk: &Desk<'_>, documents: &[Document], role: TypeRole) -> String {
    let found = documents.iter().find_map(|document| said(document, role));
    let charter = desk.charter;
    let own = if matches!(role, TypeRole::Cover | TypeRole::Title) || charter.tagline.is_empty() {
        &charter.name
    } else {
        &charter.tagline
    };
    found.unwrap_or_else(|| own.clone())
}

fn said(document: &Document, role: TypeRole) -> Option<String> {
    let text = |wanted: Role, is_cover: bool| {
        let pages = document.pages().into_iter().filter(move |page| {
            let layout = document.layout(page.id);
            (layout == Layout::Cover) == is_cover && layout != Layout::Number
        });
        let mut nodes = pages.flat_map(|page| document.nodes(page.id));
        nodes.find_map(|node| node.text(wanted).filter(|text| !text.is_empty()).map(plain))
    };
    match role {
        TypeRole::Cover => text(Role::Title, true),
        TypeRole::Title => text(Role::Title, false),
        TypeRole::Text => text(Role::Body, false),
        TypeRole::Kicker => text(Role::Kicker, true).or_else(|| text(Role::Kicker, false)),
    }
}

/// The words without their marks.
fn plain(markup: &str) -> String {
    outline::spans(markup).into_iter().map(|span| span.text).collect()
}
