use kurbo::{BezPath, Rect};

/// The line's thickness and the head's reach, in em of the folio's size.
pub(super) const THICKNESS: f64 = 0.11;
const HEAD: f64 = 0.4;

/// An arrow to the right across `area`, at half its height.
pub(super) fn arrow(area: Rect, size: f64) -> BezPath {
    let (middle, tip) = (area.center().y, area.x1);
    let mut path = BezPath::new();
    path.move_to((area.x0, middle));
    path.line_to((tip, middle));
    path.move_to((tip - size * HEAD, middle - size * HEAD));
    path.line_to((tip, middle));
    path.line_to((tip - size * HEAD, middle + size * HEAD));
    path
}
