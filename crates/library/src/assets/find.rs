use planche_model::{
    AssetId, BrandId,
    asset::{AssetQuery, AssetSort},
};
use rusqlite::{params_from_iter, types::Value};
use serde::{Deserialize, Serialize};

use super::{Asset, Assets, conditions::Conditions, rows, words::Words};
use crate::LibraryError;

/// Which stretch of a brand's wall is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wall<'a> {
    /// Whose.
    pub brand: BrandId,
    /// What is looked for.
    pub query: &'a AssetQuery,
    /// Where the stretch before it ended ([`Found::after`]); the first when absent.
    pub after: Option<&'a str>,
    /// At most how many.
    pub limit: usize,
    /// The day, as ISO 8601: rights end.
    pub today: &'a str,
}

/// A stretch of a wall.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The assets, in order.
    pub assets: Vec<Asset>,
    /// Where it ended; nothing when nothing follows.
    pub after: Option<String>,
    /// How many there are in all.
    pub total: u64,
    /// The words looked for, when nothing was found of those that were typed.
    pub corrected: Option<String>,
}

/// Pictures that differ in no more bits look alike: half the size, another light, a narrow crop (measured on
/// photographs against themselves; strangers differ by 14 and more).
pub const ALIKE: u32 = 8;

impl Assets<'_> {
    /// What is looked for. Words that nothing is called by are taken for their nearest, once.
    pub fn find(&self, wall: Wall<'_>) -> Result<Found, LibraryError> {
        let words = Words::of(&wall.query.text);
        let found = self.find_words(wall, words.as_ref())?;
        let unknown = words.filter(|_| found.total == 0 && wall.after.is_none());
        let Some(corrected) = unknown.map(|words| words.corrected(self.0)).transpose()?.flatten() else {
            return Ok(found);
        };
        let near = self.find_words(wall, Some(&corrected))?;
        Ok(if near.total == 0 { found } else { Found { corrected: Some(corrected.text()), ..near } })
    }

    /// The pictures of its brand that look like it, the likest first; not itself.
    pub fn like(&self, id: AssetId, limit: usize) -> Result<Vec<Asset>, LibraryError> {
        let Some(asset) = self.get(id)? else { return Ok(Vec::new()) };
        let Some(look) = asset.file.look else { return Ok(Vec::new()) };
        let others = self.looks(asset.brand)?.into_iter().filter(|(other, _)| *other != id);
        let mut alike: Vec<_> = others
            .map(|(other, of)| ((of ^ look).count_ones(), other))
            .filter(|(distance, _)| *distance <= ALIKE)
            .collect();
        alike.sort_unstable();
        alike.into_iter().take(limit).filter_map(|(_, id)| self.get(id).transpose()).collect()
    }

    fn find_words(&self, wall: Wall<'_>, words: Option<&Words>) -> Result<Found, LibraryError> {
        if let Some(like) = wall.query.like {
            let assets = self.like(like, wall.limit)?;
            return Ok(Found { total: assets.len() as u64, assets, after: None, corrected: None });
        }
        let mut conditions = Conditions::of(wall.brand, wall.query, words, wall.today);
        let total = match wall.after {
            Some(after) => After::read(after)?.continue_in(&mut conditions, wall.query.sort),
            None => self.count(&conditions)?,
        };
        let assets = self.stretch(&conditions, wall)?;
        let after = (assets.len() == wall.limit)
            .then(|| assets.last().map(|last| place(last, wall.query.sort, total)))
            .flatten();
        let assets = assets.into_iter().map(|(_, asset)| self.gathered(asset)).collect::<Result<_, _>>()?;
        Ok(Found { assets, after, total, corrected: None })
    }

    fn count(&self, conditions: &Conditions) -> Result<u64, LibraryError> {
        let sql = format!("SELECT count(*) AS count FROM {} WHERE {}", conditions.counted_from(), conditions.clause());
        Ok(self.0.row(&sql, params_from_iter(&conditions.values), |row| row.get("count"))?.unwrap_or(0))
    }

    fn stretch(&self, conditions: &Conditions, wall: Wall<'_>) -> Result<Vec<(i64, Asset)>, LibraryError> {
        let order = order(wall.query.sort, conditions.number());
        let (from, clause, limit) = (conditions.from, conditions.clause(), wall.limit);
        let sql = format!("SELECT assets.* FROM {from} WHERE {clause} ORDER BY {order} LIMIT {limit}");
        self.0.rows(&sql, params_from_iter(&conditions.values), |row| Ok((row.get("number")?, rows::asset(row)?)))
    }
}

/// Where a stretch ended.
fn place((number, last): &(i64, Asset), sort: AssetSort, total: u64) -> String {
    let key = match sort {
        AssetSort::Newest | AssetSort::Oldest => Key::Nothing,
        AssetSort::Name => Key::Text(last.description.name.clone()),
        AssetSort::Taken => Key::Text(last.file.taken.clone().unwrap_or_default()),
        AssetSort::Rating => Key::Number(last.description.rating.into()),
    };
    serde_json::to_string(&After { key, number: *number, total }).expect("a text and numbers can be written")
}

/// Where a stretch ended: at an asset, by what the wall is sorted by. How many there are in all is counted once, for the
/// first stretch.
#[derive(Serialize, Deserialize)]
struct After {
    key: Key,
    number: i64,
    total: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Key {
    Nothing,
    Number(i64),
    Text(String),
}

impl After {
    fn read(text: &str) -> Result<Self, LibraryError> {
        serde_json::from_str(text).map_err(|_| LibraryError::BadPlace)
    }

    /// Asks for what comes after it; answers with how many there are in all.
    fn continue_in(self, conditions: &mut Conditions, sort: AssetSort) -> u64 {
        let (by, number) = (conditions.number(), Value::Integer(self.number));
        let key = match self.key {
            Key::Nothing => Value::Null,
            Key::Number(number) => Value::Integer(number),
            Key::Text(text) => Value::Text(text),
        };
        match sort {
            AssetSort::Newest => conditions.push(&format!("{by} < ?"), [number]),
            AssetSort::Oldest => conditions.push(&format!("{by} > ?"), [number]),
            AssetSort::Name => {
                conditions.push("(assets.name COLLATE NOCASE, assets.number) > (?, ?)", [key, number]);
            }
            AssetSort::Taken => conditions.push("(coalesce(taken, ''), assets.number) < (?, ?)", [key, number]),
            AssetSort::Rating => conditions.push("(rating, assets.number) < (?, ?)", [key, number]),
        }
        self.total
    }
}

/// What the rows are sorted by.
fn order(sort: AssetSort, number: &str) -> String {
    match sort {
        AssetSort::Newest => format!("{number} DESC"),
        AssetSort::Oldest => number.to_owned(),
        AssetSort::Name => "assets.name COLLATE NOCASE, assets.number".to_owned(),
        AssetSort::Taken => "coalesce(taken, '') DESC, assets.number DESC".to_owned(),
        AssetSort::Rating => "rating DESC, assets.number DESC".to_owned(),
    }
}
