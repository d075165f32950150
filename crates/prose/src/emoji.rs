//! How many emoji, and which.

use std::ops::Range;

use planche_model::{charter::Rule, editorial::Emoji};

use crate::{
    remark::Draft,
    text::Text,
    token::{Kind, Token},
};

pub fn check(text: &Text<'_>, asked: &Emoji, most: Option<u32>) -> Vec<Draft> {
    let emoji: Vec<&Token> = text.tokens.iter().filter(|token| token.kind == Kind::Emoji).collect();
    let ranges: Vec<Range<usize>> = emoji.iter().map(|token| token.range.clone()).collect();
    let mut drafts: Vec<Draft> = surplus(Rule::EmojiCount, &ranges, most).into_iter().collect();
    let strange = emoji.iter().filter(|token| is_strange(&text.source[token.range.clone()], asked));
    drafts.extend(strange.map(|token| {
        Draft::new(Rule::EmojiUnknown, token.range.clone()).with("emoji", &text.source[token.range.clone()])
    }));
    drafts
}

/// From the first that is too many to the last.
pub fn surplus(rule: Rule, found: &[Range<usize>], most: Option<u32>) -> Option<Draft> {
    let most = most?;
    let first = found.get(usize::try_from(most).ok()?)?;
    let last = found.last()?;
    Some(Draft::new(rule, first.start..last.end).with("count", found.len()).with("most", most))
}

fn is_strange(emoji: &str, asked: &Emoji) -> bool {
    let named = |list: &[String]| list.iter().any(|listed| is_same(listed, emoji));
    named(&asked.never) || (!asked.only.is_empty() && !named(&asked.only))
}

/// A hand is a hand in any colour of skin, a heart is one with or without its selector.
fn is_same(one: &str, other: &str) -> bool {
    plain(one).eq(plain(other))
}

fn plain(emoji: &str) -> impl Iterator<Item = char> {
    emoji.chars().filter(|letter| !matches!(letter, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}') && !letter.is_whitespace())
}
