use kurbo::{Join, Rect, Shape as _, Stroke};
use planche_scene::{Glyphs, Group, Item};

/// How many standard deviations away a blur no longer shows: three box passes reach 2.8.
pub const REACH: f64 = 3.0;

/// A box that holds all that `items` paint, in their own space; `None` when they paint nothing.
///
/// It is generous where the exact box would take work: nothing is ever painted outside.
pub fn extent(items: &[Item]) -> Option<Rect> {
    items.iter().filter_map(item_extent).reduce(|all, area| all.union(area))
}

/// A box that holds what a group paints, in the group's space, before it is blurred and casts a shadow.
pub fn content_extent(group: &Group) -> Option<Rect> {
    let area = extent(&group.items)?;
    let clipped = group.clip.as_ref().map_or(area, |clip| area.intersect(clip.bounding_box()));
    let shown = match &group.mask {
        Some(mask) => clipped.intersect(extent(mask)?),
        None => clipped,
    };
    (!shown.is_zero_area()).then_some(shown)
}

/// A box that holds the group, blurred and with its shadow, when its content lies in `content`.
pub fn effects_extent(content: Rect, group: &Group) -> Rect {
    let around = |deviation: f64| content.inflate(REACH * deviation, REACH * deviation);
    let shadow = group.shadow.map(|shadow| around(group.blur.hypot(shadow.deviation)) + shadow.offset);
    shadow.into_iter().fold(around(group.blur), |all, area| all.union(area))
}

/// A box that holds what `stroke` paints along an outline that `area` holds.
pub fn stroked(area: Rect, stroke: &Stroke) -> Rect {
    // The corner of a square cap is the square root of two away, a pointed join as far as its limit allows.
    let farthest = match stroke.join {
        Join::Miter => stroke.miter_limit.max(std::f64::consts::SQRT_2),
        Join::Round | Join::Bevel => std::f64::consts::SQRT_2,
    };
    let reach = stroke.width / 2.0 * farthest;
    area.inflate(reach, reach)
}

/// A box that holds a run of glyphs: a glyph may leave its em by as much again.
pub fn glyphs_extent(run: &Glyphs) -> Option<Rect> {
    let size = f64::from(run.size);
    let em = |(x, y, advance): (f64, f64, f64)| Rect::new(x - size, y - 1.5 * size, x + advance + size, y + size);
    let places = run.glyphs.iter().map(|glyph| (glyph.x.into(), glyph.y.into(), glyph.advance.into()));
    let area = places.map(em).reduce(|all, area| all.union(area))?;
    Some(run.stroke.as_ref().map_or(area, |(stroke, _)| stroked(area, stroke)))
}

fn item_extent(item: &Item) -> Option<Rect> {
    match item {
        Item::Group(group) => group_extent(group).map(|area| group.transform.transform_rect_bbox(area)),
        Item::Shape(shape) => {
            let area = shape.path.bounding_box();
            Some(shape.stroke.as_ref().map_or(area, |(stroke, _)| stroked(area, stroke)))
        }
        Item::Glyphs(run) => glyphs_extent(run),
        Item::Picture(picture) => Some(picture.target),
        Item::Link(_) => None,
    }
}

fn group_extent(group: &Group) -> Option<Rect> {
    content_extent(group).map(|content| effects_extent(content, group))
}

#[cfg(test)]
mod tests {
    use kurbo::{Affine, BezPath, Vec2};
    use planche_scene::{Color, Shadow, Shape};

    use super::*;

    fn square(side: f64) -> Item {
        Item::Shape(Shape::filled(Rect::new(0.0, 0.0, side, side).to_path(0.1), Color::BLACK))
    }

    fn check(group: Group, expected: Option<Rect>) {
        assert_eq!(extent(&[Item::Group(Group { items: vec![square(10.0)], ..group })]), expected);
    }

    #[test]
    fn holds_all_that_a_group_paints_and_no_more() {
        let clip = |area: Rect| -> Option<std::sync::Arc<BezPath>> { Some(area.to_path(0.1).into()) };
        let shadow = Shadow { offset: Vec2::new(5.0, 20.0), deviation: 4.0, color: Color::BLACK };
        check(Group::default(), Some(Rect::new(0.0, 0.0, 10.0, 10.0)));
        check(Group { transform: Affine::scale(2.0), ..Group::default() }, Some(Rect::new(0.0, 0.0, 20.0, 20.0)));
        check(Group { blur: 2.0, ..Group::default() }, Some(Rect::new(-6.0, -6.0, 16.0, 16.0)));
        check(Group { shadow: Some(shadow), ..Group::default() }, Some(Rect::new(-7.0, 0.0, 27.0, 42.0)));
        check(Group { blur: 3.0, shadow: Some(shadow), ..Group::default() }, Some(Rect::new(-10.0, -9.0, 30.0, 45.0)));
        let corner = Rect::new(5.0, 5.0, 50.0, 50.0);
        check(Group { clip: clip(corner), ..Group::default() }, Some(Rect::new(5.0, 5.0, 10.0, 10.0)));
        check(Group { clip: clip(corner + Vec2::new(9.0, 0.0)), ..Group::default() }, None);
        check(Group { mask: Some([square(4.0)].into()), ..Group::default() }, Some(Rect::new(0.0, 0.0, 4.0, 4.0)));
        check(Group { mask: Some([].into()), ..Group::default() }, None);
    }
}
