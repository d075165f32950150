//! Ways to write for any gender.

mod pair;
pub mod shortened;

use planche_model::{charter::Rule, editorial::Inclusive};

use crate::{remark::Draft, text::Text};
use shortened::Sign;

pub fn check(text: &Text<'_>, asked: Inclusive) -> Vec<Draft> {
    let shortened =
        shortened::find(text).into_iter().filter(|found| asked != Inclusive::Point || found.sign != Sign::Point);
    let mut drafts: Vec<Draft> = shortened
        .map(|found| {
            let fix = (asked == Inclusive::Point).then_some(found.pointed).flatten();
            Draft::new(Rule::Inclusive, found.range.clone()).with("found", text.slice(found.range)).fixed(fix)
        })
        .collect();
    let new_words = if asked == Inclusive::None { pair::new_words(text) } else { Vec::new() };
    drafts.extend(
        new_words.into_iter().map(|range| Draft::new(Rule::Inclusive, range.clone()).with("found", text.slice(range))),
    );
    drafts
}
