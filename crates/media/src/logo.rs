//! Logos: drawings or pictures, told by content.

use crate::{Decoded, Format, Limits, MediaError, decode, vector, vector::Drawing};

/// A logo.
#[derive(Clone, Debug)]
pub enum Logo {
    /// From an SVG: sharp at any size, can be recoloured.
    Vector(Drawing),
    /// From any format that photographs have.
    Raster(Decoded),
}

/// Reads a logo in its own colours. To recolour a drawing, give the same bytes to [`vector::parse`].
pub fn read(bytes: &[u8]) -> Result<Logo, MediaError> {
    match Format::recognise(bytes) {
        Err(MediaError::UnknownFormat) if vector::looks_like_svg(bytes) => vector::parse(bytes, None).map(Logo::Vector),
        Err(error) => Err(error),
        Ok(_) => decode(bytes, Limits::default()).map(Logo::Raster),
    }
}
