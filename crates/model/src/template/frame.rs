use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::tone::percent;

/// How an element's box sits in its parent's. All lengths in u.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Frame {
    /// Width; as wide as the parent or the contents ask when absent.
    pub width: Option<Length>,
    /// Height; as high as the contents when absent.
    pub height: Option<Length>,
    /// Never narrower.
    pub min_width: Option<Length>,
    /// Never lower.
    pub min_height: Option<Length>,
    /// Never wider.
    pub max_width: Option<Length>,
    /// Never higher.
    pub max_height: Option<Length>,
    /// Share of the room left over.
    pub grow: f32,
    /// Share of the room missing.
    pub shrink: f32,
    /// Across the parent's direction, when it differs from what the parent says.
    pub align_self: Option<Align>,
    /// Around the box; negative values reach over the parent's padding.
    pub margin: Sides,
    /// Pushes the box to the end of its parent, with all the room left before it.
    pub push: bool,
    /// Takes the box out of the flow and holds it by its parent's edges.
    pub pin: Option<Pin>,
}

/// A length in u, or in percent of the parent (`"50%"`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// In u.
    Units(f32),
    /// A fraction of the parent's length, 0 to 1.
    Fraction(f32),
}

/// Distances from the four edges of the parent, in u; an absent edge does not hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pin {
    /// From the left edge.
    pub left: Option<f32>,
    /// From the top edge.
    pub top: Option<f32>,
    /// From the right edge.
    pub right: Option<f32>,
    /// From the bottom edge.
    pub bottom: Option<f32>,
}

/// Four lengths in u, as `[top, right, bottom, left]` or one number for all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sides {
    /// Above.
    pub top: f32,
    /// On the right.
    pub right: f32,
    /// Below.
    pub bottom: f32,
    /// On the left.
    pub left: f32,
}

/// Where boxes go when there is room left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// To the start.
    Start,
    /// In the middle.
    Center,
    /// To the end.
    End,
    /// As wide as there is room.
    Stretch,
    /// With the room between them (along the direction only).
    Between,
    /// On a common baseline (across a row only).
    Baseline,
}

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let error = |value: &Value| serde::de::Error::custom(format!("`{value}` is no length"));
        match &Value::deserialize(deserializer)? {
            Value::String(text) => percent(text).map(Self::Fraction).ok_or_else(|| error(&text.as_str().into())),
            value => value.as_f64().map(|units| Self::Units(units as f32)).ok_or_else(|| error(value)),
        }
    }
}

impl<'de> Deserialize<'de> for Sides {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            All(f32),
            Each([f32; 4]),
        }
        Ok(match Form::deserialize(deserializer)? {
            Form::All(all) => Self { top: all, right: all, bottom: all, left: all },
            Form::Each([top, right, bottom, left]) => Self { top, right, bottom, left },
        })
    }
}
