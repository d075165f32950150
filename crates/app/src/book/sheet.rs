use kurbo::Shape as _;
use planche_layout::{Lettering, centred, tinted};
use planche_model::{Color, charter::Mood};
use planche_scene::{Affine, BezPath, Group, Item, Mark, Point, Rect, Scene, Shape, Size};

use super::{
    desk::Desk,
    grid::{self, MARGIN, PAGE, TOP},
    inks::{Inks, paint},
    text::{SMALL, Text},
};

/// One page of the book in the making.
pub(super) struct Sheet {
    pub inks: Inks,
    /// Whether the brand's name and the page's number stand at its foot.
    pub footed: bool,
    items: Vec<Item>,
}

/// The size of a section's title, in u.
const TITLE: f64 = 64.0;

impl Sheet {
    /// A blank page in that mood.
    pub fn new(desk: &Desk<'_>, mood: Mood) -> Self {
        let inks = desk.inks(mood);
        let mut sheet = Self { inks, footed: true, items: Vec::new() };
        sheet.fill(grid::page(), inks.ground);
        sheet
    }

    /// A page that begins a section, its title beside the matter.
    pub fn titled(desk: &mut Desk<'_>, mood: Mood, title: &str) -> Self {
        Self::titled_over(desk, mood, title, grid::matter())
    }

    /// The same, its title above the matter where that has the whole width.
    pub fn titled_over(desk: &mut Desk<'_>, mood: Mood, title: &str, matter: Rect) -> Self {
        let mut sheet = Self::new(desk, mood);
        let columns = if matter.x0 > MARGIN { grid::MATTER } else { 12 };
        sheet.write(desk, &Text::title(title, TITLE).heading(1), Point::new(MARGIN, TOP), grid::span(columns));
        sheet
    }

    /// Writes words with their corner at `at`, in lines of at most `width` u; says where they end, in u down the page.
    pub fn write(&mut self, desk: &mut Desk<'_>, text: &Text<'_>, at: Point, width: f64) -> f64 {
        let set = desk.set(text, width, self.inks);
        let end = at.y + set.height;
        self.put(set, &text.mark, at);
        end
    }

    /// Writes words as large as they may be in `area`, from its top.
    pub fn write_in(&mut self, desk: &mut Desk<'_>, text: &Text<'_>, area: Rect) -> f64 {
        let set = desk.fit(text, area.size(), self.inks);
        let end = area.y0 + set.height;
        self.put(set, &text.mark, area.origin());
        end
    }

    /// Writes words as large as they may be in `area`, down to its bottom; says where they begin.
    pub fn write_above(&mut self, desk: &mut Desk<'_>, text: &Text<'_>, area: Rect) -> f64 {
        let set = desk.fit(text, area.size(), self.inks);
        let top = area.y1 - set.height;
        self.put(set, &text.mark, Point::new(area.x0, top));
        top
    }

    /// Lays set words down.
    pub fn put(&mut self, set: Lettering, mark: &Mark, at: Point) {
        self.items.push(moved(Group::marked(mark.clone(), set.items), at));
    }

    /// Lays items down with their origin at `at`.
    pub fn lay(&mut self, items: Vec<Item>, at: Point) {
        self.items.push(moved(Group { items, ..Group::default() }, at));
    }

    /// Lays a drawing down that means `alternative` to those who do not see it.
    pub fn figure(&mut self, alternative: &str, items: Vec<Item>) {
        self.items.push(Item::Group(Group::marked(Mark::Figure(alternative.into()), items)));
    }

    /// Lays a drawing down that says nothing.
    pub fn ornament(&mut self, items: Vec<Item>) {
        self.items.push(Item::Group(Group::marked(Mark::Artifact, items)));
    }

    pub fn fill(&mut self, area: Rect, color: Color) {
        self.ornament(vec![filled(area, color)]);
    }

    /// The brand's motif, cut to `area`, where it has one.
    pub fn motif(&mut self, desk: &Desk<'_>, area: Rect, center: Point, width: f64) {
        let Some(motif) = desk.kit.motif.as_deref() else { return };
        // A number over an ornament is one thing too many.
        self.footed = false;
        let items = tinted(&motif.items, paint(self.inks.motif));
        let drawn = Item::Group(centred(motif, items, center, width));
        self.ornament(vec![Item::Group(Group::clipped(outline(area), vec![drawn]))]);
    }

    /// The page, with its foot.
    pub fn finish(mut self, desk: &mut Desk<'_>, number: usize) -> Scene {
        if self.footed {
            self.foot(desk, number);
        }
        Scene { size: Size::new(PAGE.width, PAGE.height), items: self.items }
    }

    fn foot(&mut self, desk: &mut Desk<'_>, number: usize) {
        let (name, number) = (desk.charter.name.clone(), number.to_string());
        let text = |words| Text { mark: Mark::Artifact, leading: Some(1.2), ..Text::label(words, SMALL) };
        let room = Size::new(grid::span(8), 30.0);
        let quiet = self.inks.quiet;
        let set = desk.fit(&text(&name).color(quiet), room, self.inks);
        if set.fits && set.height <= room.height {
            self.put(set, &Mark::Artifact, Point::new(MARGIN, grid::FOOT));
        }
        let set = desk.set(&text(&number).color(quiet), 100.0, self.inks);
        let x = PAGE.width - MARGIN - set.width;
        self.put(set, &Mark::Artifact, Point::new(x, grid::FOOT));
    }
}

/// A group with its origin at `at`.
pub(super) fn moved(group: Group, at: Point) -> Item {
    Item::Group(Group { transform: Affine::translate(at.to_vec2()) * group.transform, ..group })
}

/// An area in one colour.
pub(super) fn filled(area: Rect, color: Color) -> Item {
    Item::Shape(Shape::filled(outline(area), paint(color)))
}

/// The outline of an area.
pub(super) fn outline(area: Rect) -> BezPath {
    area.to_path(0.1)
}
