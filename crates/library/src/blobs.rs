use std::{
    fs::{self, File},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use tempfile::NamedTempFile;

use crate::{Content, Hash, Incoming, Library, LibraryError, Timestamp, files};

/// The files of a library, each under the hash of its bytes: `blobs/ab/ab12…`.
///
/// A handle can be kept and used while the library is busy. A blob is put before the row that names it is committed, so
/// a crash leaves at worst a blob without a row.
#[derive(Clone, Debug)]
pub struct Blobs {
    folder: PathBuf,
    writable: bool,
    // Held to remove a blob, shared to put one: the bytes that come again are not removed under way.
    sweeping: Arc<RwLock<()>>,
}

/// A blob on the disk.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stored {
    /// Its name.
    pub hash: Hash,
    /// How many bytes it has.
    pub bytes: u64,
}

/// What became of a blob.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// It is what its name says.
    Whole,
    /// It is not there.
    Missing,
    /// Its bytes are others, or cannot be read.
    Damaged,
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
        Ok(Self { folder, writable: true, sweeping: Arc::default() })
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
        self.put_named(Hash::of(bytes), bytes)
    }

    /// Keeps bytes that are named already, as [`put`](Self::put) does.
    pub fn put_content(&self, content: &Content) -> Result<Hash, LibraryError> {
        self.put_named(content.hash(), content.bytes())
    }

    /// Makes room for a file that comes piece by piece.
    pub fn receive(&self) -> Result<Incoming, LibraryError> {
        self.require_writable()?;
        let file = files::unfinished(&self.folder).map_err(|error| LibraryError::writing(&self.folder, error))?;
        Ok(Incoming::new(self.clone(), file))
    }

    fn put_named(&self, hash: Hash, bytes: &[u8]) -> Result<Hash, LibraryError> {
        self.settle(hash, || files::fill(&self.folder, bytes))
    }

    /// Gives a durable file its name, unless its bytes are there; it is only made when they are not.
    pub(crate) fn settle(
        &self,
        hash: Hash,
        durable: impl FnOnce() -> io::Result<NamedTempFile>,
    ) -> Result<Hash, LibraryError> {
        self.require_writable()?;
        let path = self.path(hash);
        let _put = self.sweeping.read().unwrap_or_else(PoisonError::into_inner);
        // A damaged one is to be written again.
        if self.state(hash) != State::Whole || !is_renewed(&path) {
            files::create_folder(files::folder_of(&path))?;
            let file = durable().map_err(|error| LibraryError::writing(&path, error))?;
            files::place(file, &path)?;
        }
        Ok(hash)
    }

    fn require_writable(&self) -> Result<(), LibraryError> {
        if self.writable {
            return Ok(());
        }
        Err(LibraryError::ReadOnly { path: files::folder_of(&self.folder).to_owned() })
    }

    /// The bytes of that name, as they are on the disk.
    pub fn read(&self, hash: Hash) -> Result<Vec<u8>, LibraryError> {
        let path = self.path(hash);
        fs::read(&path).map_err(|error| LibraryError::reading(&path, error))
    }

    /// Whether the bytes of that name are there, as they were.
    pub(crate) fn state(&self, hash: Hash) -> State {
        match Hash::of_file(&self.path(hash)) {
            Ok(found) if found == hash => State::Whole,
            Err(error) if error.kind() == ErrorKind::NotFound => State::Missing,
            _ => State::Damaged,
        }
    }

    /// Every blob on the disk, in the order of their names.
    pub(crate) fn list(&self) -> Result<Vec<Stored>, LibraryError> {
        let mut stored = Vec::new();
        for folder in files::list(&self.folder)?.iter().filter(|path| path.is_dir()) {
            for path in files::list(folder)? {
                let name = path.file_name().and_then(|name| name.to_str());
                if let Some(hash) = name.and_then(|name| name.parse().ok()) {
                    let file = path.metadata().map_err(|error| LibraryError::reading(&path, error))?;
                    stored.push(Stored { hash, bytes: file.len() });
                }
            }
        }
        Ok(stored)
    }

    /// Removes a blob that nobody put since `before`; answers whether it did.
    pub(crate) fn remove(&self, hash: Hash, before: Timestamp) -> Result<bool, LibraryError> {
        let path = self.path(hash);
        let _removal = self.sweeping.write().unwrap_or_else(PoisonError::into_inner);
        let put =
            path.metadata().and_then(|file| file.modified()).map_err(|error| LibraryError::reading(&path, error))?;
        if put >= time(before) {
            return Ok(false);
        }
        files::remove(&path).map(|()| true)
    }

    /// Where the bytes of that name are, or would be.
    pub fn path(&self, hash: Hash) -> PathBuf {
        let name = hash.to_string();
        self.folder.join(&name[..2]).join(name)
    }
}

/// Makes a blob as young as if it had just been written; one that cannot be is to be written again.
fn is_renewed(path: &Path) -> bool {
    File::options().write(true).open(path).and_then(|file| file.set_modified(SystemTime::now())).is_ok()
}

fn time(at: Timestamp) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(u64::try_from(at.0).unwrap_or(0))
}
