use planche_model::charter::Mood;
use planche_scene::{Group, Item, Mark, Point, Rect};

use super::{
    desk::Desk,
    grid::GUTTER,
    inks::Inks,
    sheet::{Sheet, filled, moved},
    text::Text,
};

/// Something that goes into a column whole.
pub(super) struct Row {
    items: Vec<Item>,
    height: f64,
    /// The room after it, in u.
    pub after: f64,
    /// Whether it goes with what follows, as a heading does.
    pub leads: bool,
}

impl Row {
    pub fn new(after: f64) -> Self {
        Self { items: Vec::new(), height: 0.0, after, leads: false }
    }

    /// Words at `x`, beside what the row holds.
    pub fn beside(mut self, desk: &mut Desk<'_>, text: &Text<'_>, (x, width): (f64, f64), inks: Inks) -> Self {
        self.add(desk, text, Point::new(x, 0.0), width, inks);
        self
    }

    /// Words at `x`, under what the row holds.
    pub fn below(mut self, desk: &mut Desk<'_>, text: &Text<'_>, (x, width): (f64, f64), gap: f64, inks: Inks) -> Self {
        let top = self.height + gap;
        self.add(desk, text, Point::new(x, top), width, inks);
        self
    }

    /// A line over the row, so thick, across `width`, and room under it.
    pub fn ruled(mut self, width: f64, thickness: f64, room: f64, color: planche_model::Color) -> Self {
        let line = filled(Rect::new(0.0, 0.0, width, thickness), color);
        let down = Group { items: std::mem::take(&mut self.items), ..Group::default() };
        let held = moved(down, Point::new(0.0, thickness + room));
        self.items = vec![Item::Group(Group::marked(Mark::Artifact, vec![line])), held];
        self.height += thickness + room;
        self
    }

    /// A drawing with its origin at the row's.
    pub fn drawn(mut self, items: Vec<Item>, height: f64) -> Self {
        self.items.push(Item::Group(Group::marked(Mark::Artifact, items)));
        self.height = self.height.max(height);
        self
    }

    /// Another row in the same place, beside what this one holds.
    pub fn over(mut self, other: Self) -> Self {
        self.height = self.height.max(other.height);
        self.items.extend(other.items);
        self
    }

    pub fn leading_on(self) -> Self {
        Self { leads: true, ..self }
    }

    fn add(&mut self, desk: &mut Desk<'_>, text: &Text<'_>, at: Point, width: f64, inks: Inks) {
        let set = desk.set(text, width, inks);
        self.height = self.height.max(at.y + set.height);
        self.items.push(moved(Group::marked(text.mark.clone(), set.items), at));
    }
}

/// Columns of one width, side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub area: Rect,
    pub count: usize,
}

impl Columns {
    /// The width of each, in u.
    pub fn width(self) -> f64 {
        (self.area.width() - (self.count - 1) as f64 * GUTTER) / self.count as f64
    }

    fn left(self, at: usize) -> f64 {
        self.area.x0 + at as f64 * (self.width() + GUTTER)
    }
}

/// Pages under one title, as many as the rows need.
pub(super) fn flow(desk: &mut Desk<'_>, mood: Mood, title: &str, columns: Columns, rows: Vec<Row>) -> Vec<Sheet> {
    let first = Sheet::titled(desk, mood, title);
    flow_on(desk, mood, title, first, columns, columns, rows)
}

/// The same, on a page that is begun already and has its own room for rows; those that follow have `columns`.
pub(super) fn flow_on(
    desk: &mut Desk<'_>,
    mood: Mood,
    title: &str,
    first: Sheet,
    room: Columns,
    columns: Columns,
    rows: Vec<Row>,
) -> Vec<Sheet> {
    let (mut sheets, mut sheet, mut columns_here) = (Vec::new(), first, room);
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let placed = fill(&mut rows, columns_here);
        lay(&mut sheet, placed, columns_here);
        if rows.peek().is_some() {
            let title = desk.labels.with("continued", "title", title);
            sheets.push(std::mem::replace(&mut sheet, Sheet::titled(desk, mood, &title)));
            columns_here = columns;
        }
    }
    sheets.push(sheet);
    sheets
}

/// The rows of one page, column by column: as even as they come when all of them fit.
fn fill(rows: &mut std::iter::Peekable<std::vec::IntoIter<Row>>, columns: Columns) -> Vec<Vec<Row>> {
    let left: Vec<Row> = rows.collect();
    let whole = columns.area.height();
    let total: f64 = left.iter().map(|row| row.height + row.after).sum();
    let mut height = (total / columns.count as f64).min(whole);
    while height < whole && taken(&left, columns.count, height).iter().sum::<usize>() < left.len() {
        height = (height + EVEN).min(whole);
    }
    let counts = taken(&left, columns.count, height);
    let mut left = left.into_iter();
    let placed = counts.into_iter().map(|count| left.by_ref().take(count).collect()).collect();
    *rows = left.collect::<Vec<_>>().into_iter().peekable();
    placed
}

/// How much longer columns become at each try to even them out, in u.
const EVEN: f64 = 12.0;

/// How many of the rows each column takes. The first one always takes a row: what is taller than a page has no other.
fn taken(rows: &[Row], count: usize, height: f64) -> Vec<usize> {
    let mut counts = Vec::with_capacity(count);
    let mut at = 0;
    for column in 0..count {
        let mut end = at;
        let mut used = 0.0;
        while end < rows.len() && (used + rows[end].height <= height || (end == 0 && column == 0)) {
            used += rows[end].height + rows[end].after;
            end += 1;
        }
        let is_last = end == rows.len();
        while !is_last && end > at + 1 && rows[end - 1].leads {
            end -= 1;
        }
        counts.push(end - at);
        at = end;
    }
    counts
}

fn lay(sheet: &mut Sheet, placed: Vec<Vec<Row>>, columns: Columns) {
    for (column, rows) in placed.into_iter().enumerate() {
        let mut y = columns.area.y0;
        for row in rows {
            sheet.lay(row.items, Point::new(columns.left(column), y));
            y += row.height + row.after;
        }
    }
}

/// A long text in pieces of a few sentences, so that it can go on in another column.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while rest.len() > PIECE {
        let end = rest.floor_char_boundary(PIECE);
        let head = &rest[..end];
        let cut = head.rfind(['.', '!', '?', '…', '\n']).filter(|cut| *cut > PIECE / 3).or_else(|| head.rfind(' '));
        let cut = cut.map_or(end, |cut| rest.ceil_char_boundary(cut + 1));
        pieces.push(rest[..cut].trim());
        rest = rest[cut..].trim();
    }
    pieces.push(rest);
    pieces
}

/// The most bytes of a piece: at 28 u, some ten lines.
const PIECE: usize = 700;
