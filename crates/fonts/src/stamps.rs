use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::error::FontsError;

/// What each unpacked file was made from, so that an unchanged font is not decoded again.
pub struct Stamps {
    path: PathBuf,
    of: BTreeMap<String, String>,
}

impl Stamps {
    /// The stamps of `folder`; none when their file is missing or damaged, which only costs the time to decode again.
    pub fn open(folder: &Path) -> Self {
        let path = folder.join("stamps.json");
        let of = fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { path, of }
    }

    /// Whether `file` was made from `origin`.
    pub fn matches(&self, file: &str, origin: &str) -> bool {
        self.of.get(file).is_some_and(|known| known == origin)
    }

    /// Notes that `file` was made from `origin`.
    pub fn set(&mut self, file: String, origin: String) {
        self.of.insert(file, origin);
    }

    /// Writes the stamps next to the fonts.
    pub fn save(&self) -> Result<(), FontsError> {
        let text = serde_json::to_string_pretty(&self.of).expect("a map of strings is valid JSON");
        fs::write(&self.path, text + "\n").map_err(|source| FontsError::Write { path: self.path.clone(), source })
    }
}
