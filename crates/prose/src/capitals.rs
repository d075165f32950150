//! Capitals where sentences have none: words in full, and Title Case.

mod shouted;
mod title;

use std::{collections::HashSet, ops::Range};

use planche_model::{Charter, charter::Rule};

use crate::{
    common::{is_proper, is_tool},
    fold::capitalised,
    remark::Draft,
    text::{Case, Gap, Text, Word},
};

/// The words of a charter that are names.
#[derive(Debug)]
pub struct Names(HashSet<String>);

impl Names {
    pub fn new(charter: &Charter) -> Self {
        let editorial = &charter.editorial;
        let own = [&charter.name, &charter.tagline, &editorial.signature]
            .into_iter()
            .flat_map(|source| Text::new(source).words);
        let says = editorial.vocabulary.iter().map(|term| &term.say);
        let said = says.chain(editorial.mentions.iter().map(|mention| &mention.text));
        let named = said
            .flat_map(|source| Text::new(source).words)
            .filter(|word| word.gap != Gap::Sentence || word.case == Case::Full);
        let is_name = |word: &Word| word.case != Case::Small && !is_tool(&word.lower);
        Self(own.chain(named).filter(is_name).map(|word| word.folded).collect())
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
        let is_kept = names.has(word) || shouted::is_acronym(word);
        let has_capital = word.gap == Gap::Sentence || is_proper(&word.lower);
        fixed.push_str(&match (is_kept, has_capital) {
            (true, _) => written.to_owned(),
            (false, true) => capitalised(&word.lower),
            (false, false) => word.lower.clone(),
        });
        at = word.range.end;
    }
    fixed
}
