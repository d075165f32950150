use planche_model::{
    Charter, Color, Finding,
    charter::{Role, Rule, Swatch},
};
use planche_scene::{Group, Item, Paint, Shape};

use super::Page;

/// Two colours that are further apart than this are told apart at a glance (Oklab; one hundredth is about a just
/// noticeable difference).
const APART: f64 = 0.04;

/// A logo that keeps its own colours, in one that the charter has not. Black and white belong to everybody.
pub fn check(page: &Page<'_>) -> Option<Finding> {
    page.composition.logo?;
    let charter = &page.brand().charter;
    let logos = page.brand().logos.iter().filter(|logo| !logo.takes_ink);
    let strange = logos.flat_map(|logo| colors(&logo.drawing.items)).find_map(|color| strange(color, charter))?;
    let (color, near) = strange;
    Some(page.finding(Rule::OffPalette)?.with("text", color).with("near", &near.name))
}

/// The colour, and the charter's nearest, when it is none of the charter's.
fn strange(color: Color, charter: &Charter) -> Option<(Color, &Swatch)> {
    let own = Role::ALL.iter().map(|role| charter.colors.swatch(*role)).chain(&charter.colors.more);
    let nearest = own.min_by(|a, b| a.value.distance(color).total_cmp(&b.value.distance(color)))?;
    let neutral = [0, 255].map(|level| Color { red: level, green: level, blue: level });
    let is_known = neutral.iter().chain([&nearest.value]).any(|known| known.distance(color) <= APART);
    (!is_known).then_some((color, nearest))
}

/// The flat colours of some items.
fn colors(items: &[Item]) -> Vec<Color> {
    items.iter().flat_map(item_colors).collect()
}

fn item_colors(item: &Item) -> Vec<Color> {
    match item {
        Item::Group(Group { items, .. }) => colors(items),
        Item::Shape(Shape { fill, stroke, .. }) => {
            let paints = fill.iter().chain(stroke.iter().map(|(_, paint)| paint));
            paints.filter_map(flat).collect()
        }
        Item::Glyphs(glyphs) => flat(&glyphs.fill).into_iter().collect(),
        Item::Picture(_) | Item::Link(_) => Vec::new(),
    }
}

fn flat(paint: &Paint) -> Option<Color> {
    let Paint::Solid(color) = paint else { return None };
    let [red, green, blue, alpha] = color.to_rgba8().to_u8_array();
    (alpha == 255).then_some(Color { red, green, blue })
}
