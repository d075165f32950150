use serde::{Deserialize, Serialize};

use super::{CharterError, Role, parse::within};

/// A logo, and how much room it asks for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// The file's name, beside the charter.
    pub file: String,
    /// Whether it takes the colour of what surrounds it; otherwise it keeps its own colours.
    #[serde(default)]
    pub ink: bool,
    /// The room to leave around it, as a share of its height, 0 to 4.
    #[serde(default)]
    pub space: f32,
    /// The least height it is drawn at, in u, 0 to 1080.
    #[serde(default)]
    pub least: f32,
    /// The colours it is never laid on.
    #[serde(default)]
    pub never_on: Vec<Role>,
    /// The same sign drawn otherwise.
    #[serde(default)]
    pub variants: Vec<LogoVariant>,
}

/// A logo drawn otherwise: in negative, without the name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct LogoVariant {
    /// What the brand calls it.
    pub name: String,
    /// The file's name, beside the charter.
    pub file: String,
    /// As [`Logo::ink`].
    #[serde(default)]
    pub ink: bool,
    /// The colours it takes the logo's place on.
    #[serde(default)]
    pub on: Vec<Role>,
}

impl Logo {
    /// A logo that asks for nothing.
    pub fn new(file: String, ink: bool) -> Self {
        Self { file, ink, ..Self::default() }
    }

    pub(super) fn check(&self) -> Result<(), CharterError> {
        within("logo.space", self.space, 0.0, 4.0)?;
        within("logo.least", self.least, 0.0, 1080.0)
    }

    /// The files of all its drawings.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.file.as_str()).chain(self.variants.iter().map(|variant| variant.file.as_str()))
    }
}
