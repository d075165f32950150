use std::collections::BTreeMap;

use planche_model::charter::{Role, Sizes, Swatch, TypeRole};
use serde::Serialize;

use crate::{Extensions, Own, space::Paint};

/// Whatever of a charter a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Palette {
    /// What the file calls itself; may be empty.
    pub name: String,
    /// Its colours, in its order. A name may be empty: not every file gives one.
    pub colors: Vec<Swatch>,
    /// Which of them play a part, as far as their names say it.
    pub roles: BTreeMap<Role, usize>,
    /// Colours that run into each other.
    pub gradients: Vec<Blend>,
    /// Everything said of typefaces, in the file's order.
    pub styles: Vec<Style>,
    /// Which of the styles is for titles.
    pub title: Option<usize>,
    /// Which of the styles is for text.
    pub text: Option<usize>,
    /// How small and how large words may be, in px of a page 1080 px wide, which are u.
    pub sizes: BTreeMap<TypeRole, Sizes>,
    /// The thickness of rules, in px of a page 1080 px wide, which are u.
    pub rule: Option<f32>,
    /// The radius of a button's corners, in em.
    pub button: Option<f32>,
    /// What only a charter says: there in our own design tokens.
    pub own: Option<Own>,
    /// What other programs keep in design tokens, to be written again.
    pub extensions: Extensions,
    /// What was left aside.
    pub left_out: Vec<LeftOut>,
}

/// Colours that run into each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Blend {
    /// What the file calls it.
    pub name: String,
    /// In degrees clockwise from upwards, as in CSS; 180 where the file says nothing, as in CSS.
    pub angle: f32,
    /// In order.
    pub stops: Vec<BlendStop>,
}

/// A colour of a [`Blend`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BlendStop {
    /// Its place in [`Palette::colors`].
    pub color: usize,
    /// Where it is pure, 0 to 1.
    pub at: f32,
}

/// How words are set, as far as a file says it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Style {
    /// What the file calls it.
    pub name: String,
    /// The typeface, then those that take its place; may be empty.
    pub families: Vec<String>,
    /// The weight, 1 to 1000.
    pub weight: Option<f32>,
    /// The weight of what must stand out, 1 to 1000.
    pub strong: Option<f32>,
    /// The width in percent of the normal one.
    pub width: Option<f32>,
    /// Added between letters, in em.
    pub tracking: Option<f32>,
    /// From baseline to baseline, in em.
    pub leading: Option<f32>,
    /// What sizes are multiplied by.
    pub scale: Option<f32>,
    /// The size, in px.
    pub size: Option<f32>,
    /// The typeface's files, beside a charter.
    pub files: Vec<String>,
    /// By what right the typeface is used; may be empty.
    pub licence: String,
}

/// Something of a file that the palette does not hold, or not quite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// What the file calls it; shortened when it is very long.
    pub name: String,
    /// Why.
    pub reason: Reason,
}

/// Why something was left aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A kind of value that charters have no place for: a shadow, a duration.
    Kind,
    /// A value that does not say what kind it is.
    NoKind,
    /// A value that is not written as its kind asks.
    Value,
    /// A number that no charter may hold.
    Range,
    /// Another name of what is there already; what it says of roles is kept.
    Same,
    /// It names something that is not there.
    Lost,
    /// It names itself, straight or around a corner.
    Cycle,
    /// The same name stands elsewhere with another value, which is kept.
    Overridden,
    /// It is computed from others.
    Expression,
    /// A group that takes what another holds.
    Inheritance,
    /// The colour is there, opaque; how transparent it was is not.
    Alpha,
    /// The colour is there, as near as sRGB comes.
    Gamut,
    /// The colour is there, as a screen shows it; its inks are not.
    Inks,
    /// A colour of a maker's book, which only the maker can look up.
    Book,
    /// A gradient with a colour that has no role in the charter.
    NoRole,
    /// A typeface that is neither for titles nor for text, as far as its name says it.
    NoUse,
    /// A name too long to be one.
    Name,
}

impl Reason {
    /// Its name on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::NoKind => "no-kind",
            Self::Value => "value",
            Self::Range => "range",
            Self::Same => "same",
            Self::Lost => "lost",
            Self::Cycle => "cycle",
            Self::Overridden => "overridden",
            Self::Expression => "expression",
            Self::Inheritance => "inheritance",
            Self::Alpha => "alpha",
            Self::Gamut => "gamut",
            Self::Inks => "inks",
            Self::Book => "book",
            Self::NoRole => "no-role",
            Self::NoUse => "no-use",
            Self::Name => "name",
        }
    }
}

impl LeftOut {
    /// How long a name may be, in characters.
    const LONGEST: usize = 120;

    pub(crate) fn new(name: &str, reason: Reason) -> Self {
        Self { name: name.chars().take(Self::LONGEST).collect(), reason }
    }
}

impl Palette {
    pub(crate) fn leave_out(&mut self, name: &str, reason: Reason) {
        self.left_out.push(LeftOut::new(name, reason));
    }

    /// Takes a colour in, tells what it lost on the way, and gives its place.
    pub(crate) fn add(&mut self, name: String, paint: Paint) -> usize {
        for (is_lost, reason) in [(paint.alpha < 1.0, Reason::Alpha), (!paint.is_inside, Reason::Gamut)] {
            if is_lost {
                self.leave_out(&name, reason);
            }
        }
        self.colors.push(Swatch { name, value: paint.color });
        self.colors.len() - 1
    }

    /// The first colour whose name says so plays the part.
    pub(crate) fn cast(&mut self, role: Option<Role>, color: usize) {
        if let Some(role) = role {
            self.roles.entry(role).or_insert(color);
        }
    }
}
