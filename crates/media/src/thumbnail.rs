//! Pictures small and at once, for screens full of them.

use crate::{Decoded, Format, Limits, MediaError, decode, heif, jpeg};

/// A photograph of any [`Format`] at most `side` pixels a side, upright and in sRGB, with the facts of its file. It is made
/// to be looked at, not to be published: [`decode`] takes its time and gives the better picture.
///
/// A JPEG is read by the mean of its blocks alone where that is enough, a HEIC by the small picture it carries. What ends
/// too soon is refused; other damage that does not show at this size may not be noticed.
pub fn of(bytes: &[u8], side: u32) -> Result<Decoded, MediaError> {
    let limits = Limits { side, ..Limits::default() };
    match Format::recognise(bytes)? {
        Format::Jpeg => Ok(Decoded::of(bytes, Format::Jpeg, jpeg::glance(bytes, limits)?)),
        format @ (Format::Avif | Format::Heic) => Ok(Decoded::of(bytes, format, heif::glance(bytes, format, limits)?)),
        Format::Png | Format::WebP | Format::Gif | Format::Tiff | Format::Bmp => decode(bytes, limits),
    }
}
