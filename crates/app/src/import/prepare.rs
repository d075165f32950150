use std::path::Path;

use planche_library::{AssetFile, Blobs, Hash, LibraryError};
use planche_media::{Limits, MediaError, decode, vector};
use planche_model::asset::{AssetKind, Description};
use unicode_normalization::UnicodeNormalization;

use crate::{
    pictures::{file_name, read_file},
    wire::Problem,
};

/// A file that was read and proved to be what it says.
pub(super) struct Prepared {
    pub hash: Hash,
    pub file: AssetFile,
    pub description: Description,
    bytes: Vec<u8>,
}

/// The longest side, in px, at which a picture is looked at.
const LOOKED_AT: u32 = 512;

/// Reads a file whole and finds out what it is.
pub(super) fn prepare(path: &Path) -> Result<Prepared, Problem> {
    let bytes = read_file(path)?;
    let hash = Hash::of(&bytes);
    let refused = |error: MediaError| Problem::of_picture(&path.to_string_lossy(), &error);
    let file = if vector::looks_like_svg(&bytes) { drawing(&bytes, hash) } else { photo(&bytes, hash) };
    let description = Description { name: file_name(path).nfc().collect(), ..Description::default() };
    Ok(Prepared { hash, file: file.map_err(refused)?, description, bytes })
}

impl Prepared {
    /// Keeps its bytes.
    pub fn put(&self, blobs: &Blobs) -> Result<(), LibraryError> {
        blobs.put(&self.bytes).map(drop)
    }
}

fn photo(bytes: &[u8], blob: Hash) -> Result<AssetFile, MediaError> {
    let decoded = decode(bytes, Limits { side: LOOKED_AT, ..Limits::default() })?;
    Ok(AssetFile {
        blob,
        kind: AssetKind::Photo,
        format: decoded.format.extension().to_owned(),
        width: decoded.width,
        height: decoded.height,
        bytes: bytes.len() as u64,
        taken: None,
        look: None,
        palette: Vec::new(),
        faces: 0,
    })
}

fn drawing(bytes: &[u8], blob: Hash) -> Result<AssetFile, MediaError> {
    let drawing = vector::parse(bytes, None)?;
    Ok(AssetFile {
        blob,
        kind: AssetKind::Drawing,
        format: "svg".to_owned(),
        width: drawing.size.width.round() as u32,
        height: drawing.size.height.round() as u32,
        bytes: bytes.len() as u64,
        taken: None,
        look: None,
        palette: Vec::new(),
        faces: 0,
    })
}
