//! What the law or a contract asks to be said.

use planche_model::{charter::Rule, editorial::Mention};

use crate::{
    remark::Draft,
    text::{Text, Word},
    vocabulary::{Language, Phrases},
};

/// The mentions of a charter, and what calls for each.
#[derive(Debug)]
pub struct Mentions(Vec<Called>);

#[derive(Debug)]
struct Called {
    mention: String,
    /// The mention's words, folded.
    said: Vec<String>,
    by: Phrases,
}

impl Mentions {
    pub fn new(mentions: &[Mention], language: Language) -> Self {
        let called = |mention: &Mention| Called {
            mention: mention.text.clone(),
            said: words(&Text::new(&mention.text)),
            by: Phrases::inflected(&mention.when, language),
        };
        Self(mentions.iter().map(called).collect())
    }

    /// One remark a mention, where the first word is that calls for it.
    pub fn check(&self, text: &Text<'_>) -> Vec<Draft> {
        let missing = self.0.iter().filter(|called| !called.is_said(text));
        missing.filter_map(|called| called.calls(text)).collect()
    }

    /// The places of those that texts call for and none of them makes.
    pub fn missing(&self, texts: &[Text<'_>]) -> Vec<usize> {
        let is_missing = |called: &Called| {
            texts.iter().any(|text| called.calls(text).is_some()) && !texts.iter().any(|text| called.is_said(text))
        };
        self.0.iter().enumerate().filter(|(_, called)| is_missing(called)).map(|(index, _)| index).collect()
    }
}

impl Called {
    fn is_said(&self, text: &Text<'_>) -> bool {
        if self.said.is_empty() {
            return true;
        }
        let mut windows = text.words.windows(self.said.len());
        windows.any(|window| window.iter().map(|word| &word.folded).eq(&self.said))
    }

    fn calls(&self, text: &Text<'_>) -> Option<Draft> {
        let found = self.by.find(text).into_iter().next()?;
        let range = text.range(found.words);
        Some(
            Draft::new(Rule::MentionMissing, range.clone())
                .with("mention", &self.mention)
                .with("word", text.slice(range)),
        )
    }
}

fn words(text: &Text<'_>) -> Vec<String> {
    text.words.iter().map(|word: &Word| word.folded.clone()).collect()
}
