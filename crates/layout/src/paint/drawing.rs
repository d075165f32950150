use kurbo::{Affine, Point, Rect};
use planche_scene::{Color, Group, Item, Paint, Scene, Shape};

/// A drawing as large as `area` allows, at its left edge and vertically in its middle.
pub fn fitted(drawing: &Scene, area: Rect, color: Option<Color>) -> Vec<Item> {
    let scale = (area.height() / drawing.size.height).min(area.width() / drawing.size.width);
    let top = area.y0 + (area.height() - drawing.size.height * scale) / 2.0;
    let transform = Affine::translate((area.x0, top)) * Affine::scale(scale);
    let items = color.map_or_else(|| drawing.items.clone(), |color| tinted(&drawing.items, color));
    vec![Item::Group(Group { transform, items, ..Group::default() })]
}

/// `items` of a drawing, with its middle at `center` and `width` u wide.
pub fn centred(drawing: &Scene, items: Vec<Item>, center: Point, width: f64) -> Group {
    let scale = width / drawing.size.width;
    let middle = drawing.size.to_vec2() / 2.0;
    let transform = Affine::translate(center.to_vec2()) * Affine::scale(scale) * Affine::translate(-middle);
    Group { transform, items, ..Group::default() }
}

/// The same items in one colour; what was thin stays thin.
pub fn tinted(items: &[Item], color: Color) -> Vec<Item> {
    items.iter().map(|item| tint(item, color)).collect()
}

fn tint(item: &Item, color: Color) -> Item {
    match item {
        Item::Group(group) => Item::Group(Group { items: tinted(&group.items, color), ..group.clone() }),
        Item::Shape(shape) => Item::Shape(Shape {
            path: shape.path.clone(),
            fill: shape.fill.as_ref().map(|paint| tint_paint(paint, color)),
            stroke: shape.stroke.as_ref().map(|(stroke, paint)| (stroke.clone(), tint_paint(paint, color))),
        }),
        Item::Glyphs(_) | Item::Picture(_) | Item::Link(_) => item.clone(),
    }
}

fn tint_paint(paint: &Paint, color: Color) -> Paint {
    match paint {
        Paint::Solid(own) => Paint::Solid(color.with_alpha(own.components[3])),
        Paint::Gradient(..) => Paint::Solid(color),
    }
}
