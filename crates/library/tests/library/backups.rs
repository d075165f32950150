use std::fs;

use planche_library::{Backup, BackupReason, Library, Timestamp};
use tempfile::tempdir;

use crate::sample;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// 2026-11-22 at half past twelve.
const NOW: Timestamp = Timestamp(1_795_350_600_000);

fn later(minutes: i64) -> Timestamp {
    Timestamp(NOW.0 + minutes * MINUTE)
}

fn note(library: &mut Library, value: i64) {
    library.transact(|transaction| transaction.preferences_mut().set("note", &value)).unwrap();
}

fn names(library: &Library) -> Vec<String> {
    library.backups().unwrap().into_iter().map(|backup| backup.name).collect()
}

#[test]
fn a_backup_says_when_and_why() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    sample::fill(&mut library);
    let backup = library.back_up_if_due(NOW, BackupReason::Scheduled).unwrap().unwrap();
    let file = folder.path().join("backups/2026-11-22T12-30-00Z-scheduled.db");
    let name = "2026-11-22T12-30-00Z-scheduled.db".to_owned();
    let bytes = file.metadata().unwrap().len();
    assert_eq!(backup, Backup { name, at: NOW, bytes, reason: BackupReason::Scheduled });
    assert_eq!(library.backups().unwrap(), [backup]);
}

#[test]
fn every_reason_is_told_by_the_name() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let reasons = [
        BackupReason::Scheduled,
        BackupReason::Quit,
        BackupReason::BeforeImport,
        BackupReason::BeforeDelete,
        BackupReason::BeforeRestore,
    ];
    for (reason, hour) in reasons.into_iter().zip(0..) {
        note(&mut library, hour);
        assert_eq!(library.back_up_if_due(later(hour * 60), reason).unwrap().unwrap().reason, reason);
    }
    let found: Vec<_> = library.backups().unwrap().into_iter().rev().map(|backup| backup.reason).collect();
    assert_eq!(found, reasons);
}

/// Whether a backup is made, so many minutes after the last one, when something changed or not.
fn check(reason: BackupReason, minutes: i64, changed: bool, expected: bool) {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    library.back_up_if_due(NOW, BackupReason::Quit).unwrap().unwrap();
    if changed {
        note(&mut library, 1);
    }
    let made = library.back_up_if_due(later(minutes), reason).unwrap();
    assert_eq!(made.is_some(), expected, "{reason:?} after {minutes} min, changed: {changed}");
    assert_eq!(library.backups().unwrap().len(), 1 + usize::from(expected));
}

#[test]
fn a_backup_is_made_when_it_is_worth_it() {
    for (reason, minutes, changed, expected) in [
        (BackupReason::Scheduled, 29, true, false),
        (BackupReason::Scheduled, 30, true, true),
        (BackupReason::Scheduled, 300, false, false),
        (BackupReason::Scheduled, -300, true, true),
        (BackupReason::Quit, 1, true, true),
        (BackupReason::Quit, 1, false, false),
        (BackupReason::BeforeImport, 0, true, true),
        (BackupReason::BeforeDelete, 0, true, true),
        (BackupReason::BeforeDelete, 0, false, false),
    ] {
        check(reason, minutes, changed, expected);
    }
}

#[test]
fn a_session_knows_what_the_last_one_backed_up() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    sample::fill(&mut library);
    library.back_up_if_due(NOW, BackupReason::Quit).unwrap().unwrap();
    drop(library);
    let mut library = Library::open(folder.path()).unwrap();
    assert_eq!(library.back_up_if_due(later(60), BackupReason::Scheduled).unwrap(), None);
    note(&mut library, 1);
    drop(library);
    let mut library = Library::open(folder.path()).unwrap();
    assert!(library.back_up_if_due(later(90), BackupReason::Scheduled).unwrap().is_some());
}

#[test]
fn two_backups_of_a_second_are_both_kept() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    for value in 0..3 {
        note(&mut library, value);
        library.back_up_if_due(NOW, BackupReason::BeforeImport).unwrap().unwrap();
    }
    assert_eq!(names(&library), [2, 1, 0].map(|second| format!("2026-11-22T12-30-0{second}Z-before-import.db")));
}

#[test]
fn backups_of_a_second_stand_in_the_order_they_were_made_whatever_they_are_for() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let reasons = [BackupReason::Asked, BackupReason::BeforeRestore, BackupReason::Asked, BackupReason::BeforeDelete];
    for (reason, value) in reasons.into_iter().zip(0..) {
        note(&mut library, value);
        library.back_up_if_due(NOW, reason).unwrap().unwrap();
    }
    let found: Vec<_> = library.backups().unwrap().into_iter().rev().map(|backup| backup.reason).collect();
    assert_eq!(found, reasons);
}

#[test]
fn older_backups_thin_out_and_those_of_migrations_stay() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    fs::write(folder.path().join("backups/schema-1.db"), b"from before").unwrap();
    fs::write(folder.path().join("backups/notes.txt"), b"a person's own").unwrap();
    for hour in 0..24 * 20 {
        let name = chrono::DateTime::from_timestamp_millis(NOW.0 - 20 * DAY + hour * 60 * MINUTE).unwrap();
        let name = name.format("%Y-%m-%dT%H-%M-%SZ-scheduled.db").to_string();
        fs::write(folder.path().join("backups").join(name), b"a copy").unwrap();
    }
    library.back_up_if_due(NOW, BackupReason::Scheduled).unwrap().unwrap();
    let dated = names(&library).into_iter().filter(|name| name.ends_with("-scheduled.db")).count();
    // The new one, those under two days old, and the last of each of the 12 days before.
    assert_eq!(dated, 1 + 47 + 12);
    assert!(names(&library).contains(&"schema-1.db".to_owned()));
    assert_eq!(fs::read(folder.path().join("backups/notes.txt")).unwrap(), b"a person's own");
}

#[test]
fn a_library_that_is_only_read_is_not_backed_up() {
    let folder = tempdir().unwrap();
    drop(Library::open(folder.path()).unwrap());
    let database = rusqlite::Connection::open(folder.path().join("library.db")).unwrap();
    database.pragma_update(None, "user_version", 1000).unwrap();
    drop(database);
    let mut library = Library::open(folder.path()).unwrap();
    assert_eq!(library.back_up_if_due(NOW, BackupReason::Quit).unwrap(), None);
}
