use planche_model::Charter;
use serde::{Deserialize, Serialize};

use crate::{Extensions, ase, css, dtcg, gpl};

/// What a charter's graphic half can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// Design tokens, DTCG 2025.10: all of it.
    Tokens,
    /// Design tokens of strings (`#rrggbb`, `16px`), for programs from before 2025: colours, gradients, type, sizes.
    TextTokens,
    /// Adobe Swatch Exchange: colours and names.
    Ase,
    /// A palette of GIMP, Inkscape, Krita: colours, names and roles.
    Gpl,
    /// Custom properties: colours, names, tints, gradients, type, sizes.
    Css,
}

impl Target {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 5] = [Self::Tokens, Self::TextTokens, Self::Ase, Self::Gpl, Self::Css];

    /// How its files' names end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Tokens | Self::TextTokens => "tokens.json",
            Self::Ase => "ase",
            Self::Gpl => "gpl",
            Self::Css => "css",
        }
    }
}

/// A charter's graphic half, as another program reads it.
pub fn write(charter: &Charter, target: Target) -> Vec<u8> {
    match target {
        Target::Tokens => write_keeping(charter, &Extensions::new()).into_bytes(),
        Target::TextTokens => dtcg::write_text(charter).into_bytes(),
        Target::Ase => ase::write(charter),
        Target::Gpl => gpl::write(charter).into_bytes(),
        Target::Css => css::write(charter).into_bytes(),
    }
}

/// As [`Target::Tokens`], with what other programs kept in the tokens that were read.
pub fn write_keeping(charter: &Charter, extensions: &Extensions) -> String {
    dtcg::write(charter, extensions)
}
