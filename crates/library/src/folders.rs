//! Folders that appear whole or not at all.
//!
//! A folder is filled beside its place, then takes it with one rename: a kill leaves the old folder or the new one, and
//! for a moment neither, never half of either.

use std::{
    fs::{self, File},
    io::{self, ErrorKind},
    path::Path,
};

use crate::{
    LibraryError,
    files::{folder_of, retry, sync_folder},
    library,
};

/// A folder that no other process works in until this is dropped.
pub struct Claim {
    _lock: File,
}

/// Takes a folder for this process alone.
///
/// # Errors
/// [`LibraryError::Locked`] when another process has it.
pub fn claim(folder: &Path) -> Result<Claim, LibraryError> {
    Ok(Claim { _lock: library::lock(folder)? })
}

/// Whether something has that name, file or folder.
pub fn is_taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Makes the folder empty: what was there goes.
pub fn empty(path: &Path) -> Result<(), LibraryError> {
    remove(path)?;
    crate::files::create_folder(path)
}

/// Removes the folder and all that is in it, when it is there.
pub fn remove(path: &Path) -> Result<(), LibraryError> {
    match retry(|| fs::remove_dir_all(path)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done.map_err(|error| LibraryError::writing(path, error)),
    }
}

/// Gives a filled folder its place for good. What was there waits in `aside`, which must be free, until the new one is
/// in its place, and then goes. All three are on one disk.
pub fn replace(filled: &Path, place: &Path, aside: &Path) -> Result<(), LibraryError> {
    let failed = |error: io::Error| LibraryError::writing(place, error);
    if is_taken(place) {
        retry(|| fs::rename(place, aside)).map_err(failed)?;
    }
    retry(|| fs::rename(filled, place)).and_then(|()| sync_folder(folder_of(place))).map_err(failed)?;
    remove(aside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_takes_the_place_of_another() {
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        for (folder, file) in [("new", "b"), ("place", "a")] {
            empty(&at(folder)).unwrap();
            fs::write(at(folder).join(file), "x").unwrap();
        }
        replace(&at("new"), &at("place"), &at("aside")).unwrap();
        assert!(at("place/b").exists() && !at("place/a").exists() && !is_taken(&at("new")) && !is_taken(&at("aside")));
        empty(&at("place")).unwrap();
        assert!(at("place").is_dir() && !at("place/b").exists());
        remove(&at("place")).unwrap();
        remove(&at("place")).unwrap();
    }

    #[test]
    fn a_folder_is_claimed_by_one() {
        let root = tempfile::tempdir().unwrap();
        let claimed = claim(root.path()).unwrap();
        assert!(matches!(claim(root.path()), Err(LibraryError::Locked { .. })));
        drop(claimed);
        assert!(claim(root.path()).is_ok());
    }
}
