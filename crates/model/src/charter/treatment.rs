use serde::{Deserialize, Serialize};

use super::{CharterError, Role, parse::within};

/// What a brand does to its photographs. The default leaves them as they are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Treatment {
    /// How soft they are: the standard deviation of a Gaussian as a share of the short side, 0 to 0.2.
    pub blur: f32,
    /// What every level is multiplied by, as in CSS, 0 to 3.
    pub brightness: f32,
    /// What every level's distance from the middle is multiplied by, as in CSS, 0 to 3.
    pub contrast: f32,
    /// What every colour's distance from its grey is multiplied by, as in CSS, 0 (grayscale) to 3.
    pub saturation: f32,
    /// The colours that take the place of black and of white.
    pub duotone: Option<[Role; 2]>,
    /// How far grain moves a level, as a share of the whole range, 0 to 0.5.
    pub grain: f32,
}

impl Default for Treatment {
    fn default() -> Self {
        Self { blur: 0.0, brightness: 1.0, contrast: 1.0, saturation: 1.0, duotone: None, grain: 0.0 }
    }
}

impl Treatment {
    pub(super) fn check(&self) -> Result<(), CharterError> {
        within("photographs.blur", self.blur, 0.0, 0.2)?;
        within("photographs.brightness", self.brightness, 0.0, 3.0)?;
        within("photographs.contrast", self.contrast, 0.0, 3.0)?;
        within("photographs.saturation", self.saturation, 0.0, 3.0)?;
        within("photographs.grain", self.grain, 0.0, 0.5)
    }
}
