use std::{
    fs::{File, TryLockError},
    path::{Path, PathBuf},
};

use crate::{Blobs, LibraryError, database::Database, files, migrations, place};

/// An open library. Nobody else has it open until this one is dropped.
pub struct Library {
    folder: PathBuf,
    pub(crate) database: Database,
    pub(crate) blobs: Blobs,
    read_only: bool,
    // Last, so that it is let go of after the database is closed. The system lets go of it when the process dies.
    _lock: File,
}

impl Library {
    /// Opens the library of this folder, making what is missing and bringing an older one up to date.
    ///
    /// A library made by a newer version opens all the same, [read-only](Self::is_read_only). A folder
    /// that is synchronised or on a network is refused.
    pub fn open(folder: &Path) -> Result<Self, LibraryError> {
        place::require_safe(folder)?;
        files::create_folder(folder)?;
        let lock = lock(folder)?;
        let blobs = Blobs::open(folder.join("blobs"))?;
        let path = folder.join("library.db");
        let newer = inspect(&path, &blobs)?;
        let read_only = newer.is_some();
        let (database, blobs) = match newer {
            Some(database) => (database, blobs.into_read_only()),
            None => (open_current(&path, &folder.join("backups"))?, blobs),
        };
        files::sync_folder(folder).map_err(|error| LibraryError::writing(&path, error))?;
        Ok(Self { folder: folder.to_owned(), database, blobs, read_only, _lock: lock })
    }

    /// The folder of this library.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether a newer version of the studio made it, so that nothing can be written.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Copies the database to `path`, in place of what was there, and makes sure that the copy is sound. The blobs are
    /// not copied.
    pub fn back_up(&self, path: &Path) -> Result<(), LibraryError> {
        self.database.back_up(path)
    }
}

/// The lock of a folder, held until it is dropped.
pub(crate) fn lock(folder: &Path) -> Result<File, LibraryError> {
    let path = folder.join("LOCK");
    let failed = |error| LibraryError::writing(&path, error);
    let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(LibraryError::Locked { path: folder.to_owned() }),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

/// Looks at what is there without writing in it: the database when it is newer than we are, else nothing.
fn inspect(path: &Path, blobs: &Blobs) -> Result<Option<Database>, LibraryError> {
    Database::recover(path)?;
    if path.metadata().map_or(0, |file| file.len()) == 0 {
        return require_nothing_lost(path, blobs).map(|()| None);
    }
    let database = Database::open_read_only(path)?;
    database.require_sound()?;
    Ok((database.schema()? > migrations::ALL.len()).then_some(database))
}

/// Photographs without their database are a library that lost it: an empty one must not take its place.
fn require_nothing_lost(path: &Path, blobs: &Blobs) -> Result<(), LibraryError> {
    if blobs.is_empty()? { Ok(()) } else { Err(LibraryError::Damaged { path: path.to_owned() }) }
}

fn open_current(path: &Path, backups: &Path) -> Result<Database, LibraryError> {
    files::create_folder(backups)?;
    files::sweep(backups)?;
    let database = Database::open(path)?;
    migrations::run(&database, &migrations::ALL, backups)?;
    Ok(database)
}
