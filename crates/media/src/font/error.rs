use thiserror::Error;

/// Why a typeface cannot be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum FontError {
    /// Not a font, or one of another age.
    #[error("this is no TrueType, OpenType or WOFF2 font")]
    Unknown,
    /// A container that holds the right thing in the wrong box.
    #[error("this is {kind}, not a single TrueType, OpenType or WOFF2 font")]
    Container {
        /// What it is, with its article.
        kind: &'static str,
    },
    /// More bytes than a typeface may have, as it is or once decompressed.
    #[error("the font takes {bytes} bytes, {limit} at most")]
    TooLarge {
        /// How many it has, or says that it has.
        bytes: usize,
        /// How many it may have.
        limit: usize,
    },
    /// Compressed data that does not give back the tables it announces.
    #[error("the WOFF2 data cannot be decompressed, or is not as long as it says")]
    Compressed,
    /// A table that is not where the font says, or not what it should be.
    #[error("the font is damaged: its `{part}` cannot be read")]
    Damaged {
        /// The table.
        part: &'static str,
    },
    /// A table without which no text can be set.
    #[error("the font has no `{table}` table")]
    Missing {
        /// The table.
        table: &'static str,
    },
    /// A glyph made of itself, directly or not.
    #[error("the glyph {glyph} is made of itself")]
    Loop {
        /// Its number.
        glyph: u32,
    },
    /// More work than a glyph, or a font, may ask for.
    #[error("the font is too complex: {what} over {limit}")]
    TooComplex {
        /// What there is too much of.
        what: &'static str,
        /// How much there may be.
        limit: u64,
    },
    /// Not one Latin letter.
    #[error("the font has no letters from A to Z")]
    NoLetters,
}
