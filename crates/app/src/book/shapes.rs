use kurbo::{BezPath, Circle, RoundedRect, RoundedRectRadii, Shape as _};
use planche_layout::covering;
use planche_model::charter::{Mood, PictureShape};
use planche_scene::{Group, Item, Picture, Point, Rect, Shape, Size};

use super::{
    Edition,
    desk::Desk,
    grid::{BOTTOM, GUTTER, MARGIN, PAGE, TOP, column, matter, span},
    inks::{Inks, paint},
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
    rule(&mut sheet, desk, Rect { y1: TOP + 150.0, ..right });
    button(&mut sheet, desk, Rect { y0: TOP + 230.0, ..right });
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
            (Rect::from_origin_size(area.origin(), Size::new(side, side)), "shape.disc")
        }
    };
    let path = silhouette(shape, place);
    match find(edition, desk.charter, 0) {
        Some(photograph) => photograph_in(sheet, &photograph, path, place),
        None => sheet.ornament(vec![Item::Shape(Shape::filled(path, paint(desk.colors().soft.value)))]),
    }
    let words = desk.say(label);
    let quiet = sheet.inks.quiet;
    sheet.write(desk, &Text::label(&words, 24.0).color(quiet), Point::new(place.x0, place.y1 + 16.0), area.width());
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

fn rule(sheet: &mut Sheet, desk: &mut Desk<'_>, area: Rect) {
    let thickness = f64::from(desk.charter.shapes.rule);
    sheet.fill(Rect::new(area.x0, area.y0, area.x1, area.y0 + thickness), sheet.inks.words);
    let words = desk.labels.with("rule", "size", desk.labels.figure(f64::from(desk.charter.shapes.rule), 1));
    let quiet = sheet.inks.quiet;
    let at = Point::new(area.x0, area.y0 + thickness + 20.0);
    sheet.write(desk, &Text::label(&words, 24.0).color(quiet), at, area.width());
}

/// A button on the ground and one on the loudest colour, as templates draw them.
fn button(sheet: &mut Sheet, desk: &mut Desk<'_>, area: Rect) {
    const SIZE: f64 = 40.0;
    let calls = &desk.charter.editorial.calls;
    let words = calls.iter().min_by_key(|call| call.chars().count()).cloned().unwrap_or_else(|| desk.say("call"));
    let words = words.trim_end_matches('.').to_owned();
    let page = sheet.inks;
    let inverse = Inks::on(desk.colors(), page.words);
    let color = if inverse.words == page.ground { page.ground } else { inverse.words };
    let text = Text::brand(&words, SIZE).strong().leading(1.0).color(color).down_to(20.0);
    let set = desk.fit(&text, Size::new(area.width() - 2.6 * SIZE, SIZE * 1.2), page);
    let size = Size::new(set.width + 2.6 * SIZE, set.height + 1.84 * SIZE);
    let place = Rect::from_origin_size(area.origin(), size);
    let radius = (f64::from(desk.charter.shapes.button) * SIZE).min(size.height / 2.0);
    let shape = RoundedRect::from_rect(place, radius).to_path(0.05);
    sheet.ornament(vec![Item::Shape(Shape::filled(shape, paint(page.words)))]);
    sheet.put(set, &text.mark, Point::new(place.x0 + 1.3 * SIZE, place.y0 + 0.92 * SIZE));
    let (label, quiet) = (desk.say("button"), page.quiet);
    sheet.write(desk, &Text::label(&label, 24.0).color(quiet), Point::new(area.x0, place.y1 + 20.0), area.width());
}

fn motif(desk: &mut Desk<'_>) -> Sheet {
    let mut sheet = Sheet::new(desk, Mood::Vivid);
    sheet.motif(desk, PAGE.to_rect(), Point::new(column(6) + span(3), PAGE.height / 2.0), PAGE.height * 1.5);
    let title = desk.say("motif");
    sheet.write(desk, &Text::title(&title, 64.0).heading(1), Point::new(MARGIN, TOP), span(3));
    sheet
}
