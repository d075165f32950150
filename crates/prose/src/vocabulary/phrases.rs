//! Where phrases are in a text.

use std::{collections::HashMap, ops::Range};

use super::{
    Language,
    atom::{Atom, Nature},
    phrase::{self, Pattern, may_part},
};
use crate::text::{Case, Gap, Text};

/// Words that may stand between a verb and what belongs to it.
const MOST_BETWEEN: usize = 2;

/// Phrases by the forms of their first words, so that a text is read once for all of them.
#[derive(Debug, Default)]
pub struct Phrases {
    patterns: Vec<(usize, Pattern)>,
    first: HashMap<String, Vec<usize>>,
}

/// A phrase found.
#[derive(Clone, Debug)]
pub struct Found<'p> {
    /// Which phrase, in the order they were given.
    pub phrase: usize,
    /// The words of the text.
    pub words: Range<usize>,
    pub pattern: &'p [Atom],
    /// The place of the form that the first word but a pronoun is.
    pub form: usize,
}

impl Phrases {
    /// Phrases in any inflection.
    pub fn inflected<S: AsRef<str>>(phrases: &[S], language: Language) -> Self {
        let patterns = match language {
            Language::French => phrase::inflected,
            Language::Other => phrase::plural,
        };
        Self::new(phrases.iter().map(|phrase| patterns(phrase.as_ref())))
    }

    /// Phrases as they are, whatever their capitals, accents and signs.
    pub fn literal(phrases: &[String]) -> Self {
        Self::new(phrases.iter().map(|phrase| vec![phrase::literal(phrase)]))
    }

    fn new(phrases: impl Iterator<Item = Vec<Pattern>>) -> Self {
        let mut all = Self::default();
        for (index, patterns) in phrases.enumerate() {
            patterns.into_iter().filter(|pattern| !pattern.is_empty()).for_each(|pattern| all.push(index, pattern));
        }
        all
    }

    fn push(&mut self, phrase: usize, pattern: Pattern) {
        for key in pattern[0].keys() {
            self.first.entry(key.to_owned()).or_default().push(self.patterns.len());
        }
        self.patterns.push((phrase, pattern));
    }

    /// The phrases in a text, in order: the longest where several begin, and none within another.
    pub fn find<'p>(&'p self, text: &Text<'_>) -> Vec<Found<'p>> {
        let mut found: Vec<Found<'p>> = Vec::new();
        let mut at = 0;
        while at < text.words.len() {
            match self.longest(text, at) {
                Some(longest) => {
                    at = longest.words.end;
                    found.push(longest);
                }
                None => at += 1,
            }
        }
        found
    }

    /// Every place where a phrase begins, for phrases that part of them may deny.
    pub fn longest<'p>(&'p self, text: &Text<'_>, at: usize) -> Option<Found<'p>> {
        let key = |folded: &str| self.first.get(folded).map_or(&[][..], Vec::as_slice);
        let joined = joined(text, at);
        let candidates = key(&text.words[at].folded).iter().chain(joined.as_deref().map_or(&[][..], key));
        let matches = candidates.filter_map(|&candidate| {
            let (phrase, pattern) = &self.patterns[candidate];
            let (end, form) = matched(pattern, text, at)?;
            Some(Found { phrase: *phrase, words: at..end, pattern, form })
        });
        matches.max_by_key(|found| found.words.len())
    }
}

/// A word and the next that a hyphen joins to it, as one.
fn joined(text: &Text<'_>, at: usize) -> Option<String> {
    let next = text.words.get(at + 1).filter(|next| next.gap == Gap::Hyphen)?;
    Some(format!("{}{}", text.words[at].folded, next.folded))
}

/// Where a pattern that begins with a word ends, and the form of its head.
fn matched(pattern: &[Atom], text: &Text<'_>, start: usize) -> Option<(usize, usize)> {
    let mut at = start;
    let mut form = None;
    for (index, atom) in pattern.iter().enumerate() {
        if index > 0 {
            at = next(&pattern[index - 1], atom, text, at)?;
        }
        let (place, length) = place(atom, text, at)?;
        if form.is_none() && matches!(atom.nature, Nature::Verb | Nature::Noun) {
            form = Some(place);
        }
        at += length;
    }
    Some((at, form.unwrap_or_default()))
}

/// Where the next word of a pattern is: here, or after a pronoun and an adverb.
fn next(before: &Atom, atom: &Atom, text: &Text<'_>, at: usize) -> Option<usize> {
    let most = if may_part(before) && atom.nature != Nature::Clitic { MOST_BETWEEN } else { 0 };
    for candidate in at..=at + most {
        let word = text.words.get(candidate).filter(|word| word.follows() || atom.nature == Nature::Literal)?;
        let is_clitic = atom.nature == Nature::Clitic;
        if place(atom, text, candidate).is_some() && (!is_clitic || word.gap == Gap::Hyphen) {
            return Some(candidate);
        }
        if !phrase::parts(&word.lower) {
            return None;
        }
    }
    None
}

/// The place of the form that is at a word, and of how many words it is made.
fn place(atom: &Atom, text: &Text<'_>, at: usize) -> Option<(usize, usize)> {
    let word = text.words.get(at)?;
    let in_capitals = || atom.place_in_capitals(&word.folded).filter(|_| word.case == Case::Full);
    if let Some(place) = atom.place(&word.lower, &word.folded).or_else(in_capitals) {
        return Some((place, 1));
    }
    let joined = joined(text, at)?;
    Some((atom.place(&joined, &joined)?, 2))
}
