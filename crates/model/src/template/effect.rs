use serde::Deserialize;

use super::{Size, Tone};

/// What a box casts on what lies under it.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shadow {
    /// How far it lies to the right, in u.
    #[serde(default)]
    pub x: f32,
    /// How far it lies below, in u.
    #[serde(default)]
    pub y: f32,
    /// Its blur radius in u as CSS and design tools mean it: twice the deviation. Zero is a hard edge.
    #[serde(default)]
    pub blur: Size,
    /// Its colour; its share is how much of it there is.
    pub tone: Tone,
}

/// Colours that run into each other over a whole box.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "GradientFields")]
pub struct Gradient {
    /// How they run.
    pub kind: GradientKind,
    /// Where to, in degrees: 0 up, 90 to the right, as in CSS. Where a sweep begins; nothing to a radial one.
    pub angle: f32,
    /// The colours at equal distances, two or more.
    pub tones: Vec<Tone>,
}

/// How colours run into each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GradientKind {
    /// From one side to the other.
    #[default]
    Linear,
    /// From the middle to the corners.
    Radial,
    /// Around the middle.
    Sweep,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GradientFields {
    #[serde(default)]
    kind: GradientKind,
    #[serde(default)]
    angle: f32,
    tones: Vec<Tone>,
}

impl TryFrom<GradientFields> for Gradient {
    type Error = &'static str;

    fn try_from(GradientFields { kind, angle, tones }: GradientFields) -> Result<Self, Self::Error> {
        if tones.len() < 2 { Err("a gradient has two tones or more") } else { Ok(Self { kind, angle, tones }) }
    }
}
