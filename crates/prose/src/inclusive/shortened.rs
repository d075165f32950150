//! Both genders in one word: `client·e·s`, `client.e.s`, `client(e)s`, `client/e`, `client-e-s`.

use std::ops::Range;

use crate::{
    fold::fold,
    text::{Text, Word},
    token::{Kind, Token},
};

/// The sign between the genders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Point,
    Dot,
    Hyphen,
    Bracket,
    Slash,
    /// `étudiantEs`.
    Capital,
}

/// A word in two genders.
#[derive(Debug)]
pub struct Shortened {
    pub range: Range<usize>,
    pub sign: Sign,
    /// The same word with the median point, where that is simple.
    pub pointed: Option<String>,
}

/// What the feminine ends with, after any sign.
const ENDINGS: [&str; 44] = [
    "e", "es", "ne", "nes", "se", "ses", "te", "tes", "ve", "ves", "fe", "le", "les", "lle", "lles", "ere", "eres",
    "iere", "ieres", "rice", "rices", "trice", "trices", "euse", "euses", "eur", "eurs", "enne", "ennes", "onne",
    "onnes", "elle", "elles", "esse", "esses", "sse", "sses", "ice", "ices", "ette", "ettes", "eresse", "aux", "ales",
];
/// Those that are no pronoun either: `donne-le`.
const AFTER_HYPHEN: [&str; 16] = [
    "e", "es", "ne", "nes", "trice", "trices", "euse", "euses", "ere", "eres", "iere", "ieres", "rice", "rices",
    "enne", "ennes",
];

/// The words of a text in two genders at once.
pub fn find(text: &Text<'_>) -> Vec<Shortened> {
    let mut found: Vec<Shortened> = Vec::new();
    for word in &text.words {
        let end = found.last().map_or(0, |last| last.range.end);
        if word.range.start >= end
            && let Some(shortened) = signed(text, word).or_else(|| slashed(text, word)).or_else(|| capital(text, word))
        {
            found.push(shortened);
        }
    }
    found
}

/// Where a word ends that goes on with the ending of the other gender.
pub fn end(text: &Text<'_>, at: usize) -> Option<usize> {
    signed(text, &text.words[at]).map(|shortened| shortened.range.end)
}

/// A word, a sign, the ending of the feminine, perhaps a sign again and the plural.
fn signed(text: &Text<'_>, word: &Word) -> Option<Shortened> {
    let (sign, _) = sign(text, word.token + 1)?;
    let mut at = word.token + 2;
    let mut endings = vec![ending(text, at, sign)?];
    at += 1;
    if sign == Sign::Bracket {
        token(text, at).filter(|token| token.kind == Kind::Sign(')'))?;
        at += 1;
        if let Some(plural) = plain(text, at).filter(|plural| ["s", "x"].contains(plural)) {
            endings.push(plural);
            at += 1;
        }
    } else if let Some(more) = second(text, at, sign) {
        endings.push(more);
        at += 2;
    }
    let is_over = !token(text, at).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Figure));
    let is_word = word.range.len() > 1 || word.lower == "u";
    let pointed = format!("{}·{}", text.written(word), endings.concat());
    (is_over && is_word).then(|| Shortened {
        range: word.range.start..text.tokens[at - 1].range.end,
        sign,
        pointed: Some(pointed),
    })
}

/// The ending after a second sign, of the same kind.
fn second<'t>(text: &Text<'t>, at: usize, first: Sign) -> Option<&'t str> {
    let (sign, _) = sign(text, at)?;
    let more = plain(text, at + 1).filter(|_| sign == first)?;
    let is_ending = ["s", "x"].contains(&more) || ENDINGS.contains(&fold(more).as_str());
    is_ending.then_some(more)
}

fn sign<'t>(text: &'t Text<'_>, at: usize) -> Option<(Sign, &'t Token)> {
    let token = token(text, at)?;
    let Kind::Sign(letter) = token.kind else { return None };
    let sign = match letter {
        '·' | '•' | '‧' | '∙' | '⋅' => Sign::Point,
        '.' => Sign::Dot,
        '-' | '‐' | '‑' => Sign::Hyphen,
        '(' => Sign::Bracket,
        '/' => Sign::Slash,
        _ => return None,
    };
    Some((sign, token))
}

fn ending<'t>(text: &Text<'t>, at: usize, sign: Sign) -> Option<&'t str> {
    let written = plain(text, at)?;
    let folded = fold(written);
    let is_sentence = written.starts_with(char::is_uppercase) && written.chars().skip(1).all(char::is_lowercase);
    let endings = if sign == Sign::Hyphen { &AFTER_HYPHEN[..] } else { &ENDINGS[..] };
    let is_plural = folded == "s" && sign == Sign::Point;
    (!is_sentence && (endings.contains(&folded.as_str()) || is_plural)).then_some(written)
}

fn plain<'t>(text: &Text<'t>, at: usize) -> Option<&'t str> {
    let token = token(text, at).filter(|token| token.kind == Kind::Word)?;
    Some(text.slice(token.range.clone()))
}

fn token<'t>(text: &'t Text<'_>, at: usize) -> Option<&'t Token> {
    text.tokens.get(at)
}

/// `tous/toutes`, `un/une`, `il/elle`.
fn slashed(text: &Text<'_>, word: &Word) -> Option<Shortened> {
    let (sign, _) = sign(text, word.token + 1).filter(|(sign, _)| *sign == Sign::Slash)?;
    let second = plain(text, word.token + 2)?;
    let is_pair = super::pair::are_one_word(&word.folded, &fold(second));
    is_pair.then(|| Shortened { range: word.range.start..text.tokens[word.token + 2].range.end, sign, pointed: None })
}

fn capital(text: &Text<'_>, word: &Word) -> Option<Shortened> {
    let written = text.written(word);
    let (stem, ending) = ["Es", "ES", "E"].iter().find_map(|ending| Some((written.strip_suffix(ending)?, *ending)))?;
    let is_small = stem.len() > 3 && stem.chars().skip(1).all(char::is_lowercase);
    let pointed = Some(format!("{stem}·{}", ending.to_lowercase()));
    is_small.then(|| Shortened { range: word.range.clone(), sign: Sign::Capital, pointed })
}
