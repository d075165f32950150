//! Pictures in: photographs become upright sRGB pixels, SVG drawings become scene items, typefaces become safe ones.
//!
//! Everything here works on bytes and answers with values or a [`MediaError`]; no disk, no network, not even when an
//! SVG asks for it. The one thing to know: a decoded picture may be smaller than its file ([`Limits::side`]), so that
//! a 200-megapixel panorama costs no more memory than a screen can show.

mod decode;
mod error;
mod format;
mod limits;

mod heif;
mod jpeg;
mod whole;

mod orientation;
mod pixels;
mod profile;
mod scale;

pub mod facts;
pub mod fit;
pub mod font;
pub mod logo;
pub mod look;
pub mod thumbnail;
pub mod treatment;
pub mod vector;
pub mod video;

#[cfg(test)]
mod tests;

pub use decode::{Decoded, decode};
pub use error::MediaError;
pub use format::Format;
pub use limits::Limits;
