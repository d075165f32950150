//! What to say in the place of a word, in the same number and person where that is simple.

use std::ops::Range;

use super::{
    atom::{Atom, Nature},
    inflect::{FEMININE, PLURAL, inflect},
    phrases::Found,
};
use crate::{
    fold::{capitalised_like, fold},
    text::{Gap, Text},
    verbs,
};

/// Words that hold a phrase's nouns apart: what follows them does not agree.
const LINKS: [&str; 14] =
    ["de", "du", "des", "d", "à", "au", "aux", "en", "pour", "avec", "sans", "sur", "sous", "par"];

/// What a participle follows.
const HELPING: [&str; 14] =
    ["a", "ai", "as", "avons", "avez", "ont", "avait", "avaient", "est", "sont", "été", "êtes", "sommes", "être"];

/// Where what was found is, with the apostrophe that goes with it, and what to put there.
pub fn replace(text: &Text<'_>, found: &Found<'_>, say: &str) -> (Range<usize>, Option<String>) {
    let range = text.range(found.words.clone());
    if say.is_empty() {
        return (range, None);
    }
    let written = text.slice(range.clone());
    let agreed = agree(text, found, say).filter(|fix| !clashes(text, found, fix));
    let (range, fix) = match agreed {
        Some(fix) => contract(text, found, range, &fix),
        None => return (range, None),
    };
    let fix = capitalised_like(&fix, written);
    (range, Some(fix))
}

fn agree(text: &Text<'_>, found: &Found<'_>, say: &str) -> Option<String> {
    let head = found.pattern.iter().find(|atom| matches!(atom.nature, Nature::Verb | Nature::Noun));
    match head.map(|atom| atom.nature) {
        Some(Nature::Verb) => verb(text, found, say),
        Some(_) if found.form % 2 == PLURAL => Some(pluralised(say, found.form > FEMININE)),
        Some(_) if found.form == FEMININE => Some(feminine(found, say)),
        _ => Some(say.to_owned()),
    }
}

/// The first word of what is said in the form that was found, when both are verbs.
fn verb(text: &Text<'_>, found: &Found<'_>, say: &str) -> Option<String> {
    let (first, rest) = say.split_once(' ').map_or((say, ""), |(first, rest)| (first, rest));
    let is_reflexive = found.pattern.iter().any(|atom| matches!(atom.nature, Nature::Reflexive | Nature::Clitic));
    if is_reflexive {
        return None;
    }
    if !verbs::is_infinitive(first) {
        return (found.form == verbs::INFINITIVE).then(|| say.to_owned());
    }
    let form = verbs::conjugate(first).into_iter().nth(form(text, found))?;
    Some(if rest.is_empty() { form } else { format!("{form} {rest}") })
}

/// The place of the form that a verb is in, where it is written as another: `il booste` is no `je booste`.
fn form(text: &Text<'_>, found: &Found<'_>) -> usize {
    let (word, verb) = (&text.words[found.words.start], &found.pattern[0].word);
    let Some(before) = text.word(found.words.start, -1).filter(|_| word.follows()) else { return found.form };
    let forms = verbs::conjugate(verb);
    let is = |place: usize| forms.get(place) == Some(&word.lower);
    match found.form {
        _ if is(verbs::PARTICIPLE) && before.is(&HELPING) => verbs::PARTICIPLE,
        verbs::FIRST if is(verbs::THIRD) && !before.is(&["je", "j"]) => verbs::THIRD,
        form => form,
    }
}

/// The words up to the first preposition in the plural.
fn pluralised(say: &str, is_feminine: bool) -> String {
    let mut is_apart = false;
    let words = say.split(' ').map(|word| {
        is_apart |= LINKS.contains(&word);
        let form = if is_feminine && !say.contains(' ') { FEMININE + 1 } else { PLURAL };
        match (is_apart, word.strip_suffix("·e")) {
            (true, _) => word.to_owned(),
            (false, Some(_)) => format!("{word}s"),
            (false, None) => inflect(word).into_iter().nth(form).unwrap_or_else(|| word.to_owned()),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// One adjective or noun in the feminine, when the one found was.
fn feminine(found: &Found<'_>, say: &str) -> String {
    let is_simple = found.pattern.len() == 1 && !say.contains([' ', '·']);
    inflect(say).into_iter().nth(FEMININE).filter(|_| is_simple).unwrap_or_else(|| say.to_owned())
}

/// Whether the word before would have to be elided, or not to be any more.
fn clashes(text: &Text<'_>, found: &Found<'_>, fix: &str) -> bool {
    let begins_with_vowel = fold(fix).starts_with(['a', 'e', 'i', 'o', 'u', 'h', 'y']);
    let first = &text.words[found.words.start];
    match (first.gap, text.word(found.words.start, -1)) {
        (Gap::Apostrophe, _) => !begins_with_vowel,
        (Gap::Space, Some(before)) => {
            begins_with_vowel && before.is(&["le", "la", "de", "que", "ne", "se", "je", "ce", "ma", "ta", "sa"])
        }
        _ => false,
    }
}

/// `dans le cadre du` as `pour le`: the article that a phrase's last word took in comes out again.
fn contract(text: &Text<'_>, found: &Found<'_>, range: Range<usize>, fix: &str) -> (Range<usize>, String) {
    let last = &text.words[found.words.end - 1];
    let is_tool = found.pattern.last().is_some_and(|atom: &Atom| ["de", "à"].contains(&atom.word.as_str()));
    let article = match last.lower.as_str() {
        "du" | "au" if is_tool => "le",
        "des" | "aux" if is_tool => "les",
        "d" if is_tool => return (range.start..elision_end(text, found, range.end), format!("{fix} ")),
        _ => return (range, fix.to_owned()),
    };
    let contracted = match (fix.strip_suffix('à'), article) {
        (Some(start), "le") => format!("{start}au"),
        (Some(start), _) => format!("{start}aux"),
        (None, _) => format!("{fix} {article}"),
    };
    (range, contracted)
}

/// After the apostrophe of the last word.
fn elision_end(text: &Text<'_>, found: &Found<'_>, end: usize) -> usize {
    let next = text.words.get(found.words.end).filter(|next| next.gap == Gap::Apostrophe);
    next.map_or(end, |next| next.range.start)
}
