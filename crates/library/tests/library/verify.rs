use std::{
    fs::{self, File},
    sync::atomic::AtomicBool,
    time::{Duration, UNIX_EPOCH},
};

use planche_library::{BackupReason, BrandFile, Hash, Library, Owner, Problem, Progress, Report, Swept, Timestamp};
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use crate::sample::{self, ASSET, BRAND, NOW};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A library of one photograph and one logo.
fn library() -> (TempDir, Library) {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    sample::fill(&mut library);
    let [photo, logo] = [&b"photo"[..], b"<svg/>"].map(|bytes| library.blobs().put(bytes).unwrap());
    let mut asset = sample::asset(ASSET, b"photo");
    assert_eq!(asset.file.blob, photo);
    "bols.jpg".clone_into(&mut asset.description.name);
    let file = BrandFile { name: "logo.svg".to_owned(), blob: logo };
    let fill = |transaction: &mut planche_library::Transaction<'_>| {
        transaction.assets_mut().insert(&asset)?;
        transaction.brands_mut().set_file(BRAND, &file)
    };
    library.transact(fill).unwrap();
    (folder, library)
}

fn verify(library: &Library) -> Report {
    library.verify(|_| {}, &AtomicBool::new(false)).unwrap().unwrap()
}

/// Spoils a library; it must be found to have exactly these problems.
fn check(spoil: impl FnOnce(&Library), expected: &[Problem]) {
    let (_folder, library) = library();
    spoil(&library);
    let report = verify(&library);
    assert_eq!(report.is_sound(), expected.is_empty());
    assert_eq!(report.problems, expected);
}

fn photo() -> Hash {
    Hash::of(b"photo")
}

#[test]
fn a_library_as_it_should_be_has_no_problem() {
    let (_folder, library) = library();
    assert_eq!(verify(&library), Report { named: 2, blobs: 2, problems: vec![] });
}

#[test]
fn missing_bytes_are_found() {
    let name = "bols.jpg".to_owned();
    check(
        |library| fs::remove_file(library.blobs().path(photo())).unwrap(),
        &[Problem::MissingBlob { owner: Owner::Asset(ASSET), name, hash: photo() }],
    );
}

#[test]
fn damaged_bytes_are_found() {
    let (name, hash) = ("logo.svg".to_owned(), Hash::of(b"<svg/>"));
    for bytes in [&b"<svg/"[..], b"<svg/>\0", b"", b"\0\0\0\0\0\0"] {
        let expected = Problem::DamagedBlob { owner: Owner::Brand(BRAND), name: name.clone(), hash };
        check(|library| fs::write(library.blobs().path(hash), bytes).unwrap(), &[expected]);
    }
}

#[test]
fn bytes_that_nothing_names_are_found() {
    let hash = Hash::of(b"nobody's");
    check(
        |library| assert_eq!(library.blobs().put(b"nobody's").unwrap(), hash),
        &[Problem::OrphanBlob { hash, bytes: 8 }],
    );
}

#[test]
fn a_row_that_names_a_missing_row_is_found() {
    let spoil = |library: &Library| {
        let connection = Connection::open(library.folder().join("library.db")).unwrap();
        connection.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM documents").unwrap();
    };
    let (_folder, library) = library();
    spoil(&library);
    let details = verify(&library).problems.into_iter().map(|problem| match problem {
        Problem::Database { detail } => detail,
        other => panic!("{other:?}"),
    });
    let details: Vec<_> = details.collect();
    assert!(details.contains(&"pages names a row of documents that is not there".to_owned()), "{details:?}");
}

#[test]
fn it_tells_how_far_it_is_and_can_be_stopped() {
    let (_folder, library) = library();
    let mut told = Vec::new();
    library.verify(|progress| told.push(progress), &AtomicBool::new(false)).unwrap();
    assert_eq!(told, [0, 1, 2].map(|done| Progress { done, total: 2 }));
    assert_eq!(library.verify(|_| {}, &AtomicBool::new(true)).unwrap(), None);
}

fn make_old(library: &Library, hash: Hash) {
    let file = File::options().write(true).open(library.blobs().path(hash)).unwrap();
    file.set_modified(UNIX_EPOCH + Duration::from_millis(u64::try_from(NOW.0).unwrap())).unwrap();
}

#[test]
fn only_old_bytes_that_nothing_names_are_swept() {
    let (_folder, mut library) = library();
    let [old, young] = [&b"old"[..], b"young"].map(|bytes| library.blobs().put(bytes).unwrap());
    for hash in [old, photo()] {
        make_old(&library, hash);
    }
    assert_eq!(library.sweep_orphans(Timestamp(NOW.0 + DAY)).unwrap(), Swept::default());
    assert_eq!(library.sweep_orphans(Timestamp(NOW.0 + DAY + 1)).unwrap(), Swept { blobs: 1, bytes: 3 });
    let there = [old, young, photo()].map(|hash| library.blobs().path(hash).exists());
    assert_eq!(there, [false, true, true]);
}

#[test]
fn bytes_that_come_again_are_young_again() {
    let (_folder, mut library) = library();
    let hash = library.blobs().put(b"again").unwrap();
    make_old(&library, hash);
    library.blobs().put(b"again").unwrap();
    assert_eq!(library.sweep_orphans(Timestamp(NOW.0 + 2 * DAY)).unwrap(), Swept::default());
}

#[test]
fn what_a_backup_names_is_neither_swept_nor_a_problem() {
    let (folder, mut library) = library();
    library.back_up_if_due(NOW, BackupReason::BeforeDelete).unwrap().unwrap();
    Connection::open(folder.path().join("library.db")).unwrap().execute_batch("DELETE FROM assets").unwrap();
    make_old(&library, photo());
    assert_eq!(verify(&library).problems, []);
    assert_eq!(library.sweep_orphans(Timestamp(NOW.0 + 2 * DAY)).unwrap(), Swept::default());
}

#[test]
fn a_backup_that_cannot_be_read_is_found() {
    let (folder, library) = library();
    library.blobs().put(b"perhaps its own").unwrap();
    let name = "2026-11-22T12-30-00Z-quit.db".to_owned();
    fs::write(folder.path().join("backups").join(&name), b"what is left").unwrap();
    assert_eq!(verify(&library).problems, [Problem::UnreadableBackup { name }]);
}

#[test]
fn nothing_is_swept_while_a_damaged_database_is_set_aside() {
    let (folder, mut library) = library();
    make_old(&library, library.blobs().put(b"old").unwrap());
    fs::write(folder.path().join("backups/2026-11-22T12-30-00Z-damaged.db"), b"what is left").unwrap();
    assert_eq!(library.sweep_orphans(Timestamp(NOW.0 + 2 * DAY)).unwrap(), Swept::default());
}
