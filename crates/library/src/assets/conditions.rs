use chrono::{Days, NaiveDate};
use planche_model::{
    BrandId,
    asset::{AssetQuery, Frame, SOON_DAYS, Standing},
};
use rusqlite::types::Value;
use serde::Serialize;
use serde_json::to_value;

use super::words::Words;

/// What may be done with it on the day that `:today` is, as [`super::standing_on`] says it.
const STANDING: &str = "CASE WHEN ends < :today AND standing <> 'withdrawn' THEN 'expired' ELSE standing END";

/// As [`super::census::Traits::is_due`] says it.
const DUE: &str = "standing = 'withdrawn' OR ends <= ?";

/// Assets that a creation shows.
pub(super) const USED: &str = "SELECT nodes.asset FROM nodes JOIN documents ON documents.id = nodes.document
     WHERE nodes.asset IS NOT NULL AND documents.trashed IS NULL";

/// The words first: their numbers come in order, and each is one look into the assets.
pub(super) const WORDS: &str = "asset_words CROSS JOIN assets ON assets.number = asset_words.rowid";

/// What is asked of a row of `assets`, as SQL and what its `?` stand for.
pub(super) struct Conditions {
    /// Where the rows come from.
    pub from: &'static str,
    clauses: Vec<String>,
    pub values: Vec<Value>,
}

impl Conditions {
    /// What a query asks of a brand's assets, on a day (ISO 8601).
    pub fn of(brand: BrandId, query: &AssetQuery, words: Option<&Words>, today: &str) -> Self {
        let mut conditions = Self::gathered(brand, query, words);
        conditions.any("kind", query.kinds.iter().map(name));
        conditions.frames(&query.frames);
        conditions.any(&STANDING.replace(":today", &quoted(today)), query.standings.iter().map(name::<Standing>));
        let tones = query.tones.iter().fold(0, |bits, tone| bits | tone.bit());
        if tones > 0 {
            conditions.push("tones & ? <> 0", [Value::Integer(tones.into())]);
        }
        if let Some(picked) = query.picked {
            conditions.push("picked = ?", [Value::Integer(picked.into())]);
        }
        if query.due {
            conditions.push(&format!("({DUE})"), [last_day_due(today).into()]);
        }
        if let Some(since) = query.imported_since {
            conditions.push("created >= ?", [Value::Integer(since)]);
        }
        if let Some(used) = query.used {
            conditions.push(&format!("id {} IN ({USED})", if used { "" } else { "NOT" }), []);
        }
        conditions
    }

    /// What a query asks but for the facets, which are counted apart.
    pub fn gathered(brand: BrandId, query: &AssetQuery, words: Option<&Words>) -> Self {
        let mut conditions = Self { from: "assets", clauses: Vec::new(), values: Vec::new() };
        match words {
            Some(words) => {
                conditions.from = WORDS;
                conditions.push("asset_words MATCH ?", [words.expression(brand, query.trashed).into()]);
            }
            None => {
                conditions.push("assets.brand = ?", [brand.0.as_bytes().to_vec().into()]);
                conditions.push(if query.trashed { "trashed IS NOT NULL" } else { "trashed IS NULL" }, []);
            }
        }
        query.tags.iter().for_each(|tag| conditions.tagged("IN", brand, std::slice::from_ref(tag)));
        if !query.any_tags.is_empty() {
            conditions.tagged("IN", brand, &query.any_tags);
        }
        if !query.without_tags.is_empty() {
            conditions.tagged("NOT IN", brand, &query.without_tags);
        }
        if let Some(collection) = query.collection {
            let inside = "assets.number IN (SELECT asset FROM asset_collections WHERE collection = ?)";
            conditions.push(inside, [collection.0.as_bytes().to_vec().into()]);
        }
        conditions
    }

    pub fn push(&mut self, clause: &str, values: impl IntoIterator<Item = Value>) {
        self.clauses.push(clause.to_owned());
        self.values.extend(values);
    }

    /// Where the rows come from when they are only counted: words alone do not need the assets.
    pub fn counted_from(&self) -> &'static str {
        if self.from == WORDS && self.clauses.len() == 1 { "asset_words" } else { self.from }
    }

    /// The number of a row, from where it is read first: words come by it already.
    pub fn number(&self) -> &'static str {
        if self.from == WORDS { "asset_words.rowid" } else { "assets.number" }
    }

    /// All of them, as what follows `WHERE`.
    pub fn clause(&self) -> String {
        self.clauses.join(" AND ")
    }

    fn any(&mut self, what: &str, values: impl ExactSizeIterator<Item = String>) {
        if values.len() > 0 {
            let marks = vec!["?"; values.len()].join(", ");
            self.push(&format!("{what} IN ({marks})"), values.map(Value::from));
        }
    }

    fn frames(&mut self, frames: &[Frame]) {
        let clauses: Vec<String> = frames.iter().map(|frame| lies(*frame)).collect();
        if !clauses.is_empty() {
            self.push(&format!("({})", clauses.join(" OR ")), []);
        }
    }

    fn tagged(&mut self, which: &str, brand: BrandId, tags: &[String]) {
        let marks = vec!["?"; tags.len()].join(", ");
        let clause = format!(
            "assets.number {which} (SELECT asset FROM asset_tags JOIN tags ON tags.number = tag
             WHERE tags.brand = ? AND tags.name IN ({marks}))"
        );
        let brand = Value::from(brand.0.as_bytes().to_vec());
        self.push(&clause, std::iter::once(brand).chain(tags.iter().cloned().map(Value::from)));
    }
}

/// The latest last day that is spoken of already, both as ISO 8601.
pub(super) fn last_day_due(today: &str) -> String {
    let soon = today.parse().ok().and_then(|today: NaiveDate| today.checked_add_days(Days::new(SOON_DAYS.into())));
    soon.map_or_else(|| today.to_owned(), |day| day.to_string())
}

/// As [`Frame::of`] says it.
fn lies(frame: Frame) -> String {
    let square = format!("abs(width - height) * {} <= max(width, height)", Frame::SQUARE);
    match frame {
        Frame::Square => format!("({square})"),
        Frame::Horizontal => format!("(width > height AND NOT {square})"),
        Frame::Vertical => format!("(width < height AND NOT {square})"),
    }
}

/// A variant as its column says it.
pub(super) fn name<T: Serialize>(variant: &T) -> String {
    to_value(variant).ok().and_then(|name| name.as_str().map(str::to_owned)).expect("a variant has a name")
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
