use crate::MediaError;

/// The most bytes that entities may come to: eight times the greatest file.
const MOST_BYTES: usize = 1 << 27;
/// How often one reference is followed by others, at most (roxmltree, "billion laughs").
const FOLLOWED: usize = 255;

/// Fails when a text could not bear all its entities in their places. The parser bounds how they name each other, not
/// how often one megabyte is named.
pub fn check(text: &str) -> Result<(), MediaError> {
    let longest = text.split("<!ENTITY").skip(1).map(declared).max().unwrap_or(0);
    let references = if longest == 0 { 0 } else { text.bytes().filter(|byte| *byte == b'&').count() };
    if longest.saturating_mul(references) > MOST_BYTES / FOLLOWED { Err(MediaError::TooComplex) } else { Ok(()) }
}

/// How long what an entity stands for is: what is between the first quotation marks.
fn declared(rest: &str) -> usize {
    let opened = rest.find(['"', '\'']).map(|at| rest.split_at(at).1);
    let inside = opened.and_then(|text| text.get(1..)?.split(&text[..1]).next());
    inside.map_or(0, str::len)
}
