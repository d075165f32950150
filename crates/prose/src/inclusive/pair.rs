//! Words made for both genders, and words that are one in two genders.

use std::ops::Range;

use crate::text::Text;

/// Words that no dictionary had before they were made for any gender.
const NEW: [&str; 12] = [
    "iel",
    "iels",
    "ielle",
    "ielles",
    "celleux",
    "toustes",
    "ceulles",
    "illes",
    "auteurice",
    "auteurices",
    "copaines",
    "lecteurices",
];
/// Pairs whose words do not begin alike.
const PAIRS: [(&str, &str); 8] = [
    ("il", "elle"),
    ("ils", "elles"),
    ("ceux", "celles"),
    ("homme", "femme"),
    ("eux", "elles"),
    ("tous", "toutes"),
    ("un", "une"),
    ("chacun", "chacune"),
];

/// `iel`, `celleux`, `toustes`.
pub fn new_words(text: &Text<'_>) -> Vec<Range<usize>> {
    let is_new = |folded: &str| NEW.contains(&folded) || folded.ends_with("teurices") || folded.ends_with("teurice");
    text.words.iter().filter(|word| is_new(&word.folded)).map(|word| word.range.clone()).collect()
}

/// Whether two folded words are the masculine and the feminine of one.
pub fn are_one_word(one: &str, other: &str) -> bool {
    let is_listed = |one: &str, other: &str| PAIRS.contains(&(one, other));
    is_listed(one, other) || is_listed(other, one) || is_feminine(one, other) || is_feminine(other, one)
}

fn is_feminine(masculine: &str, feminine: &str) -> bool {
    let plural = |word: &str| word.ends_with(['s', 'x']);
    if masculine.len() < 3 || plural(masculine) != plural(feminine) {
        return false;
    }
    let (stem, other) = (masculine.trim_end_matches(['s', 'x']), feminine.trim_end_matches('s'));
    if other == format!("{stem}e") || other == format!("{stem}{}e", stem.chars().next_back().unwrap_or('e')) {
        return true;
    }
    const ENDINGS: [(&str, &str); 9] = [
        ("eur", "euse"),
        ("teur", "trice"),
        ("er", "ere"),
        ("f", "ve"),
        ("eu", "euse"),
        ("eau", "elle"),
        ("ou", "oute"),
        ("eur", "eresse"),
        ("e", "esse"),
    ];
    ENDINGS.iter().any(|(ending, by)| {
        stem.strip_suffix(ending).is_some_and(|start| start.len() > 1 && other == format!("{start}{by}"))
    })
}
