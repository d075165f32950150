//! Words in full capitals that are neither acronyms nor names.

use std::ops::Range;

use super::Names;
use crate::{
    common::{is_common, is_tool},
    text::{Case, Gap, Text, Word},
};

/// Over so many letters, what can be pronounced is a word and no acronym.
const LONG: usize = 5;

/// Acronyms that read as words or are as long.
const ACRONYMS: [&str; 60] = [
    "adem",
    "ademe",
    "afnor",
    "agec",
    "anah",
    "anses",
    "arcep",
    "asso",
    "bafa",
    "biotop",
    "breizh",
    "cadre",
    "cerfa",
    "cesu",
    "cnil",
    "crous",
    "demeter",
    "drees",
    "ehpad",
    "epci",
    "ephad",
    "esat",
    "fnac",
    "francetv",
    "geipi",
    "gmail",
    "hlm",
    "ikea",
    "inpi",
    "inrae",
    "insee",
    "insee",
    "ircam",
    "iso",
    "laser",
    "led",
    "lego",
    "mgen",
    "nasa",
    "ocde",
    "onisep",
    "opca",
    "oups",
    "pacs",
    "parcoursup",
    "pole",
    "ratp",
    "rugby",
    "sacem",
    "siren",
    "siret",
    "smic",
    "sncf",
    "unesco",
    "unicef",
    "urssaf",
    "ursaff",
    "usine",
    "velux",
    "vinci",
];
/// Words that are common and acronyms as well, in capitals: left to people.
const EITHER: [&str; 22] = [
    "ce", "on", "or", "ou", "la", "le", "sa", "se", "pas", "bus", "sud", "nord", "est", "cap", "tu", "ta", "ma", "mer",
    "cave", "ter", "art", "son",
];

/// The words that are shouted, those in a row together.
pub fn find(text: &Text<'_>, names: &Names) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        let end = run_end(text, at);
        if end > at && (at..end).any(|at| is_shouted(text, at, end - at, names)) {
            found.push(trimmed(text, at..end, names));
        }
        at = end.max(at + 1);
    }
    found
}

/// After the last of the words in capitals that begin here.
fn run_end(text: &Text<'_>, start: usize) -> usize {
    let in_run = |at: usize| {
        let word = &text.words[at];
        let is_single = word.case == Case::Initial && word.folded.len() == 1;
        word.case == Case::Full
            || is_single
                && (at > start || text.word(at, 1).is_some_and(|next| next.follows() && next.case == Case::Full))
    };
    let mut end = start;
    while end < text.words.len() && in_run(end) && (end == start || text.words[end].follows()) {
        end += 1;
    }
    end
}

/// Without the acronyms and the names at either end.
fn trimmed(text: &Text<'_>, words: Range<usize>, names: &Names) -> Range<usize> {
    let length = words.len();
    let is_loud = |at: &usize| is_shouted(text, *at, length, names) || is_tool(&text.words[*at].lower);
    let start = words.clone().find(is_loud).unwrap_or(words.start);
    let end = words.clone().rev().find(is_loud).map_or(words.end, |last| last + 1);
    start..end
}

fn is_shouted(text: &Text<'_>, at: usize, run: usize, names: &Names) -> bool {
    let word = &text.words[at];
    let is_name = names.has(word) || is_family_name(text, at) || is_code(text, at);
    if word.case != Case::Full || is_name || is_acronym(word) || word.folded.chars().any(char::is_numeric) {
        return false;
    }
    let is_word = is_common(&word.folded) || is_long(word);
    let is_clear =
        word.folded.len() > 3 || ["oui", "non", "top", "new", "bon", "fin", "pas"].contains(&word.lower.as_str());
    is_word && (is_clear || run > 1 && !is_tool(&word.lower))
}

/// Whether a word in capitals is an acronym or a Roman numeral as far as anybody can tell.
pub fn is_acronym(word: &Word) -> bool {
    let folded = word.folded.as_str();
    let is_roman = folded.chars().all(|letter| "ivxlcdm".contains(letter)) && folded.len() < 6 && folded != "mi";
    is_roman
        || ACRONYMS.contains(&folded)
        || word.case == Case::Full && EITHER.contains(&folded)
        || folded.len() < LONG && !is_common(folded)
}

/// Long enough, with vowels where a word has them.
fn is_long(word: &Word) -> bool {
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let vowels = word.folded.chars().filter(|letter| is_vowel(*letter)).count();
    let mut run = 0;
    let longest = word.folded.chars().map(|letter| {
        run = if is_vowel(letter) { 0 } else { run + 1 };
        run
    });
    word.folded.len() >= LONG && vowels * 4 >= word.folded.len() && longest.max().unwrap_or_default() < 4
}

/// `Jean DUPONT`.
fn is_family_name(text: &Text<'_>, at: usize) -> bool {
    let word = &text.words[at];
    let first_name =
        text.word(at, -1).filter(|before| before.case == Case::Initial && word.follows() && before.folded.len() > 1);
    first_name.is_some_and(|before| !is_common(&before.folded)) && !is_common(&word.folded)
}

/// `avec le code BIENVENUE`.
fn is_code(text: &Text<'_>, at: usize) -> bool {
    text.words[at].gap != Gap::Sentence
        && text.word(at, -1).is_some_and(|before| before.is(&["code", "promo"]) && before.case != Case::Full)
}
