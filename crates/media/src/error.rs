use thiserror::Error;

/// Why a picture cannot be used. The messages are for logs; people are shown words chosen from [`MediaError::code`].
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum MediaError {
    /// The bytes are no picture that is known here; no bytes at all counts too.
    #[error("the bytes are not a known picture format")]
    UnknownFormat,
    /// The format is known, and is not one that can be read.
    #[error("`{format}` pictures cannot be read")]
    Unsupported {
        /// The format's short name, in lower case.
        format: &'static str,
    },
    /// More pixels than the limits accept, by the file's own header.
    #[error("the picture is too large: {width} x {height} pixels")]
    TooLarge {
        /// Width in pixels, as stored.
        width: u32,
        /// Height in pixels, as stored.
        height: u32,
    },
    /// The end of the file is missing.
    #[error("the file is truncated")]
    Truncated,
    /// The file is complete, and what it says makes no picture.
    #[error("the file is damaged")]
    Damaged,
    /// A drawing with more bytes or more elements than is reasonable for a logo.
    #[error("the drawing is too complex")]
    TooComplex,
    /// A drawing that states neither a size nor a view box.
    #[error("the drawing has no size")]
    NoSize,
}

impl MediaError {
    /// A name that never changes, for messages and for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownFormat => "media_unknown_format",
            Self::Unsupported { .. } => "media_unsupported",
            Self::TooLarge { .. } => "media_too_large",
            Self::Truncated => "media_truncated",
            Self::Damaged => "media_damaged",
            Self::TooComplex => "media_too_complex",
            Self::NoSize => "media_no_size",
        }
    }
}
