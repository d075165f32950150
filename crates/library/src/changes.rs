use std::collections::BTreeSet;

use planche_model::{BrandId, DocumentId};

/// One thing that is no longer as it was. It names what changed, not who should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// The brands, or one of them.
    Brands,
    /// A brand's list of documents, or a card in it.
    Documents(BrandId),
    /// The rows of a document, or its steps.
    Document(DocumentId),
    /// The files of a brand, or what is said of them.
    Assets(BrandId),
    /// The preferences.
    Preferences,
}

/// Everything a transaction changed, each thing once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes(BTreeSet<Change>);

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this changed.
    pub fn contains(&self, change: Change) -> bool {
        self.0.contains(&change)
    }

    /// What changed, in a stable order.
    pub fn iter(&self) -> impl Iterator<Item = Change> {
        self.0.iter().copied()
    }

    pub(crate) fn add(&mut self, change: Change) {
        self.0.insert(change);
    }
}
