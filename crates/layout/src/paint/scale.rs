use kurbo::{Circle, Point, Rect, Shape as _, Vec2};
use planche_scene::{Color, Item, Shape};

use crate::{
    boxes::{Scale, ScalePoint},
    text::glyphs,
};

/// In em of the labels' size: the points' radius, the line's thickness and that of its part up to the least point.
const POINT: f64 = 0.45;
const LINE: f64 = 0.1;
const STRONG_LINE: f64 = 0.28;

/// A line across `area` with a point for each figure and its label below.
pub(super) fn scale(scale: &Scale, area: Rect) -> Vec<Item> {
    let Some(first) = scale.points.first() else { return Vec::new() };
    let size = f64::from(first.text.size);
    let middle = area.y0 + size * POINT;
    let least = scale.points.iter().map(|point| point.at).fold(1.0, f64::min);
    let mut items = vec![
        line(area, middle, 1.0, size * LINE, scale.faint),
        line(area, middle, least, size * STRONG_LINE, scale.color),
    ];
    for point in &scale.points {
        items.push(dot(Point::new(area.x0 + area.width() * point.at, middle), size * POINT, area, scale.color));
        items.extend(label(point, area, size));
    }
    items
}

fn line(area: Rect, middle: f64, share: f64, thickness: f64, color: Color) -> Item {
    let line = Rect::new(area.x0, middle - thickness / 2.0, area.x0 + area.width() * share, middle + thickness / 2.0);
    Item::Shape(Shape::filled(line.to_path(0.1), color))
}

fn dot(center: Point, radius: f64, area: Rect, color: Color) -> Item {
    let center = Point::new(center.x.min(area.x1 - radius).max(area.x0 + radius), center.y);
    Item::Shape(Shape::filled(Circle::new(center, radius).to_path(0.05), color))
}

/// The label under its point, kept within the area.
fn label(point: &ScalePoint, area: Rect, size: f64) -> Vec<Item> {
    let width = f64::from(point.text.shaped().width());
    let left = (area.x0 + area.width() * point.at).min(area.x1 - width).max(area.x0);
    glyphs(&point.text, Point::new(left, area.y0) + Vec2::new(0.0, size * 1.2))
}
