use serde::{Deserialize, Serialize};

use super::{CharterError, parse::within};

/// What words are on a page, as far as their size goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum TypeRole {
    /// The title of a cover.
    Cover,
    /// Any other title.
    Title,
    /// Running text.
    Text,
    /// The line above a title.
    Kicker,
}

/// How small and how large words may be, in u.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    /// Words that do not fit never become smaller.
    pub least: f32,
    /// Templates never set them larger.
    pub most: f32,
}

impl TypeRole {
    /// Every one, from the largest.
    pub const ALL: [Self; 4] = [Self::Cover, Self::Title, Self::Text, Self::Kicker];
}

impl Sizes {
    /// The size nearest to `size` that is allowed.
    #[must_use]
    pub fn hold(self, size: f32) -> f32 {
        size.clamp(self.least, self.most)
    }

    pub(super) fn check(self, of: TypeRole) -> Result<(), CharterError> {
        let field = |end: &str| format!("fonts.sizes.{of:?}.{end}").to_lowercase();
        within(&field("most"), self.most, 8.0, 600.0)?;
        within(&field("least"), self.least, 8.0, self.most)
    }
}
