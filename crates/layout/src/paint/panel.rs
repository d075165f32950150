use kurbo::{Affine, Point, Rect, RoundedRect, Shape as _};
use planche_model::template::Fade;
use planche_scene::{Color, Gradient, Group, Item, Mark, Paint, Shape};

use crate::boxes::Panel;

/// What lies behind a box's children.
pub(super) fn panel(panel: &Panel, area: Rect) -> Item {
    let fill = panel.fill.map(|color| Shape::filled(rounded(area, panel.radius, 0.0), ground(color, panel.fade, area)));
    let border = panel.border.map(|(width, color)| {
        let path = rounded(area, panel.radius, f64::from(width) / 2.0);
        Shape::stroked(path, f64::from(width), color)
    });
    let items = fill.into_iter().chain(border).map(Item::Shape).collect();
    Item::Group(Group::marked(Mark::Artifact, items))
}

fn rounded(area: Rect, radius: f32, inset: f64) -> kurbo::BezPath {
    let area = area.inset(-inset);
    if radius <= 0.0 {
        return area.to_path(0.1);
    }
    let radius = (f64::from(radius) - inset).min(area.width().min(area.height()) / 2.0).max(0.0);
    RoundedRect::from_rect(area, radius).to_path(0.05)
}

fn ground(color: Color, fade: Option<Fade>, area: Rect) -> Paint {
    let Some(fade) = fade else { return color.into() };
    let center = area.center();
    let (from, to) = match fade {
        Fade::Up => (Point::new(center.x, area.y1), Point::new(center.x, area.y0)),
        Fade::Down => (Point::new(center.x, area.y0), Point::new(center.x, area.y1)),
        Fade::Left => (Point::new(area.x1, center.y), Point::new(area.x0, center.y)),
        Fade::Right => (Point::new(area.x0, center.y), Point::new(area.x1, center.y)),
    };
    // Nearly solid under the words, then gone without a visible edge.
    let stops = [(0.0, 0.94), (0.55, 0.82), (0.8, 0.42), (1.0, 0.0)];
    let stops = stops.map(|(at, alpha)| (at, color.with_alpha(alpha)));
    Paint::Gradient(Gradient::new_linear(from, to).with_stops(stops), Affine::IDENTITY)
}
