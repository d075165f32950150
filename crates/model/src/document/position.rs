use std::{collections::HashMap, sync::OnceLock};

use super::{Document, Layout};
use crate::PageId;

/// Where a page stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Counts from 1.
    pub number: usize,
    /// How many pages there are.
    pub total: usize,
    /// How the page is arranged.
    pub layout: Layout,
    /// How many pages before it are arranged the same.
    pub nth: usize,
    /// The page before it.
    pub before: Option<PageId>,
    /// The page after it.
    pub after: Option<PageId>,
}

impl Document {
    /// Where a page stands, known for all pages at once: asking for each of a thousand takes reading them once.
    pub fn position(&self, page: PageId) -> Option<Position> {
        self.positions.0.get_or_init(|| self.find_positions()).get(&page).copied()
    }

    fn find_positions(&self) -> HashMap<PageId, Position> {
        let pages: Vec<PageId> = self.pages.in_order().map(|page| page.id).collect();
        let mut alike: HashMap<Layout, usize> = HashMap::new();
        let position = |(at, page): (usize, &PageId)| {
            let layout = self.layout(*page);
            let seen = alike.entry(layout).or_default();
            let nth = std::mem::replace(seen, *seen + 1);
            let (before, after) = (at.checked_sub(1).map(|before| pages[before]), pages.get(at + 1).copied());
            (*page, Position { number: at + 1, total: pages.len(), layout, nth, before, after })
        };
        pages.iter().enumerate().map(position).collect()
    }
}

/// The positions of a document's pages, once they were asked for. They follow from its rows, so all of them are equal.
#[derive(Clone, Debug, Default)]
pub(super) struct Positions(OnceLock<HashMap<PageId, Position>>);

impl Positions {
    pub fn forget(&mut self) {
        self.0.take();
    }
}

impl PartialEq for Positions {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
