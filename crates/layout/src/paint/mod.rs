//! From placed boxes to scene items.

mod drawing;
mod folio;
mod outline;
mod panel;
mod picture;
mod scale;

use kurbo::{Affine, BezPath, Point, Rect, RoundedRect, Shape as _};
use planche_model::{charter::Palette, document::Focus, template::Outline};
use planche_scene::{Color, Group, Image, Item, Link, Mark, Scene, Shape};

pub use drawing::{centred, fitted, tinted};
use outline::outline;
pub use picture::covering;

use crate::{
    LogoDrawing,
    boxes::{Node, Paint, ToScene},
    text::glyphs,
};

/// What the boxes of a page are painted with.
pub(crate) struct Painter<'a> {
    pub palette: Palette,
    pub picture: Option<&'a Image>,
    pub focus: Focus,
    pub logo: Option<&'a LogoDrawing>,
    /// Whether the page is read from the right: what has a left and a right is turned around.
    pub mirrored: bool,
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
            Paint::Panel(panel) if self.mirrored => vec![panel::panel(&panel.mirrored(), area)],
            Paint::Panel(panel) => vec![panel::panel(panel, area)],
            Paint::Text(text) => glyphs(text, area.origin()),
            Paint::Picture { radii, mask, shadow } => {
                let cut = mask.map_or_else(|| picture::rounded(area, *radii), |mask| outline(mask, area));
                let cut = self.turned(cut, area);
                let items = picture::picture(area, cut, self.picture, self.focus, &self.palette);
                match *shadow {
                    Some(shadow) => vec![Item::Group(Group::shaded(shadow, items))],
                    None => items,
                }
            }
            Paint::Shape { outline: figure, color, line } => {
                let shape = drawn(*figure, area, *color, *line);
                vec![Item::Shape(Shape { path: self.turned((*shape.path).clone(), area).into(), ..shape })]
            }
            Paint::Rule(color) => vec![Item::Shape(Shape::filled(area.to_path(0.1), *color))],
            Paint::Button { fill, radius, address } => {
                let radius = f64::from(*radius).min(area.height() / 2.0);
                let shape = Shape::filled(RoundedRect::from_rect(area, radius).to_path(0.1), *fill);
                vec![Item::Shape(shape), Item::Link(Link { area, address: address.clone() })]
            }
            Paint::Mark { color } => self.logo.map_or_else(Vec::new, |logo| {
                let color = logo.takes_ink.then_some(*color);
                drawing::fitted(&logo.drawing, area, color)
            }),
            Paint::Arrow { color, size } => {
                let arrow = folio::arrow(area, f64::from(*size));
                vec![Item::Shape(Shape::stroked(self.turned(arrow, area), f64::from(*size) * folio::THICKNESS, *color))]
            }
            Paint::Scale(scale) => scale::scale(scale, area),
        }
    }

    /// The path as it lies in a page that may be read from the right.
    fn turned(&self, path: BezPath, area: Rect) -> BezPath {
        if !self.mirrored {
            return path;
        }
        Affine::new([-1.0, 0.0, 0.0, 1.0, area.x0 + area.x1, 0.0]) * path
    }

    /// The page's ornament, centred on `center`, `width` u wide.
    pub fn ornament(&self, motif: &Scene, center: Point, width: f64) -> Item {
        let items = tinted(&motif.items, self.palette.motif.paint());
        Item::Group(Group { mark: Some(Mark::Artifact), ..centred(motif, items, center, width) })
    }

    /// An outline in the ornament's place.
    pub fn ornamental(&self, figure: Outline, color: Color, center: Point, width: f64) -> Item {
        let area = Rect::from_center_size(center, (width, width));
        Item::Group(Group::marked(Mark::Artifact, vec![Item::Shape(drawn(figure, area, color, None))]))
    }
}

fn drawn(figure: Outline, area: Rect, color: Color, line: Option<f32>) -> Shape {
    match line {
        None => Shape::filled(outline(figure, area), color),
        Some(width) => {
            let width = f64::from(width);
            Shape::stroked(outline(figure, area.inset(-width / 2.0)), width, color)
        }
    }
}
