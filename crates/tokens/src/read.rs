use serde::Serialize;
use thiserror::Error;

use crate::{Palette, aco, ase, css, dtcg, gpl};

/// The largest file that is read, in bytes.
pub(crate) const LARGEST: usize = 8 << 20;
/// How many colours, tokens or properties a file may hold.
pub(crate) const MOST: usize = 10_000;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// Design tokens: DTCG 2025.10 and what came before it, sets of Tokens Studio and of Penpot.
    Tokens,
    /// Adobe Swatch Exchange.
    Ase,
    /// Adobe Color, of Photoshop.
    Aco,
    /// A palette of GIMP, Inkscape, Krita.
    Gpl,
    /// Custom properties of a style sheet.
    Css,
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// None of the kinds of files that are read.
    #[error("none of the files that hold a palette")]
    Unknown,
    /// A file of more than 8 MiB.
    #[error("the file has {0} bytes, more than {LARGEST}")]
    TooLarge(usize),
    /// A file of more than 10,000 colours, tokens or properties, or of thirty times as many values.
    #[error("the file holds more than {MOST} colours or tokens")]
    TooMany,
    /// A file of more than 64 levels.
    #[error("the file has more than {} levels", dtcg::DEEPEST)]
    TooDeep,
    /// A file that breaks off, or that is not written as its kind asks.
    #[error("the file is damaged near byte {0}")]
    Damaged(usize),
}

/// Whatever of a charter a file holds.
pub fn read(bytes: &[u8]) -> Result<Palette, ReadError> {
    if bytes.len() > LARGEST {
        return Err(ReadError::TooLarge(bytes.len()));
    }
    match kind(bytes).ok_or(ReadError::Unknown)? {
        FileKind::Tokens => dtcg::read(without_mark(bytes)),
        FileKind::Ase => ase::read(bytes),
        FileKind::Aco => aco::read(bytes),
        FileKind::Gpl => gpl::read(&String::from_utf8_lossy(without_mark(bytes))),
        FileKind::Css => css::read(&String::from_utf8_lossy(without_mark(bytes))),
    }
}

/// What a file is, told by how it begins.
pub fn kind(bytes: &[u8]) -> Option<FileKind> {
    let text = without_mark(bytes);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    match first {
        _ if bytes.starts_with(ase::SIGNATURE) => Some(FileKind::Ase),
        _ if text.starts_with(gpl::SIGNATURE.as_bytes()) => Some(FileKind::Gpl),
        Some(b'{') => Some(FileKind::Tokens),
        _ if aco::is_aco(bytes) => Some(FileKind::Aco),
        _ if css::is_css(text) => Some(FileKind::Css),
        _ => None,
    }
}

/// Without the mark that some editors put before UTF-8.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}
