//! Capitals where sentences have none: words in full, and Title Case.

mod shouted;
mod title;

use std::{collections::HashSet, ops::Range};

use planche_model::{Charter, charter::Rule};

use crate::{
    remark::Draft,
    text::{Case, Text, Word},
};

/// The words of a charter that are names.
#[derive(Debug)]
pub struct Names(HashSet<String>);

impl Names {
    pub fn new(charter: &Charter) -> Self {
        let editorial = &charter.editorial;
        let says = editorial.vocabulary.iter().map(|term| &term.say);
        let mentions = editorial.mentions.iter().map(|mention| &mention.text);
        let sources = [&charter.name, &charter.tagline, &editorial.signature].into_iter().chain(says).chain(mentions);
        let has_capital = |word: &Word| word.case != Case::Small;
        let words = sources.flat_map(|source| Text::new(source).words).filter(has_capital);
        Self(words.map(|word| word.folded).collect())
    }

    fn has(&self, word: &Word) -> bool {
        self.0.contains(&word.folded)
    }
}

pub fn check(text: &Text<'_>, names: &Names) -> Vec<Draft> {
    let shouted = shouted::find(text, names);
    let titles = title::find(text, names);
    let ranges =
        shouted.into_iter().map(|words| (words, "full")).chain(titles.into_iter().map(|words| (words, "title")));
    ranges.map(|(words, kind)| draft(text, words, kind, names)).collect()
}

fn draft(text: &Text<'_>, words: Range<usize>, kind: &str, names: &Names) -> Draft {
    let range = text.range(words.clone());
    let fix = small(text, words, names);
    Draft::new(Rule::Capitals, range).with("kind", kind).fixed(Some(fix))
}

/// The same words as a sentence has them.
fn small(text: &Text<'_>, words: Range<usize>, names: &Names) -> String {
    let start = text.range(words.clone()).start;
    let mut fixed = String::new();
    let mut at = start;
    for word in &text.words[words] {
        let written = text.written(word);
        fixed.push_str(text.slice(at..word.range.start));
        let begins = word.gap == crate::text::Gap::Sentence;
        fixed.push_str(&match (names.has(word) || shouted::is_acronym(word), begins) {
            (true, _) => written.to_owned(),
            (false, true) => crate::fold::capitalised(&word.lower),
            (false, false) => word.lower.clone(),
        });
        at = word.range.end;
    }
    fixed
}
