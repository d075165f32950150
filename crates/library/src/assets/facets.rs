use std::collections::HashMap;

use planche_model::{
    BrandId,
    asset::{AssetKind, AssetQuery, Frame, Standing, Tone},
};
use rusqlite::{Row, params_from_iter, types::Type};
use serde::Serialize;

use super::{
    Assets,
    conditions::{Conditions, STANDING, USED, name},
    words::Words,
};
use crate::LibraryError;

/// How many of a brand's assets there are of each sort. What is counted of one sort is asked all that the query asks of
/// the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facets {
    /// In all, whatever the query asks, but for the trash.
    pub all: u64,
    /// What they weigh, in bytes.
    pub bytes: u64,
    /// In the trash.
    pub trashed: u64,
    /// Picked.
    pub picked: u64,
    /// Shown by no creation.
    pub unused: u64,
    /// Brought in since the moment that was said.
    pub recent: u64,
    /// By kind.
    pub kinds: HashMap<AssetKind, u64>,
    /// By the way they lie.
    pub frames: HashMap<Frame, u64>,
    /// By what may be done with them.
    pub standings: HashMap<Standing, u64>,
    /// By colour.
    pub tones: HashMap<Tone, u64>,
    /// By subject, the commonest first.
    pub tags: Vec<TagCount>,
}

/// How many assets have a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagCount {
    /// Which.
    pub tag: String,
    /// How many.
    pub count: u64,
}

/// How many subjects are told.
const TAGS: usize = 50;

/// A set of numbers, small enough to be a bit each.
#[derive(Default)]
struct Marks(Vec<u64>);

impl Marks {
    fn set(&mut self, number: i64) {
        let (word, bit) = place(number);
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= bit;
    }

    fn has(&self, number: i64) -> bool {
        let (word, bit) = place(number);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }
}

fn place(number: i64) -> (usize, u64) {
    (number as usize / 64, 1 << (number % 64))
}

/// What is counted of an asset.
struct Traits {
    number: i64,
    kind: AssetKind,
    frame: Frame,
    standing: Standing,
    tones: u32,
    picked: bool,
    created: i64,
}

impl Assets<'_> {
    /// Counts them, on a day (ISO 8601). `recent` is the moment after which an asset is, in milliseconds since 1970.
    pub fn facets(&self, brand: BrandId, query: &AssetQuery, today: &str, recent: i64) -> Result<Facets, LibraryError> {
        let words = Words::of(&query.text).map(|words| words.understood(self.0)).transpose()?;
        let conditions = Conditions::gathered(brand, query, words.as_ref());
        let used = self.used(brand)?;
        let asked = Asked { query, used: &used };
        let mut facets = self.whole(brand)?;
        let mut shown = Marks::default();
        self.each_traits(&conditions, today, |traits| {
            facets.count(&traits, asked, recent);
            if asked.passes(&traits, None) {
                shown.set(traits.number);
            }
        })?;
        facets.tags = self.tags(brand, &shown)?;
        Ok(facets)
    }

    fn whole(&self, brand: BrandId) -> Result<Facets, LibraryError> {
        let sql = "SELECT trashed IS NULL AS kept, count(*) AS count, sum(bytes) AS bytes FROM assets
                   WHERE brand = ?1 GROUP BY 1";
        let sums: Vec<(bool, u64, u64)> =
            self.0.rows(sql, [brand.0], |row| Ok((row.get("kept")?, row.get("count")?, row.get("bytes")?)))?;
        let of = |wanted| sums.iter().find(|(kept, ..)| *kept == wanted).map_or((0, 0), |(_, n, bytes)| (*n, *bytes));
        Ok(Facets { all: of(true).0, bytes: of(true).1, trashed: of(false).0, ..Facets::default() })
    }

    fn each_traits(
        &self,
        conditions: &Conditions,
        today: &str,
        mut see: impl FnMut(Traits),
    ) -> Result<(), LibraryError> {
        let (kinds, standings) = (Names::of(&AssetKind::ALL), Names::of(&Standing::ALL));
        let standing = STANDING.replace(":today", "?");
        let sql = format!(
            "SELECT assets.number, kind, {standing} AS standing, tones, picked, width, height, created
             FROM {} WHERE {}",
            conditions.from,
            conditions.clause()
        );
        let today = rusqlite::types::Value::from(today.to_owned());
        self.0.each(&sql, params_from_iter(std::iter::once(&today).chain(&conditions.values)), |row| {
            traits(row, &kinds, &standings).map(&mut see)
        })
    }

    /// The numbers of the assets that a creation shows.
    fn used(&self, brand: BrandId) -> Result<Marks, LibraryError> {
        let sql =
            format!("SELECT number FROM ({USED}) AS used CROSS JOIN assets ON assets.id = used.asset WHERE brand = ?1");
        let mut used = Marks::default();
        self.0.each(&sql, [brand.0], |row| row.get("number").map(|number| used.set(number)))?;
        Ok(used)
    }

    fn tags(&self, brand: BrandId, shown: &Marks) -> Result<Vec<TagCount>, LibraryError> {
        let sql = "SELECT tags.number, asset FROM tags CROSS JOIN asset_tags ON asset_tags.tag = tags.number
                   WHERE tags.brand = ?1";
        let mut counts: HashMap<i64, u64> = HashMap::new();
        // They come tag by tag.
        let (mut last, mut count) = (0, 0);
        self.0.each(sql, [brand.0], |row| {
            let tag = row.get(0)?;
            if tag != last {
                counts.insert(last, count);
                (last, count) = (tag, 0);
            }
            count += u64::from(shown.has(row.get(1)?));
            Ok(())
        })?;
        counts.insert(last, count);
        let names = self.0.rows("SELECT number, name FROM tags WHERE brand = ?1", [brand.0], |row| {
            Ok((row.get::<_, i64>("number")?, row.get("name")?))
        })?;
        let counted = names.into_iter().filter_map(|(number, tag)| {
            Some(TagCount { tag, count: *counts.get(&number).filter(|count| **count > 0)? })
        });
        let mut tags: Vec<TagCount> = counted.collect();
        tags.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.tag.cmp(&b.tag)));
        tags.truncate(TAGS);
        Ok(tags)
    }
}

