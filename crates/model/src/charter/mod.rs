//! A brand's charter: the tokens every visual is made of.
//!
//! It is one JSON file, documented in `assets/brands/README.md`. Templates never name a colour, a font or a shape of
//! their own: they name the roles defined here.

mod font_files;
mod gradient;
mod logo;
mod mood;
mod parse;
mod proposal;
mod role;
mod rules;
mod sizes;
mod tints;
mod treatment;
mod two_colors;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use gradient::{Gradient, Stop};
pub use logo::{Logo, LogoVariant};
pub use mood::{Mood, Palette};
pub use parse::CharterError;
pub use proposal::{Candidate, Origin, Proposal};
pub use role::Role;
pub use rules::{Grade, Rule, Rules};
pub use sizes::{Sizes, TypeRole};
pub use treatment::Treatment;
pub use two_colors::FontPair;

use crate::{Color, Finding, Layout, Severity, editorial::Editorial};

/// The tokens of a brand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// The file's kind and version: always [`Charter::VERSION`].
    pub planche: String,
    /// The brand's name.
    pub name: String,
    /// What it does and where, in a few words; may be empty.
    #[serde(default)]
    pub tagline: String,
    /// The language it writes in, as a BCP 47 tag: it decides spacing rules and what a screen reader speaks.
    pub language: String,
    /// The family of templates its visuals use.
    pub template: String,
    /// The palette.
    pub colors: Colors,
    /// Colours of the palette that run into each other.
    #[serde(default)]
    pub gradients: Vec<Gradient>,
    /// The typefaces.
    pub fonts: Fonts,
    /// Outlines and rules.
    pub shapes: Shapes,
    /// What is done to photographs.
    #[serde(default)]
    pub photographs: Treatment,
    /// Which moods each layout takes, in turn. A layout that is absent takes the ground.
    #[serde(default)]
    pub moods: BTreeMap<Layout, Vec<Mood>>,
    /// The logo; without one the name stands alone.
    #[serde(default)]
    pub logo: Option<Logo>,
    /// The ornament that runs behind the pages.
    #[serde(default)]
    pub motif: Option<Drawing>,
    /// How it writes.
    #[serde(default)]
    pub editorial: Editorial,
    /// Which rules are checked, and how grave they are, where that is not left to the studio.
    #[serde(default)]
    pub rules: Rules,
}

/// Six colours by role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Colors {
    /// What pages are made of.
    pub ground: Swatch,
    /// What words are made of.
    pub ink: Swatch,
    /// What stands out in small touches on the ground.
    pub accent: Swatch,
    /// The loudest ground.
    pub vivid: Swatch,
    /// A warm, quiet ground.
    pub soft: Swatch,
    /// A cool, quiet ground.
    pub cool: Swatch,
    /// Others that belong to the brand, which no template takes by itself.
    #[serde(default)]
    pub more: Vec<Swatch>,
}

/// A colour and what the brand calls it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "CharterSwatch"))]
#[serde(deny_unknown_fields)]
pub struct Swatch {
    /// What the brand calls it.
    pub name: String,
    /// The colour.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub value: Color,
}

/// The two typefaces.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Fonts {
    /// For titles, figures and the name.
    pub title: Face,
    /// For everything else.
    pub text: Face,
    /// How small and how large words may be, by what they are.
    #[serde(default)]
    pub sizes: BTreeMap<TypeRole, Sizes>,
}

/// How a typeface is set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Face {
    /// A family of `assets/fonts/manifest.json`; with files of its own, what the brand calls them.
    #[serde(default)]
    pub family: String,
    /// The brand's own typeface: files beside the charter, which complete each other (weights, italics).
    #[serde(default, deserialize_with = "font_files::read")]
    pub file: Vec<String>,
    /// By what right the typeface is used, when it is the brand's own: a licence, an invoice; may be empty.
    #[serde(default)]
    pub licence: String,
    /// The weight, 1 to 1000.
    pub weight: f32,
    /// The weight of what must stand out, 1 to 1000.
    #[serde(default = "bold")]
    pub strong: f32,
    /// The width in percent of the normal one.
    #[serde(default = "hundred")]
    pub width: f32,
    /// Added between letters, in em.
    #[serde(default)]
    pub tracking: f32,
    /// From baseline to baseline, in em.
    pub leading: f32,
    /// Multiplies the sizes of the templates: typefaces of one size do not look equally large.
    #[serde(default = "one")]
    pub scale: f32,
}

/// Outlines and rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Shapes {
    /// How photographs are cut.
    pub picture: PictureShape,
    /// The thickness of rules, in u.
    pub rule: f32,
    /// The radius of a button's corners, in em of its text; half the height at most.
    pub button: f32,
}

/// How photographs are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum PictureShape {
    /// Round on one side, as an arch or a bowl.
    Arch,
    /// A disc on covers, full width elsewhere.
    Disc,
}

/// A drawing that comes with the charter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Drawing {
    /// The file's name, beside the charter.
    pub file: String,
    /// Whether it takes the colour of what surrounds it; otherwise it keeps its own colours.
    #[serde(default)]
    pub ink: bool,
}

impl Charter {
    /// What [`Charter::planche`] says.
    pub const VERSION: &'static str = "charter/1";

    /// The files it names beside itself, each once.
    pub fn files(&self) -> Vec<&str> {
        let motif = self.motif.iter().map(|motif| motif.file.as_str());
        let drawings = self.logo.iter().flat_map(Logo::files).chain(motif);
        let faces = [&self.fonts.title, &self.fonts.text].into_iter().flat_map(|face| &face.file);
        let mut files: Vec<&str> = drawings.chain(faces.map(String::as_str)).collect();
        files.sort_unstable();
        files.dedup();
        files
    }

    /// What its pages look like: itself, without what only words and checks depend on.
    #[must_use]
    pub fn look(&self) -> Self {
        Self { editorial: Editorial::default(), rules: Rules::default(), ..self.clone() }
    }

    /// Whether the brand's language is written from right to left (the scripts of CLDR's `rtl` locales).
    pub fn is_read_from_the_right(&self) -> bool {
        let language = self.language.split(['-', '_']).next().unwrap_or_default();
        ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "syr", "ug", "ur", "yi"].contains(&language)
    }

    /// How grave breaking a rule is; `None` when it is not checked.
    pub fn severity(&self, rule: Rule) -> Option<Severity> {
        self.rules.get(&rule).map_or(Some(rule.severity()), |grade| grade.severity())
    }

    /// The finding as grave as the brand finds it; `None` when it does not check that. What is no rule stays as it is.
    pub fn graded(&self, finding: Finding) -> Option<Finding> {
        let grade = Rule::of(&finding.code).and_then(|rule| self.rules.get(&rule));
        match grade {
            Some(grade) => grade.severity().map(|severity| Finding { severity, ..finding }),
            None => Some(finding),
        }
    }

    /// The mood of the `nth` page (from 0) among those arranged as `layout`: the charter's moods for it, in turn.
    pub fn mood(&self, layout: Layout, nth: usize) -> Mood {
        match self.moods.get(&layout) {
            Some(moods) if !moods.is_empty() => moods[nth % moods.len()],
            _ => Mood::Ground,
        }
    }
}

const fn bold() -> f32 {
    700.0
}

const fn hundred() -> f32 {
    100.0
}

const fn one() -> f32 {
    1.0
}
