//! A library is lost in many ways, and comes back from its backup.

use std::{fs, path::Path};

use planche_library::{Backup, BackupReason, Hash, Library, LibraryError};
use planche_model::DocumentId;
use tempfile::TempDir;
use uuid::Uuid;

use crate::{
    counts::Counts,
    sample::{self, LATER, NOW},
    soundness::{Held, require, told},
    whole::Whole,
};

/// What a person last noted when the backup was made, and after.
const BACKED_UP: i64 = 1;
const AFTER: i64 = 2;

/// How a database is lost before its backup is brought back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    NotAtAll,
    Damaged,
}

impl Lost {
    pub const ALL: [Self; 2] = [Self::NotAtAll, Self::Damaged];
}

/// Says in what way libraries came back.
pub fn a_lost_library_comes_back(counts: &Counts) -> String {
    for seed in 0..counts.restores {
        let mut random = fastrand::Rng::with_seed(seed as u64);
        come_back(&mut random).unwrap_or_else(|broken| panic!("library {seed}: {broken}"));
    }
    format!("{} libraries lost and found the same", counts.restores)
}

/// The role of a process that brings the backup back.
pub fn restore(folder: &Path) {
    let backup = of_reason(folder, BackupReason::BeforeImport).expect("a backup was made");
    Library::restore(folder, &backup.name, LATER).expect("the backup is sound");
}

/// A closed library with a backup, lost in that way.
pub fn lost(lost: Lost) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder to work in");
    let mut library = Library::open(folder.path()).expect("a new library opens");
    sample::fill(&mut library);
    library.blobs().put(b"photo").expect("there is room");
    note(&mut library, BACKED_UP);
    library.back_up_if_due(NOW, BackupReason::BeforeImport).expect("there is room");
    note(&mut library, AFTER);
    drop(library);
    if lost == Lost::Damaged {
        fs::write(folder.path().join("library.db"), [7; 8192]).expect("the database is there");
        fs::write(folder.path().join("library.db-wal"), b"the last writes").expect("there is room");
    }
    folder
}

/// Checks a library whose restoring was killed: it is the one before or the one after, and a second attempt succeeds.
pub fn check_interrupted(folder: &Path, lost: Lost) -> Held {
    let found = match Library::open(folder) {
        Ok(library) => Some(told(library.preferences().get::<i64>("note"), "the note")?),
        Err(LibraryError::Damaged { .. }) if lost == Lost::Damaged => None,
        Err(other) => return Err(format!("{other:?}")),
    };
    if found == Some(Some(BACKED_UP)) && lost == Lost::NotAtAll {
        let aside = of_reason(folder, BackupReason::BeforeRestore);
        require(aside.is_some(), || "what was replaced was not set aside".to_owned())?;
    }
    let is_expected = [None, Some(Some(BACKED_UP)), Some(Some(AFTER))].contains(&found);
    require(is_expected, || format!("found {found:?}"))?;
    restore(folder);
    let library = told(Library::open(folder), "the restored library")?;
    require(Whole::of(&library)?.note == Some(BACKED_UP), || "the second attempt brought something else".to_owned())?;
    drop(library);
    let kept = [BackupReason::BeforeRestore, BackupReason::Damaged].map(|reason| of_reason(folder, reason).is_some());
    require(kept.contains(&true), || "what was replaced is nowhere".to_owned())
}

fn come_back(random: &mut fastrand::Rng) -> Held {
    let folder = tempfile::tempdir().expect("a folder to work in");
    let mut library = told(Library::open(folder.path()), "a new library")?;
    let hash = fill(&mut library, random)?;
    let before = Whole::of(&library)?;
    let backup = told(library.back_up_if_due(NOW, BackupReason::Quit), "a backup")?.expect("something changed");
    note(&mut library, AFTER);
    drop(library);
    lose(&folder.path().join("library.db"), random);
    let library = told(Library::restore(folder.path(), &backup.name, LATER), "the restored library")?;
    require(Whole::of(&library)? == before, || "it came back as something else".to_owned())?;
    require(told(library.blobs().read(hash), "its photograph").is_ok(), || "its photograph is gone".to_owned())
}

/// A few documents of random words, each with a history.
fn fill(library: &mut Library, random: &mut fastrand::Rng) -> Result<Hash, String> {
    sample::fill(library);
    note(library, random.i64(..));
    for _ in 0..random.usize(..8) {
        let title: String = (0..random.usize(..40)).map(|_| random.char(..)).collect();
        let id = DocumentId(Uuid::from_u128(random.u128(..)));
        let document = sample::document(id, sample::properties(&title));
        told(library.transact(|transaction| transaction.documents_mut().insert(&document, NOW)), "a document")?;
    }
    let photo: Vec<u8> = (0..random.usize(..100_000)).map(|_| random.u8(..)).collect();
    told(library.blobs().put(&photo), "a photograph")
}

fn lose(database: &Path, random: &mut fastrand::Rng) {
    let length = database.metadata().expect("the database is there").len();
    let file = fs::File::options().write(true).open(database).expect("the database is there");
    match random.u8(..4) {
        0 => fs::remove_file(database).expect("the database is there"),
        1 => file.set_len(0).expect("a file can be cut"),
        2 => file.set_len(random.u64(..length)).expect("a file can be cut"),
        _ => fs::write(database, vec![random.u8(..); random.usize(..20_000)]).expect("there is room"),
    }
}

fn note(library: &mut Library, value: i64) {
    library.transact(|transaction| transaction.preferences_mut().set("note", &value)).expect("there is room");
}

fn of_reason(folder: &Path, reason: BackupReason) -> Option<Backup> {
    Backup::list(folder).expect("the backups are listed").into_iter().find(|backup| backup.reason == reason)
}
