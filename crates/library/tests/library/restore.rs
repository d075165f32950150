use std::{
    fs,
    path::{Path, PathBuf},
};

use planche_library::{Backup, BackupReason, Library, LibraryError, Timestamp};
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use crate::sample::{self, LATER, NOW};

/// A library of a note: backed up when it was 1, closed when it is 2.
struct Closed {
    folder: TempDir,
    database: PathBuf,
    backup: String,
}

fn closed() -> Closed {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    sample::fill(&mut library);
    library.blobs().put(b"photo").unwrap();
    note(&mut library, 1);
    let backup = library.back_up_if_due(NOW, BackupReason::BeforeImport).unwrap().unwrap().name;
    note(&mut library, 2);
    let database = folder.path().join("library.db");
    Closed { folder, database, backup }
}

fn note(library: &mut Library, value: i64) {
    library.transact(|transaction| transaction.preferences_mut().set("note", &value)).unwrap();
}

fn read(library: &Library) -> Option<i64> {
    library.preferences().get("note").unwrap()
}

/// Everything in a folder but the lock, with its bytes.
fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| match path.is_dir() {
        true => everything(&path),
        false => vec![(path.clone(), fs::read(path).unwrap())],
    };
    paths.into_iter().flat_map(read).collect()
}

fn of_reason(folder: &Path, reason: BackupReason) -> Vec<Backup> {
    Backup::list(folder).unwrap().into_iter().filter(|backup| backup.reason == reason).collect()
}

#[test]
fn a_backup_comes_back_and_what_it_replaces_can_come_back_too() {
    let Closed { folder, backup, .. } = closed();
    let library = Library::restore(folder.path(), &backup, LATER).unwrap();
    assert_eq!(read(&library), Some(1));
    assert_eq!(library.brands().list().unwrap(), [sample::brand()]);
    drop(library);
    let [replaced] = &of_reason(folder.path(), BackupReason::BeforeRestore)[..] else {
        panic!("nothing was set aside")
    };
    assert_eq!(replaced.at, Timestamp(LATER.0 / 1000 * 1000));
    assert_eq!(read(&Library::restore(folder.path(), &replaced.name, LATER).unwrap()), Some(2));
}

/// Restores over what `damage` left; answers with what was set aside as it was.
fn check_over(damage: impl FnOnce(&Path)) -> Vec<Vec<u8>> {
    let Closed { folder, database, backup } = closed();
    damage(&database);
    let library = Library::restore(folder.path(), &backup, LATER).unwrap();
    assert_eq!(read(&library), Some(1));
    assert!(library.blobs().read(planche_library::Hash::of(b"photo")).is_ok());
    drop(library);
    assert_eq!(read(&Library::open(folder.path()).unwrap()), Some(1));
    let damaged = of_reason(folder.path(), BackupReason::Damaged).into_iter();
    damaged.map(|damaged| fs::read(folder.path().join("backups").join(damaged.name)).unwrap()).collect()
}

#[test]
fn a_backup_takes_the_place_of_a_database_that_is_gone() {
    assert!(check_over(|database| fs::remove_file(database).unwrap()).is_empty());
}

#[test]
fn a_backup_takes_the_place_of_an_empty_database() {
    assert!(check_over(|database| fs::write(database, b"").unwrap()).is_empty());
}

#[test]
fn a_backup_takes_the_place_of_a_damaged_database_which_is_kept() {
    for bytes in [&b"%PDF-1.7 this is no database"[..], &[0; 8192], b"SQLite format 3\0 and nothing of one"] {
        assert_eq!(check_over(|database| fs::write(database, bytes).unwrap()), [bytes]);
    }
}

#[test]
fn the_log_of_a_damaged_database_is_kept_with_it() {
    let Closed { folder, database, backup } = closed();
    fs::write(&database, [7; 4096]).unwrap();
    fs::write(folder.path().join("library.db-wal"), b"the last writes").unwrap();
    assert_eq!(read(&Library::restore(folder.path(), &backup, LATER).unwrap()), Some(1));
    let [damaged] = &of_reason(folder.path(), BackupReason::Damaged)[..] else { panic!("it was not set aside") };
    let kept = folder.path().join("backups").join(format!("{}-wal", damaged.name));
    assert_eq!(fs::read(kept).unwrap(), b"the last writes");
}

