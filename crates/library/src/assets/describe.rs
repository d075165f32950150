use planche_model::{AssetId, BrandId, CollectionId, asset::Description};

use super::{AssetsMut, rows, words};
use crate::LibraryError;

impl AssetsMut<'_> {
    /// Makes the description say this. A collection that is gone is left out.
    ///
    /// # Errors
    /// [`LibraryError::NoSuchAsset`] when there is none of that id.
    pub fn describe(&mut self, id: AssetId, description: &Description) -> Result<(), LibraryError> {
        let (number, brand, trashed) = self.row(id)?;
        rows::keep_description(self.database, id, description)?;
        self.keep_tags(number, brand, description)?;
        self.keep_collections(number, brand, description)?;
        words::keep(self.database, number, &words::scope(brand, trashed), description)?;
        self.judge(id, description)?;
        self.changed(brand);
        Ok(())
    }

    /// Its number, whose it is, and whether it is in the trash.
    pub(super) fn row(&self, id: AssetId) -> Result<(i64, BrandId, bool), LibraryError> {
        let sql = "SELECT number, brand, trashed IS NOT NULL AS trashed FROM assets WHERE id = ?1";
        let found = self
            .database
            .row(sql, [id.0], |row| Ok((row.get("number")?, BrandId(row.get("brand")?), row.get("trashed")?)))?;
        found.ok_or(LibraryError::NoSuchAsset(id))
    }

    fn keep_tags(&self, number: i64, brand: BrandId, description: &Description) -> Result<(), LibraryError> {
        self.database.execute("DELETE FROM asset_tags WHERE asset = ?1", [number])?;
        for tag in &description.tags {
            self.database.execute("INSERT OR IGNORE INTO tags (brand, name) VALUES (?1, ?2)", (brand.0, tag))?;
            let sql = "INSERT INTO asset_tags (tag, asset) SELECT number, ?3 FROM tags WHERE brand = ?1 AND name = ?2";
            self.database.execute(sql, (brand.0, tag, number))?;
        }
        Ok(())
    }

    fn keep_collections(&self, number: i64, brand: BrandId, description: &Description) -> Result<(), LibraryError> {
        self.database.execute("DELETE FROM asset_collections WHERE asset = ?1", [number])?;
        for CollectionId(collection) in &description.collections {
            let sql = "INSERT INTO asset_collections (collection, asset)
                       SELECT id, ?3 FROM collections WHERE id = ?1 AND brand = ?2";
            self.database.execute(sql, (collection, brand.0, number))?;
        }
        Ok(())
    }
}
