//! The typefaces that text is set in.
//!
//! Each file is read when the first text needs it, once for all threads: a French document never pays for Chinese.

mod chain;
mod covers;

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use parley::fontique::Blob;
use planche_scene::Font;

pub(crate) use chain::{Chain, Typefaces};
pub use covers::Covers;

/// Files that are registered under one name.
#[derive(Clone, Debug)]
pub struct FontFamily {
    /// The family's name, as charters write it: the files' own name tables are not trusted.
    pub name: String,
    /// When it is used without being asked for.
    pub purpose: Purpose,
    /// The files, which complete each other (scripts, styles).
    pub files: Vec<FontFile>,
}

impl FontFamily {
    /// Whether text set in `font` is set in one of its files. Reads none that text has not needed yet.
    pub fn has(&self, font: &Font) -> bool {
        self.files.iter().any(|file| {
            file.0.bytes.get().is_some_and(|bytes| bytes.as_ref().is_some_and(|bytes| bytes.id() == font.data.id()))
        })
    }
}

/// When a family is used without being asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Never.
    Asked,
    /// For `code`.
    Code,
    /// For whatever the family that was asked for lacks.
    Fallback,
    /// For emoji, before the fallback, which has plain signs for some of them.
    Emoji(Covers),
    /// For other scripts and for signs, after the fallback.
    Script {
        /// What it is there for.
        covers: Covers,
        /// The language whose forms it draws, where one character has several, for example `ja`.
        language: Option<String>,
    },
}

impl Purpose {
    fn covers(&self) -> Option<&Covers> {
        match self {
            Self::Emoji(covers) | Self::Script { covers, .. } => Some(covers),
            Self::Asked | Self::Code | Self::Fallback => None,
        }
    }
}

/// A font file, read when it is first needed. Cheap to clone: the clones share the bytes.
#[derive(Clone)]
pub struct FontFile(Arc<Lazy>);

struct Lazy {
    read: Box<dyn Fn() -> Option<Vec<u8>> + Send + Sync>,
    bytes: OnceLock<Option<Blob<u8>>>,
}

impl FontFile {
    /// The file that `read` reads: an OpenType font, or a collection of them; `None` when it cannot be had.
    pub fn new(read: impl Fn() -> Option<Vec<u8>> + Send + Sync + 'static) -> Self {
        Self(Arc::new(Lazy { read: Box::new(read), bytes: OnceLock::new() }))
    }

    /// A file whose bytes are there already.
    pub fn of(bytes: Vec<u8>) -> Self {
        let bytes = OnceLock::from(Some(Blob::new(Arc::new(bytes))));
        Self(Arc::new(Lazy { read: Box::new(|| None), bytes }))
    }

    /// The bytes, read by the first who asks.
    fn bytes(&self) -> Option<Blob<u8>> {
        let Lazy { read, bytes } = &*self.0;
        bytes.get_or_init(|| read().map(|bytes| Blob::new(Arc::new(bytes)))).clone()
    }

    fn is_read(&self) -> bool {
        self.0.bytes.get().is_some()
    }
}

impl fmt::Debug for FontFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("FontFile").field(&self.is_read()).finish()
    }
}

/// Every typeface the studio sets text in; no font of the machine is ever among them. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Fonts {
    families: Arc<[FontFamily]>,
}

impl Fonts {
    /// The typefaces of these families; where several serve, the first one does.
    pub fn new(families: impl IntoIterator<Item = FontFamily>) -> Self {
        Self { families: families.into_iter().collect() }
    }

    /// Whether a charter may name this family.
    pub fn has(&self, family: &str) -> bool {
        self.families.iter().any(|known| known.name == family && !known.files.is_empty())
    }

    /// Every family, in the order of its manifest.
    pub fn iter(&self) -> impl Iterator<Item = &FontFamily> {
        self.families.iter()
    }

    /// The families that a person chooses from, in order: those that no script, emoji or code calls for.
    pub fn offered(&self) -> impl Iterator<Item = &str> {
        let offered =
            self.families.iter().filter(|family| matches!(family.purpose, Purpose::Asked | Purpose::Fallback));
        offered.map(|family| family.name.as_str())
    }

    /// A family's first file, an OpenType font: its upright, Latin letters.
    pub fn first_file(&self, family: &str) -> Option<Vec<u8>> {
        let family = self.families.iter().find(|known| known.name == family)?;
        Some(family.files.first()?.bytes()?.data().to_vec())
    }

    /// The families of which a file has been read, in order: what documents needed until now.
    pub fn read_so_far(&self) -> Vec<&str> {
        let read = self.families.iter().filter(|family| family.files.iter().any(FontFile::is_read));
        read.map(|family| family.name.as_str()).collect()
    }
}
