//! The rows of a document, in the order they are read: looking at one page never takes looking at the others.

use std::collections::{BTreeMap, BTreeSet};

use super::{Node, Order, Page};
use crate::{NodeId, PageId};

/// The pages, by id and in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pages {
    rows: BTreeMap<PageId, Page>,
    order: BTreeSet<(Order, PageId)>,
}

impl Pages {
    pub fn insert(&mut self, id: PageId, page: Page) {
        self.remove(&id);
        self.order.insert((page.order.clone(), id));
        self.rows.insert(id, page);
    }

    pub fn remove(&mut self, id: &PageId) {
        if let Some(page) = self.rows.remove(id) {
            self.order.remove(&(page.order, *id));
        }
    }

    pub fn get(&self, id: &PageId) -> Option<&Page> {
        self.rows.get(id)
    }

    /// Each page under the id it is filed under.
    pub fn filed(&self) -> impl Iterator<Item = (PageId, &Page)> {
        self.rows.iter().map(|(id, page)| (*id, page))
    }

    pub fn in_order(&self) -> impl Iterator<Item = &Page> {
        self.order.iter().map(|(_, id)| &self.rows[id])
    }

    pub fn is_first(&self, id: PageId) -> bool {
        self.order.first().is_some_and(|(_, first)| *first == id)
    }

    pub fn is_last(&self, id: PageId) -> bool {
        self.order.last().is_some_and(|(_, last)| *last == id)
    }
}

impl FromIterator<Page> for Pages {
    fn from_iter<T: IntoIterator<Item = Page>>(pages: T) -> Self {
        let mut rows = Self::default();
        pages.into_iter().for_each(|page| rows.insert(page.id, page));
        rows
    }
}

/// The nodes, by id and by page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Nodes {
    rows: BTreeMap<NodeId, Node>,
    on: BTreeMap<PageId, BTreeSet<NodeId>>,
}

impl Nodes {
    pub fn insert(&mut self, id: NodeId, node: Node) {
        self.remove(&id);
        self.on.entry(node.page).or_default().insert(id);
        self.rows.insert(id, node);
    }

    pub fn remove(&mut self, id: &NodeId) {
        let Some(node) = self.rows.remove(id) else { return };
        if let Some(others) = self.on.get_mut(&node.page) {
            others.remove(id);
            if others.is_empty() {
                self.on.remove(&node.page);
            }
        }
    }

    pub fn get(&self, id: &NodeId) -> Option<&Node> {
        self.rows.get(id)
    }

    /// Each node under the id it is filed under.
    pub fn filed(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.rows.iter().map(|(id, node)| (*id, node))
    }

    /// Those on a page, in no order that means anything.
    pub fn on(&self, page: PageId) -> impl Iterator<Item = &Node> {
        self.on.get(&page).into_iter().flatten().map(|id| &self.rows[id])
    }
}

impl FromIterator<Node> for Nodes {
    fn from_iter<T: IntoIterator<Item = Node>>(nodes: T) -> Self {
        let mut rows = Self::default();
        nodes.into_iter().for_each(|node| rows.insert(node.id, node));
        rows
    }
}
