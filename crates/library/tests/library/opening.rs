use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::AtomicBool,
};

use planche_library::{Library, LibraryError};
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use crate::sample;

/// How many bytes a page of the database has.
const PAGE: usize = 4096;

/// A closed library with the sample in it, and its database.
fn closed() -> (TempDir, PathBuf) {
    let folder = tempdir().unwrap();
    sample::fill(&mut Library::open(folder.path()).unwrap());
    let database = folder.path().join("library.db");
    (folder, database)
}

fn error(folder: &Path) -> LibraryError {
    Library::open(folder).map(drop).expect_err("the library must not open")
}

#[test]
fn a_folder_becomes_a_library() {
    let above = tempdir().unwrap();
    let folder = above.path().join("Études 2026/bibliothèque");
    let library = Library::open(&folder).unwrap();
    assert!(!library.is_read_only());
    assert_eq!(library.folder(), folder);
    for name in ["library.db", "blobs", "backups", "LOCK"] {
        assert!(folder.join(name).exists(), "{name} is missing");
    }
}

#[test]
fn a_closed_library_is_one_file_and_its_blobs() {
    let (folder, _) = closed();
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["LOCK", "backups", "blobs", "library.db"]);
}

#[test]
fn a_second_opener_is_refused_until_the_first_is_gone() {
    let folder = tempdir().unwrap();
    let first = Library::open(folder.path()).unwrap();
    assert!(matches!(error(folder.path()), LibraryError::Locked { path } if path == folder.path()));
    drop(first);
    Library::open(folder.path()).unwrap();
}

#[test]
fn a_library_that_was_left_in_order_opens_without_being_read_whole_until_somebody_touches_it() {
    let (folder, database) = closed();
    Library::open(folder.path()).unwrap().settle().unwrap();
    let left = database.metadata().unwrap().modified().unwrap();
    damage_last_page(&database);
    assert!(matches!(error(folder.path()), LibraryError::Damaged { .. }), "it was touched");
    // A page that rots by itself changes no date.
    fs::File::options().write(true).open(&database).unwrap().set_modified(left).unwrap();
    let library = Library::open(folder.path()).unwrap();
    let checked = library.verify(|_| {}, &AtomicBool::new(false));
    assert!(!matches!(checked, Ok(Some(report)) if report.problems.is_empty()), "a check finds it");
}

#[test]
fn what_is_written_after_a_library_was_left_is_checked_again() {
    let (folder, database) = closed();
    let mut library = Library::open(folder.path()).unwrap();
    library.settle().unwrap();
    library.transact(|transaction| transaction.preferences_mut().set("language", &"fr")).unwrap();
    drop(library);
    damage_last_page(&database);
    assert!(matches!(error(folder.path()), LibraryError::Damaged { .. }));
}

fn damage_last_page(database: &Path) {
    let mut bytes = fs::read(database).unwrap();
    let last = bytes.len() - PAGE;
    bytes[last..][..64].fill(0xff);
    fs::write(database, bytes).unwrap();
}

#[test]
fn a_newer_library_is_read_and_never_written() {
    let (folder, database) = closed();
    Connection::open(&database).unwrap().pragma_update(None, "user_version", 1000).unwrap();
    let before = fs::read(&database).unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    assert!(library.is_read_only());
    assert_eq!(library.brands().list().unwrap(), [sample::brand()]);
    let refused = library.transact(|transaction| transaction.documents_mut().restore(sample::DOCUMENT));
    assert!(matches!(refused, Err(LibraryError::ReadOnly { .. })), "{refused:?}");
    let refused = library.blobs().put(b"photo");
    assert!(matches!(refused, Err(LibraryError::ReadOnly { .. })), "{refused:?}");
    drop(library);
    assert_eq!(fs::read(&database).unwrap(), before);
}

/// Damages the database of a closed library: it must not open, and must be left as it is.
fn check_damaged(damage: impl FnOnce(&mut Vec<u8>)) {
    let (folder, database) = closed();
    let mut bytes = fs::read(&database).unwrap();
    damage(&mut bytes);
    fs::write(&database, &bytes).unwrap();
    assert!(matches!(error(folder.path()), LibraryError::Damaged { path } if path == database));
    assert_eq!(fs::read(&database).unwrap(), bytes);
}

#[test]
fn a_file_of_zeros_is_damaged() {
    check_damaged(|bytes| bytes.fill(0));
}

#[test]
fn a_file_of_something_else_is_damaged() {
    check_damaged(|bytes| *bytes = b"%PDF-1.7 this is no database".repeat(100));
}

/// The pages of a closed library's database.
fn pages() -> std::ops::Range<usize> {
    let (_folder, database) = closed();
    0..usize::try_from(database.metadata().unwrap().len()).unwrap() / PAGE
}

