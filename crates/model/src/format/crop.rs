use serde::{Deserialize, Serialize};

use super::Confidence;

/// The part of a visual that the network shows in another place than its own: what lies outside is cut there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crop {
    /// The place, for example `profile-grid` or `circle`. Stable; the words are the window's.
    pub name: String,
    /// What stays visible.
    #[serde(flatten)]
    pub shape: Shape,
    /// When the figures were last checked, `YYYY-MM-DD`.
    pub verified: String,
    /// How sure they are.
    #[serde(default)]
    pub confidence: Confidence,
    /// Where they come from.
    #[serde(default)]
    pub source: Vec<String>,
}

/// An area of a format, in its px, y down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "shape", rename_all = "lowercase")]
pub enum Shape {
    /// A rectangle by its top left corner and its size.
    Rectangle {
        /// Left edge.
        x: u32,
        /// Top edge.
        y: u32,
        /// Across.
        width: u32,
        /// Down.
        height: u32,
    },
    /// A disc by its centre.
    Circle {
        /// Centre, from the left.
        x: u32,
        /// Centre, from the top.
        y: u32,
        /// Radius.
        radius: u32,
    },
}

impl Shape {
    /// The smallest rectangle around it: left, top, right and bottom in px, of which left and top may be negative.
    pub fn bounds(self) -> [i64; 4] {
        let sides = |x: u32, y: u32, width: u32, height: u32| {
            let [x, y, width, height] = [x, y, width, height].map(i64::from);
            [x, y, x + width, y + height]
        };
        match self {
            Self::Rectangle { x, y, width, height } => sides(x, y, width, height),
            Self::Circle { x, y, radius } => {
                let [x, y, radius] = [x, y, radius].map(i64::from);
                [x - radius, y - radius, x + radius, y + radius]
            }
        }
    }
}
