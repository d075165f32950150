use std::sync::Arc;

use kurbo::{Cap, Join};
use planche_scene::{BezPath, Item, Paint, Shape, Stroke};
use usvg::{FillRule, LineCap, LineJoin, PaintOrder, tiny_skia_path::PathSegment};

use super::{Ignored, group::Reader, paint, winding};

/// The items that draw `path`: one, or two when fill and stroke cannot share a shape.
pub fn items(reader: &mut Reader, path: &usvg::Path) -> Vec<Item> {
    if !path.is_visible() || !reader.reaches(path) {
        return Vec::new();
    }
    let outline = Arc::new(outline(path));
    let stroke = stroke(reader, path);
    let Some((filled, fill)) = fill(reader, path, &outline) else {
        return item(&outline, None, stroke).into_iter().collect();
    };
    let shared = Arc::ptr_eq(&filled, &outline);
    match path.paint_order() {
        PaintOrder::FillAndStroke if shared => item(&outline, Some(fill), stroke).into_iter().collect(),
        PaintOrder::FillAndStroke => {
            item(&filled, Some(fill), None).into_iter().chain(item(&outline, None, stroke)).collect()
        }
        PaintOrder::StrokeAndFill => {
            item(&outline, None, stroke).into_iter().chain(item(&filled, Some(fill), None)).collect()
        }
    }
}

fn item(path: &Arc<BezPath>, fill: Option<Paint>, stroke: Option<(Stroke, Paint)>) -> Option<Item> {
    (fill.is_some() || stroke.is_some()).then(|| Item::Shape(Shape { path: Arc::clone(path), fill, stroke }))
}

/// The fill and the outline to fill, which is `outline` itself unless its winding must change.
fn fill(reader: &mut Reader, path: &usvg::Path, outline: &Arc<BezPath>) -> Option<(Arc<BezPath>, Paint)> {
    let fill = path.fill()?;
    let paint = paint::convert(reader, fill.paint(), fill.opacity())?;
    let rewound = fill.rule() == FillRule::EvenOdd && outline.subpaths().nth(1).is_some();
    let filled =
        if rewound { Arc::new(winding::non_zero(reader, BezPath::clone(outline))) } else { Arc::clone(outline) };
    Some((filled, paint))
}

fn stroke(reader: &mut Reader, path: &usvg::Path) -> Option<(Stroke, Paint)> {
    let stroke = path.stroke()?;
    let paint = paint::convert(reader, stroke.paint(), stroke.opacity())?;
    let join = match stroke.linejoin() {
        LineJoin::Miter | LineJoin::MiterClip => Join::Miter,
        LineJoin::Round => Join::Round,
        LineJoin::Bevel => Join::Bevel,
    };
    let cap = match stroke.linecap() {
        LineCap::Butt => Cap::Butt,
        LineCap::Round => Cap::Round,
        LineCap::Square => Cap::Square,
    };
    let dashes: Vec<f64> = stroke.dasharray().unwrap_or_default().iter().copied().map(f64::from).collect();
    let too_fine = pieces(path, &dashes) > MOST_DASHES;
    reader.note_if(too_fine, Ignored::Dashes);
    let dashes = if too_fine { Vec::new() } else { dashes };
    let pen = Stroke::new(stroke.width().get().into())
        .with_join(join)
        .with_caps(cap)
        .with_miter_limit(stroke.miterlimit().get().into())
        .with_dashes(stroke.dashoffset().into(), dashes);
    Some((pen, paint))
}

/// The most dashes of one line: as many as a page has u round it, twice.
const MOST_DASHES: f64 = 10_000.0;

/// How many dashes and gaps a line is cut into, at most: its control points are never nearer than its curves are long.
fn pieces(path: &usvg::Path, dashes: &[f64]) -> f64 {
    let points = path.data().points();
    let length: f64 = points.windows(2).map(|pair| f64::from(pair[0].distance(pair[1]))).sum();
    let period: f64 = dashes.iter().sum();
    if dashes.is_empty() { 0.0 } else { length / period * dashes.len() as f64 }
}

/// The path's outline, in its own space.
pub fn outline(path: &usvg::Path) -> BezPath {
    let point = |point: usvg::tiny_skia_path::Point| (f64::from(point.x), f64::from(point.y));
    let mut outline = BezPath::new();
    for segment in path.data().segments() {
        match segment {
            PathSegment::MoveTo(to) => outline.move_to(point(to)),
            PathSegment::LineTo(to) => outline.line_to(point(to)),
            PathSegment::QuadTo(control, to) => outline.quad_to(point(control), point(to)),
            PathSegment::CubicTo(first, second, to) => outline.curve_to(point(first), point(second), point(to)),
            PathSegment::Close => outline.close_path(),
        }
    }
    outline
}
