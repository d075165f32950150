//! A library of an earlier schema is killed while it is brought up to date: it is the old one or the new one, never
//! between, and opening it again gives what an undisturbed migration gives.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use planche_library::Library;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::{
    counts::Counts,
    process,
    rows::Rows,
    soundness::{self, Held, require, told},
    whole::Whole,
};

/// How to migrate, when it is not as the library does.
pub const SABOTAGE: &str = "PLANCHE_FAULT_MIGRATION";

/// The schema of today.
const PRESENT: u32 = 2;

/// A library as an earlier version left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Old {
    /// That of the tests of every schema.
    Frozen(u32),
    /// The first schema and nothing in it.
    Empty,
    /// The first schema and thousands of photographs: its migration takes a while and does not fit in memory.
    Grown,
}

impl Old {
    pub const ALL: [Self; 4] = [Self::Frozen(1), Self::Frozen(2), Self::Empty, Self::Grown];

    fn schema(self) -> u32 {
        if let Self::Frozen(schema) = self { schema } else { 1 }
    }
}

/// A migration by somebody in haste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Haste {
    /// Each statement is committed by itself.
    Piecemeal,
    /// What was there is not kept.
    WithoutBackup,
}

impl Haste {
    pub const ALL: [Self; 2] = [Self::Piecemeal, Self::WithoutBackup];

    pub fn word(self) -> String {
        format!("{self:?}")
    }
}

/// A library to migrate, again and again, and what it was and becomes.
pub struct Original {
    old: Old,
    folder: TempDir,
    before: Rows,
    after: Rows,
    whole: Whole,
    /// How long it takes to open when nobody disturbs it.
    takes: Duration,
}

/// Says in what way the libraries held.
pub fn a_kill_leaves_the_old_or_the_new(counts: &Counts) -> String {
    let mut tried = 0;
    for old in Old::ALL {
        let original = Original::new(old, counts.migrated);
        for _ in 0..counts.migrations {
            original.kill_at_random().unwrap_or_else(|broken| panic!("{old:?}: {broken}"));
            tried += 1;
        }
    }
    format!("{tried} kills of libraries of up to {} photographs", counts.migrated)
}

/// The role of a process that opens the library, or migrates it in haste.
pub fn migrate(folder: &Path) {
    let word = std::env::var(SABOTAGE).ok();
    match Haste::ALL.into_iter().find(|haste| word.as_ref() == Some(&haste.word())) {
        Some(haste) => migrate_in_haste(&folder.join("library.db"), haste),
        None => drop(Library::open(folder).expect("a library of before opens")),
    }
}

impl Original {
    pub fn new(old: Old, photographs: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder to work in");
        make(old, &folder.path().join("library.db"), photographs);
        let undisturbed = copy(folder.path());
        let begun = Instant::now();
        let status = process::command("migrator", undisturbed.path()).status().expect("the program starts again");
        assert!(status.success(), "{old:?} does not open: {status}");
        let takes = begun.elapsed();
        let whole = Whole::of(&Library::open(undisturbed.path()).expect("it opened a moment ago"));
        let [before, after] = [&folder, &undisturbed].map(|folder| read(&folder.path().join("library.db")));
        Self { old, whole: whole.expect("the library reads"), before, after, folder, takes }
    }

    /// A copy to be killed.
    pub fn copy(&self) -> TempDir {
        copy(self.folder.path())
    }

    fn kill_at_random(&self) -> Held {
        let folder = self.copy();
        let mut migrator = process::command("migrator", folder.path()).spawn().expect("the program starts again");
        thread::sleep(self.takes.mul_f32(fastrand::f32() * 1.1));
        migrator.kill().expect("the migrator is there to be killed");
        migrator.wait().expect("the migrator ends");
        self.check(folder.path())
    }

