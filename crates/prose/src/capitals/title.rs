//! Title Case: capitals on words that are no names, in a row.

use std::ops::Range;

use super::Names;
use crate::{
    common::{is_common, is_tool},
    text::{Case, Gap, Quote, Text, Word},
};

/// So many words with capitals in a row may be a title.
const LEAST: usize = 3;

/// First names that are words too.
const FIRST_NAMES: [&str; 18] = [
    "marie",
    "pierre",
    "claire",
    "rose",
    "marine",
    "olive",
    "aurore",
    "charlotte",
    "blanche",
    "prune",
    "france",
    "violette",
    "jade",
    "aime",
    "clement",
    "prudence",
    "constance",
    "victoire",
];

/// The words in Title Case, those in a row together.
pub fn find(text: &Text<'_>, names: &Names) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        let end = run_end(text, at);
        if end - at >= LEAST && is_title(text, at..end, names) {
            found.push(at..end);
        }
        at = end.max(at + 1);
    }
    found
}

/// After the last of the words with a capital that begin here.
fn run_end(text: &Text<'_>, start: usize) -> usize {
    let has_capital = |word: &Word| word.case == Case::Initial;
    let mut end = start;
    while let Some(word) = text.words.get(end).filter(|word| end == start || word.follows()) {
        let is_elided = end > start
            && word.case == Case::Small
            && word.folded.len() == 1
            && text.word(end, 1).is_some_and(|next| next.gap == Gap::Apostrophe && has_capital(next));
        if !has_capital(word) && !is_elided {
            break;
        }
        end += 1;
    }
    end
}

/// Whether most of the words that a sentence would not begin with a capital are nobody's name.
fn is_title(text: &Text<'_>, words: Range<usize>, names: &Names) -> bool {
    // The titles of works are between quotation marks, and have their own capitals.
    if text.words[words.start].quote != Quote::None {
        return false;
    }
    let inner = inner(text, words.clone());
    let plain = inner.clone().filter(|at| is_plain(text, *at, &inner, names)).count();
    let tools = text.words[inner.clone()].iter().filter(|word| is_tool(&word.lower) && !is_article(word)).count();
    let starts_with_article = is_article(&text.words[words.start]);
    let least = if starts_with_article && tools == 0 { LEAST } else { 2 };
    plain >= least && plain * 2 > inner.len()
}

/// Whether a word is nobody's name; an article is part of one before another name (`Le Goff`).
fn is_plain(text: &Text<'_>, at: usize, words: &Range<usize>, names: &Names) -> bool {
    let word = &text.words[at];
    let is_name =
        |word: &Word| names.has(word) || !is_common(&word.folded) || FIRST_NAMES.contains(&word.folded.as_str());
    if !is_tool(&word.lower) {
        return !is_name(word);
    }
    let next = text.words.get(at + 1).filter(|_| words.contains(&(at + 1)));
    let is_article = word.is(&["le", "la", "les", "l", "de", "du", "des", "d"]);
    !(is_article && next.is_some_and(is_name))
}

/// Without the word that may have its capital.
fn inner(text: &Text<'_>, words: Range<usize>) -> Range<usize> {
    let may_begin = matches!(text.words[words.start].gap, Gap::Sentence | Gap::Colon);
    if may_begin { words.start + 1..words.end } else { words }
}

fn is_article(word: &Word) -> bool {
    word.is(&["le", "la", "les", "l"])
}
