use std::{collections::BTreeMap, fs, path::Path};

use serde::Deserialize;

use crate::error::FontsError;

/// The version of the manifest that this tool reads.
const MANIFEST: &str = "fonts/1";

/// The fonts that ship, in the order in which they are unpacked. `assets/fonts/README.md` documents each key.
#[derive(Debug, Deserialize)]
pub struct Manifest {
    planche: String,
    pub families: Vec<Family>,
}

/// Fonts registered under one name.
#[derive(Debug, Deserialize)]
pub struct Family {
    /// The npm package they come from.
    pub package: String,
    /// The licence's file in the package.
    pub licence_file: String,
    /// Tag to lowest and highest value: what every file of the family varies along.
    pub axes: Axes,
    /// Tables left out, by tag.
    #[serde(default)]
    pub drop_tables: Vec<String>,
    /// The first file has the basic Latin letters and gives its name to the licence.
    pub files: Vec<FontFile>,
}

/// Variation axes: tag to lowest and highest value, in the font's own units.
pub type Axes = BTreeMap<String, [f32; 2]>;

/// One font file.
#[derive(Debug, Deserialize)]
pub struct FontFile {
    /// Its name here, without extension.
    pub name: String,
    /// Its path in the package; `#` stands for a number, and gathers every file so named in one collection.
    pub source: String,
}

impl FontFile {
    /// What comes before and after the number, for files that are gathered.
    pub fn numbered(&self) -> Option<(&str, &str)> {
        self.source.split_once('#')
    }

    /// The name of the file that is written.
    pub fn target(&self) -> String {
        let extension = if self.numbered().is_some() { "ttc" } else { "ttf" };
        format!("{}.{extension}", self.name)
    }
}

impl Manifest {
    /// Reads and checks the manifest at `path`.
    pub fn read(path: &Path) -> Result<Self, FontsError> {
        let text = fs::read_to_string(path).map_err(|source| FontsError::Read { path: path.into(), source })?;
        Self::parse(&text).map_err(|reason| FontsError::Manifest { path: path.into(), reason })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let manifest: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if manifest.planche != MANIFEST {
            return Err(format!("its version is `{}`, this tool reads `{MANIFEST}`", manifest.planche));
        }
        match manifest.families.iter().find(|family| family.files.is_empty()) {
            Some(empty) => Err(format!("a family of `{}` lists no file", empty.package)),
            None => Ok(manifest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_manifest_is_valid() {
        let manifest = Manifest::parse(include_str!("../../../assets/fonts/manifest.json")).unwrap();
        let mut names: Vec<_> =
            manifest.families.iter().flat_map(|family| &family.files).map(|file| &file.name).collect();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count, "two files share a name");
    }

    #[test]
    fn another_version_is_refused() {
        assert!(Manifest::parse(r#"{"planche":"fonts/2","families":[]}"#).unwrap_err().contains("fonts/2"));
    }
}
