//! One word of a phrase, in every form it may take.

use std::collections::HashMap;

use super::inflect;
use crate::{fold::fold, verbs};

/// One word of a phrase.
#[derive(Debug)]
pub struct Atom {
    /// As the charter has it, in small letters.
    pub word: String,
    pub nature: Nature,
    /// By what they fold to: the forms' places, and the forms.
    forms: HashMap<String, Vec<(usize, String)>>,
}

/// What a word of a phrase is, as far as inflection is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    Verb,
    Noun,
    /// It stays as it is, but for elisions and contractions.
    Tool,
    /// It stays as it is, whatever stands before it.
    Literal,
    /// `me`, `te`, `se` or what has the place of them.
    Reflexive,
    /// The pronoun that an imperative takes along: `-toi`, `-vous`.
    Clitic,
}

/// Words that do not inflect, with what they become before others.
const TOOLS: [(&str, &[&str]); 40] = [
    ("de", &["d", "du", "des"]),
    ("d", &["de", "du", "des"]),
    ("du", &["de", "d", "des"]),
    ("des", &["de", "d", "du"]),
    ("à", &["au", "aux"]),
    ("au", &["à", "aux"]),
    ("aux", &["à", "au"]),
    ("le", &["l", "la", "les"]),
    ("la", &["l", "le", "les"]),
    ("l", &["le", "la", "les"]),
    ("les", &["l", "le", "la"]),
    ("ne", &["n"]),
    ("n", &["ne"]),
    ("que", &["qu"]),
    ("qu", &["que"]),
    ("un", &["une"]),
    ("une", &["un"]),
    ("s", &["se"]),
    ("se", &["s"]),
    ("c", &["ce"]),
    ("pas", &[]),
    ("plus", &[]),
    ("et", &[]),
    ("ou", &[]),
    ("où", &[]),
    ("par", &[]),
    ("pour", &[]),
    ("en", &[]),
    ("dans", &[]),
    ("sur", &[]),
    ("sous", &[]),
    ("avec", &[]),
    ("sans", &[]),
    ("chez", &[]),
    ("qui", &[]),
    ("très", &[]),
    ("zéro", &[]),
    ("ores", &[]),
    ("déjà", &[]),
    ("y", &[]),
];

impl Atom {
    pub fn tool(word: &str) -> Option<Self> {
        let (_, variants) = TOOLS.iter().find(|(tool, _)| *tool == word)?;
        let forms = [word].into_iter().chain(variants.iter().copied()).map(|form| (0, form.to_owned()));
        Some(Self::new(word, Nature::Tool, forms))
    }

    pub fn literal(word: &str) -> Self {
        Self::new(word, Nature::Literal, [(0, word.to_owned())])
    }

    pub fn verb(infinitive: &str) -> Self {
        let forms = verbs::conjugate(infinitive).into_iter().enumerate();
        let forms = forms.flat_map(|(place, form)| {
            let other = form.contains("aye").then(|| (place, form.replace("aye", "aie")));
            [(place, form)].into_iter().chain(other)
        });
        Self::new(infinitive, Nature::Verb, forms)
    }

    pub fn noun(word: &str) -> Self {
        let forms = inflect::inflect(word).into_iter().enumerate().chain(inflect::variants(word));
        Self::new(word, Nature::Noun, forms)
    }

    pub fn reflexive() -> Self {
        let forms = ["se", "me", "m", "te", "t", "s", "nous", "vous"].map(|form| (0, form.to_owned()));
        Self::new("se", Nature::Reflexive, forms)
    }

    pub fn clitic() -> Self {
        let forms = ["toi", "vous", "nous"].map(|form| (0, form.to_owned()));
        Self::new("se", Nature::Clitic, forms)
    }

    fn new(word: &str, nature: Nature, forms: impl IntoIterator<Item = (usize, String)>) -> Self {
        let mut by_fold: HashMap<String, Vec<(usize, String)>> = HashMap::new();
        for (place, form) in forms {
            by_fold.entry(fold(&form)).or_default().push((place, form));
        }
        Self { word: word.to_owned(), nature, forms: by_fold }
    }

    /// The same word with others before it, in one: `antirides` for `anti-rides`.
    pub fn prefixed(self, prefix: &str) -> Self {
        let join = |form: &str| format!("{prefix}{form}");
        let forms = self.forms.into_values().flatten().map(|(place, form)| (place, join(&form)));
        Self::new(&join(&self.word), self.nature, forms)
    }

    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.forms.keys().map(String::as_str)
    }

    /// The place of the form that a word in capitals is: they often have no accents.
    pub fn place_in_capitals(&self, folded: &str) -> Option<usize> {
        Some(self.forms.get(folded)?.first()?.0)
    }

    /// The place of the form that a word is: written alike, or but for accents.
    pub fn place(&self, lower: &str, folded: &str) -> Option<usize> {
        let forms = self.forms.get(folded)?;
        let alike = forms.iter().find(|(_, form)| form == lower);
        let near = || forms.iter().find(|(_, form)| !is_other_word(lower, form));
        Some(alike.or_else(near)?.0)
    }
}

/// Whether two words that fold alike differ in a last `é`: `passionne` is no form of `passionné`.
fn is_other_word(lower: &str, form: &str) -> bool {
    let accent = |word: &str| word.trim_end_matches('s').ends_with('é');
    let mute = |word: &str| word.trim_end_matches('s').ends_with('e');
    accent(lower) && mute(form) || mute(lower) && accent(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_known_without_its_accents() {
        let check = |atom: &Atom, word: &str, expected: bool| {
            assert_eq!(atom.place(word, &fold(word)).is_some(), expected, "{word}");
        };
        let adjective = Atom::noun("passionné");
        check(&adjective, "passionnées", true);
        check(&adjective, "passionnee", true);
        check(&adjective, "passionne", false);
        let verb = Atom::verb("craquer");
        check(&verb, "craqué", true);
        check(&verb, "craques", true);
        check(&Atom::verb("payer"), "paie", true);
        check(&Atom::tool("de").unwrap(), "du", true);
    }
}
