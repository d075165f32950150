//! Finding by words: folded alike in what is kept and in what is asked.

use planche_model::{BrandId, asset::Description};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{LibraryError, database::Database};

/// Words as SQLite is asked for them.
pub(super) struct Words {
    words: Vec<String>,
}

impl Words {
    /// The words of what a person typed; `None` when there are none.
    pub fn of(text: &str) -> Option<Self> {
        let folded = fold(text);
        let words: Vec<String> = folded
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// What FTS5 is asked: each word, or what begins so, in the texts of that brand.
    pub fn expression(&self, brand: BrandId) -> String {
        let words: Vec<String> = self.words.iter().map(|word| format!("\"{word}\"*")).collect();
        format!("brand : \"{}\" AND {{name tags texts}} : ({})", key(brand), words.join(" AND "))
    }

    /// The words, with the nearest known one in place of each that nothing begins with; `None` when all are known, or
    /// when one is like none.
    pub fn corrected(&self, database: &Database) -> Result<Option<Self>, LibraryError> {
        let mut words = Vec::new();
        for word in &self.words {
            match nearest(database, word)? {
                Some(word) => words.push(word),
                None => return Ok(None),
            }
        }
        Ok((words != self.words).then_some(Self { words }))
    }

    /// The words as a person reads them.
    pub fn text(&self) -> String {
        self.words.join(" ")
    }
}

/// Makes the words of an asset findable, in place of those it had.
pub(super) fn keep(
    database: &Database,
    number: i64,
    brand: BrandId,
    description: &Description,
) -> Result<(), LibraryError> {
    let Description { name, alt, notes, rights, tags, .. } = description;
    let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
    let texts = [alt, notes, &rights.credit, &rights.author, &rights.source, &rights.terms].map(String::as_str);
    let sql = "INSERT OR REPLACE INTO asset_words (rowid, brand, name, tags, texts) VALUES (?1, ?2, ?3, ?4, ?5)";
    let row = (number, key(brand), fold(name), fold(&tags.join(" \u{2022} ")), fold(&texts.join(" \u{2022} ")));
    database.execute(sql, row).map(drop)
}

/// One word for a brand.
fn key(brand: BrandId) -> String {
    brand.0.simple().to_string()
}

/// Composed and in lower case, with the ligatures that FTS5 leaves alone as the letters people type.
fn fold(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase().replace('œ', "oe").replace('æ', "ae").replace('ß', "ss")
}

/// Of all known words the one that takes the fewest slips of the fingers: itself when something begins with it.
fn nearest(database: &Database, word: &str) -> Result<Option<String>, LibraryError> {
    let unaccented = fold_accents(word);
    let begun = "SELECT 1 FROM asset_vocabulary WHERE term >= ?1 AND term < ?1 || char(1114111) LIMIT 1";
    if database.row(begun, [&unaccented], |_| Ok(()))?.is_some() {
        return Ok(Some(word.to_owned()));
    }
    let slips = if word.chars().count() < 5 { 1 } else { 2 };
    let lengths = (unaccented.len().saturating_sub(slips), unaccented.len() + slips);
    let alike = "SELECT term, doc FROM asset_vocabulary WHERE length(term) BETWEEN ?1 AND ?2";
    let known: Vec<(String, i64)> = database.rows(alike, lengths, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let near = known.into_iter().filter_map(|(term, count)| {
        let distance = strsim::osa_distance(&term, &unaccented);
        (distance <= slips).then_some((distance, -count, term))
    });
    Ok(near.min().map(|(_, _, term)| term))
}

/// Without the accents that the vocabulary does not have.
fn fold_accents(word: &str) -> String {
    word.nfd().filter(|letter| !is_combining_mark(*letter)).collect()
}

/// Makes the words of an asset found no more.
pub(super) fn forget(database: &Database, number: i64) -> Result<(), LibraryError> {
    database.execute("DELETE FROM asset_words WHERE rowid = ?1", [number]).map(drop)
}
