//! What other programs say of photographs in XMP files beside them: `bol.jpg.xmp` or `bol.xmp`.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use planche_library::{files, is_sidecar};
use planche_media::facts::{self, Facts, Sidecar};

use crate::pictures::file_name;

/// The sidecars of the folders that were asked about, each folder listed once.
#[derive(Default)]
pub struct Sidecars(Mutex<HashMap<PathBuf, Arc<Folder>>>);

/// A folder, by names as a disk that ignores capitals compares them.
#[derive(Default)]
struct Folder {
    sidecars: HashMap<String, PathBuf>,
    /// How many files, sidecars aside, have a name without its extension; empty when there is no sidecar.
    alike: HashMap<String, usize>,
}

/// No sidecar is larger, in bytes.
const LARGEST: u64 = 1 << 20;

impl Sidecars {
    /// What a file says of itself, and what lies beside it does.
    pub fn facts(&self, path: &Path, bytes: &[u8]) -> Facts {
        let folder = self.folder(path.parent().unwrap_or(Path::new("")));
        let name = file_name(path).to_lowercase();
        let read = |beside: &PathBuf| files::read(beside, LARGEST).ok();
        if let Some(own) = folder.sidecars.get(&name).and_then(read) {
            return facts::read_with(bytes, Sidecar::Own(&own));
        }
        let stem = stem(&name);
        match folder.sidecars.get(stem).and_then(read) {
            Some(packet) if folder.alike.get(stem).is_some_and(|alike| *alike > 1) => {
                facts::read_with(bytes, Sidecar::Shared(&packet))
            }
            Some(packet) => facts::read_with(bytes, Sidecar::Own(&packet)),
            None => facts::read(bytes),
        }
    }

    fn folder(&self, path: &Path) -> Arc<Folder> {
        // The map is whole between two statements, so a panic elsewhere leaves nothing broken.
        let mut folders = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        folders.entry(path.to_owned()).or_insert_with(|| Arc::new(Folder::list(path))).clone()
    }
}

impl Folder {
    /// A folder that cannot be listed has no sidecar.
    fn list(path: &Path) -> Self {
        let listed = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        let (sidecars, others): (Vec<_>, Vec<_>) =
            files::list(listed).unwrap_or_default().into_iter().partition(|path| is_sidecar(path));
        let mut folder = Self::default();
        for sidecar in sidecars {
            let name = file_name(&sidecar).to_lowercase();
            folder.sidecars.insert(stem(&name).to_owned(), sidecar);
        }
        if !folder.sidecars.is_empty() {
            let names = others.iter().map(|other| file_name(other).to_lowercase());
            names.for_each(|name| *folder.alike.entry(stem(&name).to_owned()).or_default() += 1);
        }
        folder
    }
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use planche_media::facts::sidecar;

    use super::*;

    /// The titles of files that say nothing themselves, in a folder with these sidecars; each sidecar says its name.
    #[track_caller]
    fn check(sidecars: &[&str], files_and_titles: &[(&str, Option<&str>)]) {
        let folder = tempfile::tempdir().unwrap();
        for name in sidecars {
            let facts = Facts { title: Some((*name).to_owned()), ..Facts::default() };
            files::write(&folder.path().join(name), sidecar(&facts).as_bytes()).unwrap();
        }
        for (name, _) in files_and_titles {
            files::write(&folder.path().join(name), b"nothing").unwrap();
        }
        let beside = Sidecars::default();
        for (name, title) in files_and_titles {
            assert_eq!(beside.facts(&folder.path().join(name), b"nothing").title.as_deref(), *title, "{name}");
        }
    }

    #[test]
    fn a_sidecar_is_found_by_either_name() {
        check(&["bol.xmp"], &[("bol.jpg", Some("bol.xmp")), ("bols.jpg", None)]);
        check(&["bol.jpg.xmp"], &[("bol.jpg", Some("bol.jpg.xmp")), ("bol.png", None), ("bol", None)]);
        check(&["Bol.JPG.XMP"], &[("bol.jpg", Some("Bol.JPG.XMP"))]);
        check(&["été.2.xmp"], &[("Été.2.jpg", Some("été.2.xmp")), ("été.jpg", None)]);
    }

    #[test]
    fn the_sidecar_that_names_the_file_whole_is_its_own() {
        check(&["bol.xmp", "bol.jpg.xmp"], &[("bol.jpg", Some("bol.jpg.xmp")), ("bol.cr3", Some("bol.xmp"))]);
    }

    #[test]
    fn a_sidecar_of_several_files_does_not_overrule_them() {
        let said = |title: &str| sidecar(&Facts { title: Some(title.to_owned()), ..Facts::default() });
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        files::write(&at("bol.xmp"), said("beside").as_bytes()).unwrap();
        let title = || Sidecars::default().facts(&at("bol.jpg"), said("inside").as_bytes()).title.unwrap();
        files::write(&at("bol.jpg"), b"").unwrap();
        assert_eq!(title(), "beside");
        files::write(&at("bol.cr3"), b"").unwrap();
        assert_eq!(title(), "inside");
    }
}
