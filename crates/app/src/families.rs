//! The families of templates, each read when it is first asked for.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use planche_library::files;
use planche_model::template::Family;

use crate::{render::read_text, wire::Problem};

/// The families in a folder, one file each, called by the file's name.
pub struct Families {
    files: BTreeMap<String, PathBuf>,
    /// Reading a family proves that it holds in every proportion: too long to do for all at every start.
    read: Mutex<BTreeMap<String, Known>>,
}

/// A family that has been read.
#[derive(Clone)]
struct Known {
    family: Arc<Family>,
    made_of: blake3::Hash,
}

impl Families {
    /// The families in `folder`.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn find(folder: &Path) -> Result<Self, Problem> {
        let files = files::list(folder)?.into_iter().filter(|path| path.extension().is_some_and(|end| end == "json"));
        let named = files.filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path)));
        Ok(Self { files: named.collect(), read: Mutex::default() })
    }

    /// Their names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether there is one of that name.
    pub fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// The family of that name.
    ///
    /// # Errors
    /// There is none, or its file does not hold together.
    pub fn get(&self, name: &str) -> Result<Arc<Family>, Problem> {
        Ok(self.read(name)?.family)
    }

    /// Tells the family of that name from what it was before its file changed.
    ///
    /// # Errors
    /// As [`Families::get`].
    pub fn made_of(&self, name: &str) -> Result<blake3::Hash, Problem> {
        Ok(self.read(name)?.made_of)
    }

    fn read(&self, name: &str) -> Result<Known, Problem> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read.get(name) {
            return Ok(known.clone());
        }
        let path = self.files.get(name).ok_or_else(|| self.unknown(name))?;
        let text = read_text(path)?;
        let family = Family::parse(&text)
            .map_err(|error| Problem::new("badAssets").with("path", path.display()).with("detail", error))?;
        let known = Known { family: Arc::new(family), made_of: blake3::hash(text.as_bytes()) };
        Ok(read.entry(name.to_owned()).or_insert(known).clone())
    }

    fn unknown(&self, name: &str) -> Problem {
        Problem::new("unknownTemplate")
            .with("template", name)
            .with("known", self.names().collect::<Vec<_>>().join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_family_holds_and_has_its_file_s_name() {
        let families = Families::find(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/templates")).unwrap();
        for name in families.names() {
            assert_eq!(
                families.get(name).map(|family| family.name().to_owned()).map_err(|problem| problem.parameters),
                Ok(name.to_owned())
            );
        }
        assert_eq!(families.get("tapisserie").unwrap_err().code, "unknownTemplate");
    }
}
