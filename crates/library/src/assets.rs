use planche_model::AssetId;
use rusqlite::{Row, named_params};

use crate::{Change, Changes, Hash, Library, LibraryError, Timestamp, Transaction, database::Database};

/// How a picture of a document names an asset: this, then its id.
const SCHEME: &str = "asset:";

/// A file of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Which asset this is.
    pub id: AssetId,
    /// Its bytes.
    pub blob: Hash,
    /// What people call it.
    pub name: String,
    /// Its width in px, as it is shown.
    pub width: u32,
    /// Its height in px, as it is shown.
    pub height: u32,
    /// How many bytes it weighs.
    pub bytes: u64,
    /// When it came in.
    pub created: Timestamp,
}

/// The files of the library.
pub struct Assets<'a>(&'a Database);

/// The files of the library, to change them.
pub struct AssetsMut<'a> {
    database: &'a Database,
    changes: &'a mut Changes,
}

impl Asset {
    /// The `source` of a picture that shows this asset.
    pub fn source(id: AssetId) -> String {
        format!("{SCHEME}{id}")
    }

    /// The asset a picture's `source` names; `None` when it names something else, as a path does.
    pub fn of_source(source: &str) -> Option<AssetId> {
        source.strip_prefix(SCHEME)?.parse().ok()
    }
}

impl Library {
    /// The files of the library.
    pub fn assets(&self) -> Assets<'_> {
        Assets(&self.database)
    }
}

impl Transaction<'_> {
    /// The files of the library.
    pub fn assets(&self) -> Assets<'_> {
        Assets(self.database)
    }

    /// The files of the library, to change them.
    pub fn assets_mut(&mut self) -> AssetsMut<'_> {
        AssetsMut { database: self.database, changes: &mut self.changes }
    }
}

impl Assets<'_> {
    /// The asset of that id.
    pub fn get(&self, id: AssetId) -> Result<Option<Asset>, LibraryError> {
        self.0.row("SELECT * FROM assets WHERE id = ?1", [id.0], read)
    }

    /// The asset of those bytes.
    pub fn with_blob(&self, blob: Hash) -> Result<Option<Asset>, LibraryError> {
        self.0.row("SELECT * FROM assets WHERE blob = ?1", [blob], read)
    }
}

impl AssetsMut<'_> {
    /// Adds an asset whose blob is already [put](crate::Blobs::put). Answers with the id to use: when the library knew
    /// those bytes, the one it gave them then.
    pub fn insert(&mut self, asset: &Asset) -> Result<AssetId, LibraryError> {
        if let Some(known) = Assets(self.database).with_blob(asset.blob)? {
            return Ok(known.id);
        }
        let sql = "INSERT INTO assets (id, blob, name, width, height, bytes, created)
                   VALUES (:id, :blob, :name, :width, :height, :bytes, :created)";
        let row = named_params! {
            ":id": asset.id.0, ":blob": asset.blob, ":name": asset.name, ":width": asset.width,
            ":height": asset.height, ":bytes": asset.bytes, ":created": asset.created,
        };
        self.database.execute(sql, row)?;
        self.changes.add(Change::Assets);
        Ok(asset.id)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Asset> {
    Ok(Asset {
        id: AssetId(row.get("id")?),
        blob: row.get("blob")?,
        name: row.get("name")?,
        width: row.get("width")?,
        height: row.get("height")?,
        bytes: row.get("bytes")?,
        created: row.get("created")?,
    })
}
