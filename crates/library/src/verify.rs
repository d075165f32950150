//! Whether everything a library names is there, and as it was.

use std::{
    collections::{HashMap, HashSet},
    sync::atomic::{AtomicBool, Ordering},
};

use planche_model::{AssetId, BrandId};
use rusqlite::Row;

use crate::{
    Backup, Blobs, Hash, Library, LibraryError, Timestamp,
    blobs::{State, Stored},
    database::Database,
};

/// Every row that names a blob. A blob that none of them names is to be swept, so none may be missing here.
const NAMED: &str = "SELECT blob, name, id AS asset, NULL AS brand FROM assets
                     UNION ALL SELECT blob, name, NULL, brand FROM brand_files";

/// How old a blob without a row must be to be swept, in ms: a day. A younger one may be waiting for its row.
const AGE_MS: i64 = 24 * 60 * 60 * 1000;

/// What a library was found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many rows name a blob: those of assets, and those of brands' files.
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

/// What was swept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// How many blobs.
    pub blobs: usize,
    /// How many bytes they were, all together.
    pub bytes: u64,
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

    /// Checks the database and lists what it names, which takes a moment. The blobs, which take long, are left to
    /// [`Inventory::verify`].
    pub fn inventory(&self) -> Result<Inventory, LibraryError> {
        // The blobs first: one that is put in the meantime has no row yet.
        let stored = self.blobs.list()?;
        let named = self.database.rows(NAMED, [], read)?;
        let mut known: HashSet<Hash> = named.iter().map(|row| row.hash).collect();
        known.extend(self.named_by_backups()?.unwrap_or_default());
        let flaws = self.database.flaws()?.into_iter().map(|detail| Problem::Database { detail });
        let orphans = stored.iter().filter(|blob| !known.contains(&blob.hash));
        let orphans = orphans.map(|blob| Problem::OrphanBlob { hash: blob.hash, bytes: blob.bytes });
        let problems = flaws.chain(orphans).collect();
        Ok(Inventory { blobs: self.blobs.clone(), named, stored, problems })
    }

    /// Removes the blobs that nothing names, neither the library nor any of its backups, and that are over a day old.
    ///
    /// While a damaged database is set aside nothing is removed: nobody can tell what it names.
    pub fn sweep_orphans(&mut self, now: Timestamp) -> Result<Swept, LibraryError> {
        let Some(mut known) = self.named_by_backups()?.filter(|_| !self.is_read_only()) else {
            return Ok(Swept::default());
        };
        known.extend(self.database.rows(NAMED, [], read)?.iter().map(|row| row.hash));
        let before = Timestamp(now.0.saturating_sub(AGE_MS));
        let mut swept = Swept::default();
        for blob in self.blobs.list()?.into_iter().filter(|blob| !known.contains(&blob.hash)) {
            if self.blobs.remove(blob.hash, before)? {
                swept.blobs += 1;
                swept.bytes += blob.bytes;
            }
        }
        Ok(swept)
    }

    /// The blobs that backups name; `None` when one of them cannot tell.
    fn named_by_backups(&self) -> Result<Option<HashSet<Hash>>, LibraryError> {
        let backups = self.backups()?;
        if !backups.iter().all(Backup::is_sound) {
            return Ok(None);
        }
        let mut hashes = HashSet::new();
        for backup in backups {
            let database = Database::open_read_only(&backup.path(self.folder()))?;
            hashes.extend(database.rows(NAMED, [], |row| row.get::<_, Hash>("blob"))?);
        }
        Ok(Some(hashes))
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

fn problem(state: State, Named { hash, name, owner }: Named) -> Option<Problem> {
    match state {
        State::Whole => None,
        State::Missing => Some(Problem::MissingBlob { owner, name, hash }),
        State::Damaged => Some(Problem::DamagedBlob { owner, name, hash }),
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Named> {
    let owner = match row.get("asset")? {
        Some(asset) => Owner::Asset(AssetId(asset)),
        None => Owner::Brand(BrandId(row.get("brand")?)),
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
        let expected = ["assets", "brand_files"].map(|name| (name.to_owned(), 1, true));
        assert_eq!(named.collect::<Vec<_>>(), expected);
    }
}