    /// Checks a library whose migration was killed.
    pub fn check(&self, folder: &Path) -> Held {
        self.check_stage(folder)?;
        let library = told(Library::open(folder), "the library opens")?;
        require(!library.is_read_only(), || "it cannot be written any more".to_owned())?;
        require(Whole::of(&library)? == self.whole, || "it reads otherwise than undisturbed".to_owned())?;
        drop(library);
        told(Rows::of(&folder.join("library.db")), "the rows")?.require_same(&self.after, "once it is opened again")?;
        self.check_backups(folder)?;
        soundness::check_folder(folder)
    }

    /// What the kill left is a library of before or of today, to the last row. Read from a copy: nothing is brought in
    /// order by looking.
    fn check_stage(&self, folder: &Path) -> Held {
        let left = copy(folder);
        let rows = told(Rows::of(&left.path().join("library.db")), "what the kill left")?;
        match rows.schema {
            schema if schema == self.old.schema() => rows.require_same(&self.before, "before the step"),
            PRESENT => rows.require_same(&self.after, "after the step"),
            // A step between: nothing undisturbed to compare with.
            _ => Ok(()),
        }
    }

    /// What was there before is kept, whole, each time the migration was begun.
    fn check_backups(&self, folder: &Path) -> Held {
        let schema = self.old.schema();
        let copies = told(planche_library::files::list(&folder.join("backups")), "the backups")?;
        let is_expected = (schema == PRESENT) == copies.is_empty();
        require(is_expected, || format!("{copies:?} are the copies of a library of schema {schema}"))?;
        copies.iter().try_for_each(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            require(name.starts_with(&format!("schema-{schema}")), || format!("{name} is no copy of before"))?;
            told(Rows::of(path), "a copy of before")?.require_same(&self.before, &name)
        })
    }
}

fn make(old: Old, path: &Path, photographs: usize) {
    match old {
        Old::Frozen(schema) => drop(fs::copy(frozen(schema), path).expect("every schema was frozen")),
        Old::Empty => make_empty(path),
        Old::Grown => {
            make(Old::Frozen(1), path, photographs);
            let database = Connection::open(path).expect("the frozen library is a database");
            database.execute(PHOTOGRAPHS, [photographs]).expect("the first schema takes photographs");
        }
    }
}

/// So many rows of the first schema.
const PHOTOGRAPHS: &str = "
    WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < ?1)
    INSERT INTO assets (id, blob, name, width, height, bytes, created)
    SELECT unhex(printf('%032x', 0x1000 + number)), unhex(printf('%064x', number)), 'Été à l’atelier n° ' || number || '.jpg',
      4032, 3024, number, 1790000000000 + number FROM numbers";

fn make_empty(path: &Path) {
    let owner = Rows::of(&frozen(1)).expect("the first schema was frozen").owner;
    let database = Connection::open(path).expect("there is room");
    database.execute_batch(include_str!("../../migrations/001_brands_documents_assets.sql")).expect("it is SQL");
    let marks = format!("PRAGMA application_id = {owner}; PRAGMA user_version = 1; PRAGMA journal_mode = WAL");
    database.execute_batch(&marks).expect("it is SQL");
}

fn frozen(schema: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/databases/v{schema}.sqlite"))
}

/// The database and what SQLite keeps beside it, elsewhere.
fn copy(folder: &Path) -> TempDir {
    let copy = tempfile::tempdir().expect("a folder to work in");
    for name in ["library.db", "library.db-wal", "library.db-journal"] {
        if folder.join(name).exists() {
            fs::copy(folder.join(name), copy.path().join(name)).expect("there is room");
        }
    }
    copy
}

fn read(path: &Path) -> Rows {
    Rows::of(path).unwrap_or_else(|broken| panic!("{}: {broken}", path.display()))
}

fn migrate_in_haste(path: &Path, haste: Haste) {
    let (begin, end) = if haste == Haste::Piecemeal { ("", "") } else { ("BEGIN", "COMMIT") };
    let step = include_str!("../../migrations/002_content_library.sql");
    let database = Connection::open(path).expect("the library is a database");
    let careful = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
    let all = format!("{careful}; {begin}; {step}; PRAGMA user_version = 2; {end}");
    database.execute_batch(&all).expect("it is SQL");
}
