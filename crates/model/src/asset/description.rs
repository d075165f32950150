use std::collections::BTreeSet;

use super::Rights;
use crate::{CollectionId, document::Focus};

/// What people say of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    /// What it is called, composed (NFC) so that accents are found however they were typed.
    pub name: String,
    /// What stands for it when it cannot be seen.
    pub alt: String,
    /// What the team should know.
    pub notes: String,
    /// From 0, not rated, to 5.
    pub rating: u8,
    /// Whether it was picked from its like.
    pub picked: bool,
    /// The point that must stay in view.
    pub focus: Focus,
    /// Whether a person set that point.
    pub aimed: bool,
    /// What is known of the right to use it.
    pub rights: Rights,
    /// Its subjects, each once, in the order of the alphabet.
    pub tags: BTreeSet<String>,
    /// Where it was gathered.
    pub collections: BTreeSet<CollectionId>,
}
