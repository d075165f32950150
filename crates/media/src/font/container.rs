use std::borrow::Cow;

use super::{FontError, limits};

/// Where a WOFF2 file says how long the font will be (WOFF2, "WOFF2Header", `totalSfntSize`).
const TOTAL_SIZE: std::ops::Range<usize> = 16..20;

/// The font inside a file, decompressed if need be.
pub fn open(bytes: &[u8]) -> Result<Cow<'_, [u8]>, FontError> {
    within(bytes.len(), limits::FILE)?;
    match bytes.get(..4) {
        Some(b"\0\x01\0\0" | b"true" | b"OTTO") => Ok(Cow::Borrowed(bytes)),
        Some(b"wOF2") => decompress(bytes).map(Cow::Owned),
        Some(b"wOFF") => Err(FontError::Container { kind: "a WOFF file of the first version" }),
        Some(b"ttcf") => Err(FontError::Container { kind: "a collection of fonts" }),
        _ => Err(FontError::Unknown),
    }
}

/// Checks what the file announces before any byte of it is decompressed, and what came out afterwards.
fn decompress(bytes: &[u8]) -> Result<Vec<u8>, FontError> {
    if bytes.get(4..8) == Some(b"ttcf") {
        return Err(FontError::Container { kind: "a collection of fonts" });
    }
    let total = bytes.get(TOTAL_SIZE).and_then(|size| size.try_into().ok()).map(u32::from_be_bytes);
    within(total.ok_or(FontError::Compressed)? as usize, limits::DECOMPRESSED)?;
    within(announced(bytes)?, limits::DECOMPRESSED)?;
    let font = wuff::decompress_woff2(bytes).map_err(|_| FontError::Compressed)?;
    within(font.len(), limits::DECOMPRESSED)?;
    Ok(font)
}

/// The size of all tables by their directory, which is what the decoder sets aside.
fn announced(bytes: &[u8]) -> Result<usize, FontError> {
    let mut announced = None;
    let stopped = wuff::decompress_woff2_with_custom_brotli(bytes, &mut |_, size| {
        announced = Some(size);
        Err("only the size was wanted".into())
    });
    debug_assert!(stopped.is_err(), "nothing was decompressed");
    announced.ok_or(FontError::Compressed)
}

fn within(bytes: usize, limit: usize) -> Result<(), FontError> {
    if bytes <= limit { Ok(()) } else { Err(FontError::TooLarge { bytes, limit }) }
}
