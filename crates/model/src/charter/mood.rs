use serde::{Deserialize, Serialize};

use super::Colors;
use crate::Color;

/// The colours a page is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Mood {
    /// Ink on the ground.
    Ground,
    /// Ground on the ink.
    Ink,
    /// On the loudest colour.
    Vivid,
    /// On the warm, quiet colour.
    Soft,
    /// On the cool, quiet colour.
    Cool,
}

/// A mood's colours, ready to paint with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub ground: Color,
    /// Words and rules.
    pub ink: Color,
    /// Small touches.
    pub accent: Color,
    /// The ornament.
    pub motif: Color,
}

impl Colors {
    /// The colours of a page in that mood. Words take the ink or the ground, whichever reads better.
    pub fn palette(&self, mood: Mood) -> Palette {
        let Self { ground, ink, accent, vivid, soft, cool, more: _ } = self;
        match mood {
            Mood::Ground => self.on(ground.value, Some(accent.value), 0.20),
            Mood::Ink => Palette {
                accent: readable(vivid.value, ink.value).unwrap_or(ground.value),
                motif: cool.value.over(0.34, ink.value),
                ..self.on(ink.value, None, 0.0)
            },
            Mood::Vivid => self.on(vivid.value, None, 0.24),
            Mood::Soft => self.on(soft.value, None, 0.22),
            Mood::Cool => self.on(cool.value, None, 0.30),
        }
    }

    /// `motif` is the ink's share in the ornament: enough to be seen, too little to disturb words over it.
    fn on(&self, ground: Color, accent: Option<Color>, motif: f64) -> Palette {
        let (dark, light) = (self.ink.value, self.ground.value);
        let ink = if dark.contrast(ground) >= light.contrast(ground) { dark } else { light };
        let accent = accent.and_then(|accent| readable(accent, ground)).unwrap_or(ink);
        Palette { ground, ink, accent, motif: ink.over(motif, ground) }
    }
}

/// The colour, when large words in it can be read on `ground` (WCAG 2.2, 1.4.3: 3 to 1).
fn readable(color: Color, ground: Color) -> Option<Color> {
    (color.contrast(ground) >= 3.0).then_some(color)
}
