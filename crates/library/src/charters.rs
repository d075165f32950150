use planche_model::{Brand, BrandId, Charter};
use rusqlite::Row;

use crate::{Brands, BrandsMut, Change, LibraryError, Timestamp, column::Json};

/// A brand's charter as it was put in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharterVersion {
    /// From 1.
    pub number: u32,
    /// What a person calls it; may be empty.
    pub name: String,
    /// When it was put in force.
    pub created: Timestamp,
}

impl Brands<'_> {
    /// The charters a brand had, the one in force first.
    pub fn versions(&self, id: BrandId) -> Result<Vec<CharterVersion>, LibraryError> {
        let sql = "SELECT number, name, created FROM charters WHERE brand = ?1 ORDER BY number DESC";
        self.0.rows(sql, [id.0], version)
    }

    /// The charter of that number.
    pub fn charter(&self, id: BrandId, number: u32) -> Result<Option<Charter>, LibraryError> {
        let sql = "SELECT charter FROM charters WHERE brand = ?1 AND number = ?2";
        self.0.row(sql, (id.0, number), |row| row.get("charter").map(|Json(charter)| charter))
    }

    /// The charter that is being worked on; `None` when it is the one in force.
    pub fn draft(&self, id: BrandId) -> Result<Option<Charter>, LibraryError> {
        let sql = "SELECT draft FROM brands WHERE id = ?1 AND draft IS NOT NULL";
        self.0.row(sql, [id.0], |row| row.get("draft").map(|Json(charter)| charter))
    }

    /// The number of the charter in force.
    pub fn in_force(&self, id: BrandId) -> Result<u32, LibraryError> {
        let sql = "SELECT max(number) AS number FROM charters WHERE brand = ?1";
        let number = self.0.row(sql, [id.0], |row| row.get::<_, Option<u32>>("number"))?;
        number.flatten().ok_or(LibraryError::NoSuchBrand(id))
    }
}

impl BrandsMut<'_> {
    /// Keeps the charter that is being worked on; `None` goes back to the one in force.
    pub fn set_draft(&mut self, id: BrandId, draft: Option<&Charter>) -> Result<(), LibraryError> {
        let sql = "UPDATE brands SET draft = ?2 WHERE id = ?1";
        let done = self.database.execute(sql, (id.0, draft.map(Json)))?;
        self.found(id, done)
    }

    /// Puts a charter in force, in place of the one before, which is kept: answers with its number. The draft is gone.
    pub fn put_in_force(
        &mut self,
        id: BrandId,
        charter: &Charter,
        name: &str,
        now: Timestamp,
    ) -> Result<u32, LibraryError> {
        let number = Brands(self.database).in_force(id)? + 1;
        let sql = "UPDATE brands SET charter = ?2, draft = NULL, changed = ?3 WHERE id = ?1";
        let done = self.database.execute(sql, (id.0, Json(charter), now))?;
        self.found(id, done)?;
        self.keep_version(id, number, charter, name, now)?;
        Ok(number)
    }

    /// Calls a charter that was in force something.
    pub fn name_version(&mut self, id: BrandId, number: u32, name: &str) -> Result<(), LibraryError> {
        let sql = "UPDATE charters SET name = ?3 WHERE brand = ?1 AND number = ?2";
        let done = self.database.execute(sql, (id.0, number, name))?;
        self.found(id, done)
    }

    /// Keeps the first charter of a new brand.
    pub(crate) fn keep_first_version(&mut self, brand: &Brand, now: Timestamp) -> Result<(), LibraryError> {
        self.keep_version(brand.id, 1, &brand.charter, "", now)
    }

    pub(crate) fn keep_version(
        &mut self,
        id: BrandId,
        number: u32,
        charter: &Charter,
        name: &str,
        now: Timestamp,
    ) -> Result<(), LibraryError> {
        let sql = "INSERT INTO charters (brand, number, charter, name, created) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.database.execute(sql, (id.0, number, Json(charter), name, now))?;
        Ok(())
    }

    fn found(&mut self, id: BrandId, rows: usize) -> Result<(), LibraryError> {
        self.changes.add(Change::Brands);
        if rows == 0 { Err(LibraryError::NoSuchBrand(id)) } else { Ok(()) }
    }
}

fn version(row: &Row<'_>) -> rusqlite::Result<CharterVersion> {
    Ok(CharterVersion { number: row.get("number")?, name: row.get("name")?, created: row.get("created")? })
}
