use serde::Deserialize;

/// A figure that fills its box: to cut a photograph to, or to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outline {
    /// The whole box.
    Box,
    /// The largest circle.
    Disc,
    /// A circle's line, a sixth of its radius thick.
    Ring,
    /// The whole box, rounded.
    Ellipse,
    /// Round at the top.
    Arch,
    /// Round at two opposite corners.
    Leaf,
    /// Soft and irregular.
    Pebble,
    /// Eight round petals.
    Flower,
    /// Sixteen points.
    Burst,
    /// On one point.
    Diamond,
    /// Six sides.
    Hexagon,
    /// The lower left half.
    Triangle,
    /// A quarter of a circle, its centre at the lower left.
    Quarter,
    /// The upper half of a circle.
    Half,
    /// A cross of two bars.
    Plus,
    /// Its upper edge is a wave.
    Wave,
    /// A wavy line.
    Squiggle,
    /// Bars from corner to corner.
    Stripes,
    /// Dots in rows.
    Dots,
    /// A grid of thin lines.
    Grid,
    /// An arrow to the right.
    Arrow,
}

impl Outline {
    /// Every outline.
    pub const ALL: [Self; 21] = [
        Self::Box,
        Self::Disc,
        Self::Ring,
        Self::Ellipse,
        Self::Arch,
        Self::Leaf,
        Self::Pebble,
        Self::Flower,
        Self::Burst,
        Self::Diamond,
        Self::Hexagon,
        Self::Triangle,
        Self::Quarter,
        Self::Half,
        Self::Plus,
        Self::Wave,
        Self::Squiggle,
        Self::Stripes,
        Self::Dots,
        Self::Grid,
        Self::Arrow,
    ];
}
