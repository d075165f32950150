use kurbo::{BezPath, Circle, RoundedRect, RoundedRectRadii, Shape as _};
use planche_layout::covering;
use planche_model::charter::{Mood, PictureShape, Role};
use planche_scene::{Group, Item, Picture, Point, Rect, Shape, Size};

use super::{
    Edition,
    desk::Desk,
    grid::{BOTTOM, GUTTER, MARGIN, PAGE, TOP, column, matter, span},
    inks::{ENOUGH, Inks, paint},
    photographs::{Photograph, find},
    sheet::Sheet,
    text::Text,
};

/// How photographs are cut, rules, buttons and the motif.
pub(super) fn sheets(desk: &mut Desk<'_>, edition: Edition<'_>) -> Vec<Sheet> {
    let title = desk.say("shapes");
    let mut sheet = Sheet::titled(desk, Mood::Ground, &title);
    let area = matter();
    let half = (area.width() - GUTTER) / 2.0;
    cut(&mut sheet, desk, edition, Rect::new(area.x0, TOP, area.x0 + half, BOTTOM - 50.0));
    let right = Rect::new(area.x0 + half + GUTTER, TOP, area.x1, BOTTOM);
    let middle = right.center().y;
    rule(&mut sheet, desk, Rect { y1: middle - GUTTER / 2.0, ..right });
    button(&mut sheet, desk, Rect { y0: middle + GUTTER / 2.0, ..right });
    let mut sheets = vec![sheet];
    if desk.kit.motif.is_some() {
        sheets.push(motif(desk));
    }
    sheets
}

fn cut(sheet: &mut Sheet, desk: &mut Desk<'_>, edition: Edition<'_>, area: Rect) {
    let shape = desk.charter.shapes.picture;
    let (place, label) = match shape {
        PictureShape::Arch => (area, "shape.arch"),
        PictureShape::Disc => {
            let side = area.width().min(area.height());
            (Rect::from_center_size(area.center(), Size::new(side, side)), "shape.disc")
        }
    };
    let path = silhouette(shape, place);
    match find(edition, desk.charter, 0) {
        Some(photograph) => photograph_in(sheet, &photograph, path, place),
        None => sheet.ornament(vec![Item::Shape(Shape::filled(path, paint(desk.colors().soft.value)))]),
    }
    let words = desk.say(label);
    let quiet = sheet.inks.quiet;
    sheet.write(desk, &Text::label(&words, 24.0).color(quiet), Point::new(area.x0, area.y1 + 18.0), area.width());
}

fn silhouette(shape: PictureShape, area: Rect) -> BezPath {
    let round = area.width() / 2.0;
    match shape {
        PictureShape::Arch => {
            let radii = RoundedRectRadii::new(round, round, 0.0, 0.0);
            RoundedRect::from_rect(area, radii).to_path(0.05)
        }
        PictureShape::Disc => Circle::new(area.center(), round).to_path(0.05),
    }
}

/// A photograph cut to an outline.
pub(super) fn photograph_in(sheet: &mut Sheet, photograph: &Photograph, path: BezPath, area: Rect) {
    let source = covering(&photograph.image, area, photograph.focus);
    let picture = Item::Picture(Picture { image: photograph.image.clone(), source, target: area });
    sheet.figure(&photograph.alternative, vec![Item::Group(Group::clipped(path, vec![picture]))]);
}

/// A part of the page in one of the brand's colours, with a caption at its foot.
fn panel(sheet: &mut Sheet, desk: &mut Desk<'_>, role: Role, caption: &str, area: Rect) -> Inks {
    let page = sheet.inks;
    sheet.fill(area, desk.colors().of(role));
    sheet.inks = Inks::on(desk.colors(), desk.colors().of(role));
    let room = Rect::new(area.x0 + 32.0, area.y0, area.x1 - 32.0, area.y1 - 24.0);
    sheet.write_above(desk, &Text::label(caption, 24.0), room);
    std::mem::replace(&mut sheet.inks, page)
}

/// Rules as lists have them.
fn rule(sheet: &mut Sheet, desk: &mut Desk<'_>, area: Rect) {
    let thickness = f64::from(desk.charter.shapes.rule);
    let words = desk.labels.with("rule", "size", desk.labels.figure(thickness, 1));
    let inks = panel(sheet, desk, Role::Cool, &words, area);
    let (x0, x1, top) = (area.x0 + 32.0, area.x1 - 32.0, area.y0 + 72.0);
    for at in 0..4 {
        let y = top + f64::from(at) * 62.0;
        let (height, color) = if at == 0 { (thickness, inks.words) } else { ((thickness / 2.0).max(1.0), inks.words) };
        sheet.fill(Rect::new(x0, y, x1, y + height), color);
    }
}

/// A button on the loudest colour, as templates draw it.
fn button(sheet: &mut Sheet, desk: &mut Desk<'_>, area: Rect) {
    const SIZE: f64 = 40.0;
    let calls = &desk.charter.editorial.calls;
    let words = calls.iter().min_by_key(|call| call.chars().count()).cloned().unwrap_or_else(|| desk.say("call"));
    let caption = desk.say("button");
    let inks = panel(sheet, desk, Role::Vivid, &caption, area);
    let inverse = Inks::on(desk.colors(), inks.words);
    let color = if inks.ground.contrast(inks.words) >= ENOUGH { inks.ground } else { inverse.words };
    let text = Text::brand(words.trim_end_matches('.'), SIZE).strong().leading(1.0).color(color).down_to(24.0);
    let set = desk.fit(&text, Size::new(area.width() - 2.6 * SIZE - 64.0, SIZE * 1.2), inks);
    let size = Size::new(set.width + 2.6 * SIZE, set.height + 1.84 * SIZE);
    let place = Rect::from_center_size(area.center(), size);
    let radius = (f64::from(desk.charter.shapes.button) * SIZE).min(size.height / 2.0);
    let shape = RoundedRect::from_rect(place, radius).to_path(0.05);
    sheet.ornament(vec![Item::Shape(Shape::filled(shape, paint(inks.words)))]);
    sheet.put(set, &text.mark, Point::new(place.x0 + 1.3 * SIZE, place.y0 + 0.92 * SIZE));
}

fn motif(desk: &mut Desk<'_>) -> Sheet {
    let mut sheet = Sheet::new(desk, Mood::Vivid);
    sheet.motif(desk, PAGE.to_rect(), Point::new(column(6) + span(3), PAGE.height / 2.0), PAGE.height * 1.5);
    let title = desk.say("motif");
    sheet.write(desk, &Text::title(&title, 64.0).heading(1), Point::new(MARGIN, TOP), span(3));
    sheet
}
