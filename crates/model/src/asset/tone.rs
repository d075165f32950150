use serde::{Deserialize, Serialize};

use crate::{Color, Oklch};

/// The name people give a colour when they look for a picture by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "a colour's name says which it is")]
pub enum Tone {
    White,
    Grey,
    Black,
    Brown,
    Red,
    Orange,
    Yellow,
    Green,
    Teal,
    Blue,
    Purple,
    Pink,
}

/// Less chroma than that has no hue for the eye.
const GREY: f64 = 0.035;

/// Where a hue begins, in degrees of OKLCH, up to the next: from swatches of the CSS named colours.
const HUES: [(f64, Tone); 8] = [
    (10.0, Tone::Red),
    (38.0, Tone::Orange),
    (80.0, Tone::Yellow),
    (120.0, Tone::Green),
    (180.0, Tone::Teal),
    (215.0, Tone::Blue),
    (285.0, Tone::Purple),
    (330.0, Tone::Pink),
];

impl Tone {
    /// Every tone, the greys first, then as in a rainbow.
    pub const ALL: [Self; 12] = [
        Self::White,
        Self::Grey,
        Self::Black,
        Self::Brown,
        Self::Red,
        Self::Orange,
        Self::Yellow,
        Self::Green,
        Self::Teal,
        Self::Blue,
        Self::Purple,
        Self::Pink,
    ];

    /// What people would call that colour.
    pub fn of(color: Color) -> Self {
        let Oklch { lightness, chroma, hue } = color.into();
        let degrees = hue.to_degrees().rem_euclid(360.0);
        let named = HUES.iter().rev().find(|(from, _)| degrees >= *from).map_or(Self::Pink, |(_, tone)| *tone);
        match named {
            _ if lightness < 0.2 || (chroma < GREY && lightness < 0.35) => Self::Black,
            _ if chroma < GREY && lightness > 0.87 => Self::White,
            _ if chroma < GREY => Self::Grey,
            // A light red is pink, a dark orange is brown.
            Self::Red if lightness > 0.72 => Self::Pink,
            Self::Orange | Self::Yellow if lightness < 0.6 => Self::Brown,
            named => named,
        }
    }

    /// The bit that stands for it in a set.
    pub fn bit(self) -> u32 {
        1 << self as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_named_as_people_name_them() {
        let check = |hex: &str, expected| assert_eq!(Tone::of(hex.parse().unwrap()), expected, "{hex}");
        check("#ffffff", Tone::White);
        check("#f4efe6", Tone::White);
        check("#808080", Tone::Grey);
        check("#101010", Tone::Black);
        check("#8b4513", Tone::Brown);
        check("#d62828", Tone::Red);
        check("#ff8c00", Tone::Orange);
        check("#ffd700", Tone::Yellow);
        check("#2e8b57", Tone::Green);
        check("#1f3d36", Tone::Green);
        check("#008b8b", Tone::Teal);
        check("#1e6fd9", Tone::Blue);
        check("#7b2cbf", Tone::Purple);
        check("#ff69b4", Tone::Pink);
        check("#e9a18f", Tone::Pink);
        check("#c8cc5f", Tone::Yellow);
    }

    #[test]
    fn each_tone_has_its_bit() {
        assert_eq!(Tone::ALL.iter().fold(0, |bits, tone| bits | tone.bit()), 0xFFF);
    }
}
