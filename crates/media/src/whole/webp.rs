use std::io::Cursor;

use image::codecs::webp::WebPDecoder;

use super::failure;
use crate::{Limits, MediaError, decode::Stored};

/// Reads a WebP.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Stored, MediaError> {
    if bytes.len() < stated_length(bytes).ok_or(MediaError::Truncated)? {
        return Err(MediaError::Truncated);
    }
    super::read(WebPDecoder::new(Cursor::new(bytes)).map_err(failure)?, limits)
}

/// The length that the RIFF header gives to the whole file.
fn stated_length(bytes: &[u8]) -> Option<usize> {
    let length = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
    usize::try_from(length).ok()?.checked_add(8)
}
