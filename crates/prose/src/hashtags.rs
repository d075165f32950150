//! How many hashtags, which, and whether their words can be told apart.

mod camel;

use std::collections::{HashMap, HashSet};

use planche_model::{Charter, charter::Rule, editorial::HashtagSet};

use crate::{
    emoji::surplus,
    fold::fold,
    remark::Draft,
    text::Text,
    token::{Kind, Token},
};
use camel::Camel;

/// The hashtags of a charter.
#[derive(Debug)]
pub struct Tags {
    never: HashSet<String>,
    /// Those of the sets as they are written, by what they fold to.
    known: HashMap<String, String>,
    is_closed: bool,
    camel: Option<Camel>,
}

impl Tags {
    pub fn new(charter: &Charter) -> Self {
        let asked = &charter.editorial.hashtags;
        let tags = asked.sets.iter().flat_map(|set: &HashtagSet| &set.tags);
        Self {
            never: asked.never.iter().map(|tag| fold(name(tag))).collect(),
            known: tags.map(|tag| (fold(name(tag)), name(tag).to_owned())).collect(),
            is_closed: asked.closed,
            camel: asked.camel.then(|| Camel::new(charter)),
        }
    }

    pub fn check(&self, text: &Text<'_>, most: Option<u32>) -> Vec<Draft> {
        let tokens: Vec<&Token> = text.tokens.iter().filter(|token| token.kind == Kind::Hashtag).collect();
        let ranges: Vec<_> = tokens.iter().map(|token| token.range.clone()).collect();
        let mut drafts: Vec<Draft> = surplus(Rule::HashtagCount, &ranges, most).into_iter().collect();
        let words = camel::said(text);
        for token in tokens {
            let written = text.slice(token.range.clone());
            drafts.extend(self.strange(written, token));
            drafts.extend(self.unreadable(&words, written, token));
        }
        drafts
    }

    fn strange(&self, written: &str, token: &Token) -> Option<Draft> {
        let folded = fold(name(written));
        let is_strange = self.never.contains(&folded) || self.is_closed && !self.known.contains_key(&folded);
        is_strange.then(|| Draft::new(Rule::HashtagUnknown, token.range.clone()).with("hashtag", written))
    }

    fn unreadable(&self, words: &HashSet<&str>, written: &str, token: &Token) -> Option<Draft> {
        let camel = self.camel.as_ref()?;
        let better = camel.better(name(written), &self.known, words)?;
        let draft = Draft::new(Rule::HashtagCase, token.range.clone()).with("hashtag", written);
        Some(draft.fixed(Some(format!("#{better}"))))
    }
}

fn name(tag: &str) -> &str {
    tag.trim_start_matches(['#', '＃']).trim()
}
