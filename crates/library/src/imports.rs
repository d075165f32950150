use planche_model::BrandId;
use uuid::Uuid;

use crate::{Library, LibraryError, Timestamp, Transaction, column::Json, database::Database};

/// Files on their way in. It is kept until all were looked at, so that what was interrupted can be taken up again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Which.
    pub id: Uuid,
    /// Whose files they will be.
    pub brand: BrandId,
    /// The files and folders that the person chose.
    pub paths: Vec<String>,
    /// When it began.
    pub created: Timestamp,
}

/// What is on its way in.
pub struct Imports<'a>(&'a Database);

/// What is on its way in, to change it.
pub struct ImportsMut<'a>(&'a Database);

impl Library {
    /// What is on its way in, the oldest first.
    pub fn imports(&self) -> Imports<'_> {
        Imports(&self.database)
    }
}

impl Transaction<'_> {
    /// What is on its way in, to change it.
    pub fn imports_mut(&mut self) -> ImportsMut<'_> {
        ImportsMut(self.database)
    }
}

impl Imports<'_> {
    /// Every import that was not finished, the oldest first.
    pub fn unfinished(&self) -> Result<Vec<Import>, LibraryError> {
        self.0.rows("SELECT * FROM imports ORDER BY created, id", [], |row| {
            let Json(paths) = row.get("paths")?;
            Ok(Import { id: row.get("id")?, brand: BrandId(row.get("brand")?), paths, created: row.get("created")? })
        })
    }
}

impl ImportsMut<'_> {
    /// Keeps an import that begins.
    pub fn begin(&mut self, import: &Import) -> Result<(), LibraryError> {
        let sql = "INSERT INTO imports (id, brand, paths, created) VALUES (?1, ?2, ?3, ?4)";
        self.0.execute(sql, (import.id, import.brand.0, Json(&import.paths), import.created)).map(drop)
    }

    /// Forgets an import that ended.
    pub fn end(&mut self, id: Uuid) -> Result<(), LibraryError> {
        self.0.execute("DELETE FROM imports WHERE id = ?1", [id]).map(drop)
    }
}
