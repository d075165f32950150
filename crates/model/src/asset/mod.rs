//! The files of a brand's library: what they are, what is said of them, what may be done with them.

mod change;
mod content_hash;
mod description;
mod query;
mod rights;
mod tone;

use serde::{Deserialize, Serialize};

pub use change::AssetChange;
pub use content_hash::{ContentHash, NotAHash};
pub use description::Description;
pub use query::{AssetQuery, AssetSort, SOON_DAYS};
pub use rights::{Consent, ConsentFile, Licence, People, Rights, Standing};
pub use tone::Tone;

/// What a file of the library is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum AssetKind {
    /// A picture made of pixels.
    Photo,
    /// An SVG.
    Drawing,
    /// A film, which is kept and never drawn.
    Video,
}

impl AssetKind {
    /// Every kind, in the order people read them.
    pub const ALL: [Self; 3] = [Self::Photo, Self::Video, Self::Drawing];
}

/// Which way a picture lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Frame {
    /// Higher than wide.
    Vertical,
    /// Wider than high.
    Horizontal,
    /// As wide as high, give or take one part in [`Frame::SQUARE`].
    Square,
}

impl Frame {
    /// Every frame, in the order people read them.
    pub const ALL: [Self; 3] = [Self::Vertical, Self::Horizontal, Self::Square];

    /// How many times the difference of its sides a square's side is, at least: nobody sees three hundredths.
    pub const SQUARE: u32 = 32;

    /// How a picture of so many pixels lies.
    pub fn of(width: u32, height: u32) -> Self {
        match () {
            () if u64::from(width.abs_diff(height)) * u64::from(Self::SQUARE) <= u64::from(width.max(height)) => {
                Self::Square
            }
            () if width > height => Self::Horizontal,
            () => Self::Vertical,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_a_square_when_nobody_sees_the_difference() {
        let check = |width, height, expected| assert_eq!(Frame::of(width, height), expected, "{width} x {height}");
        check(1080, 1350, Frame::Vertical);
        check(1920, 1080, Frame::Horizontal);
        check(1080, 1080, Frame::Square);
        check(1000, 1031, Frame::Square);
        check(1000, 1040, Frame::Vertical);
        check(u32::MAX, 1, Frame::Horizontal);
    }
}
