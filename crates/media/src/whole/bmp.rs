use std::io::Cursor;

use image::codecs::bmp::BmpDecoder;

use super::failure;
use crate::{Limits, MediaError, decode::Stored};

/// Reads a BMP.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Stored, MediaError> {
    super::read(BmpDecoder::new(Cursor::new(bytes)).map_err(failure)?, limits)
}
