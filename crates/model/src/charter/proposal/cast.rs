//! Who plays which part.

use std::collections::{BTreeMap, HashSet};

use super::{
    Candidate, Origin, Proposal,
    shade::{nearest, warmth},
};
use crate::{
    Color,
    charter::{Colors, Role, Swatch},
};

/// The parts given so far.
pub struct Cast<'a> {
    candidates: &'a [Candidate],
    parts: BTreeMap<Role, (Swatch, Origin)>,
}

impl<'a> Cast<'a> {
    pub fn new(candidates: &'a [Candidate]) -> Self {
        Self { candidates, parts: BTreeMap::new() }
    }

    /// Gives the part to the candidate that is said to have it, to the free one that `suits` most, or to a colour that
    /// is made; whoever it is becomes lighter or darker until it `does`.
    pub fn play(
        &mut self,
        role: Role,
        suits: impl Fn(&Candidate) -> Option<f64>,
        does: impl Fn(Color) -> bool,
        made: impl FnOnce() -> Color,
    ) -> Color {
        let free = || self.candidates.iter().filter(|candidate| self.is_free(candidate));
        let chosen = said(self.candidates, role).or_else(|| best(free(), suits));
        let wanted = chosen.map_or_else(made, |candidate| candidate.value);
        let value = nearest(wanted, does);
        let origin = match chosen {
            None => Origin::Made,
            Some(_) if value == wanted => Origin::Brand,
            Some(_) => Origin::Adjusted { from: wanted },
        };
        let own = chosen.map(|candidate| candidate.name.trim()).filter(|name| !name.is_empty());
        let name = own.unwrap_or(french(role)).to_owned();
        self.parts.insert(role, (Swatch { name, value }, origin));
        value
    }

    /// Whether a candidate has no part, neither said nor given.
    fn is_free(&self, candidate: &Candidate) -> bool {
        let is_given = |(swatch, origin): &(Swatch, Origin)| match origin {
            Origin::Brand => swatch.value == candidate.value,
            Origin::Adjusted { from } => *from == candidate.value,
            Origin::Made => false,
        };
        candidate.role.is_none() && !self.parts.values().any(is_given)
    }

    /// Of two quiet grounds that the brand gave no role, the warmer is the soft one.
    pub fn put_warm_before_cool(&mut self) {
        let is_chosen = |role| self.parts[&role].1 == Origin::Brand && said(self.candidates, role).is_none();
        if !(is_chosen(Role::Soft) && is_chosen(Role::Cool)) {
            return;
        }
        let (soft, cool) = (self.parts[&Role::Soft].clone(), self.parts[&Role::Cool].clone());
        if warmth(cool.0.value) > warmth(soft.0.value) {
            self.parts.extend([(Role::Soft, cool), (Role::Cool, soft)]);
        }
    }

    /// What has been given, once every role has.
    pub fn proposal(self) -> Proposal {
        let swatch = |role: Role| self.parts[&role].0.clone();
        let colors = Colors {
            ground: swatch(Role::Ground),
            ink: swatch(Role::Ink),
            accent: swatch(Role::Accent),
            vivid: swatch(Role::Vivid),
            soft: swatch(Role::Soft),
            cool: swatch(Role::Cool),
            more: self.others(),
        };
        Proposal { colors, origins: self.parts.into_iter().map(|(role, (_, origin))| (role, origin)).collect() }
    }

    /// The brand's colours that are in no role as they are, each once.
    fn others(&self) -> Vec<Swatch> {
        let mut seen: HashSet<Color> = self.parts.values().map(|(swatch, _)| swatch.value).collect();
        let others = self.candidates.iter().filter(|candidate| seen.insert(candidate.value));
        others.map(swatch).collect()
    }
}

/// The candidate that is said to have the part.
pub fn said(candidates: &[Candidate], role: Role) -> Option<&Candidate> {
    candidates.iter().find(|candidate| candidate.role == Some(role))
}

/// The first of those with the highest mark; who has none is out.
pub fn best<'a>(
    candidates: impl Iterator<Item = &'a Candidate>,
    mark: impl Fn(&Candidate) -> Option<f64>,
) -> Option<&'a Candidate> {
    let marked = candidates.filter_map(|candidate| Some((candidate, mark(candidate)?)));
    marked.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(candidate, _)| candidate)
}

/// A colour without a name is called as it is written.
fn swatch(candidate: &Candidate) -> Swatch {
    let name = candidate.name.trim();
    let name = if name.is_empty() { candidate.value.to_string() } else { name.to_owned() };
    Swatch { name, value: candidate.value }
}

/// What a colour without a name is called: brands are French.
fn french(role: Role) -> &'static str {
    match role {
        Role::Ground => "Fond",
        Role::Ink => "Encre",
        Role::Accent => "Accent",
        Role::Vivid => "Vif",
        Role::Soft => "Doux",
        Role::Cool => "Frais",
    }
}
