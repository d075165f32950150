//! Where things stand on the book's pages, in u: twelve columns on a page of 16 to 9.

use planche_scene::{Rect, Size};

/// The page.
pub(super) const PAGE: Size = Size::new(1920.0, 1080.0);
/// Beside the columns.
pub(super) const MARGIN: f64 = 96.0;
/// Between two columns.
pub(super) const GUTTER: f64 = 32.0;
/// Where titles begin.
pub(super) const TOP: f64 = 96.0;
/// Where what titles are about ends.
pub(super) const BOTTOM: f64 = 956.0;
/// Where the line at the foot of a page begins.
pub(super) const FOOT: f64 = 1006.0;
/// The column that matter begins at, beside the title.
pub(super) const MATTER: usize = 3;

const COLUMN: f64 = (PAGE.width - 2.0 * MARGIN - 11.0 * GUTTER) / 12.0;

/// The left edge of a column, counted from 0.
pub(super) fn column(at: usize) -> f64 {
    MARGIN + at as f64 * (COLUMN + GUTTER)
}

/// The width of so many columns.
pub(super) fn span(columns: usize) -> f64 {
    columns as f64 * (COLUMN + GUTTER) - GUTTER
}

/// Where matter stands beside a title.
pub(super) fn matter() -> Rect {
    Rect::new(column(MATTER), TOP, PAGE.width - MARGIN, BOTTOM)
}

/// The whole page.
pub(super) fn page() -> Rect {
    PAGE.to_rect()
}

/// The whole width between the margins, from `top` down.
pub(super) fn full(top: f64) -> Rect {
    Rect::new(MARGIN, top, PAGE.width - MARGIN, BOTTOM)
}