#[test]
fn what_the_log_still_holds_is_in_what_is_set_aside() {
    let Closed { folder, database, backup } = closed();
    // A copy of the three files while they are open is what a kill leaves.
    let mut library = Library::open(folder.path()).unwrap();
    note(&mut library, 3);
    let left = ["", "-wal"].map(|end| fs::read(format!("{}{end}", database.display())).unwrap());
    drop(library);
    for (end, bytes) in ["", "-wal"].into_iter().zip(left) {
        fs::write(format!("{}{end}", database.display()), bytes).unwrap();
    }
    drop(Library::restore(folder.path(), &backup, LATER).unwrap());
    let [replaced] = &of_reason(folder.path(), BackupReason::BeforeRestore)[..] else {
        panic!("nothing was set aside")
    };
    assert_eq!(read(&Library::restore(folder.path(), &replaced.name, LATER).unwrap()), Some(3));
}

/// Refuses to restore, and leaves everything as it was.
fn check_refused(prepare: impl FnOnce(&Closed), is_expected: fn(&LibraryError) -> bool) {
    let closed = closed();
    prepare(&closed);
    let before = everything(closed.folder.path());
    let refused = Library::restore(closed.folder.path(), &closed.backup, LATER).map(drop).unwrap_err();
    assert!(is_expected(&refused), "{refused:?}");
    assert!(everything(closed.folder.path()) == before, "something changed although it was refused: {refused:?}");
}

impl Closed {
    fn change_backup(&self, sql: &str) {
        Connection::open(self.backup_path()).unwrap().execute_batch(sql).unwrap();
    }

    fn backup_path(&self) -> PathBuf {
        self.folder.path().join("backups").join(&self.backup)
    }
}

#[test]
fn a_backup_that_does_not_hold_is_refused() {
    check_refused(
        |closed| fs::remove_file(closed.backup_path()).unwrap(),
        |error| matches!(error, LibraryError::MissingFile { .. }),
    );
    let damages: [fn(&mut Vec<u8>); 4] = [
        |bytes| bytes.clear(),
        |bytes| bytes.truncate(4096),
        |bytes| bytes[4096 * 3..][..64].fill(0xff),
        |bytes| bytes.fill(0),
    ];
    for damage in damages {
        let spoil = |closed: &Closed| {
            let mut bytes = fs::read(closed.backup_path()).unwrap();
            damage(&mut bytes);
            fs::write(closed.backup_path(), bytes).unwrap();
        };
        check_refused(spoil, |error| matches!(error, LibraryError::Damaged { .. }));
    }
}

#[test]
fn a_backup_that_is_no_library_or_a_newer_one_is_refused() {
    check_refused(
        |closed| closed.change_backup("PRAGMA application_id = 1"),
        |error| matches!(error, LibraryError::NotALibrary { .. }),
    );
    check_refused(
        |closed| closed.change_backup("PRAGMA user_version = 1000"),
        |error| matches!(error, LibraryError::ReadOnly { .. }),
    );
    check_refused(
        |closed| closed.change_backup("PRAGMA foreign_keys = OFF; DELETE FROM brands"),
        |error| matches!(error, LibraryError::Damaged { .. }),
    );
}

#[test]
fn only_a_name_among_the_backups_is_restored() {
    let Closed { folder, backup, .. } = closed();
    for name in ["../library.db", "", "2026-11-22T12-30-00Z-quit.db", &format!("../backups/{backup}")] {
        let refused = Library::restore(folder.path(), name, LATER).map(drop);
        assert!(matches!(refused, Err(LibraryError::MissingFile { .. })), "{name}: {refused:?}");
    }
}

#[test]
fn an_open_library_is_not_replaced() {
    let Closed { folder, backup, .. } = closed();
    let library = Library::open(folder.path()).unwrap();
    let refused = Library::restore(folder.path(), &backup, LATER).map(drop);
    assert!(matches!(refused, Err(LibraryError::Locked { .. })), "{refused:?}");
    assert_eq!(read(&library), Some(2));
}

#[test]
fn a_restored_library_leaves_nothing_unfinished() {
    let Closed { folder, backup, .. } = closed();
    drop(Library::restore(folder.path(), &backup, LATER).unwrap());
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["LOCK", "backups", "blobs", "library.db"]);
}
