//! Where a library may be: a folder that this computer alone writes, on a disk of its own.
//!
//! A service that synchronises folders copies the database and its log at different moments, and a network file system
//! loses the locks and the shared memory that the log needs. Both damage databases without a word, so both are refused
//! before anything is written.

mod network;
mod synced;

use std::path::{Path, PathBuf};

use crate::LibraryError;

/// Refuses a folder, there or to be made, where a library would come to harm.
pub(crate) fn require_safe(folder: &Path) -> Result<(), LibraryError> {
    let path = || folder.to_owned();
    let real = real(folder);
    let service = synced::service(folder).or_else(|| synced::service(&real));
    if let Some(service) = service {
        return Err(LibraryError::Synced { path: path(), service });
    }
    match network::system(&real) {
        Some(system) => Err(LibraryError::Network { path: path(), system }),
        None => Ok(()),
    }
}

/// The path without links. What is not there yet is taken as it is written.
fn real(path: &Path) -> PathBuf {
    let mut missing = Vec::new();
    for there in path.ancestors() {
        let there = if there.as_os_str().is_empty() { Path::new(".") } else { there };
        if let Ok(real) = there.canonicalize() {
            return missing.iter().rev().fold(real, |real, name| real.join(name));
        }
        missing.extend(there.file_name());
    }
    path.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_followed_to_what_is_really_there() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        assert_eq!(real(&root.join("a/b")), root.join("a/b"));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&root, root.join("link")).unwrap();
            assert_eq!(real(&root.join("link/a/b")), root.join("a/b"));
        }
        assert!(real(Path::new("a-name-that-is-not-there")).is_absolute());
    }
}
