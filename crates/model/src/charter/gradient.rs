use serde::{Deserialize, Serialize};

use super::{CharterError, Role, parse::within};

/// Colours of the charter that run into each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Gradient {
    /// What the brand calls it.
    pub name: String,
    /// Which way it runs, in degrees clockwise from upwards, as in CSS: 90 runs to the right.
    pub angle: f32,
    /// Two colours or more, in order.
    pub stops: Vec<Stop>,
}

/// A colour of a gradient.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// Which colour.
    pub color: Role,
    /// Where it is pure, 0 to 1.
    pub at: f32,
}

impl Gradient {
    pub(super) fn check(&self) -> Result<(), CharterError> {
        if self.stops.len() < 2 {
            return Err(CharterError::OneColor(self.name.clone()));
        }
        within("gradients.angle", self.angle, -360.0, 360.0)?;
        self.stops.iter().try_for_each(|stop| within("gradients.stops.at", stop.at, 0.0, 1.0))
    }
}
