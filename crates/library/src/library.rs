use std::{
    fs::{File, TryLockError},
    path::{Path, PathBuf},
};

use crate::{
    Backup, Blobs, LibraryError,
    assets::census,
    backups,
    database::{Database, beside},
    files, migrations, place, settled,
};

/// The database, in the library's folder.
pub(crate) const DATABASE: &str = "library.db";

/// An open library. Nobody else has it open until this one is dropped.
pub struct Library {
    folder: PathBuf,
    pub(crate) database: Database,
    pub(crate) blobs: Blobs,
    read_only: bool,
    pub(crate) census: census::Kept,
    /// How many rows this session had changed when the latest backup was made.
    pub(crate) backed_up: Option<u64>,
    // Last, so that it is let go of after the database is closed. The system lets go of it when the process dies.
    pub(crate) lock: File,
}

impl Library {
    /// Opens the library of this folder, making what is missing and bringing an older one up to date.
    ///
    /// A library made by a newer version opens all the same, [read-only](Self::is_read_only).
    ///
    /// # Errors
    /// Nothing is written in a folder that is synchronised or on a network, nor over a database that is damaged, lost
    /// or somebody else's.
    pub fn open(folder: &Path) -> Result<Self, LibraryError> {
        place::require_safe(folder)?;
        files::create_folder(folder)?;
        let lock = lock(folder)?;
        Self::open_locked(folder, lock)
    }

    pub(crate) fn open_locked(folder: &Path, lock: File) -> Result<Self, LibraryError> {
        files::sweep(folder)?;
        let blobs = Blobs::open(folder.join("blobs"))?;
        let path = folder.join(DATABASE);
        let newer = inspect(folder, &blobs)?;
        let read_only = newer.is_some();
        let (database, blobs) = match newer {
            Some(database) => (database, blobs.into_read_only()),
            None => (open_current(&path, &folder.join(backups::FOLDER))?, blobs),
        };
        files::sync_folder(folder).map_err(|error| LibraryError::writing(&path, error))?;
        Ok(Self {
            folder: folder.to_owned(),
            database,
            blobs,
            read_only,
            census: census::Kept::default(),
            backed_up: None,
            lock,
        })
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
fn inspect(folder: &Path, blobs: &Blobs) -> Result<Option<Database>, LibraryError> {
    let path = folder.join(DATABASE);
    Database::recover(&path)?;
    if length(&path) == 0 {
        return require_nothing_lost(folder, blobs).map(|()| None);
    }
    let has_log = length(&beside(&path, "-wal")) > 0;
    if has_log && !Database::has_log(&path)? {
        // Somebody put a backup in the place of a database whose log is still there.
        return Err(LibraryError::Damaged { path });
    }
    let database = Database::open_read_only(&path)?;
    match (has_log, settled::is_as_left(folder)) {
        (false, true) => database.require_ours()?,
        (false, false) => database.require_sound()?,
        (true, _) => database.require_sound().and_then(|()| database.require_flawless())?,
    }
    Ok((database.schema()? > migrations::ALL.len()).then_some(database))
}

/// Photographs, backups or a log without their database are a library that lost it: an empty one must not take its
/// place.
fn require_nothing_lost(folder: &Path, blobs: &Blobs) -> Result<(), LibraryError> {
    let path = folder.join(DATABASE);
    let is_new = blobs.is_empty()? && Backup::list(folder)?.is_empty() && length(&beside(&path, "-wal")) == 0;
    if is_new { Ok(()) } else { Err(LibraryError::Damaged { path }) }
}

/// In bytes; 0 when the file is not there.
fn length(path: &Path) -> u64 {
    path.metadata().map_or(0, |file| file.len())
}

fn open_current(path: &Path, backups: &Path) -> Result<Database, LibraryError> {
    files::create_folder(backups)?;
    files::sweep(backups)?;
    let database = Database::open(path)?;
    migrations::run(&database, &migrations::ALL, backups)?;
    Ok(database)
}
