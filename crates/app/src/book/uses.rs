use planche_layout::{BrandKit, Job};
use planche_model::{Document, Format, FormatId, Layout, PageId, charter::Mood, document::Role, outline};
use planche_scene::{Affine, Group, Item, Point, Rect, Scene, Shadow, Vec2};

use super::{
    Edition,
    desk::Desk,
    grid::{BOTTOM, GUTTER, MARGIN, PAGE, TOP, span},
    inks::paint,
    sheet::{Sheet, moved, outline},
    text::Text,
};
use crate::{Engine, kit};

/// What stands on each of the two pages: columns of pages, each of a layout and in a format.
const SHEETS: [&[&[(Layout, &str)]]; 2] = [
    &[
        &[(Layout::Cover, "ig_carousel_4_5")],
        &[(Layout::Number, "ig_carousel_4_5")],
        &[(Layout::Quote, "ig_carousel_4_5")],
    ],
    &[
        &[(Layout::List, "ig_carousel_4_5")],
        &[(Layout::Point, "ig_story")],
        &[(Layout::Call, "x_image_16_9"), (Layout::Cover, "x_image_16_9")],
    ],
];

/// Real pages of the brand's, as its templates set them.
pub(super) fn sheets(desk: &mut Desk<'_>, engine: &Engine, edition: Edition<'_>) -> Vec<Sheet> {
    let mut pages: Vec<(&Document, PageId)> = edition.documents.iter().flat_map(of).collect();
    let mut sheets = Vec::new();
    for columns in SHEETS {
        let drawn = columns.iter().map(|column| drawn(desk, engine, edition, &mut pages, column));
        let drawn: Vec<Vec<Shown>> = drawn.filter(|column| !column.is_empty()).collect();
        if !drawn.is_empty() {
            let title = desk.labels.title("use", sheets.len());
            sheets.push(wall(desk, &title, &drawn));
        }
    }
    sheets
}

fn of(document: &Document) -> impl Iterator<Item = (&Document, PageId)> {
    document.pages().into_iter().map(move |page| (document, page.id))
}

/// A page, composed, and what to say of it.
struct Shown {
    scene: Scene,
    title: String,
}

fn drawn(
    desk: &Desk<'_>,
    engine: &Engine,
    edition: Edition<'_>,
    pages: &mut Vec<(&Document, PageId)>,
    column: &[(Layout, &str)],
) -> Vec<Shown> {
    let shown = column.iter().filter_map(|(layout, format)| {
        let format = engine.assets.formats.get(&FormatId::from(*format))?;
        let (document, page) = take(pages, *layout).or_else(|| again(edition.documents, *layout))?;
        Some(compose(desk.kit, engine, edition, (document, page), format))
    });
    shown.collect()
}

/// The first page of that layout that is not shown yet, else the first one of any.
fn take<'d>(pages: &mut Vec<(&'d Document, PageId)>, layout: Layout) -> Option<(&'d Document, PageId)> {
    let wanted = pages.iter().position(|(document, page)| document.layout(*page) == layout);
    (!pages.is_empty()).then(|| pages.remove(wanted.unwrap_or(0)))
}

/// A page of that layout, shown already: another format makes another page of it.
fn again(documents: &[Document], layout: Layout) -> Option<(&Document, PageId)> {
    documents.iter().flat_map(of).find(|(document, page)| document.layout(*page) == layout)
}

fn compose(
    kit: &BrandKit,
    engine: &Engine,
    edition: Edition<'_>,
    (document, page): (&Document, PageId),
    format: &Format,
) -> Shown {
    let mut kit = kit.clone();
    kit::dress(&mut kit, document, &engine.assets.families);
    let job = Job { document, page, format, brand: &kit, pictures: edition.pictures };
    let scene = engine.work(|bench| bench.compositor.compose(job)).scene;
    let title = document.nodes(page).iter().find_map(|node| node.text(Role::Title).or(node.text(Role::Quote)));
    let title = outline::spans(title.unwrap_or_default()).into_iter().map(|span| span.text).collect();
    Shown { scene, title }
}

/// The columns side by side, all of one height, from margin to margin where they fit.
fn wall(desk: &mut Desk<'_>, title: &str, columns: &[Vec<Shown>]) -> Sheet {
    let mut sheet = Sheet::new(desk, Mood::Ground);
    let table = sheet.inks.words.over(0.07, sheet.inks.ground);
    sheet.fill(PAGE.to_rect(), table);
    sheet.inks = super::inks::Inks::on(desk.colors(), table);
    sheet.write(desk, &Text::title(title, 64.0).heading(1), Point::new(MARGIN, TOP - 12.0), span(12));
    let height = height(columns).min(BOTTOM - 200.0);
    let mut x = MARGIN;
    for column in columns {
        let width = width(column, height);
        hang(&mut sheet, desk, column, Rect::new(x, 200.0, x + width, 200.0 + height));
        x += width + GUTTER;
    }
    sheet
}

fn hang(sheet: &mut Sheet, desk: &Desk<'_>, column: &[Shown], area: Rect) {
    let mut y = area.y0;
    for shown in column {
        let scale = area.width() / shown.scene.size.width;
        let items = unmarked(&shown.scene.items);
        let page = Group::clipped(outline(shown.scene.size.to_rect()), items);
        let page = Group { transform: Affine::scale(scale), ..page };
        let dark = paint(sheet.inks.words).with_alpha(0.16);
        let shadow = Shadow { offset: Vec2::new(0.0, 6.0), deviation: 14.0, color: dark };
        let size = shown.scene.size * scale;
        let under = Item::Shape(planche_scene::Shape::filled(outline(size.to_rect()), paint(sheet.inks.ground)));
        sheet.ornament(vec![moved(Group::shaded(shadow, vec![under]), Point::new(area.x0, y))]);
        let alternative = if shown.title.is_empty() { desk.say("page") } else { shown.title.clone() };
        sheet.figure(&alternative, vec![moved(page, Point::new(area.x0, y))]);
        y += size.height + GUTTER;
    }
}

/// How wide a column of that height is.
fn width(column: &[Shown], height: f64) -> f64 {
    let (sum, gaps) = slope(column);
    (height - gaps) / sum
}

/// A column `w` wide is `w * sum + gaps` high.
fn slope(column: &[Shown]) -> (f64, f64) {
    let sum = column.iter().map(|shown| shown.scene.size.height / shown.scene.size.width).sum();
    (sum, (column.len() - 1) as f64 * GUTTER)
}

/// The height at which the columns reach from margin to margin.
fn height(columns: &[Vec<Shown>]) -> f64 {
    let room = span(12) - (columns.len() - 1) as f64 * GUTTER;
    let (mut across, mut lost) = (0.0, 0.0);
    for column in columns {
        let (sum, gaps) = slope(column);
        across += 1.0 / sum;
        lost += gaps / sum;
    }
    (room + lost) / across
}

/// The items without what they mean: in the book, each page is one figure.
fn unmarked(items: &[Item]) -> Vec<Item> {
    let kept = items.iter().filter(|item| !matches!(item, Item::Link(_)));
    kept.map(|item| match item {
        Item::Group(group) => Item::Group(Group { mark: None, items: unmarked(&group.items), ..group.clone() }),
        other => other.clone(),
    })
    .collect()
}