fn traits(row: &Row<'_>, kinds: &Names<AssetKind>, standings: &Names<Standing>) -> rusqlite::Result<Traits> {
    Ok(Traits {
        number: row.get(0)?,
        kind: kinds.read(row, 1)?,
        standing: standings.read(row, 2)?,
        tones: row.get(3)?,
        picked: row.get(4)?,
        frame: Frame::of(row.get(5)?, row.get(6)?),
        created: row.get(7)?,
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

/// What a query can ask of an asset, each counted under all the others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Facet {
    Kind,
    Frame,
    Standing,
    Tone,
    Picked,
    Used,
    Since,
}

#[derive(Clone, Copy)]
struct Asked<'a> {
    query: &'a AssetQuery,
    used: &'a Marks,
}

impl Asked<'_> {
    /// Whether it is all that is asked, but for one facet.
    fn passes(&self, of: &Traits, except: Option<Facet>) -> bool {
        let asks = |facet, passes: bool| except == Some(facet) || passes;
        let AssetQuery { kinds, frames, standings, tones, picked, used, imported_since, .. } = self.query;
        asks(Facet::Kind, kinds.is_empty() || kinds.contains(&of.kind))
            && asks(Facet::Frame, frames.is_empty() || frames.contains(&of.frame))
            && asks(Facet::Standing, standings.is_empty() || standings.contains(&of.standing))
            && asks(Facet::Tone, tones.is_empty() || tones.iter().any(|tone| of.tones & tone.bit() != 0))
            && asks(Facet::Picked, picked.is_none_or(|picked| picked == of.picked))
            && asks(Facet::Used, used.is_none_or(|used| used == self.uses(of)))
            && asks(Facet::Since, imported_since.is_none_or(|since| of.created >= since))
    }

    fn uses(&self, of: &Traits) -> bool {
        self.used.has(of.number)
    }
}

impl Facets {
    fn count(&mut self, of: &Traits, asked: Asked<'_>, recent: i64) {
        let passes = |facet| asked.passes(of, Some(facet));
        if passes(Facet::Kind) {
            *self.kinds.entry(of.kind).or_default() += 1;
        }
        if passes(Facet::Frame) {
            *self.frames.entry(of.frame).or_default() += 1;
        }
        if passes(Facet::Standing) {
            *self.standings.entry(of.standing).or_default() += 1;
        }
        if passes(Facet::Tone) {
            let tones = Tone::ALL.iter().filter(|tone| of.tones & tone.bit() != 0);
            tones.for_each(|tone| *self.tones.entry(*tone).or_default() += 1);
        }
        self.picked += u64::from(of.picked && passes(Facet::Picked));
        self.unused += u64::from(!asked.uses(of) && passes(Facet::Used));
        self.recent += u64::from(of.created >= recent && passes(Facet::Since));
    }
}