#[test]
fn a_definition_that_makes_no_sense_is_damaged() {
    check_damaged(|bytes| {
        let definition = b"content = ''";
        let at = bytes.windows(definition.len()).position(|part| part == definition).unwrap();
        bytes[at + definition.len() - 4] = b'<';
    });
}

#[test]
fn a_file_cut_short_is_damaged() {
    for page in pages().skip(1) {
        check_damaged(|bytes| bytes.truncate(page * PAGE));
    }
}

#[test]
fn a_damaged_page_is_found_wherever_it_is() {
    for page in pages() {
        check_damaged(|bytes| bytes[page * PAGE..][..64].fill(0xff));
    }
}

#[test]
fn a_write_interrupted_before_there_was_a_log_is_undone() {
    let (folder, database) = closed();
    let connection = Connection::open(&database).unwrap();
    // Without room in memory, the transaction is in the file before it ends.
    let interrupted = "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN;
        CREATE TABLE lost AS SELECT randomblob(100000) AS blob; UPDATE brands SET sample = 0";
    connection.execute_batch(interrupted).unwrap();
    let other = tempdir().unwrap();
    for name in ["library.db", "library.db-journal"] {
        fs::copy(folder.path().join(name), other.path().join(name)).unwrap();
    }
    let library = Library::open(other.path()).unwrap();
    assert_eq!(library.brands().list().unwrap(), [sample::brand()]);
}

#[test]
fn a_lost_database_is_not_replaced_by_an_empty_one() {
    for lose in [|path: &Path| fs::remove_file(path).unwrap(), |path: &Path| fs::write(path, b"").unwrap()] {
        let (folder, database) = closed();
        let library = Library::open(folder.path()).unwrap();
        library.blobs().put(b"photo").unwrap();
        drop(library);
        lose(&database);
        assert!(matches!(error(folder.path()), LibraryError::Damaged { path } if path == database));
        assert_eq!(database.metadata().map_or(0, |file| file.len()), 0);
    }
}

/// Loses the database of a library that has no blob but the witness: an empty one must not take its place.
fn check_lost(leave_witness: impl FnOnce(&Path)) {
    let folder = tempdir().unwrap();
    leave_witness(folder.path());
    let database = folder.path().join("library.db");
    assert!(matches!(error(folder.path()), LibraryError::Damaged { path } if path == database));
    assert!(!database.exists());
}

#[test]
fn backups_tell_that_a_database_was_lost() {
    check_lost(|folder| {
        fs::create_dir(folder.join("backups")).unwrap();
        fs::write(folder.join("backups/2026-11-22T12-30-00Z-quit.db"), b"a copy").unwrap();
    });
}

#[test]
fn a_log_tells_that_a_database_was_lost() {
    check_lost(|folder| fs::write(folder.join("library.db-wal"), b"writes").unwrap());
}

#[test]
fn a_backup_put_beside_the_log_of_another_database_is_refused() {
    let (folder, database) = closed();
    let library = Library::open(folder.path()).unwrap();
    let backup = folder.path().join("backups/copy.db");
    library.back_up(&backup).unwrap();
    drop(library);
    fs::copy(&backup, &database).unwrap();
    let log = folder.path().join("library.db-wal");
    fs::write(&log, b"writes").unwrap();
    assert!(matches!(error(folder.path()), LibraryError::Damaged { path } if path == database));
    fs::remove_file(&log).unwrap();
    assert_eq!(Library::open(folder.path()).unwrap().brands().list().unwrap(), [sample::brand()]);
}

#[test]
fn the_database_of_something_else_is_left_alone() {
    let folder = tempdir().unwrap();
    let database = folder.path().join("library.db");
    Connection::open(&database).unwrap().execute_batch("CREATE TABLE notes (text)").unwrap();
    let before = fs::read(&database).unwrap();
    assert!(matches!(error(folder.path()), LibraryError::NotALibrary { path } if path == database));
    assert_eq!(fs::read(&database).unwrap(), before);
}

#[test]
fn a_file_is_not_a_folder() {
    let above = tempdir().unwrap();
    let file = above.path().join("notes.txt");
    fs::write(&file, b"notes").unwrap();
    assert!(matches!(error(&file), LibraryError::NotAFolder { path } if path == file));
    assert!(matches!(error(&file.join("library")), LibraryError::NotAFolder { path } if path == file));
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_named() {
    // `/sys` takes no new file from anybody, not even from root.
    let folder = Path::new("/sys/planche");
    assert!(matches!(error(folder), LibraryError::FolderNotWritable { path } if path == Path::new("/sys")));
}

#[test]
fn a_backup_is_a_library() {
    let (folder, _) = closed();
    let other = tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    library.back_up(&other.path().join("library.db")).unwrap();
    let copy = Library::open(other.path()).unwrap();
    assert_eq!(copy.brands().list().unwrap(), library.brands().list().unwrap());
    assert_eq!(copy.documents().cards().unwrap(), library.documents().cards().unwrap());
}
