pub(crate) mod census;
mod conditions;
mod consents;
mod describe;
mod facets;
mod find;
mod marks;
mod rows;
mod trash;
mod uses;
mod words;

use std::collections::BTreeSet;

use planche_model::{
    AssetId, BrandId, CollectionId, Color,
    asset::{AssetKind, Description, Standing, Tone},
};

pub use facets::{Facets, TagCount};
pub use find::{ALIKE, Found, Wall};
pub use uses::Use;

use crate::{Change, Changes, Hash, Library, LibraryError, Timestamp, Transaction, database::Database};

/// How a picture of a document names an asset: this, then its id.
const SCHEME: &str = "asset:";

/// A file of a brand's library.
#[derive(Clone, Debug, PartialEq)]
pub struct Asset {
    /// Which asset this is.
    pub id: AssetId,
    /// Whose it is.
    pub brand: BrandId,
    /// What its bytes are, and what was read from them.
    pub file: AssetFile,
    /// When it came in.
    pub created: Timestamp,
    /// What people say of it.
    pub description: Description,
    /// What may be done with it until [`ends`](Self::ends).
    pub standing: Standing,
    /// The last day it may be used, as ISO 8601.
    pub ends: Option<String>,
    /// When it was put in the trash, if it is there.
    pub trashed: Option<Timestamp>,
}

/// What the bytes of an asset are.
#[derive(Clone, Debug, PartialEq)]
pub struct AssetFile {
    /// Its bytes.
    pub blob: Hash,
    /// What it is.
    pub kind: AssetKind,
    /// The extension files of its format bear, without a dot.
    pub format: String,
    /// Its width in px, as it is shown; 0 when unknown.
    pub width: u32,
    /// Its height in px, as it is shown; 0 when unknown.
    pub height: u32,
    /// How many bytes it weighs.
    pub bytes: u64,
    /// When it was taken, as ISO 8601 by the clock of the camera.
    pub taken: Option<String>,
    /// What it looks like, in 64 bits: alike pictures differ by few.
    pub look: Option<u64>,
    /// Its colours, the largest first.
    pub palette: Vec<Color>,
    /// How many faces were seen.
    pub faces: u32,
}

/// The files of the library.
pub struct Assets<'a>(&'a Database);

/// The files of the library, to change them.
pub struct AssetsMut<'a> {
    database: &'a Database,
    changes: &'a mut Changes,
}

impl Asset {
    /// An asset that comes in.
    pub fn new(id: AssetId, brand: BrandId, file: AssetFile, description: Description, created: Timestamp) -> Self {
        let standing = description.rights.standing(&[]);
        let ends = description.rights.last_day(&[]).map(|day| day.to_string());
        Self { id, brand, file, created, description, standing, ends, trashed: None }
    }

    /// What may be done with it on a day, ISO 8601.
    pub fn standing_on(&self, today: &str) -> Standing {
        standing_on(self.standing, self.ends.as_deref(), today)
    }

    /// The `source` of a picture that shows this asset.
    pub fn source(id: AssetId) -> String {
        format!("{SCHEME}{id}")
    }

    /// The asset a picture's `source` names; `None` when it names something else, as a path does.
    pub fn of_source(source: &str) -> Option<AssetId> {
        source.strip_prefix(SCHEME)?.parse().ok()
    }
}

/// What may be done on a day with what is of that standing until another day ends.
fn standing_on(standing: Standing, ends: Option<&str>, today: &str) -> Standing {
    let ended = ends.is_some_and(|day| day < today);
    if ended && standing != Standing::Withdrawn { Standing::Expired } else { standing }
}

impl AssetFile {
    /// The names of its colours, a bit each.
    fn tones(&self) -> u32 {
        self.palette.iter().fold(0, |bits, color| bits | Tone::of(*color).bit())
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
    /// The asset of that id, in the trash or not.
    pub fn get(&self, id: AssetId) -> Result<Option<Asset>, LibraryError> {
        let found = self.0.row("SELECT * FROM assets WHERE id = ?1", [id.0], rows::asset)?;
        found.map(|asset| self.gathered(asset)).transpose()
    }

    /// The brand's asset of those bytes, in the trash or not.
    pub fn with_blob(&self, brand: BrandId, blob: Hash) -> Result<Option<Asset>, LibraryError> {
        let sql = "SELECT * FROM assets WHERE brand = ?1 AND blob = ?2";
        let found = self.0.row(sql, (brand.0, blob), rows::asset)?;
        found.map(|asset| self.gathered(asset)).transpose()
    }

    /// Whether the brand has a file of so many bytes, in the trash or not: without one, none of that length is the same.
    pub fn any_of_length(&self, brand: BrandId, bytes: u64) -> Result<bool, LibraryError> {
        let sql = "SELECT 1 FROM assets WHERE brand = ?1 AND bytes = ?2";
        Ok(self.0.row(sql, (brand.0, bytes), |_| Ok(()))?.is_some())
    }

    /// What each of a brand's pictures looks like, but for those in the trash.
    pub fn looks(&self, brand: BrandId) -> Result<Vec<(AssetId, u64)>, LibraryError> {
        let sql = "SELECT id, hash FROM assets WHERE brand = ?1 AND trashed IS NULL AND hash IS NOT NULL";
        self.0.rows(sql, [brand.0], |row| Ok((AssetId(row.get("id")?), row.get::<_, i64>("hash")?.cast_unsigned())))
    }

    /// The asset with its subjects and collections.
    fn gathered(&self, mut asset: Asset) -> Result<Asset, LibraryError> {
        let tags = "SELECT tags.name FROM assets JOIN asset_tags ON asset_tags.asset = assets.number
                    JOIN tags ON tags.number = asset_tags.tag WHERE assets.id = ?1";
        let collections = "SELECT collection FROM assets
                           JOIN asset_collections ON asset_collections.asset = assets.number WHERE assets.id = ?1";
        let id = [asset.id.0];
        let of: Vec<String> = self.0.rows(tags, id, |row| row.get("name"))?;
        asset.description.tags = of.into_iter().collect::<BTreeSet<_>>();
        let gathered: Vec<_> = self.0.rows(collections, id, |row| row.get("collection").map(CollectionId))?;
        asset.description.collections = gathered.into_iter().collect();
        Ok(asset)
    }
}

impl AssetsMut<'_> {
    /// Adds an asset whose blob is already [put](crate::Blobs::put). Answers with the id to use: when the brand had
    /// those bytes, the one they were given then, out of the trash if they were there.
    pub fn insert(&mut self, asset: &Asset) -> Result<AssetId, LibraryError> {
        if let Some(known) = Assets(self.database).with_blob(asset.brand, asset.file.blob)? {
            if known.trashed.is_some() {
                self.restore(known.id)?;
            }
            return Ok(known.id);
        }
        rows::insert(self.database, asset)?;
        self.describe(asset.id, &asset.description)?;
        Ok(asset.id)
    }

    fn read(&self) -> Assets<'_> {
        Assets(self.database)
    }

    fn changed(&mut self, brand: BrandId) {
        self.changes.add(Change::Assets(brand));
    }
}
