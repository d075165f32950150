//! Typefaces in: a file that a person brought becomes one that is safe to shape, draw and embed.
//!
//! The libraries that draw text read any font without crashing; they do not promise to be quick, and a font is a
//! program as much as a drawing. What would cost more than a page is worth is refused here, once, when the charter is
//! read. Only the tables that text needs go on: colour glyphs, bitmaps and Apple's own layout tables are left behind.

mod charstring;
mod container;
mod error;
mod glyf;
mod limits;
mod outlines;
mod postscript;
mod rights;
mod tables;
mod variations;

use skrifa::{FontRef, MetadataProvider, Tag};

pub use error::FontError;
pub use rights::Rights;

/// A typeface that was proved safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typeface {
    /// An OpenType font, whatever it came as.
    pub bytes: Vec<u8>,
    /// What its licence says of files that carry it.
    pub rights: Rights,
}

/// Reads a TrueType, OpenType or WOFF2 file, variable or not.
///
/// Bounded whatever the bytes: memory by a small multiple of the greatest file accepted (16 MiB, 32 once decompressed),
/// time by what those bytes take to walk once.
///
/// # Errors
/// The bytes are no such font, are damaged, or ask for more work than a typeface may.
pub fn read(bytes: &[u8]) -> Result<Typeface, FontError> {
    let bytes = tables::keep(&container::open(bytes)?)?;
    let font = FontRef::new(&bytes).map_err(|_| FontError::Damaged { part: "table directory" })?;
    tables::check(&font)?;
    let axes = variations::check(&font)?;
    check_outlines(&font, axes)?;
    check_letters(&font)?;
    let rights = Rights::of(&font);
    Ok(Typeface { rights, bytes })
}

/// Every kind of outline that is there: what one reader passes over, another draws.
fn check_outlines(font: &FontRef<'_>, axes: u16) -> Result<(), FontError> {
    let table = |tag: &[u8; 4]| font.table_data(Tag::new(tag)).map(|data| data.as_bytes());
    let (truetype, postscript) = (table(b"glyf"), [table(b"CFF "), table(b"CFF2")]);
    if truetype.is_none() && postscript.iter().all(Option::is_none) {
        return Err(FontError::Missing { table: "glyf" });
    }
    if truetype.is_some() {
        glyf::check(font, axes)?;
    }
    postscript.into_iter().flatten().try_for_each(|table| postscript::check(table, axes))?;
    outlines::check(font)
}

/// A font of signs alone would leave every word to the fallback, without a word about it.
fn check_letters(font: &FontRef<'_>) -> Result<(), FontError> {
    let charmap = font.charmap();
    let drawn = |letter: char| charmap.map(letter).is_some_and(|glyph| glyph.to_u32() != 0);
    if ('a'..='z').chain('A'..='Z').any(drawn) { Ok(()) } else { Err(FontError::NoLetters) }
}
