//! What a video's headers say of it: its container, its size, how long it is.
//!
//! Only headers are read, wherever they are in the file: a video of gigabytes costs a few kilobytes.

mod boxes;
mod elements;
mod source;

use std::io::{Read, Seek};

use source::Source;

/// A video's outward facts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Video {
    /// The container.
    pub format: Container,
    /// In pixels, as shown: of the first picture track, turned as it says.
    pub width: u32,
    /// In pixels, as shown.
    pub height: u32,
    /// How long it plays; 0 when the headers do not say, as in live recordings.
    pub seconds: f64,
}

/// The containers that networks take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Container {
    /// MPEG-4.
    Mp4,
    /// QuickTime.
    Mov,
    /// WebM.
    WebM,
}

impl Container {
    /// The extension that files of this kind bear, in lower case and without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Mp4 => "mp4",
            Self::Mov => "mov",
            Self::WebM => "webm",
        }
    }
}

/// Reads the headers of a video; `None` for anything else, for what cannot be read, and for sound alone.
///
/// Of bytes in memory, give a [`std::io::Cursor`].
pub fn probe(file: impl Read + Seek) -> Option<Video> {
    let (mut source, whole) = Source::open(file)?;
    match source.head(whole)? {
        [0x1A, 0x45, 0xDF, 0xA3, ..] => elements::probe(&mut source, whole),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => boxes::probe(&mut source, whole),
        // QuickTime before 2001 had no type.
        [_, _, _, _, b'm', b'o' | b'd', b'o' | b'a', b'v' | b't', ..] | [_, _, _, _, b'w', b'i', b'd', b'e', ..] => {
            boxes::probe(&mut source, whole)
        }
        _ => None,
    }
}
