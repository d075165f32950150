//! A database that the disk, a crash or a person spoiled.
//!
//! SQLite keeps no checksum of its pages, so nobody finds a bit turned inside a text: then the library opens, and must
//! be read without a crash. A log is read up to its damage. All else is refused and left as it is until its backup comes
//! back, or is of no consequence.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::AtomicBool,
};

use planche_library::{BackupReason, Library, LibraryError, Problem};
use tempfile::TempDir;

use crate::{
    counts::Counts,
    sample::{self, DOCUMENT, LATER, NOW},
    soundness::{Held, require, told},
    whole::Whole,
};

/// How many bytes a page of the database has.
const PAGE: usize = 4096;

/// A library as it was before it was spoiled.
struct Sound {
    folder: TempDir,
    backup: String,
    database: Vec<u8>,
    /// The log that a kill leaves.
    log: Vec<u8>,
    /// What it said without its log, and with it.
    said: [Whole; 2],
}

/// What became of a spoiled library.
#[derive(Default)]
struct Tally {
    refused: usize,
    same: usize,
    shortened: usize,
    altered: usize,
}

/// Says in what way spoiled libraries were treated.
pub fn a_damaged_database_is_refused(counts: &Counts) -> String {
    let sound = Sound::new("Vos bols", 1);
    let mut random = fastrand::Rng::with_seed(8);
    let mut tally = Tally::default();
    for number in 0..counts.damages {
        let (database, log) = (flipped(&sound.database, &mut random), flipped(&sound.log, &mut random));
        for (database, log) in [(&database, &Vec::new()), (&sound.database, &log)] {
            sound.spoil(database, log, &mut tally).unwrap_or_else(|broken| panic!("flip {number}: {broken}"));
        }
    }
    let turned = tally.altered;
    for (name, database) in certain(&sound.database) {
        sound.spoil(&database, &[], &mut tally).unwrap_or_else(|broken| panic!("{name}: {broken}"));
        assert_eq!(tally.altered, turned, "{name}: it was opened, and is not what it was");
    }
    backup_beside_a_log(&sound, &mut tally).unwrap_or_else(|broken| panic!("a backup beside a log: {broken}"));
    foreign_log(&sound).unwrap_or_else(|broken| panic!("a foreign log: {broken}"));
    let Tally { refused, same, shortened, altered } = tally;
    format!(
        "{refused} refused and brought back, {same} of no consequence, {shortened} logs read up to their damage, \
         {altered} turned bits that nobody can tell"
    )
}

/// What nobody may take for a sound database.
fn certain(database: &[u8]) -> Vec<(String, Vec<u8>)> {
    let cut = |length: usize| (format!("cut to {length} bytes"), database[..length].to_vec());
    let pages = (0..database.len() / PAGE).flat_map(|page| [cut(page * PAGE), cut(page * PAGE + PAGE / 2)]);
    let mut others = vec![
        ("zeros".to_owned(), vec![0; database.len()]),
        ("another kind of file".to_owned(), b"%PDF-1.7 this is no database".repeat(100)),
    ];
    // Offsets of <https://sqlite.org/fileformat.html>: the magic, the size of a page, the number of pages, our mark.
    for (offset, bytes) in
        [(0, b"SQLite format 2"), (16, b"\0\x01\0\x01\x01\0\x40\x20\x20\0\0\0\0\0\0"), (68, b"NotPlancheAtAll")]
    {
        let mut spoilt = database.to_vec();
        spoilt[offset..][..bytes.len()].copy_from_slice(bytes);
        others.push((format!("another header at {offset}"), spoilt));
    }
    pages.chain(others).collect()
}

/// A person puts a backup where a database was, and leaves the log of that one: it must not be taken for its own.
fn backup_beside_a_log(sound: &Sound, tally: &mut Tally) -> Held {
    let refused = tally.refused;
    let backup = fs::read(sound.folder.path().join("backups").join(&sound.backup)).expect("the backup is there");
    sound.spoil(&backup, &sound.log, tally)?;
    require(tally.refused == refused + 1, || "it was opened".to_owned())
}

