use std::collections::HashMap;

use planche_model::{
    BrandId,
    asset::{AssetKind, AssetQuery, Frame, Standing, Tone},
};
use rusqlite::params_from_iter;

use super::{
    Assets,
    census::{Census, Traits},
    conditions::{Conditions, last_day_due},
    marks::Marks,
    words::Words,
};
use crate::{Library, LibraryError};

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
    /// Whose rights have ended, or end soon.
    pub due: u64,
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

impl Library {
    /// Counts a brand's assets, on a day (ISO 8601). `recent` is the moment after which an asset is, in milliseconds
    /// since 1970.
    pub fn facets(&self, brand: BrandId, query: &AssetQuery, today: &str, recent: i64) -> Result<Facets, LibraryError> {
        let census = self.census(brand)?;
        let gathered = self.assets().gathered_by(brand, query)?;
        let mut facets = whole(&census);
        let mut shown = Marks::default();
        let last_day_due = last_day_due(today);
        let of_wall = |traits: &&Traits| {
            traits.trashed == query.trashed && gathered.as_ref().is_none_or(|gathered| gathered.has(traits.number))
        };
        for traits in census.assets.iter().filter(of_wall) {
            let seen = Seen { traits, standing: traits.standing_on(today), due: traits.is_due(&last_day_due) };
            facets.count(seen, query, recent);
            if passes(query, seen, None) {
                shown.set(traits.number);
            }
        }
        facets.tags = tags(&census, &shown);
        Ok(facets)
    }
}

impl Assets<'_> {
    /// The assets that the query finds by words, subjects and collections; nothing when it asks for none of these.
    fn gathered_by(&self, brand: BrandId, query: &AssetQuery) -> Result<Option<Marks>, LibraryError> {
        let words = Words::of(&query.text).map(|words| words.understood(self.0)).transpose()?;
        let AssetQuery { tags, any_tags, without_tags, collection, .. } = query;
        let by_tags = [tags, any_tags, without_tags].iter().any(|tags| !tags.is_empty());
        if words.is_none() && !by_tags && collection.is_none() {
            return Ok(None);
        }
        let conditions = Conditions::gathered(brand, query, words.as_ref());
        let (number, from, clause) = (conditions.number(), conditions.counted_from(), conditions.clause());
        let sql = format!("SELECT {number} FROM {from} WHERE {clause}");
        let mut marks = Marks::default();
        self.0.each(&sql, params_from_iter(&conditions.values), |row| row.get(0).map(|number| marks.set(number)))?;
        Ok(Some(marks))
    }
}

fn whole(census: &Census) -> Facets {
    let kept = census.assets.iter().filter(|traits| !traits.trashed);
    let (all, bytes) = kept.fold((0, 0), |(all, bytes), traits| (all + 1, bytes + traits.bytes));
    Facets { all, bytes, trashed: census.assets.len() as u64 - all, ..Facets::default() }
}

fn tags(census: &Census, shown: &Marks) -> Vec<TagCount> {
    let counted = census.tags.iter().map(|(tag, assets)| {
        let count = assets.iter().filter(|number| shown.has(**number)).count();
        TagCount { tag: tag.clone(), count: count as u64 }
    });
    let mut tags: Vec<TagCount> = counted.filter(|tag| tag.count > 0).collect();
    tags.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.tag.cmp(&b.tag)));
    tags.truncate(TAGS);
    tags
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
    Due,
    Since,
}

/// An asset on the day it is counted.
#[derive(Clone, Copy)]
struct Seen<'a> {
    traits: &'a Traits,
    standing: Standing,
    due: bool,
}

/// Whether it is all that is asked, but for one facet.
fn passes(query: &AssetQuery, Seen { traits: of, standing, due }: Seen<'_>, except: Option<Facet>) -> bool {
    let asks = |facet, passes: bool| except == Some(facet) || passes;
    let AssetQuery { kinds, frames, standings, tones, picked, used, imported_since, .. } = query;
    asks(Facet::Kind, kinds.is_empty() || kinds.contains(&of.kind))
        && asks(Facet::Frame, frames.is_empty() || frames.contains(&of.frame))
        && asks(Facet::Standing, standings.is_empty() || standings.contains(&standing))
        && asks(Facet::Tone, tones.is_empty() || tones.iter().any(|tone| of.tones & tone.bit() != 0))
        && asks(Facet::Picked, picked.is_none_or(|picked| picked == of.picked))
        && asks(Facet::Used, used.is_none_or(|used| used == of.used))
        && asks(Facet::Due, !query.due || due)
        && asks(Facet::Since, imported_since.is_none_or(|since| of.created >= since))
}

impl Facets {
    fn count(&mut self, seen: Seen<'_>, query: &AssetQuery, recent: i64) {
        let of = seen.traits;
        let passes = |facet| passes(query, seen, Some(facet));
        if passes(Facet::Kind) {
            *self.kinds.entry(of.kind).or_default() += 1;
        }
        if passes(Facet::Frame) {
            *self.frames.entry(of.frame).or_default() += 1;
        }
        if passes(Facet::Standing) {
            *self.standings.entry(seen.standing).or_default() += 1;
        }
        if passes(Facet::Tone) {
            let tones = Tone::ALL.iter().filter(|tone| of.tones & tone.bit() != 0);
            tones.for_each(|tone| *self.tones.entry(*tone).or_default() += 1);
        }
        self.picked += u64::from(of.picked && passes(Facet::Picked));
        self.unused += u64::from(!of.used && passes(Facet::Used));
        self.due += u64::from(seen.due && passes(Facet::Due));
        self.recent += u64::from(of.created >= recent && passes(Facet::Since));
    }
}
