use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Document, Node, Page, Properties};
use crate::{NodeId, PageId};

/// What an edit changed, each row once: what it was and what it is. Swapping the two undoes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Patch {
    /// The rows, in the order they were first touched.
    pub changes: Vec<Change>,
}

/// One row before and after; `None` is "not there".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "row", rename_all = "lowercase")]
pub enum Change {
    /// The document's own row.
    Document {
        /// What it was.
        before: Properties,
        /// What it is.
        after: Properties,
    },
    /// A page.
    Page {
        /// Which.
        id: PageId,
        /// What it was.
        before: Option<Page>,
        /// What it is.
        after: Option<Page>,
    },
    /// A node.
    Node {
        /// Which.
        id: NodeId,
        /// What it was.
        before: Option<Node>,
        /// What it is.
        after: Option<Node>,
    },
}

/// Which row of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Row {
    Document,
    Page(PageId),
    Node(NodeId),
}

impl Document {
    /// Brings every row of the patch to its *after*: redoes it, or undoes the one it is the [inverse](Patch::inverted) of.
    pub fn apply_patch(&mut self, patch: &Patch) {
        for change in &patch.changes {
            match change {
                Change::Document { after, .. } => self.properties = after.clone(),
                Change::Page { id, after: Some(after), .. } => self.pages_mut().insert(*id, after.clone()),
                Change::Page { id, after: None, .. } => self.pages_mut().remove(id),
                Change::Node { id, after: Some(after), .. } => self.nodes_mut().insert(*id, after.clone()),
                Change::Node { id, after: None, .. } => self.nodes_mut().remove(id),
            }
        }
    }
}

impl Patch {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The patch that undoes this one.
    #[must_use]
    pub fn inverted(&self) -> Self {
        Self { changes: self.changes.iter().cloned().map(Change::inverted).collect() }
    }

    /// This patch and the one that came right after it, as one: rows that end as they began are not in it.
    #[must_use]
    pub fn then(self, next: Self) -> Self {
        let mut changes: Vec<Change> = Vec::with_capacity(self.changes.len());
        let mut places: BTreeMap<Row, usize> = BTreeMap::new();
        for change in self.changes.into_iter().chain(next.changes) {
            match places.get(&change.row()) {
                Some(&place) => changes[place] = changes[place].clone().ending_as(change),
                None => {
                    places.insert(change.row(), changes.len());
                    changes.push(change);
                }
            }
        }
        changes.retain(|change| !change.is_idle());
        Self { changes }
    }

    /// The pages it touches, each once, in the order they were first touched.
    pub fn pages(&self) -> Vec<PageId> {
        let mut pages = Vec::new();
        for page in self.changes.iter().flat_map(Change::pages) {
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
        pages
    }
}

impl Change {
    pub(super) fn row(&self) -> Row {
        match self {
            Self::Document { .. } => Row::Document,
            Self::Page { id, .. } => Row::Page(*id),
            Self::Node { id, .. } => Row::Node(*id),
        }
    }

    pub(super) fn is_idle(&self) -> bool {
        match self {
            Self::Document { before, after } => before == after,
            Self::Page { before, after, .. } => before == after,
            Self::Node { before, after, .. } => before == after,
        }
    }

    fn inverted(self) -> Self {
        match self {
            Self::Document { before, after } => Self::Document { before: after, after: before },
            Self::Page { id, before, after } => Self::Page { id, before: after, after: before },
            Self::Node { id, before, after } => Self::Node { id, before: after, after: before },
        }
    }

    fn ending_as(self, last: Self) -> Self {
        match (self, last) {
            (Self::Document { before, .. }, Self::Document { after, .. }) => Self::Document { before, after },
            (Self::Page { id, before, .. }, Self::Page { after, .. }) => Self::Page { id, before, after },
            (Self::Node { id, before, .. }, Self::Node { after, .. }) => Self::Node { id, before, after },
            (_, last) => unreachable!("the two changes are of one row, {:?}", last.row()),
        }
    }

    fn pages(&self) -> Vec<PageId> {
        match self {
            Self::Document { .. } => Vec::new(),
            Self::Page { id, .. } => vec![*id],
            Self::Node { before, after, .. } => before.iter().chain(after).map(|node| node.page).collect(),
        }
    }
}
