use planche_model::charter::Mood;
use planche_scene::{Group, Item, Mark, Point, Rect, Size};

use super::{
    desk::Desk,
    grid::GUTTER,
    inks::Inks,
    sheet::{Sheet, filled, moved},
    text::Text,
};

/// Room that rows are made for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The width of a column, in u.
    pub width: f64,
    pub inks: Inks,
    /// What sizes and gaps are multiplied by: few words are set large.
    pub scale: f64,
}

/// Something that goes into a column whole.
pub(super) struct Row {
    items: Vec<Item>,
    height: f64,
    frame: Frame,
    /// The room after it, in u.
    pub after: f64,
    /// Whether it goes with what follows, as a heading does.
    pub leads: bool,
}

impl Row {
    pub fn new(after: f64, frame: Frame) -> Self {
        Self { items: Vec::new(), height: 0.0, frame, after: after * frame.scale, leads: false }
    }

    /// Words at `x`, beside what the row holds.
    pub fn beside(mut self, desk: &mut Desk<'_>, text: &Text<'_>, (x, width): (f64, f64)) -> Self {
        self.add(desk, text, Point::new(x, 0.0), width);
        self
    }

    /// Words at `x`, under what the row holds.
    pub fn below(mut self, desk: &mut Desk<'_>, text: &Text<'_>, (x, width): (f64, f64), gap: f64) -> Self {
        let top = self.height + gap * self.frame.scale;
        self.add(desk, text, Point::new(x, top), width);
        self
    }

