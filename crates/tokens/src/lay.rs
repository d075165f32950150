use std::collections::BTreeMap;

use planche_model::{
    Charter,
    charter::{Candidate, CharterError, Colors, Face, Gradient, Origin, Role, Stop, Swatch},
};

use crate::{LeftOut, Palette, Reason, Style};

/// A charter that has taken in a palette.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    /// The charter.
    pub charter: Charter,
    /// Where each colour is from, when not every role was said.
    pub origins: BTreeMap<Role, Origin>,
    /// What of the palette the charter has no place for.
    pub left_out: Vec<LeftOut>,
}

impl Palette {
    /// `charter` with whatever of the graphic half this palette holds. Roles that no name says are proposed
    /// ([`Colors::proposed`]). Our own design tokens hold all of it: the charter they were written from comes back, with
    /// the names of its files, which are not in them.
    ///
    /// # Errors
    /// What our own tokens say, somebody has changed into what no charter may be.
    pub fn lay_on(&self, charter: &Charter) -> Result<Laid, CharterError> {
        let mut laid = Laid { charter: charter.clone(), origins: BTreeMap::new(), left_out: Vec::new() };
        self.lay_colors(&mut laid);
        self.lay_gradients(&mut laid);
        self.lay_type(&mut laid);
        self.lay_shapes(&mut laid.charter);
        self.lay_own(&mut laid.charter);
        laid.charter.check()?;
        Ok(laid)
    }

    /// The colours as candidates for roles, each as much as the others; a colour of two roles is there twice.
    pub fn candidates(&self) -> Vec<Candidate> {
        let candidate =
            |swatch: &Swatch, role| Candidate { name: swatch.name.clone(), value: swatch.value, weight: 1.0, role };
        let said = self.roles.iter().filter_map(|(role, at)| Some(candidate(self.colors.get(*at)?, Some(*role))));
        said.chain(self.more().iter().map(|swatch| candidate(swatch, None))).collect()
    }

    fn lay_colors(&self, laid: &mut Laid) {
        if self.colors.is_empty() {
            return;
        }
        let of = |role: Role| self.roles.get(&role).and_then(|at| self.colors.get(*at)).cloned();
        if let [Some(ground), Some(ink), Some(accent), Some(vivid), Some(soft), Some(cool)] = Role::ALL.map(of) {
            laid.charter.colors = Colors { ground, ink, accent, vivid, soft, cool, more: self.more() };
            return;
        }
        let proposal = Colors::proposed(&self.candidates());
        laid.charter.colors = proposal.colors;
        laid.origins = proposal.origins;
    }

    /// The colours without a role.
    fn more(&self) -> Vec<Swatch> {
        let has_role = |at: &usize| self.roles.values().any(|color| color == at);
        (0..self.colors.len()).filter(|at| !has_role(at)).map(|at| self.colors[at].clone()).collect()
    }

    fn lay_gradients(&self, laid: &mut Laid) {
        if self.gradients.is_empty() && self.own.is_none() {
            return;
        }
        let mut gradients = Vec::new();
        for blend in &self.gradients {
            let stop = |color: usize, at: f32| Some(Stop { color: self.role_of(color, &laid.charter.colors)?, at });
            let stops: Option<Vec<Stop>> = blend.stops.iter().map(|blend| stop(blend.color, blend.at)).collect();
            match stops {
                Some(stops) => gradients.push(Gradient { name: blend.name.clone(), angle: blend.angle, stops }),
                None => laid.left_out.push(LeftOut::new(&blend.name, Reason::NoRole)),
            }
        }
        laid.charter.gradients = gradients;
    }

    /// The role a colour has by its name, or was given.
    fn role_of(&self, color: usize, colors: &Colors) -> Option<Role> {
        let said = self.roles.iter().find(|(_, at)| **at == color).map(|(role, _)| *role);
        let value = self.colors.get(color)?.value;
        said.filter(|role| colors.of(*role) == value)
            .or_else(|| Role::ALL.into_iter().find(|role| colors.of(*role) == value))
    }

    /// A file that says nothing of titles and of text apart says it of both.
    fn lay_type(&self, laid: &mut Laid) {
        let charter = &mut laid.charter;
        let only = if self.styles.len() == 1 { self.styles.first() } else { None };
        let of = |place: Option<usize>| place.and_then(|at| self.styles.get(at)).or(only);
        if let Some(style) = of(self.title) {
            style.lay_on(&mut charter.fonts.title);
        }
        if let Some(style) = of(self.text) {
            style.lay_on(&mut charter.fonts.text);
        }
        match self.own {
            Some(_) => charter.fonts.sizes = self.sizes.clone(),
            None => charter.fonts.sizes.extend(&self.sizes),
        }
        let is_used = |at: usize| only.is_some() || [self.title, self.text].contains(&Some(at));
        let spare = self.styles.iter().enumerate().filter(|(at, _)| !is_used(*at));
        laid.left_out.extend(spare.map(|(_, style)| LeftOut::new(&style.name, Reason::NoUse)));
    }

    fn lay_shapes(&self, charter: &mut Charter) {
        charter.shapes.rule = self.rule.unwrap_or(charter.shapes.rule);
        charter.shapes.button = self.button.unwrap_or(charter.shapes.button);
    }

    fn lay_own(&self, charter: &mut Charter) {
        let Some(own) = &self.own else { return };
        charter.name.clone_from(&own.name);
        charter.template.clone_from(&own.template);
        charter.shapes.picture = own.picture;
        charter.photographs = own.photographs;
        charter.moods.clone_from(&own.moods);
        charter.logo.clone_from(&own.logo);
        charter.motif.clone_from(&own.motif);
    }
}

impl Style {
    /// A new family comes without the files of the old one.
    fn lay_on(&self, face: &mut Face) {
        if let Some(family) = self.families.first() {
            face.family.clone_from(family);
            face.file.clone_from(&self.files);
            face.licence.clone_from(&self.licence);
        }
        let parts = [
            (self.weight, &mut face.weight),
            (self.strong, &mut face.strong),
            (self.width, &mut face.width),
            (self.tracking, &mut face.tracking),
            (self.leading, &mut face.leading),
            (self.scale, &mut face.scale),
        ];
        parts.into_iter().for_each(|(said, part)| *part = said.unwrap_or(*part));
    }
}
