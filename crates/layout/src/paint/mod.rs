//! From placed boxes to scene items.

mod drawing;
mod folio;
mod picture;
mod scale;

use kurbo::{Rect, RoundedRect, Shape as _};
use planche_model::{charter::Palette, document::Focus};
use planche_scene::{Group, Image, Item, Link, Mark, Scene, Shape};

pub(crate) use drawing::{centred, tinted};

use crate::{
    boxes::{Node, Paint, ToScene},
    text::glyphs,
};

/// What the boxes of a page are painted with.
pub(crate) struct Painter<'a> {
    pub palette: Palette,
    pub picture: Option<&'a Image>,
    pub focus: Focus,
    pub logo: Option<&'a Scene>,
    /// Whether the logo takes the colour of the words around it.
    pub logo_takes_ink: bool,
    /// Where the boxes are, in the order of the tree.
    pub areas: std::slice::Iter<'a, Rect>,
}

impl Painter<'_> {
    /// The items of a box and of all it contains.
    pub fn paint(&mut self, node: &Node) -> Vec<Item> {
        let area = *self.areas.next().expect("there is one area for each box");
        let mut items = self.own(node, area);
        for child in &node.children {
            items.extend(self.paint(child));
        }
        match &node.mark {
            Some(mark) if !items.is_empty() => vec![Item::Group(Group::marked(mark.clone(), items))],
            _ => items,
        }
    }

    fn own(&self, node: &Node, area: Rect) -> Vec<Item> {
        match &node.paint {
            Paint::Nothing => Vec::new(),
            Paint::Fill(color) => vec![background(area, *color)],
            Paint::Text(text) => glyphs(text, area.origin()),
            Paint::Picture { radii } => picture::picture(area, *radii, self.picture, self.focus, &self.palette),
            Paint::Rule(color) => vec![Item::Shape(Shape::filled(area.to_path(0.1), *color))],
            Paint::Button { fill, radius, address } => {
                let radius = f64::from(*radius).min(area.height() / 2.0);
                let shape = Shape::filled(RoundedRect::from_rect(area, radius).to_path(0.1), *fill);
                vec![Item::Shape(shape), Item::Link(Link { area, address: address.clone() })]
            }
            Paint::Mark { color } => self.logo.map_or_else(Vec::new, |logo| {
                let color = self.logo_takes_ink.then_some(*color);
                drawing::fitted(logo, area, color)
            }),
            Paint::Arrow { color, size } => folio::arrow(area, *color, f64::from(*size)),
            Paint::Scale(scale) => scale::scale(scale, area),
        }
    }

    /// The page's ornament, centred on `center`, `width` u wide.
    pub fn ornament(&self, motif: &Scene, center: kurbo::Point, width: f64) -> Item {
        let items = tinted(&motif.items, self.palette.motif.paint());
        Item::Group(Group { mark: Some(Mark::Artifact), ..centred(motif, items, center, width) })
    }
}

fn background(area: Rect, color: planche_scene::Color) -> Item {
    Item::Group(Group::marked(Mark::Artifact, vec![Item::Shape(Shape::filled(area.to_path(0.1), color))]))
}