    /// A thin line over the row, and room under it.
    pub fn ruled(mut self, room: f64) -> Self {
        let (thickness, room) = (2.0, room * self.frame.scale);
        let line = filled(Rect::new(0.0, 0.0, self.frame.width, thickness), self.frame.inks.line);
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

    /// Words higher than a page are set smaller.
    fn add(&mut self, desk: &mut Desk<'_>, text: &Text<'_>, at: Point, width: f64) {
        let text = Text { size: text.size * self.frame.scale, ..text.clone() };
        let set = desk.fit(&text, Size::new(width, HIGHEST), self.frame.inks);
        self.height = self.height.max(at.y + set.height);
        self.items.push(moved(Group::marked(text.mark, set.items), at));
    }
}

/// The most that the words of a row take of a page, in u.
const HIGHEST: f64 = 640.0;

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

/// Pages under one title, as many as the rows need: as large as one page allows, when one is enough.
pub(super) fn flow(
    desk: &mut Desk<'_>,
    mood: Mood,
    title: &str,
    columns: Columns,
    rows: impl Fn(&mut Desk<'_>, Frame) -> Vec<Row>,
) -> Vec<Sheet> {
    let first = Sheet::titled_over(desk, mood, title, columns.area);
    flow_on(desk, (mood, title), first, [columns, columns], rows)
}

/// The same, on a page that is begun already: the first of the `columns` are its own, the others those of the pages that
/// follow.
pub(super) fn flow_on(
    desk: &mut Desk<'_>,
    (mood, title): (Mood, &str),
    first: Sheet,
    [mut here, columns]: [Columns; 2],
    rows: impl Fn(&mut Desk<'_>, Frame) -> Vec<Row>,
) -> Vec<Sheet> {
    let (mut sheets, mut sheet) = (Vec::new(), first);
    let inks = sheet.inks;
    let mut rows = scaled(desk, here, inks, rows);
    while !rows.is_empty() {
        let (placed, left) = fill(rows, here);
        let is_whole = sheets.is_empty() && left.is_empty();
        lay(&mut sheet, &placed, if is_whole { grounded(&placed, here) } else { here });
        rows = left;
        if !rows.is_empty() {
            let title = desk.labels.with("continued", "title", title);
            sheets.push(std::mem::replace(&mut sheet, Sheet::titled_over(desk, mood, &title, columns.area)));
            here = columns;
        }
    }
    sheets.push(sheet);
    sheets
}

/// What rows may be multiplied by when all of them fit on one page.
const SCALES: [f64; 4] = [1.6, 1.45, 1.3, 1.15];

fn scaled(
    desk: &mut Desk<'_>,
    columns: Columns,
    inks: Inks,
    rows: impl Fn(&mut Desk<'_>, Frame) -> Vec<Row>,
) -> Vec<Row> {
    let mut at = |scale: f64| rows(desk, Frame { width: columns.width(), inks, scale });
    let plain = at(1.0);
    if !fits(&plain, columns, columns.area.height()) {
        return plain;
    }
    let larger = SCALES.into_iter().map(at).find(|rows| fits(rows, columns, columns.area.height()));
    larger.unwrap_or(plain)
}

/// Whether all rows have room in columns of that height.
fn fits(rows: &[Row], columns: Columns, height: f64) -> bool {
    taken(rows, columns.count, height, Parted::Never).iter().sum::<usize>() == rows.len()
}

/// The rows of one page, column by column, as even as they come when all of them fit; then those that are left.
fn fill(rows: Vec<Row>, columns: Columns) -> (Vec<Vec<Row>>, Vec<Row>) {
    let whole = columns.area.height();
    let total: f64 = rows.iter().map(|row| row.height + row.after).sum();
    let mut height = (total / columns.count as f64).min(whole);
    while height < whole && !fits(&rows, columns, height) {
        height += EVEN;
    }
    let counts = taken(&rows, columns.count, height.min(whole), Parted::IfNeedBe);
    let mut rows = rows.into_iter();
    let placed = counts.into_iter().map(|count| rows.by_ref().take(count).collect()).collect();
    (placed, rows.collect())
}

/// How much longer columns become at each try to even them out, in u.
const EVEN: f64 = 12.0;

/// Whether a row may be parted from the one that leads to it, and whether one that is too high is placed all the same:
/// on a page of its own it has to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parted {
    Never,
    IfNeedBe,
}

/// How many of the rows each column takes.
fn taken(rows: &[Row], count: usize, height: f64, parted: Parted) -> Vec<usize> {
    let mut counts = Vec::with_capacity(count);
    let mut at = 0;
    for column in 0..count {
        let is_forced = parted == Parted::IfNeedBe && column == 0;
        let most = fitting(&rows[at..], height);
        let is_last = at + most == rows.len();
        let led = rows[at..at + most].iter().rev().take_while(|row| row.leads && !is_last).count();
        let kept = if is_forced { (most - led).max(1) } else { most - led };
        counts.push(kept.min(rows.len() - at));
        at += counts[column];
    }
    counts
}

/// How many of the first rows have room.
fn fitting(rows: &[Row], height: f64) -> usize {
    let mut used = 0.0;
    let has_room = |row: &&Row| {
        let end = used + row.height;
        used = end + row.after;
        end <= height
    };
    rows.iter().take_while(has_room).count()
}

/// Few words stand at the foot of their page, away from its title.
fn grounded(placed: &[Vec<Row>], columns: Columns) -> Columns {
    const FEW: f64 = 0.7;
    let height = placed.iter().map(|rows| height(rows)).fold(0.0, f64::max);
    let whole = columns.area.height();
    let down = if height < whole * FEW { whole - height } else { 0.0 };
    Columns { area: Rect { y0: columns.area.y0 + down, ..columns.area }, ..columns }
}

/// The height of the rows, without the room after the last one.
fn height(rows: &[Row]) -> f64 {
    let whole: f64 = rows.iter().map(|row| row.height + row.after).sum();
    whole - rows.last().map_or(0.0, |row| row.after)
}

fn lay(sheet: &mut Sheet, placed: &[Vec<Row>], columns: Columns) {
    for (column, rows) in placed.iter().enumerate() {
        let mut y = columns.area.y0;
        for row in rows {
            sheet.lay(row.items.clone(), Point::new(columns.left(column), y));
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

/// The most bytes of a piece: at 28 u, some seven lines.
const PIECE: usize = 480;
