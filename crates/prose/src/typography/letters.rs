//! `œ` and the accents of capitals: only a person can say that a letter changes, so these are proposed and never done.

use std::{collections::HashMap, sync::LazyLock};

use super::edit::Edit;
use crate::{
    fold::{capitalised, fold},
    text::{Case, Gap, Text, Word},
    token::Kind,
    verbs::words,
};

/// What `œ` stands in, wherever `oe` is written there.
const LIGATURES: [(&str, &str); 8] = [
    ("oeu", "œu"),
    ("oeil", "œil"),
    ("foet", "fœt"),
    ("oeno", "œno"),
    ("oeso", "œso"),
    ("oedè", "œdè"),
    ("oecu", "œcu"),
    ("oesu", "œsu"),
];

static ACCENTED: LazyLock<HashMap<String, &str>> =
    LazyLock::new(|| words(include_str!("accents.txt")).map(|word| (word.chars().skip(1).collect(), word)).collect());

pub fn edits(text: &Text<'_>) -> Vec<Edit> {
    let edit = |at: usize| ligature(text, &text.words[at]).or_else(|| accent(text, at));
    (0..text.words.len()).filter_map(edit).collect()
}

fn ligature(text: &Text<'_>, word: &Word) -> Option<Edit> {
    if !word.folded.contains("oe") {
        return None;
    }
    let (without, with) = LIGATURES.iter().find(|(without, _)| word.lower.contains(without))?;
    let small = word.lower.replace(without, with);
    let put = match word.case {
        Case::Full => small.to_uppercase(),
        Case::Initial => capitalised(&small),
        Case::Small | Case::Mixed => small,
    };
    Edit::new(text.source, word.range.clone(), put, "ligature")
}

fn accent(text: &Text<'_>, at: usize) -> Option<Edit> {
    let word = &text.words[at];
    let written = text.written(word);
    if word.case != Case::Initial || !written.starts_with(['A', 'C', 'E', 'I', 'O']) {
        return None;
    }
    let rest: String = word.lower.chars().skip(1).collect();
    let accented = ACCENTED.get(&rest).filter(|accented| fold(accented).starts_with(&word.folded[..1]))?;
    let fits = if *accented == "à" { is_preposition(text, at) } else { true };
    fits.then(|| Edit::new(text.source, word.range.clone(), capitalised(accented), "accent")).flatten()
}

/// A capital A that begins a sentence and is not the verb: `A Rennes`, but not `A-t-il` nor `A été`.
fn is_preposition(text: &Text<'_>, at: usize) -> bool {
    let word = &text.words[at];
    let starts = matches!(word.gap, Gap::Sentence | Gap::Colon);
    let goes_on = text.beside(word, 1) == Some(Kind::Space)
        && matches!(text.beside(word, 2), Some(Kind::Word | Kind::Figure | Kind::Mark | Kind::Sign('«' | '"')));
    let next = text.word(at, 1).filter(|next| next.gap == Gap::Space);
    starts && goes_on && !next.is_some_and(|next| next.is(&["été", "eu", "fait", "pu", "dû", "b"]))
}
