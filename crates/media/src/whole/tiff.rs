use std::io::Cursor;

use image::{ColorType, ImageDecoder, codecs::tiff::TiffDecoder};

use super::failure;
use crate::{Limits, MediaError, decode::Stored};

/// Reads the first page of a TIFF, of 8 or 16 bits a sample.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Stored, MediaError> {
    let decoder = TiffDecoder::new(Cursor::new(bytes)).map_err(failure)?;
    match decoder.color_type() {
        ColorType::Rgb32F | ColorType::Rgba32F => Err(MediaError::Unsupported { format: "tiff" }),
        _ => super::read(decoder, limits),
    }
}
