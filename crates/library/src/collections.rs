use planche_model::{BrandId, CollectionId, asset::AssetQuery};
use rusqlite::Row;

use crate::{Change, Changes, Library, LibraryError, Timestamp, Transaction, column::Json, database::Database};

/// Files gathered by a person, or by a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// Which.
    pub id: CollectionId,
    /// Whose.
    pub brand: BrandId,
    /// What it is called.
    pub name: String,
    /// What it gathers by itself; a person gathers the others.
    pub query: Option<AssetQuery>,
    /// How many a person gathered there, but for the trash.
    pub count: u64,
}

/// The collections.
pub struct Collections<'a>(&'a Database);

/// The collections, to change them.
pub struct CollectionsMut<'a> {
    database: &'a Database,
    changes: &'a mut Changes,
}

impl Library {
    /// The collections.
    pub fn collections(&self) -> Collections<'_> {
        Collections(&self.database)
    }
}

impl Transaction<'_> {
    /// The collections.
    pub fn collections(&self) -> Collections<'_> {
        Collections(self.database)
    }

    /// The collections, to change them.
    pub fn collections_mut(&mut self) -> CollectionsMut<'_> {
        CollectionsMut { database: self.database, changes: &mut self.changes }
    }
}

const COLLECTIONS: &str = "SELECT *, (
        SELECT count(*) FROM asset_collections JOIN assets ON assets.number = asset
        WHERE collection = collections.id AND trashed IS NULL
    ) AS count FROM collections";

impl Collections<'_> {
    /// A brand's collections, by name.
    pub fn of(&self, brand: BrandId) -> Result<Vec<Collection>, LibraryError> {
        self.0.rows(&format!("{COLLECTIONS} WHERE brand = ?1 ORDER BY name COLLATE NOCASE, id"), [brand.0], read)
    }

    /// The collection of that id.
    pub fn get(&self, id: CollectionId) -> Result<Option<Collection>, LibraryError> {
        self.0.row(&format!("{COLLECTIONS} WHERE id = ?1"), [id.0], read)
    }
}

impl CollectionsMut<'_> {
    /// Keeps a collection, new or changed; what it holds is said by its assets.
    pub fn keep(&mut self, collection: &Collection, now: Timestamp) -> Result<(), LibraryError> {
        let Collection { id, brand, name, query, .. } = collection;
        let sql = "INSERT INTO collections (id, brand, name, query, created) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query";
        self.database.execute(sql, (id.0, brand.0, name, query.as_ref().map(Json), now))?;
        self.changes.add(Change::Assets(*brand));
        Ok(())
    }

    /// Forgets a collection; its files stay.
    pub fn remove(&mut self, id: CollectionId) -> Result<(), LibraryError> {
        let brand = self
            .database
            .row("DELETE FROM collections WHERE id = ?1 RETURNING brand", [id.0], |row| row.get("brand"))?;
        self.changes.add(Change::Assets(BrandId(brand.ok_or(LibraryError::NoSuchCollection(id))?)));
        Ok(())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Collection> {
    let query: Option<Json<AssetQuery>> = row.get("query")?;
    Ok(Collection {
        id: CollectionId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        name: row.get("name")?,
        query: query.map(|Json(query)| query),
        count: row.get("count")?,
    })
}
