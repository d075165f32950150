//! A pack, from what its sheets say to what is proved of it.

use std::path::Path;

use planche_model::Charter;
use serde::de::DeserializeOwned;

use super::{Archive, BrandSheet, ContentSheet, DocumentSheet, Refusal, check, entries};

/// A brand as a file says it. What it says holds together; its files were not looked at yet.
pub(crate) struct Pack {
    pub(super) archive: Archive,
    pub(super) brand: BrandSheet,
    /// In the order of the versions.
    pub(super) charters: Vec<Charter>,
    pub(super) draft: Option<Charter>,
    pub(super) content: ContentSheet,
    pub(super) documents: Vec<DocumentSheet>,
}

impl Pack {
    /// Reads the sheets of the file at `path`; there are `room` bytes where its files are to go.
    pub(crate) fn read(path: &Path, room: u64) -> Result<Self, Refusal> {
        let mut archive = Archive::open(path, room)?;
        let brand: BrandSheet = archive.sheet(entries::BRAND)?;
        check::brand(&brand)?;
        let sheets = brand.versions.iter().map(|version| entries::charter(version.number));
        let charters = all(&mut archive, sheets)?;
        let draft = brand.draft.then(|| archive.sheet(entries::DRAFT)).transpose()?;
        let content: Option<ContentSheet> = brand.content.then(|| archive.sheet(entries::CONTENT)).transpose()?;
        let documents = all(&mut archive, brand.documents.iter().map(|id| entries::document(*id)))?;
        let pack = Self { archive, brand, charters, draft, content: content.unwrap_or_default(), documents };
        pack.check()?;
        Ok(pack)
    }

    /// What it is called.
    pub(crate) fn name(&self) -> &str {
        &self.in_force().name
    }

    /// The charter in force.
    pub(super) fn in_force(&self) -> &Charter {
        self.charters.last().expect("a brand without a charter was refused")
    }

    fn check(&self) -> Result<(), Refusal> {
        let blobs = entries::blobs(&self.brand, &self.content).into_iter().map(entries::blob);
        self.archive.require(entries::sheets(&self.brand).into_iter().chain(blobs))?;
        check::charters(&self.brand, &self.charters, self.draft.as_ref(), &self.documents)?;
        check::content(&self.content)?;
        check::documents(&self.brand, &self.documents)
    }
}

fn all<T: DeserializeOwned>(archive: &mut Archive, names: impl Iterator<Item = String>) -> Result<Vec<T>, Refusal> {
    names.map(|name| archive.sheet(&name)).collect()
}
