//! A copy takes the place of the database, which is set aside first: whatever happens, one of the two opens.

use std::path::Path;

use tempfile::NamedTempFile;

use crate::{
    Backup, BackupReason, Library, LibraryError, Timestamp, backups,
    database::{Database, about, beside},
    files, library, migrations, place,
};

/// What SQLite keeps beside a database that is open or was not closed. In a new database's place it would be taken for
/// that one's own.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

impl Library {
    /// Puts the copy of that name in the place of the database of a closed library, and opens it. The database may be
    /// damaged or gone; what is there of it is kept among the [backups](Self::backups).
    ///
    /// # Errors
    /// Nothing changed when the library is open elsewhere, when the copy is missing, damaged or of a newer version, or
    /// when the disk is full.
    pub fn restore(folder: &Path, name: &str, now: Timestamp) -> Result<Self, LibraryError> {
        place::require_safe(folder)?;
        let backup = find(folder, name)?;
        let lock = library::lock(folder)?;
        files::sweep(folder)?;
        let ready = prepare(folder, &backup.path(folder))?;
        replace(folder, ready, now)?;
        Self::open_locked(folder, lock)
    }

    /// Puts the copy of that name in the place of the database of this library, which stays open and locked.
    ///
    /// # Errors
    /// The library is as it was: when the copy is missing, damaged or of a newer version, or when the disk is full.
    pub fn go_back(&mut self, name: &str, now: Timestamp) -> Result<(), LibraryError> {
        let folder = self.folder().to_owned();
        let ready = prepare(&folder, &find(&folder, name)?.path(&folder))?;
        let lock = self.lock.try_clone().map_err(|error| LibraryError::writing(&folder, error))?;
        self.database = Database::nowhere()?;
        let replaced = replace(&folder, ready, now);
        *self = Self::open_locked(&folder, lock)?;
        replaced
    }
}

fn find(folder: &Path, name: &str) -> Result<Backup, LibraryError> {
    let missing = || LibraryError::MissingFile { path: folder.join(backups::FOLDER).join(name) };
    Backup::list(folder)?.into_iter().find(|backup| backup.name == name).ok_or_else(missing)
}

fn replace(folder: &Path, ready: NamedTempFile, now: Timestamp) -> Result<(), LibraryError> {
    let path = folder.join(library::DATABASE);
    set_aside(folder, &path, now)?;
    files::place(ready, &path)
}

/// A copy of the backup that is ready to be the database: durable, flawless, of the present schema.
fn prepare(folder: &Path, backup: &Path) -> Result<NamedTempFile, LibraryError> {
    copied(folder, backup).map_err(|error| about(error, &folder.join(library::DATABASE)))
}

fn copied(folder: &Path, backup: &Path) -> Result<NamedTempFile, LibraryError> {
    require_restorable(folder, backup)?;
    let copy = files::duplicate(backup, folder)?;
    let database = Database::open(copy.path())?;
    migrations::run_all(&database)?;
    database.gather()?;
    drop(database);
    copy.as_file().sync_all().map_err(|error| LibraryError::writing(copy.path(), error))?;
    Ok(copy)
}

fn require_restorable(folder: &Path, backup: &Path) -> Result<(), LibraryError> {
    if backup.metadata().map_or(0, |file| file.len()) == 0 {
        return Err(LibraryError::Damaged { path: backup.to_owned() });
    }
    let database = Database::open_read_only(backup)?;
    database.require_sound()?;
    database.require_flawless()?;
    match database.schema()? {
        0 => Err(LibraryError::NotALibrary { path: backup.to_owned() }),
        schema if schema > migrations::ALL.len() => Err(LibraryError::ReadOnly { path: folder.to_owned() }),
        _ => Ok(()),
    }
}

/// Keeps what is in the database's place, and leaves there at most the database.
fn set_aside(folder: &Path, path: &Path, now: Timestamp) -> Result<(), LibraryError> {
    let is_empty = |path: &Path| path.metadata().map_or(0, |file| file.len()) == 0;
    if is_empty(path) && BESIDE.iter().all(|end| is_empty(&beside(path, end))) {
        return clear_beside(folder, path);
    }
    let copied = match is_empty(path) {
        true => Err(LibraryError::Damaged { path: path.to_owned() }),
        false => copy(path, &backups::free(folder, now, BackupReason::BeforeRestore)),
    };
    match copied {
        Err(error) if is_unreadable(&error) => {
            keep_as_it_is(path, &backups::free(folder, now, BackupReason::Damaged))?;
        }
        copied => copied?,
    }
    clear_beside(folder, path)
}

/// Whether what is there cannot be copied by reading it; a full disk, say, is no reason to set it aside.
fn is_unreadable(error: &LibraryError) -> bool {
    matches!(
        error,
        LibraryError::Damaged { .. }
            | LibraryError::NotALibrary { .. }
            | LibraryError::Database { .. }
            | LibraryError::Io { .. }
    )
}

/// Copies a sound database, with what its log holds.
fn copy(path: &Path, to: &Path) -> Result<(), LibraryError> {
    Database::recover(path)?;
    Database::open_read_only(path)?.require_sound()?;
    let database = Database::open(path)?;
    database.gather()?;
    database.back_up(to)
}

fn keep_as_it_is(path: &Path, to: &Path) -> Result<(), LibraryError> {
    for end in ["", "-wal", "-journal"] {
        let from = beside(path, end);
        if from.exists() {
            files::keep(&from, &beside(to, end))?;
        }
    }
    Ok(())
}

fn clear_beside(folder: &Path, path: &Path) -> Result<(), LibraryError> {
    for end in BESIDE {
        files::remove(&beside(path, end))?;
    }
    files::sync_folder(folder).map_err(|error| LibraryError::writing(path, error))
}
