//! Words that everybody uses, as opposed to names and acronyms.

use std::{collections::HashSet, sync::LazyLock};

use crate::{
    fold::fold,
    verbs::{self, words},
};

/// Words that hold others together; no acronym and no name is one of them.
pub const TOOLS: [&str; 58] = [
    "a", "à", "au", "aux", "avec", "ce", "ces", "cet", "cette", "chez", "d", "dans", "de", "des", "dès", "du", "en",
    "es", "est", "et", "il", "elle", "l", "la", "le", "les", "leur", "leurs", "ma", "mais", "mes", "mon", "ne", "nos",
    "notre", "nous", "on", "ont", "ou", "où", "par", "pas", "plus", "pour", "qu", "que", "qui", "sa", "sans", "se",
    "ses", "son", "sont", "sous", "sur", "ta", "tes", "ton",
];
const MORE_TOOLS: [&str; 11] = ["toi", "tu", "un", "une", "vers", "vos", "votre", "vous", "y", "soi", "moi"];

/// Names among the words of the list.
const PROPER: [&str; 33] = [
    "noël",
    "pâques",
    "toussaint",
    "halloween",
    "france",
    "bretagne",
    "paris",
    "europe",
    "nantes",
    "rennes",
    "lyon",
    "marseille",
    "bordeaux",
    "toulouse",
    "lille",
    "strasbourg",
    "nice",
    "brest",
    "quimper",
    "vannes",
    "lorient",
    "grasse",
    "provence",
    "savoie",
    "alsace",
    "corse",
    "normandie",
    "loire",
    "instagram",
    "italie",
    "alpes",
    "dieu",
    "internet",
];

/// Whether a word holds others together.
pub fn is_tool(lower: &str) -> bool {
    TOOLS.contains(&lower) || MORE_TOOLS.contains(&lower)
}

/// Whether a folded word is one of those, in any number and gender, or a form of a verb.
pub fn is_common(folded: &str) -> bool {
    let stems = ["", "s", "x", "e", "es", "ne", "nes", "le", "les"].into_iter();
    stems.filter_map(|ending| folded.strip_suffix(ending)).any(|stem| COMMON.contains(stem)) || VERBS.contains(folded)
}

/// Whether a word in small letters has a capital wherever it stands.
pub fn is_proper(lower: &str) -> bool {
    PROPER.contains(&lower)
}

static COMMON: LazyLock<HashSet<String>> =
    LazyLock::new(|| words(include_str!("words.txt")).chain(TOOLS).chain(MORE_TOOLS).map(fold).collect());

static VERBS: LazyLock<HashSet<String>> = LazyLock::new(|| verbs::everyday().map(|form| fold(&form)).collect());
