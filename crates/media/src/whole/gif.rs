use std::io::Cursor;

use image::codecs::gif::GifDecoder;

use super::failure;
use crate::{Limits, MediaError, decode::Stored};

/// Reads the first picture of a GIF.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Stored, MediaError> {
    if !holds_a_picture(bytes) {
        return Err(MediaError::Truncated);
    }
    super::read(GifDecoder::new(Cursor::new(bytes)).map_err(failure)?, limits)
}

/// Whether the first picture is there up to its end; the decoder does not tell its absence from damage. What is no GIF
/// block at all is left to the decoder.
fn holds_a_picture(bytes: &[u8]) -> bool {
    let Some(mut rest) = after_table(bytes, HEADER) else { return false };
    loop {
        rest = match rest {
            [PICTURE, ..] => return after_table(rest, DESCRIPTOR).is_some_and(|data| after_data(data, 1).is_some()),
            [EXTENSION, ..] => match after_data(rest, 2) {
                Some(rest) => rest,
                None => return false,
            },
            [] => return false,
            _ => return true,
        };
    }
}

/// A block of an extension, of a picture (GIF89a, appendix A).
const EXTENSION: u8 = 0x21;
const PICTURE: u8 = 0x2C;

/// The bytes of the file's header with its screen, and of a picture's descriptor. Where in it the flags of its table of
/// colours are.
const HEADER: (usize, usize) = (13, 10);
const DESCRIPTOR: (usize, usize) = (10, 9);

/// What follows a header and its table of colours.
fn after_table(bytes: &[u8], (length, flags): (usize, usize)) -> Option<&[u8]> {
    let flags = *bytes.get(flags)?;
    let table = if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    bytes.get(length + table..)
}

/// What follows `skipped` bytes and the chain of blocks after them, each of which begins with its length; an empty one
/// is the last.
fn after_data(bytes: &[u8], skipped: usize) -> Option<&[u8]> {
    let mut rest = bytes.get(skipped..)?;
    while let Some((length @ 1.., after)) = rest.split_first() {
        rest = after.get(usize::from(*length)..)?;
    }
    rest.split_first().map(|(_, after)| after)
}
