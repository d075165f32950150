use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{Hash, Library, LibraryError, files};

/// The files of a library, each under the hash of its bytes: `blobs/ab/ab12…`.
///
/// A handle can be kept and used while the library is busy. A blob is put before the row that names it is committed, so
/// a crash leaves at worst a blob without a row.
#[derive(Clone, Debug)]
pub struct Blobs {
    folder: PathBuf,
    writable: bool,
}

impl Library {
    /// The files of this library.
    pub fn blobs(&self) -> &Blobs {
        &self.blobs
    }
}

impl Blobs {
    pub(crate) fn open(folder: PathBuf) -> Result<Self, LibraryError> {
        files::create_folder(&folder)?;
        files::sweep(&folder)?;
        Ok(Self { folder, writable: true })
    }

    pub(crate) fn into_read_only(self) -> Self {
        Self { writable: false, ..self }
    }

    pub(crate) fn is_empty(&self) -> Result<bool, LibraryError> {
        let mut entries = fs::read_dir(&self.folder).map_err(|error| LibraryError::reading(&self.folder, error))?;
        Ok(entries.next().is_none())
    }

    /// Keeps these bytes. When it returns they are on the disk for good; the same bytes are kept once.
    pub fn put(&self, bytes: &[u8]) -> Result<Hash, LibraryError> {
        if !self.writable {
            return Err(LibraryError::ReadOnly { path: files::folder_of(&self.folder).to_owned() });
        }
        let hash = Hash::of(bytes);
        let path = self.path(hash);
        if !holds(&path, hash) {
            files::create_folder(files::folder_of(&path))?;
            let file = files::fill(&self.folder, bytes).map_err(|error| LibraryError::writing(&path, error))?;
            files::place(file, &path)?;
        }
        Ok(hash)
    }

    /// The bytes of that name, as they are on the disk.
    pub fn read(&self, hash: Hash) -> Result<Vec<u8>, LibraryError> {
        let path = self.path(hash);
        fs::read(&path).map_err(|error| LibraryError::reading(&path, error))
    }

    /// Where the bytes of that name are, or would be.
    pub fn path(&self, hash: Hash) -> PathBuf {
        let name = hash.to_string();
        self.folder.join(&name[..2]).join(name)
    }
}

/// Whether the file still holds what its name says: a damaged one is to be written again.
fn holds(path: &Path, hash: Hash) -> bool {
    fs::read(path).is_ok_and(|bytes| Hash::of(&bytes) == hash)
}
