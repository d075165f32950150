//! Spaces before and after signs.

use super::{Setting, edit::Edit, quotes::Role};
use crate::token::{Kind, Token};

pub fn edit(setting: &Setting<'_>, at: usize) -> Option<Edit> {
    let Kind::Sign(sign) = setting.tokens[at].kind else { return None };
    match sign {
        ';' | '!' | '?' => before_high(setting, at, setting.hand.narrow),
        ':' if !is_short_code(setting, at) => before_high(setting, at, setting.hand.wide),
        ',' => around_comma(setting, at),
        '%' | '€' if setting.hand.is_french() => before_unit(setting, at),
        _ => None,
    }
}

/// The space before `; ! ? :`.
fn before_high(setting: &Setting<'_>, at: usize, space: &str) -> Option<Edit> {
    let (before, start) = before(setting, at)?;
    let is_spaced = start < setting.tokens[at].range.start;
    let is_held = opens(setting, before) || !is_spaced && holds(&setting.tokens[before]);
    let closes = matches!(setting.quotes[before], Some(Role::Closes | Role::ClosesWithin));
    let stays = !setting.hand.is_french() && !closes && !is_text(&setting.tokens[before]);
    if is_held || stays {
        return None;
    }
    put(setting, start, at, space)
}

/// What a sign is set close to in English; a space after anything else has its reason.
fn is_text(token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Figure | Kind::Sign(')' | '”' | '»'))
}

/// What stands before a sign, and where the spaces between them begin.
fn before(setting: &Setting<'_>, at: usize) -> Option<(usize, usize)> {
    let first = at.checked_sub(1)?;
    let is_space = setting.tokens[first].kind == Kind::Space;
    let before = if is_space { first.checked_sub(1)? } else { first };
    let token = &setting.tokens[before];
    (token.kind != Kind::Break).then_some((before, token.range.end))
}

/// Whether a sign belongs to this one, which is before it without a space: `?!`, `(?)`.
fn holds(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Sign(
            '!' | '?'
                | ':'
                | ';'
                | '('
                | '['
                | '{'
                | '/'
                | '\\'
                | '-'
                | '–'
                | '—'
                | '\''
                | '’'
                | '¡'
                | '¿'
                | '“'
                | '&'
                | '@'
                | '#'
                | '<'
                | '='
                | '_'
                | '^'
        )
    )
}

/// Whether spaces after it belong to the sign before.
fn opens(setting: &Setting<'_>, at: usize) -> bool {
    let is_opening = matches!(setting.quotes[at], Some(Role::Opens | Role::OpensWithin));
    is_opening || matches!(setting.tokens[at].kind, Kind::Sign('(' | '[' | '«' | '“' | '\\'))
}

/// `:wink:`, and the colon of what looks like an address.
fn is_short_code(setting: &Setting<'_>, at: usize) -> bool {
    let kind = |at: Option<usize>| at.and_then(|at| setting.tokens.get(at)).map(|token| token.kind);
    let is_colon = |at: Option<usize>| kind(at) == Some(Kind::Sign(':'));
    let word = |at: Option<usize>| kind(at) == Some(Kind::Word);
    let opens = word(Some(at + 1)) && is_colon(Some(at + 2));
    let closes = word(at.checked_sub(1)) && is_colon(at.checked_sub(2));
    let is_address = matches!(kind(Some(at + 1)), Some(Kind::Sign('/' | '\\')));
    opens || closes || is_address
}

/// No space before a comma, one after it.
fn around_comma(setting: &Setting<'_>, at: usize) -> Option<Edit> {
    let (before, start) = before(setting, at)?;
    let next = setting.tokens.get(at + 1)?;
    let is_word = |token: &Token| matches!(token.kind, Kind::Word);
    let after = if is_word(next) && is_word(&setting.tokens[before]) { " " } else { "" };
    let is_spaced = start < setting.tokens[at].range.start;
    let may_close = is_word(&setting.tokens[before]) && next.kind != Kind::Figure;
    let start = if is_spaced && !may_close { setting.tokens[at].range.start } else { start };
    Edit::new(setting.text, start..setting.tokens[at].range.end, format!(",{after}"), "space")
}

/// `100 %`, `12 €`: any space that does not break will do.
fn before_unit(setting: &Setting<'_>, at: usize) -> Option<Edit> {
    let (before, start) = before(setting, at)?;
    let is_set = ["\u{a0}", "\u{202f}"].contains(&&setting.text[start..setting.tokens[at].range.start]);
    let ends = !matches!(setting.tokens.get(at + 1).map(|next| next.kind), Some(Kind::Word | Kind::Figure));
    if setting.tokens[before].kind != Kind::Figure || is_set || !ends {
        return None;
    }
    put(setting, start, at, setting.hand.wide)
}

fn put(setting: &Setting<'_>, start: usize, at: usize, space: &str) -> Option<Edit> {
    let token = &setting.tokens[at].range;
    let sign = &setting.text[token.clone()];
    Edit::new(setting.text, start..token.end, format!("{space}{sign}"), "space")
}
