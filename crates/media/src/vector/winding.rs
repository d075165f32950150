//! From the even-odd rule to the non-zero rule, the only one that the scene knows.
//!
//! Turning each subpath by how many others enclose it makes both rules agree, as long as subpaths do not cross each
//! other or themselves: true of logos, whose holes lie inside what they pierce.

use planche_scene::BezPath;

use kurbo::{ParamCurve, Point, Shape};

use super::{Ignored, group::Reader};

/// The most work spent on the outlines of a drawing: subpaths times segments. Beyond, converting would take seconds.
const MOST_WORK: usize = 20_000_000;

/// An outline that fills by the non-zero rule as `path` does by the even-odd rule.
pub fn non_zero(reader: &mut Reader, path: BezPath) -> BezPath {
    let subpaths = closed_subpaths(&path);
    reader.turning = reader.turning.saturating_add(subpaths.len() * path.elements().len());
    let too_intricate = reader.turning > MOST_WORK;
    reader.note_if(too_intricate, Ignored::EvenOdd);
    if too_intricate {
        return path;
    }
    let turned = subpaths.iter().enumerate().flat_map(|(index, subpath)| {
        let clockwise = subpath.area() >= 0.0;
        let wanted = depth(&subpaths, index).is_multiple_of(2);
        if clockwise == wanted { subpath.clone() } else { subpath.reverse_subpaths() }
    });
    turned.collect()
}

/// `path`, turned as a whole so that its outside runs clockwise (y down).
pub fn clockwise(path: BezPath) -> BezPath {
    let area: f64 = closed_subpaths(&path).iter().map(Shape::area).sum();
    if area < 0.0 { path.reverse_subpaths() } else { path }
}

fn closed_subpaths(path: &BezPath) -> Vec<BezPath> {
    let closed = |elements: &[kurbo::PathEl]| {
        let mut subpath = BezPath::from_vec(elements.to_vec());
        if elements.last() != Some(&kurbo::PathEl::ClosePath) {
            subpath.close_path();
        }
        subpath
    };
    path.subpaths().map(closed).collect()
}

/// How many of the other subpaths enclose the one at `index`.
fn depth(subpaths: &[BezPath], index: usize) -> usize {
    let points = witnesses(&subpaths[index]);
    let encloses = |other: &&BezPath| {
        let bounds = other.bounding_box();
        let inside = points.iter().filter(|point| bounds.contains(**point) && other.winding(**point) != 0).count();
        inside * 2 > points.len()
    };
    subpaths
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != index)
        .map(|(_, subpath)| subpath)
        .filter(encloses)
        .count()
}

/// Three points of a subpath: one alone may touch its neighbour, where inside and outside meet.
fn witnesses(subpath: &BezPath) -> Vec<Point> {
    let segments: Vec<_> = subpath.segments().collect();
    let places = [0, segments.len() / 2, segments.len().saturating_sub(1)];
    places.iter().filter_map(|place| segments.get(*place)).map(|segment| segment.eval(0.5)).collect()
}
