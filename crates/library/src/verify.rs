//! Whether everything a library names is there, and as it was.

use std::{
    collections::{HashMap, HashSet},
    sync::atomic::{AtomicBool, Ordering},
};

use planche_model::{AssetId, BrandId, ConsentId};
use rusqlite::Row;

use crate::{
    Blobs, Hash, Library, LibraryError,
    blobs::{State, Stored},
    database::Database,
};

/// Every row that names a blob. A blob that none of them names is to be swept, so none may be missing here.
const NAMED: &str = "SELECT blob, name, id AS asset, NULL AS brand, NULL AS consent FROM assets
                     UNION ALL SELECT blob, name, NULL, brand, NULL FROM brand_files";

/// Those of agreements, too, as there were none in the first schema: backups of it are still there.
const NAMED_BY_CONSENTS: &str = " UNION ALL SELECT blob, json_extract(facts, '$.file.name'), NULL, NULL, id
                                  FROM consents WHERE blob IS NOT NULL";

/// What a library was found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many rows name a blob: those of assets, of brands' files and of agreements.
    pub named: usize,
    /// How many blobs are on the disk.
    pub blobs: usize,
    /// What does not hold; nothing when the library is as it should be.
    pub problems: Vec<Problem>,
}

/// One thing that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The bytes that a row names are not there.
    MissingBlob {
        /// Whose row it is.
        owner: Owner,
        /// What people call it.
        name: String,
        /// The bytes that it names.
        hash: Hash,
    },
    /// The bytes that a row names are not what they were.
    DamagedBlob {
        /// Whose row it is.
        owner: Owner,
        /// What people call it.
        name: String,
        /// The bytes that it names.
        hash: Hash,
    },
    /// Bytes that nothing names, in the library or in its backups. One that is just coming in looks the same.
    OrphanBlob {
        /// Their name.
        hash: Hash,
        /// How many there are.
        bytes: u64,
    },
    /// A backup that cannot be read, such as a damaged database set aside. Nobody can tell what it names, so orphans are
    /// not looked for.
    UnreadableBackup {
        /// The name of its file.
        name: String,
    },
    /// Something in the database itself.
    Database {
        /// What, in the words of SQLite.
        detail: String,
    },
}

/// Whose row names a blob.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A file of the library.
    Asset(AssetId),
    /// A file that a brand's charter names.
    Brand(BrandId),
    /// The signed document of an agreement.
    Consent(ConsentId),
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many rows are done.
    pub done: usize,
    /// How many there are.
    pub total: usize,
}

/// What there is to check. It can be checked while the library is busy.
#[derive(Debug)]
pub struct Inventory {
    blobs: Blobs,
    named: Vec<Named>,
    stored: Vec<Stored>,
    problems: Vec<Problem>,
}

/// A row that names a blob.
#[derive(Debug)]
struct Named {
    hash: Hash,
    name: String,
    owner: Owner,
}

impl Library {
    /// Checks the database, and that every blob it names is there as it was. Reads everything; `None` when it was
    /// cancelled.
    pub fn verify(&self, progress: impl FnMut(Progress), cancel: &AtomicBool) -> Result<Option<Report>, LibraryError> {
        Ok(self.inventory()?.verify(progress, cancel))
    }

    /// Checks the database and its backups, and lists what they name, which takes a moment. The blobs, which take long,
    /// are left to [`Inventory::verify`].
    ///
    /// # Errors
    /// [`LibraryError::Damaged`] when the database cannot even be read.
    pub fn inventory(&self) -> Result<Inventory, LibraryError> {
        // The blobs first: one that is put in the meantime has no row yet.
        let stored = self.blobs.list()?;
        let named = named(&self.database, read)?;
        let flaws = self.database.flaws()?.into_iter().map(|detail| Problem::Database { detail });
        let mut problems: Vec<Problem> = flaws.collect();
        match self.named_anywhere()? {
            Ok(known) => problems.extend(stored.iter().filter(|blob| !known.contains(&blob.hash)).map(orphan)),
            Err(name) => problems.push(Problem::UnreadableBackup { name }),
        }
        Ok(Inventory { blobs: self.blobs.clone(), named, stored, problems })
    }

    /// The blobs that the library or one of its backups names, or a backup that cannot tell.
    pub(crate) fn named_anywhere(&self) -> Result<Result<HashSet<Hash>, String>, LibraryError> {
        let mut hashes: HashSet<Hash> = named(&self.database, hash)?.into_iter().collect();
        for backup in self.backups()? {
            let database = Database::open_read_only(&backup.path(self.folder()));
            match database.and_then(|database| named(&database, hash)) {
                Ok(named) => hashes.extend(named),
                Err(_) => return Ok(Err(backup.name)),
            }
        }
        Ok(Ok(hashes))
    }
}

impl Report {
    /// Whether the library is as it should be.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

impl Inventory {
    /// Reads every blob that a row names, each once; `None` when it was cancelled.
    pub fn verify(mut self, mut progress: impl FnMut(Progress), cancel: &AtomicBool) -> Option<Report> {
        let total = self.named.len();
        let mut states: HashMap<Hash, State> = HashMap::new();
        for (done, row) in self.named.into_iter().enumerate() {
            progress(Progress { done, total });
            if cancel.load(Ordering::Relaxed) {
                return None;
            }
            let state = *states.entry(row.hash).or_insert_with(|| self.blobs.state(row.hash));
            self.problems.extend(problem(state, row));
        }
        progress(Progress { done: total, total });
        Some(Report { named: total, blobs: self.stored.len(), problems: self.problems })
    }
}

fn orphan(blob: &Stored) -> Problem {
    Problem::OrphanBlob { hash: blob.hash, bytes: blob.bytes }
}

fn problem(state: State, Named { hash, name, owner }: Named) -> Option<Problem> {
    match state {
        State::Whole => None,
        State::Missing => Some(Problem::MissingBlob { owner, name, hash }),
        State::Damaged => Some(Problem::DamagedBlob { owner, name, hash }),
    }
}

fn named<T>(database: &Database, read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>, LibraryError> {
    let by_consents = if database.schema()? > 1 { NAMED_BY_CONSENTS } else { "" };
    database.rows(&format!("{NAMED}{by_consents}"), [], read)
}

fn hash(row: &Row<'_>) -> rusqlite::Result<Hash> {
    row.get("blob")
}

fn read(row: &Row<'_>) -> rusqlite::Result<Named> {
    let owner = match (row.get("asset")?, row.get("consent")?) {
        (Some(asset), _) => Owner::Asset(AssetId(asset)),
        (None, Some(consent)) => Owner::Consent(ConsentId(consent)),
        (None, None) => Owner::Brand(BrandId(row.get("brand")?)),
    };
    Ok(Named { hash: row.get("blob")?, name: row.get("name")?, owner })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migrations;

    /// A column that holds a hash says so: `CHECK (length(blob) = 32)`.
    #[test]
    fn every_column_that_names_a_blob_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("library.db")).unwrap();
        migrations::run_all(&database).unwrap();
        let tables = "SELECT name || '.' || sql FROM sqlite_schema WHERE sql LIKE '%= 32)%' ORDER BY name";
        let tables: Vec<String> = database.rows(tables, [], |row| row.get(0)).unwrap();
        let named = tables.iter().map(|table| {
            let (name, sql) = table.split_once('.').unwrap();
            (name.to_owned(), sql.matches("= 32)").count(), sql.contains("(length(blob) = 32)"))
        });
        let expected = ["assets", "brand_files", "consents"].map(|name| (name.to_owned(), 1, true));
        assert_eq!(named.collect::<Vec<_>>(), expected);
    }
}
