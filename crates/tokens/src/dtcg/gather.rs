//! The tokens of a file, out of its groups and sets.

use std::collections::{HashMap, HashSet};

use super::{
    KEY,
    own::{self, Extensions},
    tree::Tree,
    value::Kind,
};
use crate::{LeftOut, ReadError, Reason, read::MOST};

/// How long a path may be, in bytes: every token has its own, whatever it shares with others.
const LONGEST_PATH: usize = 512;

/// A token, and what its groups say of it.
pub struct Token<'a> {
    /// From the outermost group to its own name.
    pub path: Vec<&'a str>,
    /// What the token itself says it is.
    pub kind: Option<Kind>,
    /// What the nearest group that says it says it is.
    pub group_kind: Option<Kind>,
    pub value: &'a Tree,
    pub description: Option<&'a str>,
    /// What we keep with it.
    pub own: Option<Tree>,
}

/// Everything of a file that can be a token, in the file's order.
#[derive(Default)]
pub struct Tokens<'a> {
    pub all: Vec<Token<'a>>,
    pub index: HashMap<String, usize>,
    pub extensions: Extensions,
    pub left_out: Vec<LeftOut>,
    spelling: Spelling,
}

/// How a file calls a token's properties.
#[derive(Clone, Copy, Default)]
enum Spelling {
    /// `$value`, `$type`.
    #[default]
    Dollar,
    /// `value`, `type`, from before the format.
    Plain,
}

impl<'a> Tokens<'a> {
    pub fn gather(root: &'a Tree) -> Result<Self, ReadError> {
        let spelling = if names(root, "$value") { Spelling::Dollar } else { Spelling::Plain };
        let mut tokens = Self { spelling, ..Self::default() };
        match sets(root) {
            Some(sets) => sets.into_iter().try_for_each(|set| tokens.group(set, &mut Vec::new(), None))?,
            None => tokens.group(root, &mut Vec::new(), None)?,
        }
        Ok(tokens)
    }

    fn group(&mut self, group: &'a Tree, path: &mut Vec<&'a str>, kind: Option<Kind>) -> Result<(), ReadError> {
        let kind = self.property(group, "type").and_then(Tree::text).map(Kind::named).or(kind);
        self.keep_extensions(group, path);
        // 2025.10, format module, 6: a group may take what another holds.
        if group.get("$extends").is_some() || (group.get("$ref").is_some() && !path.is_empty()) {
            self.leave_out(path, Reason::Inheritance)?;
        }
        for (name, child) in group.entries().iter().filter(|(name, child)| is_child(name, child)) {
            path.push(name);
            match self.property(child, "value") {
                _ if is_long(path) => self.leave_out(path, Reason::Name)?,
                Some(value) => self.token(child, value, path, kind)?,
                None => self.group(child, path, kind)?,
            }
            path.pop();
        }
        Ok(())
    }

    fn token(
        &mut self,
        token: &'a Tree,
        value: &'a Tree,
        path: &[&'a str],
        group_kind: Option<Kind>,
    ) -> Result<(), ReadError> {
        if self.all.len() >= MOST {
            return Err(ReadError::TooMany);
        }
        self.keep_extensions(token, path);
        let found = Token {
            path: path.to_vec(),
            kind: self.property(token, "type").and_then(Tree::text).map(Kind::named),
            group_kind,
            value,
            description: token.get("$description").and_then(Tree::text),
            own: own::in_corner(token),
        };
        self.insert(found)
    }

    /// Of two sets, the later decides (Tokens Studio, "token sets").
    fn insert(&mut self, token: Token<'a>) -> Result<(), ReadError> {
        let path = token.path.join(".");
        match self.index.get(&path) {
            Some(at) if self.all[*at].value == token.value => {}
            Some(at) => {
                let at = *at;
                self.leave_out(&token.path, Reason::Overridden)?;
                self.all[at] = token;
            }
            None => {
                self.index.insert(path, self.all.len());
                self.all.push(token);
            }
        }
        Ok(())
    }

    fn leave_out(&mut self, path: &[&str], reason: Reason) -> Result<(), ReadError> {
        let name: Vec<&str> = path.iter().map(|part| part.get(..LONGEST_PATH).unwrap_or(part)).collect();
        self.left_out.push(LeftOut::new(&name.join("."), reason));
        if self.left_out.len() > MOST { Err(ReadError::TooMany) } else { Ok(()) }
    }

    fn property(&self, of: &'a Tree, name: &str) -> Option<&'a Tree> {
        match self.spelling {
            Spelling::Dollar => of.get(if name == "value" { "$value" } else { "$type" }),
            Spelling::Plain => of.get(name).filter(|value| name == "value" || value.text().is_some()),
        }
    }

    fn keep_extensions(&mut self, of: &Tree, path: &[&str]) {
        let Some(extensions) = of.get("$extensions") else { return };
        let others = extensions.entries().iter().filter(|(vendor, _)| vendor != KEY);
        let kept: Vec<_> = others.filter_map(|(vendor, value)| Some((vendor.clone(), value.to()?))).collect();
        if !kept.is_empty() {
            self.extensions.entry(path.join(".")).or_default().extend(kept);
        }
    }
}

/// Whether a key of a group is a group or a token inside it: properties begin with `$`, but the token that stands for
/// the whole group (2025.10, format module, 6.2).
fn is_child(name: &str, child: &Tree) -> bool {
    matches!(child, Tree::Map(_)) && (!name.starts_with('$') || name == "$root")
}

/// Whether a key stands anywhere.
fn names(tree: &Tree, key: &str) -> bool {
    let inside = |tree: &Tree| names(tree, key);
    tree.entries().iter().any(|(name, value)| name == key || inside(value)) || tree.items().iter().any(inside)
}

/// Whether a path is longer than one may be.
fn is_long(path: &[&str]) -> bool {
    path.iter().map(|part| part.len() + 1).sum::<usize>() > LONGEST_PATH
}

/// The sets of a file of Tokens Studio or Penpot, each once, in their order; `None` for any other file.
fn sets(root: &Tree) -> Option<Vec<&Tree>> {
    let order = root.get("$metadata")?.get("tokenSetOrder")?;
    let by_name: HashMap<&str, &Tree> = root.entries().iter().map(|(name, set)| (name.as_str(), set)).collect();
    let mut seen = HashSet::new();
    let names = order.items().iter().filter_map(Tree::text).filter(|name| seen.insert(*name));
    let sets: Vec<&Tree> = names.filter_map(|name| by_name.get(name).copied()).collect();
    (!sets.is_empty()).then_some(sets)
}