/// A log of another library, which SQLite takes for its own when every page fits: it may not crash.
fn foreign_log(sound: &Sound) -> Held {
    let other = Sound::new("D'autres bols", 2);
    sound.spoil(&sound.database, &other.log, &mut Tally::default())
}

impl Sound {
    fn new(title: &str, note: i64) -> Self {
        let folder = tempfile::tempdir().expect("a folder to work in");
        let mut library = Library::open(folder.path()).expect("a new library opens");
        let document = sample::document(DOCUMENT, sample::properties(title));
        let fill = |transaction: &mut planche_library::Transaction<'_>| {
            transaction.brands_mut().insert(&sample::brand(), NOW)?;
            transaction.documents_mut().insert(&document, NOW)
        };
        library.transact(fill).expect("there is room");
        library.blobs().put(b"photo").expect("there is room");
        let backup =
            library.back_up_if_due(NOW, BackupReason::Quit).expect("there is room").expect("there is something");
        let without = Whole::of(&library).expect("it can be read");
        drop(library);
        let path = folder.path().join("library.db");
        let database = fs::read(&path).expect("the database is there");
        let mut library = Library::open(folder.path()).expect("it opens again");
        library.transact(|transaction| transaction.documents_mut().restore(DOCUMENT)).expect("there is room");
        library.transact(|transaction| transaction.preferences_mut().set("note", &note)).expect("there is room");
        let log = fs::read(beside(&path, "-wal")).expect("an open database has a log");
        let with = Whole::of(&library).expect("it can be read");
        Self { folder, backup: backup.name, database, log, said: [without, with] }
    }

    /// Puts these in the place of the database and its log: either they are refused and left alone, and the backup
    /// comes back, or the library can be read without a crash.
    fn spoil(&self, database: &[u8], log: &[u8], tally: &mut Tally) -> Held {
        let folder = self.copy();
        let path = folder.path().join("library.db");
        fs::write(&path, database).expect("there is room");
        fs::write(beside(&path, "-wal"), log).expect("there is room");
        match Library::open(folder.path()) {
            Ok(library) => {
                drop(library.verify(|_| {}, &AtomicBool::new(false)));
                match Whole::of(&library) {
                    Ok(whole) if whole == self.said[usize::from(!log.is_empty())] => tally.same += 1,
                    Ok(whole) if whole == self.said[0] => tally.shortened += 1,
                    _ => tally.altered += 1,
                }
                Ok(())
            }
            Err(LibraryError::Damaged { .. } | LibraryError::NotALibrary { .. }) => {
                let left = (fs::read(&path).expect("it is there"), fs::read(beside(&path, "-wal")).unwrap_or_default());
                require(left.0 == database, || "the database was touched".to_owned())?;
                require(left.1 == log, || "its log was touched".to_owned())?;
                tally.refused += 1;
                self.check_back(folder.path())
            }
            Err(other) => Err(format!("a person is told {other:?}")),
        }
    }

    fn check_back(&self, folder: &Path) -> Held {
        let library = told(Library::restore(folder, &self.backup, LATER), "the restored library")?;
        let brands = told(library.brands().list(), "the brands")?;
        require(brands == [sample::brand()], || "another brand came back".to_owned())?;
        let report = told(library.verify(|_| {}, &AtomicBool::new(false)), "verifying")?.expect("nobody cancelled");
        let is_sound = !report.problems.iter().any(|problem| matches!(problem, Problem::Database { .. }));
        require(is_sound, || format!("{:?}", report.problems))
    }

    /// Its blobs and backups, without a database.
    fn copy(&self) -> TempDir {
        let folder = tempfile::tempdir().expect("a folder to work in");
        let backups = folder.path().join("backups");
        fs::create_dir(&backups).expect("there is room");
        fs::copy(self.folder.path().join("backups").join(&self.backup), backups.join(&self.backup)).expect("a copy");
        folder
    }
}

/// Turns one bit, somewhere.
fn flipped(bytes: &[u8], random: &mut fastrand::Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = random.usize(..bytes.len());
    bytes[at] ^= 1 << random.u8(..8);
    bytes
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}
