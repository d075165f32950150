//! `…` for three dots, `’` for `'`.

use super::{Setting, edit::Edit};
use crate::token::Kind;

pub fn edit(setting: &Setting<'_>, at: usize) -> Option<Edit> {
    match setting.tokens[at].kind {
        Kind::Sign('.') => ellipsis(setting, at),
        Kind::Sign('\'') => apostrophe(setting, at),
        _ => None,
    }
}

/// The first of three dots or more takes them all.
fn ellipsis(setting: &Setting<'_>, at: usize) -> Option<Edit> {
    let is_dot = |at: usize| setting.tokens.get(at).is_some_and(|token| token.kind == Kind::Sign('.'));
    if at > 0 && is_dot(at - 1) {
        return None;
    }
    let count = (at..).take_while(|at| is_dot(*at)).count();
    let range = setting.tokens[at].range.start..setting.tokens[at + count - 1].range.end;
    if count < 3 { None } else { Edit::new(setting.text, range, "…".to_owned(), "ellipsis") }
}

/// Between letters, or before what a word is elided for.
fn apostrophe(setting: &Setting<'_>, at: usize) -> Option<Edit> {
    let before = setting.tokens.get(at.checked_sub(1)?)?.kind;
    let after = setting.tokens.get(at + 1)?.kind;
    let elides = matches!(
        after,
        Kind::Word
            | Kind::Hashtag
            | Kind::Mention
            | Kind::Address
            | Kind::Figure
            | Kind::Mark
            | Kind::Sign('«' | '"' | '“' | '(')
    );
    if before != Kind::Word || !elides {
        return None;
    }
    Edit::new(setting.text, setting.tokens[at].range.clone(), "’".to_owned(), "apostrophe")
}
