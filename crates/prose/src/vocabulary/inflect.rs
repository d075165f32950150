//! Nouns and adjectives: their plural and their feminine.

/// The place of each form among those of a noun.
pub const PLURAL: usize = 1;
pub const FEMININE: usize = 2;

/// Nouns in `-it` that no feminine belongs to: `produite` is a verb's.
const WITHOUT_FEMININE: [&str; 6] = ["produit", "fruit", "circuit", "bruit", "biscuit", "profit"];

/// A noun or an adjective as a dictionary has it, and its forms: plural, feminine, feminine plural. Those that a word
/// has no use for do no harm.
pub fn inflect(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned(), plural(word)];
    if !WITHOUT_FEMININE.contains(&word) {
        let feminine = feminine(word);
        let feminines = plural(&feminine);
        forms.extend([feminine, feminines]);
    }
    forms
}

/// Other spellings of the same forms, each with its place.
pub fn variants(word: &str) -> Vec<(usize, String)> {
    let replaced = |ending: &str, by: &str| word.strip_suffix(ending).map(|stem| format!("{stem}{by}"));
    let feminine = |form: Option<String>| {
        form.into_iter().flat_map(|form| [(FEMININE + 1, plural(&form)), (FEMININE, form)]).collect::<Vec<_>>()
    };
    let mut variants: Vec<(usize, String)> = feminine(replaced("teur", "trice"));
    variants.extend(feminine(replaced("eur", "eure")));
    variants.extend(feminine(replaced("et", "ète")));
    variants.extend(feminine(replaced("s", "sse")));
    if word.ends_with("ch") || word.ends_with("sh") || word.ends_with('s') {
        variants.push((PLURAL, format!("{word}es")));
    }
    const BEFORE_VOWELS: [(&str, &str); 3] = [("nouvel", "nouveau"), ("bel", "beau"), ("vieil", "vieux")];
    for (one, other) in BEFORE_VOWELS.into_iter().filter(|(one, other)| [*one, *other].contains(&word)) {
        variants.extend([(0, one.to_owned()), (0, other.to_owned()), (PLURAL, plural(other))]);
        variants.extend(feminine(Some(format!("{one}le"))));
    }
    if let Some(singular) = word.strip_suffix('s').filter(|stem| stem.len() > 3) {
        variants.push((0, singular.to_owned()));
    }
    variants
}

/// The plural of a word.
pub fn plural(word: &str) -> String {
    let replaced = |ending: &str, by: &str| word.strip_suffix(ending).map(|stem| format!("{stem}{by}"));
    if word.ends_with(['s', 'x', 'z']) {
        return word.to_owned();
    }
    if word.ends_with("eau") || word.ends_with("au") || word.ends_with("eu") {
        return format!("{word}x");
    }
    let is_regular = ["festival", "bal", "carnaval", "régal", "récital", "banal", "final", "natal"].contains(&word);
    replaced("al", "aux").filter(|_| !is_regular).unwrap_or_else(|| format!("{word}s"))
}

/// The feminine of a word, as most of its like have it.
fn feminine(word: &str) -> String {
    const ENDINGS: [(&str, &str); 16] = [
        ("e", "e"),
        ("eux", "euse"),
        ("eur", "euse"),
        ("if", "ive"),
        ("er", "ère"),
        ("el", "elle"),
        ("eil", "eille"),
        ("en", "enne"),
        ("on", "onne"),
        ("et", "ette"),
        ("eau", "elle"),
        ("anc", "anche"),
        ("ec", "èche"),
        ("ic", "ique"),
        ("oux", "ouse"),
        ("f", "ve"),
    ];
    let found = ENDINGS.iter().find_map(|(ending, by)| Some(format!("{}{by}", word.strip_suffix(ending)?)));
    found.unwrap_or_else(|| format!("{word}e"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_and_adjectives_inflect() {
        let check = |word: &str, expected: &[&str]| assert_eq!(inflect(word), expected);
        check("produit", &["produit", "produits"]);
        check("artisanal", &["artisanal", "artisanaux", "artisanale", "artisanales"]);
        check("passionné", &["passionné", "passionnés", "passionnée", "passionnées"]);
        check("festif", &["festif", "festifs", "festive", "festives"]);
        check("crémeux", &["crémeux", "crémeux", "crémeuse", "crémeuses"]);
        check("nouvel", &["nouvel", "nouvels", "nouvelle", "nouvelles"]);
        check("incontournable", &["incontournable", "incontournables", "incontournable", "incontournables"]);
    }
}
