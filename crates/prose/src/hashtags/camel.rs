//! The words of a hashtag that is written in one: `#cuissonaufeu`.

use std::collections::{HashMap, HashSet};

use planche_model::Charter;

use crate::{
    common::{is_common, is_tool},
    fold::{capitalised, fold},
    text::Text,
};

/// Tells the words of a hashtag apart.
#[derive(Debug)]
pub struct Camel {
    /// The charter's own words, folded: its name, its tagline, its signature.
    own: HashSet<String>,
}

/// The shortest piece that is a word by itself, in letters; tools such as `de` may be shorter.
const SHORTEST: usize = 3;
/// What is read of a hashtag, in letters: nobody writes a longer one.
const LONGEST: usize = 60;

impl Camel {
    pub fn new(charter: &Charter) -> Self {
        let editorial = &charter.editorial;
        let sources = [&charter.name, &charter.tagline, &editorial.signature];
        let words = sources.into_iter().flat_map(|source| Text::new(source).words);
        let own = words.map(|word| word.folded).filter(|word| word.len() >= SHORTEST);
        let tags = editorial.hashtags.sets.iter().flat_map(|set| &set.tags).flat_map(|tag| humps(tag));
        Self { own: own.chain(tags.map(|hump| fold(&hump)).filter(|hump| hump.len() >= SHORTEST)).collect() }
    }

    /// How a hashtag of several words is better written; `None` when it is one word, or readable.
    pub fn better(&self, name: &str, known: &HashMap<String, String>, said: &HashSet<&str>) -> Option<String> {
        if name.contains('_')
            || name.chars().count() > LONGEST
            || name.chars().skip(1).any(char::is_uppercase) && !is_loud(name)
        {
            return None;
        }
        if let Some(written) = known.get(&fold(name)).filter(|written| humps(written).len() > 1) {
            return Some(written.clone());
        }
        let pieces = self.split(name, said)?;
        (pieces.len() > 1).then(|| pieces.iter().map(|piece| capitalised(&piece.to_lowercase())).collect())
    }

    /// The fewest words that a name is made of.
    fn split<'n>(&self, name: &'n str, said: &HashSet<&str>) -> Option<Vec<&'n str>> {
        if self.is_word(name, said) {
            return None;
        }
        let mut ends: Vec<usize> = name.char_indices().map(|(at, _)| at).collect();
        ends.push(name.len());
        let mut best: Vec<Option<Vec<&'n str>>> = vec![None; ends.len()];
        best[0] = Some(Vec::new());
        for to in 1..ends.len() {
            let ways = (0..to).filter_map(|from| {
                let piece = &name[ends[from]..ends[to]];
                let before = best[from].as_ref().filter(|_| self.is_word(piece, said))?;
                Some(before.iter().copied().chain([piece]).collect::<Vec<_>>())
            });
            best[to] = ways.min_by_key(Vec::len);
        }
        best.pop()?
    }

    fn is_word(&self, piece: &str, said: &HashSet<&str>) -> bool {
        let folded = fold(piece);
        if folded.len() < SHORTEST {
            return ["de", "du", "la", "le", "en", "au", "et", "l", "d", "un", "ma", "ta", "sa", "a"]
                .contains(&folded.as_str());
        }
        let is_figure = piece.chars().all(char::is_numeric);
        is_figure
            || is_tool(&folded)
            || is_common(&folded)
            || self.own.contains(&folded)
            || said.contains(folded.as_str())
    }
}

/// The words of a text that may be in its hashtags, folded.
pub fn said<'t>(text: &'t Text<'_>) -> HashSet<&'t str> {
    text.words.iter().map(|word| word.folded.as_str()).filter(|folded| folded.len() > SHORTEST).collect()
}

/// Whether every letter is a capital.
fn is_loud(name: &str) -> bool {
    !name.chars().any(char::is_lowercase) && name.chars().count() > 6
}

/// The parts of a name that begin with a capital.
fn humps(name: &str) -> Vec<String> {
    let mut humps: Vec<String> = Vec::new();
    for letter in name.chars() {
        match humps.last_mut() {
            Some(last) if !letter.is_uppercase() => last.push(letter),
            _ => humps.push(letter.to_string()),
        }
    }
    humps
}
