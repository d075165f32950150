//! Where aliases lead.

use super::{
    gather::{Token, Tokens},
    tree::Tree,
    value::Kind,
};
use crate::Reason;

/// Where following a token's aliases ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At the token with the value, which may be the one it began with.
    At(usize),
    /// At a name that nothing has.
    Lost,
    /// Nowhere.
    Cycle,
}

/// The tokens of a file, with where each leads.
pub struct Followed<'a> {
    pub tokens: Tokens<'a>,
    ends: Vec<End>,
}

impl<'a> Followed<'a> {
    /// Follows every alias once, however long the chains are.
    pub fn new(tokens: Tokens<'a>) -> Self {
        let mut ends = vec![None; tokens.all.len()];
        for start in 0..ends.len() {
            follow(&tokens, start, &mut ends);
        }
        let ends = ends.into_iter().map(|end| end.unwrap_or(End::Cycle)).collect();
        Self { tokens, ends }
    }

    pub fn token(&self, at: usize) -> &Token<'a> {
        &self.tokens.all[at]
    }

    pub fn end(&self, at: usize) -> End {
        self.ends[at]
    }

    /// What kind a token is: what it says itself, then what it leads to, then its group (2025.10, format module, 5.2.1).
    pub fn kind(&self, at: usize) -> Option<Kind> {
        let token = self.token(at);
        let target = || match self.ends[at] {
            End::At(end) if end != at => self.token(end).kind.or(self.token(end).group_kind),
            _ => None,
        };
        token.kind.or_else(target).or(token.group_kind)
    }

    /// A value, or what it is an alias of, with the token that holds it then.
    pub fn value<'t>(&'t self, value: &'t Tree) -> Result<(&'t Tree, Option<usize>), Reason> {
        let Some(path) = alias(value) else { return Ok((value, None)) };
        let start = find(&self.tokens, &path).ok_or(Reason::Lost)?;
        match self.ends[start] {
            End::At(end) => Ok((self.token(end).value, Some(end))),
            End::Lost => Err(Reason::Lost),
            End::Cycle => Err(Reason::Cycle),
        }
    }
}

fn follow(tokens: &Tokens<'_>, start: usize, ends: &mut [Option<End>]) {
    let mut way = Vec::new();
    let mut at = start;
    let end = loop {
        if let Some(known) = ends[at] {
            break known;
        }
        // What is on the way counts as a cycle until the way has ended.
        ends[at] = Some(End::Cycle);
        way.push(at);
        match alias(tokens.all[at].value).map(|path| find(tokens, &path)) {
            None => break End::At(at),
            Some(None) => break End::Lost,
            Some(Some(next)) => at = next,
        }
    };
    way.into_iter().for_each(|at| ends[at] = Some(end));
}

/// The path an alias names: `{a.b}`, or the pointer `#/a/b` or `#/a/b/$value` (2025.10, format module, 7).
pub fn alias(value: &Tree) -> Option<String> {
    match value {
        Tree::Text(text) => {
            let inside = text.trim().strip_prefix('{')?.strip_suffix('}')?;
            (!inside.contains(['{', '}'])).then(|| inside.trim().to_owned())
        }
        Tree::Map(entries) if entries.len() == 1 => {
            let path = value.get("$ref")?.text()?.strip_prefix("#/")?;
            Some(path.strip_suffix("/$value").unwrap_or(path).replace('/', ".").replace("~1", "/").replace("~0", "~"))
        }
        _ => None,
    }
}

/// A token by its path; before the format, paths could end with the property, and a group may stand for its root.
fn find(tokens: &Tokens<'_>, path: &str) -> Option<usize> {
    let plain = || tokens.index.get(path.strip_suffix(".value").or_else(|| path.strip_suffix(".$value"))?);
    let root = || tokens.index.get(&format!("{path}.$root"));
    tokens.index.get(path).or_else(plain).or_else(root).copied()
}
