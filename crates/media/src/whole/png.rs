use std::io::Cursor;

use image::codecs::png::PngDecoder;

use super::failure;
use crate::{Limits, MediaError, decode::Stored};

/// Reads a PNG.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Stored, MediaError> {
    let (width, height) = size(bytes).ok_or(MediaError::Truncated)?;
    limits.admit(width, height, 0)?;
    if !is_complete(bytes) {
        return Err(MediaError::Truncated);
    }
    let mut beside = image::Limits::no_limits();
    beside.max_alloc = Some(MOST_BESIDE);
    super::read(PngDecoder::with_limits(Cursor::new(bytes), beside).map_err(failure)?, limits)
}

/// The most bytes of what is beside the pixels: words, and a profile, which comes packed and may be a thousand times as
/// large as it looks. Profiles of printers, the largest, have some 3 MB.
const MOST_BESIDE: u64 = 64 << 20;

/// The dimensions in the header, which comes first (PNG, third edition, 11.2.1). The decoder only tells them once it
/// has read as far as the pixels.
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let word = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((word(16)?, word(20)?))
}

/// Whether the last chunk is there; the decoder is content with the pixels.
fn is_complete(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some((header, data)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, kind @ ..] = *header;
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        let Some(next) = length.checked_add(CHECKSUM).and_then(|length| data.get(length..)) else { return false };
        if kind == *b"IEND" {
            return true;
        }
        rest = next;
    }
    false
}

/// The bytes of the checksum after each PNG chunk.
const CHECKSUM: usize = 4;
