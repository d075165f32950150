//! Words that a brand does not use, in any inflection.

mod atom;
mod fix;
mod homograph;
mod inflect;
mod phrase;
mod phrases;

use planche_model::{charter::Rule, editorial::Term};

pub use phrases::Phrases;

use crate::{
    inclusive::shortened,
    remark::Draft,
    text::{Quote, Text},
};
use phrases::Found;

/// Whose inflections a phrase has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    French,
    /// One that is not known here: words have a plural.
    Other,
}

/// The vocabulary of a charter, with its inflections.
#[derive(Debug)]
pub struct Vocabulary {
    terms: Vec<Term>,
    phrases: Phrases,
}

impl Vocabulary {
    pub fn new(terms: &[Term], language: Language) -> Self {
        let avoided: Vec<&str> = terms.iter().map(|term| term.avoid.as_str()).collect();
        Self { terms: terms.to_vec(), phrases: Phrases::inflected(&avoided, language) }
    }

    /// A remark for each word that is not used.
    pub fn check(&self, text: &Text<'_>) -> Vec<Draft> {
        let found = self.phrases.find(text).into_iter();
        found
            .filter(|found| !is_said_by_another(text, found) && !homograph::is_other(text, found))
            .map(|found| self.draft(text, &found))
            .collect()
    }

    fn draft(&self, text: &Text<'_>, found: &Found<'_>) -> Draft {
        let term = &self.terms[found.phrase];
        let rule = if term.say.is_empty() { Rule::BannedWord } else { Rule::PreferredWord };
        let (range, fix) = match shortened::end(text, found.words.end - 1) {
            Some(end) => (text.range(found.words.clone()).start..end, None),
            None => fix::replace(text, found, &term.say),
        };
        let draft = Draft::new(rule, range).with("avoid", &term.avoid).fixed(fix);
        let draft = if term.say.is_empty() { draft } else { draft.with("say", &term.say) };
        if term.reason.is_empty() { draft } else { draft.with("reason", &term.reason) }
    }
}

/// What somebody said is quoted as it was said.
fn is_said_by_another(text: &Text<'_>, found: &Found<'_>) -> bool {
    text.words[found.words.start].quote == Quote::Speech
}
