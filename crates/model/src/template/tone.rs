use std::str::FromStr;

use serde::{Deserialize, Deserializer};

/// A colour of the page's mood, pure or thinned over the ground (`"ink 30%"`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    /// The colour.
    pub role: ToneRole,
    /// Its share over the ground, 0 to 1.
    pub share: f32,
}

/// The colours of a mood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToneRole {
    /// Behind everything.
    Ground,
    /// Words.
    Ink,
    /// Small touches.
    Accent,
    /// The ornament.
    Motif,
}

impl Default for Tone {
    fn default() -> Self {
        Self { role: ToneRole::Ink, share: 1.0 }
    }
}

impl FromStr for Tone {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (role, share) = text.split_once(' ').unwrap_or((text, "100%"));
        let role = match role {
            "ground" => ToneRole::Ground,
            "ink" => ToneRole::Ink,
            "accent" => ToneRole::Accent,
            "motif" => ToneRole::Motif,
            other => return Err(format!("`{other}` is no tone")),
        };
        Ok(Self { role, share: percent(share).ok_or_else(|| format!("`{share}` is no share"))? })
    }
}

impl<'de> Deserialize<'de> for Tone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The fraction that a text such as `30%` writes.
pub(super) fn percent(text: &str) -> Option<f32> {
    text.strip_suffix('%')?.parse::<f32>().ok().map(|value| value / 100.0)
}
