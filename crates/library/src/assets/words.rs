//! Finding by words: folded alike in what is kept and in what is asked.

use std::collections::BTreeSet;

use planche_model::{BrandId, asset::Description};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{LibraryError, database::Database};

/// Words as SQLite is asked for them.
#[derive(PartialEq)]
pub(super) struct Words(Vec<String>);

impl Words {
    /// The words of what a person typed; `None` when there are none.
    pub fn of(text: &str) -> Option<Self> {
        let words: Vec<String> = split(&fold(text)).map(str::to_owned).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// What FTS5 is asked: each word, or what begins so, in what that brand keeps or has in the trash.
    pub fn expression(&self, brand: BrandId, trashed: bool) -> String {
        let words = self.0.iter().map(|word| format!(" AND \"{word}\"*"));
        format!("\"{}\"{}", scope(brand, trashed), words.collect::<String>())
    }

    /// The words, with the nearest known one in place of each that nothing begins with; `None` when all are known, or
    /// when one is like none.
    pub fn corrected(&self, database: &Database) -> Result<Option<Self>, LibraryError> {
        let nearest = self.0.iter().map(|word| nearest(database, word)).collect::<Result<Option<_>, _>>()?;
        Ok(nearest.map(Self).filter(|words| words != self))
    }

    /// The words, with the nearest known one in place of each that nothing begins with, if there is one.
    pub fn understood(self, database: &Database) -> Result<Self, LibraryError> {
        Ok(self.corrected(database)?.unwrap_or(self))
    }

    /// The words as a person reads them.
    pub fn text(&self) -> String {
        self.0.join(" ")
    }
}

/// Makes the words of an asset findable, in place of those it had.
pub(super) fn keep(
    database: &Database,
    number: i64,
    scope: &str,
    description: &Description,
) -> Result<(), LibraryError> {
    let Description { name, alt, notes, rights, tags, .. } = description;
    let name = fold(name);
    let tags = fold(&tags.iter().map(String::as_str).collect::<Vec<_>>().join(" \u{2022} "));
    let texts = [alt, notes, &rights.credit, &rights.author, &rights.source, &rights.terms].map(String::as_str);
    let texts = fold(&texts.join(" \u{2022} "));
    learn(database, &[&name, &tags, &texts])?;
    let sql = "INSERT OR REPLACE INTO asset_words (rowid, scope, name, tags, texts) VALUES (?1, ?2, ?3, ?4, ?5)";
    database.execute(sql, (number, scope, name, tags, texts)).map(drop)
}

/// Makes the words of an asset found no more.
pub(super) fn forget(database: &Database, number: i64) -> Result<(), LibraryError> {
    database.execute("DELETE FROM asset_words WHERE rowid = ?1", [number]).map(drop)
}

/// One word for what a brand keeps, another for what it has in the trash. They begin with a letter for private use, so
/// that nothing a person types begins them; `asset_words` takes it for one.
pub(super) fn scope(brand: BrandId, trashed: bool) -> String {
    format!("\u{e000}{}{}", if trashed { 't' } else { 'k' }, brand.0.simple())
}

fn learn(database: &Database, texts: &[&str]) -> Result<(), LibraryError> {
    let words: BTreeSet<String> = texts.iter().flat_map(|text| split(text)).map(unaccented).collect();
    let sql = "INSERT OR IGNORE INTO asset_vocabulary (word) VALUES (?1)";
    words.iter().try_for_each(|word| database.execute(sql, [word]).map(drop))
}

/// Composed and in lower case, with the ligatures that FTS5 leaves alone as the letters people type.
fn fold(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase().replace('œ', "oe").replace('æ', "ae").replace('ß', "ss")
}

/// The words, as `asset_words` takes a text apart: vowels that are written as marks belong to theirs.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let belongs = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
    text.split(move |letter| !belongs(letter)).filter(|word| !word.is_empty())
}

/// Of all words there ever were the one that takes the fewest slips of the fingers: itself when one begins with it.
fn nearest(database: &Database, word: &str) -> Result<Option<String>, LibraryError> {
    let typed = unaccented(word);
    let begun = "SELECT 1 FROM asset_vocabulary WHERE word >= ?1 AND word < ?1 || char(1114111) LIMIT 1";
    if database.row(begun, [&typed], |_| Ok(()))?.is_some() {
        return Ok(Some(word.to_owned()));
    }
    let slips = if typed.chars().count() < 5 { 1 } else { 2 };
    let lengths = (typed.chars().count().saturating_sub(slips), typed.chars().count() + slips);
    let alike = "SELECT word FROM asset_vocabulary WHERE length(word) BETWEEN ?1 AND ?2";
    let known: Vec<String> = database.rows(alike, lengths, |row| row.get("word"))?;
    let near = known.into_iter().map(|word| (strsim::osa_distance(&word, &typed), word));
    Ok(near.filter(|(distance, _)| *distance <= slips).min().map(|(_, word)| word))
}

fn unaccented(word: &str) -> String {
    word.nfd().filter(|letter| !is_combining_mark(*letter)).collect()
}
