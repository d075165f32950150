use std::{
    io::{Error, ErrorKind},
    path::{Path, PathBuf},
};

use planche_model::{AssetId, BrandId, CollectionId, DocumentId};
use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;
use thiserror::Error;

use crate::files;

/// Why the disk did not do what was asked. Each variant is one thing to tell a person.
#[derive(Debug, Error)]
pub enum LibraryError {
    /// Another window or command has this library open.
    #[error("the library `{}` is already open elsewhere", .path.display())]
    Locked {
        /// The library's folder.
        path: PathBuf,
    },
    /// The database cannot be trusted. It was left as it is.
    #[error("the file `{}` is damaged", .path.display())]
    Damaged {
        /// The database.
        path: PathBuf,
    },
    /// The file where the database should be is the database of something else.
    #[error("the file `{}` is not a library of the studio", .path.display())]
    NotALibrary {
        /// The database.
        path: PathBuf,
    },
    /// A newer version of the studio made this library, so this one only reads it.
    #[error("the library `{}` was made by a newer version and can only be read", .path.display())]
    ReadOnly {
        /// The library's folder.
        path: PathBuf,
    },
    /// A service copies the folder to other computers while the database is being written, which damages it.
    #[error("the folder `{}` is synchronised by {service}", .path.display())]
    Synced {
        /// The library's folder.
        path: PathBuf,
        /// What the service is called.
        service: String,
    },
    /// The folder is on another machine, or behind a program, where the database's locks cannot be relied on.
    #[error("the folder `{}` is on a network file system, `{system}`", .path.display())]
    Network {
        /// The library's folder.
        path: PathBuf,
        /// What the system calls that kind of file system.
        system: String,
    },
    /// The system or the disk forbids writing there.
    #[error("nothing can be written in the folder `{}`", .path.display())]
    FolderNotWritable {
        /// The folder.
        path: PathBuf,
    },
    /// There is no room left.
    #[error("the disk of `{}` is full", .path.display())]
    DiskFull {
        /// The file being written.
        path: PathBuf,
    },
    /// A file stands where a folder is needed.
    #[error("`{}` is not a folder", .path.display())]
    NotAFolder {
        /// What is not a folder.
        path: PathBuf,
    },
    /// The file or folder is not there.
    #[error("`{}` does not exist", .path.display())]
    MissingFile {
        /// What is missing.
        path: PathBuf,
    },
    /// The file is longer than the caller accepts.
    #[error("the file `{}` is over {limit} bytes", .path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// How many bytes the caller accepts.
        limit: u64,
    },
    /// Anything else the system answered.
    #[error("`{}` cannot be read or written: {source}", .path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: Error,
    },
    /// The database refused a statement, or a row does not hold what it should.
    #[error("the database `{}` failed: {source}", .path.display())]
    Database {
        /// The database.
        path: PathBuf,
        /// What it said.
        source: rusqlite::Error,
    },
    /// The studio was linked with an SQLite that can lose data.
    #[error("SQLite {found} is too old: {needed} is needed")]
    OldSqlite {
        /// The version linked.
        found: &'static str,
        /// The first that is safe.
        needed: &'static str,
    },
    /// No brand has that id.
    #[error("no brand `{0}`")]
    NoSuchBrand(BrandId),
    /// No document has that id.
    #[error("no document `{0}`")]
    NoSuchDocument(DocumentId),
    /// No asset has that id.
    #[error("no asset `{0}`")]
    NoSuchAsset(AssetId),
    /// No collection has that id.
    #[error("no collection `{0}`")]
    NoSuchCollection(CollectionId),
    /// A stretch of a wall was asked for after a place that no stretch ended at.
    #[error("no stretch of the wall ended there")]
    BadPlace,
}

impl LibraryError {
    /// What a failure to read `path` means.
    pub fn reading(path: &Path, source: Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::MissingFile { path },
            _ => Self::Io { path, source },
        }
    }

    /// What a failure to write `path` means.
    pub fn writing(path: &Path, source: Error) -> Self {
        let folder = || files::folder_of(path).to_owned();
        match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull { path: path.to_owned() },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::FolderNotWritable { path: folder() },
            ErrorKind::NotADirectory => Self::NotAFolder { path: folder() },
            ErrorKind::NotFound => Self::MissingFile { path: folder() },
            _ => Self::Io { path: path.to_owned(), source },
        }
    }

    /// What a failure of the database at `path` means.
    pub(crate) fn database(path: &Path, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            CannotOpen, DatabaseBusy, DatabaseCorrupt, DiskFull, NotADatabase, PermissionDenied, ReadOnly,
            SystemIoFailure,
        };
        // The memory that connections share is a file, which only a lack of room keeps from growing.
        let is_cramped = source.sqlite_error().is_some_and(|error| error.extended_code == SQLITE_IOERR_SHMSIZE);
        let folder = || files::folder_of(path).to_owned();
        match source.sqlite_error_code() {
            Some(DatabaseCorrupt | NotADatabase) => Self::Damaged { path: path.to_owned() },
            Some(SystemIoFailure) if !is_cramped => Self::Io { path: path.to_owned(), source: Error::other(source) },
            Some(DiskFull | SystemIoFailure) => Self::DiskFull { path: path.to_owned() },
            Some(CannotOpen | PermissionDenied | ReadOnly) => Self::FolderNotWritable { path: folder() },
            Some(DatabaseBusy) => Self::Locked { path: folder() },
            _ => Self::Database { path: path.to_owned(), source },
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_apart() {
        let path = Path::new("/dev/full");
        let refused = std::fs::write(path, b"x").expect_err("there is never room there");
        assert!(matches!(LibraryError::writing(path, refused), LibraryError::DiskFull { path: full } if full == path));
    }
}
