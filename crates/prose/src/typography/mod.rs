//! Spaces and punctuation.
//!
//! Sources: Lexique des règles typographiques en usage à l’Imprimerie nationale, for French; what every hand sets for
//! English. Tokens that are no text (addresses, hashtags, times, emoticons) are neighbours and never touched.

mod edit;
mod letters;
mod points;
mod quotes;
mod spaces;

use planche_model::{charter::Rule, editorial::Typography};

use crate::{
    remark::Draft,
    text::Text,
    token::{Token, tokens},
};
use edit::Edit;

/// Sets the spaces and the punctuation of a text. What is set stays as it is, letters never change.
pub fn typeset(text: &str, typography: Typography) -> String {
    let Some(hand) = Hand::of(typography) else { return text.to_owned() };
    edit::apply(text, &edits(text, &tokens(text), hand))
}

/// A remark for each place that is set otherwise, with what to put there.
pub fn check(text: &Text<'_>, typography: Typography) -> Vec<Draft> {
    let Some(hand) = Hand::of(typography) else { return Vec::new() };
    let mut edits = edits(text.source, &text.tokens, hand);
    if hand.is_french() {
        edits.extend(letters::edits(text));
    }
    let draft = |edit: Edit| Draft::new(Rule::Typography, edit.range).with("kind", edit.kind).fixed(Some(edit.put));
    edits.into_iter().map(draft).collect()
}

/// How a hand sets.
#[derive(Clone, Copy, Debug)]
struct Hand {
    /// Before `; ! ?`.
    narrow: &'static str,
    /// Before `:`, inside « », before `%` and `€`.
    wide: &'static str,
}

impl Hand {
    fn of(typography: Typography) -> Option<Self> {
        match typography {
            Typography::Any => None,
            Typography::French => Some(Self { narrow: "\u{202f}", wide: "\u{a0}" }),
            Typography::Wide => Some(Self { narrow: "\u{a0}", wide: "\u{a0}" }),
            Typography::English => Some(Self { narrow: "", wide: "" }),
        }
    }

    fn is_french(self) -> bool {
        !self.wide.is_empty()
    }
}

/// What to change, in order; no two touch the same letters.
fn edits(text: &str, tokens: &[Token], hand: Hand) -> Vec<Edit> {
    let quotes = quotes::roles(tokens);
    let setting = Setting { text, tokens, hand, quotes: &quotes };
    let mut edits: Vec<Edit> = (0..tokens.len()).filter_map(|at| setting.edit(at)).collect();
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

/// A text that is being set.
#[derive(Clone, Copy)]
struct Setting<'t> {
    text: &'t str,
    tokens: &'t [Token],
    hand: Hand,
    quotes: &'t [Option<quotes::Role>],
}

impl Setting<'_> {
    fn edit(&self, at: usize) -> Option<Edit> {
        points::edit(self, at).or_else(|| quotes::edit(self, at)).or_else(|| spaces::edit(self, at))
    }
}
