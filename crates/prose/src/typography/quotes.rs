//! « » for straight quotes, “ ” within them and in English.

use super::{Setting, edit::Edit};
use crate::token::{Kind, Token};

/// What a quotation mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Opens,
    Closes,
    /// It opens or closes within another quotation.
    OpensWithin,
    ClosesWithin,
}

/// What each straight quote and each « » of a text does, by token. Straight quotes of a line are pairs, or inches.
pub fn roles(tokens: &[Token]) -> Vec<Option<Role>> {
    let mut roles = vec![None; tokens.len()];
    let mut start = 0;
    for line in tokens.split_inclusive(|token| token.kind == Kind::Break) {
        pair(line, &mut roles[start..start + line.len()]);
        start += line.len();
    }
    roles
}

fn pair(line: &[Token], roles: &mut [Option<Role>]) {
    let straight: Vec<usize> = (0..line.len()).filter(|&at| line[at].kind == Kind::Sign('"')).collect();
    let are_pairs = straight.len().is_multiple_of(2)
        && straight.chunks(2).all(|pair| pair.len() == 2 && encloses(line, pair[0], pair[1]));
    let (mut within, mut opening) = (false, false);
    for (at, token) in line.iter().enumerate() {
        roles[at] = match token.kind {
            Kind::Sign('«' | '»') if is_empty(line, at) => None,
            Kind::Sign('«') => {
                within = true;
                Some(Role::Opens)
            }
            Kind::Sign('»') => {
                within = false;
                Some(Role::Closes)
            }
            Kind::Sign('"') if are_pairs => {
                opening = !opening;
                Some(match (opening, within) {
                    (true, false) => Role::Opens,
                    (false, false) => Role::Closes,
                    (true, true) => Role::OpensWithin,
                    (false, true) => Role::ClosesWithin,
                })
            }
            _ => None,
        };
    }
}

/// Whether nothing is between a quotation mark and the one that it pairs with.
fn is_empty(line: &[Token], at: usize) -> bool {
    let is_text = |token: &&Token| token.kind != Kind::Space;
    let (next, partner) = match line[at].kind {
        Kind::Sign('«') => (line[at + 1..].iter().find(is_text), '»'),
        _ => (line[..at].iter().rfind(is_text), '«'),
    };
    next.is_some_and(|token| token.kind == Kind::Sign(partner))
}

/// Whether two quotes hold something, and the pair is not torn by another kind of quotation.
fn encloses(line: &[Token], open: usize, close: usize) -> bool {
    let inside = &line[open + 1..close];
    let is_torn = inside.iter().any(|token| matches!(token.kind, Kind::Sign('«' | '»' | '“' | '”')));
    !is_torn && inside.iter().any(|token| !matches!(token.kind, Kind::Space | Kind::Mark))
}

pub fn edit(setting: &Setting<'_>, at: usize) -> Option<Edit> {
    let role = setting.quotes[at]?;
    let is_french = setting.hand.is_french();
    let (sign, opens) = match role {
        Role::Opens => (if is_french { "«" } else { "“" }, true),
        Role::Closes => (if is_french { "»" } else { "”" }, false),
        Role::OpensWithin => ("“", true),
        Role::ClosesWithin => ("”", false),
    };
    let is_within = matches!(role, Role::OpensWithin | Role::ClosesWithin);
    let space = if is_within { "" } else { setting.hand.wide };
    if opens { opening(setting, at, sign, space) } else { closing(setting, at, sign, space) }
}

fn opening(setting: &Setting<'_>, at: usize, sign: &str, space: &str) -> Option<Edit> {
    let start = setting.tokens[at].range.start;
    let next = setting.tokens.get(at + 1).filter(|next| next.kind != Kind::Break)?;
    let end = if next.kind == Kind::Space { next.range.end } else { next.range.start };
    Edit::new(setting.text, start..end, format!("{sign}{space}"), kind(setting, at))
}

fn closing(setting: &Setting<'_>, at: usize, sign: &str, space: &str) -> Option<Edit> {
    let before = &setting.tokens[at.checked_sub(1)?];
    let is_first = before.kind == Kind::Break
        || before.kind == Kind::Space && at < 2
        || before.kind == Kind::Space && setting.tokens[at - 2].kind == Kind::Break;
    if is_first {
        return None;
    }
    let start = if before.kind == Kind::Space { before.range.start } else { before.range.end };
    let range = start..setting.tokens[at].range.end;
    Edit::new(setting.text, range, format!("{space}{sign}"), kind(setting, at))
}

fn kind(setting: &Setting<'_>, at: usize) -> &'static str {
    if setting.tokens[at].kind == Kind::Sign('"') { "quotes" } else { "space" }
}
