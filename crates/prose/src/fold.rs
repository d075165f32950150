//! Letters without what people leave out: capitals, accents, ligatures.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word in small letters without accents, `œ` as `oe`.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).fold(
        String::with_capacity(word.len()),
        |mut folded, letter| {
            match letter {
                'œ' => folded.push_str("oe"),
                'æ' => folded.push_str("ae"),
                _ => folded.push(letter),
            }
            folded
        },
    )
}

/// A word in small letters, each accent in one character with its letter.
pub fn lower(word: &str) -> String {
    if word.is_ascii() { word.to_ascii_lowercase() } else { word.nfc().flat_map(char::to_lowercase).collect() }
}

/// A word beginning as another does: with a capital, all in capitals, or as it is.
pub fn capitalised_like(word: &str, model: &str) -> String {
    let mut letters = model.chars().filter(|letter| letter.is_alphabetic());
    let (first, second) = (letters.next(), letters.next());
    match (first.is_some_and(char::is_uppercase), second.is_some_and(char::is_uppercase)) {
        (true, true) => word.to_uppercase(),
        (true, false) => capitalised(word),
        (false, _) => word.to_owned(),
    }
}

/// A word with a capital.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_ligatures_fold() {
        let check = |word: &str, expected: &str| assert_eq!(fold(word), expected);
        check("Éco", "eco");
        check("E\u{301}CO", "eco");
        check("Cœur", "coeur");
        check("garçon", "garcon");
        assert_eq!(lower("E\u{301}TÉ"), "été");
        assert_eq!(capitalised_like("pièce", "Produit"), "Pièce");
        assert_eq!(capitalised_like("pièce", "PRODUIT"), "PIÈCE");
    }
}
