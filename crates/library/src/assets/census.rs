use std::{cell::RefCell, sync::Arc};

use planche_model::{
    BrandId,
    asset::{AssetKind, Frame, Standing},
};
use rusqlite::{Row, types::Type};
use serde::Serialize;

use super::{
    conditions::{USED, name},
    marks::Marks,
    standing_on,
};
use crate::{Library, LibraryError, database::Database};

/// What is counted of a brand's assets. Reading it takes a tenth of a second for a hundred thousand of them, and every
/// question about a wall asks for it: it is kept for as long as nothing changes.
pub(crate) struct Census {
    pub(super) assets: Vec<Traits>,
    /// The numbers of the assets of each subject.
    pub(super) tags: Vec<(String, Vec<i64>)>,
}

/// What is counted of an asset.
pub(super) struct Traits {
    pub number: i64,
    pub kind: AssetKind,
    pub frame: Frame,
    pub tones: u32,
    pub picked: bool,
    pub used: bool,
    pub trashed: bool,
    pub created: i64,
    pub bytes: u64,
    standing: Standing,
    ends: Option<Box<str>>,
}

/// The census of the brand that was asked for last, and how many rows had been changed when it was read.
#[derive(Default)]
pub(crate) struct Kept(RefCell<Option<(BrandId, u64, Arc<Census>)>>);

impl Library {
    /// The brand's census as things are now.
    pub(crate) fn census(&self, brand: BrandId) -> Result<Arc<Census>, LibraryError> {
        let changes = self.database.changes()?;
        if let Some((of, at, census)) = &*self.census.0.borrow()
            && (*of, *at) == (brand, changes)
        {
            return Ok(Arc::clone(census));
        }
        let census = Arc::new(Census::read(&self.database, brand)?);
        self.census.0.replace(Some((brand, changes, Arc::clone(&census))));
        Ok(census)
    }
}

impl Census {
    fn read(database: &Database, brand: BrandId) -> Result<Self, LibraryError> {
        let used = used(database, brand)?;
        let (kinds, standings) = (Names::of(&AssetKind::ALL), Names::of(&Standing::ALL));
        let sql =
            "SELECT number, kind, standing, ends, tones, picked, width, height, created, bytes, trashed IS NOT NULL
                   FROM assets WHERE brand = ?1";
        let assets = database.rows(sql, [brand.0], |row| traits(row, &kinds, &standings, &used))?;
        Ok(Self { assets, tags: tags(database, brand)? })
    }
}

impl Traits {
    /// Whether its rights have ended, or end on `last_day_due` at the latest.
    pub fn is_due(&self, last_day_due: &str) -> bool {
        self.standing == Standing::Withdrawn || self.ends.as_deref().is_some_and(|day| day <= last_day_due)
    }

    pub fn standing_on(&self, today: &str) -> Standing {
        standing_on(self.standing, self.ends.as_deref(), today)
    }
}

/// The numbers of the assets that a creation shows.
fn used(database: &Database, brand: BrandId) -> Result<Marks, LibraryError> {
    let sql =
        format!("SELECT number FROM ({USED}) AS used CROSS JOIN assets ON assets.id = used.asset WHERE brand = ?1");
    let mut used = Marks::default();
    database.each(&sql, [brand.0], |row| row.get("number").map(|number| used.set(number)))?;
    Ok(used)
}

fn tags(database: &Database, brand: BrandId) -> Result<Vec<(String, Vec<i64>)>, LibraryError> {
    let names: Vec<(i64, String)> =
        database.rows("SELECT number, name FROM tags WHERE brand = ?1", [brand.0], |row| {
            Ok((row.get("number")?, row.get("name")?))
        })?;
    let of = |tag: i64| database.rows("SELECT asset FROM asset_tags WHERE tag = ?1", [tag], |row| row.get(0));
    names.into_iter().map(|(tag, name)| Ok((name, of(tag)?))).collect()
}

fn traits(
    row: &Row<'_>,
    kinds: &Names<AssetKind>,
    standings: &Names<Standing>,
    used: &Marks,
) -> rusqlite::Result<Traits> {
    let number = row.get(0)?;
    Ok(Traits {
        number,
        kind: kinds.read(row, 1)?,
        standing: standings.read(row, 2)?,
        ends: row.get(3)?,
        tones: row.get(4)?,
        picked: row.get(5)?,
        frame: Frame::of(row.get(6)?, row.get(7)?),
        created: row.get(8)?,
        bytes: row.get(9)?,
        trashed: row.get(10)?,
        used: used.has(number),
    })
}

/// Variants by the names their column gives them: a hundred thousand are read at once.
struct Names<T>(Vec<(String, T)>);

impl<T: Copy + Serialize> Names<T> {
    fn of(all: &[T]) -> Self {
        Self(all.iter().map(|variant| (name(variant), *variant)).collect())
    }

    fn read(&self, row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
        let text = row.get_ref(column)?.as_str()?;
        let found = self.0.iter().find(|(name, _)| name == text).map(|(_, variant)| *variant);
        found.ok_or_else(|| rusqlite::Error::InvalidColumnType(column, text.to_owned(), Type::Text))
    }
}
