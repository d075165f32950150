use planche_model::{Brand, BrandId, Charter};
use rusqlite::Row;

use crate::{
    Change, Changes, CharterVersion, Hash, Library, LibraryError, Timestamp, Transaction, column::Json,
    database::Database,
};

/// A file that a brand's charter names: a logo, a motif.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrandFile {
    /// The name the charter gives it.
    pub name: String,
    /// Its bytes.
    pub blob: Hash,
}

/// The brands.
pub struct Brands<'a>(pub(crate) &'a Database);

/// The brands, to change them.
pub struct BrandsMut<'a> {
    pub(crate) database: &'a Database,
    pub(crate) changes: &'a mut Changes,
}

impl Library {
    /// The brands.
    pub fn brands(&self) -> Brands<'_> {
        Brands(&self.database)
    }
}

impl Transaction<'_> {
    /// The brands.
    pub fn brands(&self) -> Brands<'_> {
        Brands(self.database)
    }

    /// The brands, to change them.
    pub fn brands_mut(&mut self) -> BrandsMut<'_> {
        BrandsMut { database: self.database, changes: &mut self.changes }
    }
}

impl Brands<'_> {
    /// Every brand, the oldest first.
    pub fn list(&self) -> Result<Vec<Brand>, LibraryError> {
        self.0.rows("SELECT * FROM brands ORDER BY created, id", [], read)
    }

    /// The brand of that id.
    pub fn get(&self, id: BrandId) -> Result<Option<Brand>, LibraryError> {
        self.0.row("SELECT * FROM brands WHERE id = ?1", [id.0], read)
    }

    /// The files of a brand, by name.
    pub fn files(&self, id: BrandId) -> Result<Vec<BrandFile>, LibraryError> {
        self.0.rows("SELECT name, blob FROM brand_files WHERE brand = ?1 ORDER BY name", [id.0], |row| {
            Ok(BrandFile { name: row.get("name")?, blob: row.get("blob")? })
        })
    }

    /// One file of a brand.
    pub fn file(&self, id: BrandId, name: &str) -> Result<Option<Hash>, LibraryError> {
        let sql = "SELECT blob FROM brand_files WHERE brand = ?1 AND name = ?2";
        self.0.row(sql, (id.0, name), |row| row.get("blob"))
    }
}

impl BrandsMut<'_> {
    /// Adds a brand.
    pub fn insert(&mut self, brand: &Brand, now: Timestamp) -> Result<(), LibraryError> {
        self.insert_row(brand, now)?;
        self.keep_first_version(brand, now)
    }

    /// Adds a brand that comes from elsewhere, with the charters it had, the oldest first: the last one is in force.
    pub fn insert_with_past(
        &mut self,
        brand: &Brand,
        past: &[(CharterVersion, Charter)],
        now: Timestamp,
    ) -> Result<(), LibraryError> {
        self.insert_row(brand, now)?;
        past.iter().try_for_each(|(version, charter)| {
            self.keep_version(brand.id, version.number, charter, &version.name, version.created)
        })
    }

    fn insert_row(&mut self, brand: &Brand, now: Timestamp) -> Result<(), LibraryError> {
        let sql = "INSERT INTO brands (id, charter, sample, created, changed) VALUES (?1, ?2, ?3, ?4, ?4)";
        self.database.execute(sql, (brand.id.0, Json(&brand.charter), brand.sample, now))?;
        self.changes.add(Change::Brands);
        Ok(())
    }

    /// Gives a brand a file whose blob is already [put](crate::Blobs::put), in place of the one of that name.
    pub fn set_file(&mut self, id: BrandId, file: &BrandFile) -> Result<(), LibraryError> {
        let sql = "INSERT INTO brand_files (brand, name, blob) VALUES (?1, ?2, ?3)
                   ON CONFLICT (brand, name) DO UPDATE SET blob = excluded.blob";
        self.database.execute(sql, (id.0, &file.name, file.blob))?;
        self.changes.add(Change::Brands);
        Ok(())
    }

    /// Takes a file away from a brand.
    pub fn remove_file(&mut self, id: BrandId, name: &str) -> Result<(), LibraryError> {
        self.database.execute("DELETE FROM brand_files WHERE brand = ?1 AND name = ?2", (id.0, name))?;
        self.changes.add(Change::Brands);
        Ok(())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Brand> {
    let Json(charter) = row.get("charter")?;
    Ok(Brand { id: BrandId(row.get("id")?), charter, sample: row.get("sample")? })
}
