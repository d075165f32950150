use serde::{Deserialize, Serialize};

use super::{Colors, Swatch};
use crate::Color;

/// One of a charter's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "ColorRole"))]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// What pages are made of.
    Ground,
    /// What words are made of.
    Ink,
    /// What stands out in small touches.
    #[default]
    Accent,
    /// The loudest ground.
    Vivid,
    /// The warm, quiet ground.
    Soft,
    /// The cool, quiet ground.
    Cool,
}

impl Role {
    /// Every role, in the order people read them.
    pub const ALL: [Self; 6] = [Self::Ground, Self::Ink, Self::Accent, Self::Vivid, Self::Soft, Self::Cool];

    /// Its name in files and on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ground => "ground",
            Self::Ink => "ink",
            Self::Accent => "accent",
            Self::Vivid => "vivid",
            Self::Soft => "soft",
            Self::Cool => "cool",
        }
    }
}

impl Colors {
    /// The colour in that role.
    pub fn of(&self, role: Role) -> Color {
        self.swatch(role).value
    }

    /// The colour in that role, and what the brand calls it.
    pub fn swatch(&self, role: Role) -> &Swatch {
        match role {
            Role::Ground => &self.ground,
            Role::Ink => &self.ink,
            Role::Accent => &self.accent,
            Role::Vivid => &self.vivid,
            Role::Soft => &self.soft,
            Role::Cool => &self.cool,
        }
    }

    /// As [`swatch`](Self::swatch), to change it.
    pub fn swatch_mut(&mut self, role: Role) -> &mut Swatch {
        match role {
            Role::Ground => &mut self.ground,
            Role::Ink => &mut self.ink,
            Role::Accent => &mut self.accent,
            Role::Vivid => &mut self.vivid,
            Role::Soft => &mut self.soft,
            Role::Cool => &mut self.cool,
        }
    }
}
