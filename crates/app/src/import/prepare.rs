use std::{io::Cursor, path::Path};

use planche_library::{AssetFile, Blobs, Hash, LibraryError};
use planche_media::{
    MediaError,
    facts::{self, Facts},
    look::{self, Look},
    thumbnail, vector,
    video::{self, Video},
};
use planche_model::{
    Color,
    asset::{AssetKind, Description, Rights},
    document::Focus,
};
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
    let name: String = file_name(path).nfc().collect();
    let (file, description) =
        of(&bytes, hash, name).map_err(|error| Problem::of_picture(&path.to_string_lossy(), &error))?;
    Ok(Prepared { hash, file, description, bytes })
}

/// Where the eye goes in a picture of the library; its middle when it cannot be told.
pub(crate) fn focus(blobs: &Blobs, of: Hash) -> Focus {
    let bytes = blobs.read(of).unwrap_or_default();
    thumbnail::of(&bytes, LOOKED_AT).map(|picture| point(look::of(&picture.image).focus)).unwrap_or_default()
}

impl Prepared {
    /// Keeps its bytes.
    pub fn put(&self, blobs: &Blobs) -> Result<(), LibraryError> {
        blobs.put(&self.bytes).map(drop)
    }
}

fn of(bytes: &[u8], blob: Hash, name: String) -> Result<(AssetFile, Description), MediaError> {
    let named = Description { name, ..Description::default() };
    if vector::looks_like_svg(bytes) {
        return Ok((drawing(blob, bytes)?, named));
    }
    match video::probe(Cursor::new(bytes)) {
        Some(video) => Ok((film(plain(blob, bytes), &video), named)),
        None => photo(blob, named, bytes),
    }
}

/// What is known of any file before it is looked into.
fn plain(blob: Hash, bytes: &[u8]) -> AssetFile {
    AssetFile {
        blob,
        kind: AssetKind::Photo,
        format: String::new(),
        width: 0,
        height: 0,
        bytes: bytes.len() as u64,
        taken: None,
        look: None,
        palette: Vec::new(),
        faces: 0,
    }
}

fn drawing(blob: Hash, bytes: &[u8]) -> Result<AssetFile, MediaError> {
    let size = vector::parse(bytes, None)?.size;
    let (width, height) = (size.width.round() as u32, size.height.round() as u32);
    Ok(AssetFile { kind: AssetKind::Drawing, format: "svg".to_owned(), width, height, ..plain(blob, bytes) })
}

fn film(plain: AssetFile, video: &Video) -> AssetFile {
    let Video { format, width, height, .. } = *video;
    AssetFile { kind: AssetKind::Video, format: format.extension().to_owned(), width, height, ..plain }
}

fn photo(blob: Hash, named: Description, bytes: &[u8]) -> Result<(AssetFile, Description), MediaError> {
    let decoded = thumbnail::of(bytes, LOOKED_AT)?;
    let Look { hash, palette, focus, faces } = look::of(&decoded.image);
    let facts = facts::read(bytes);
    let file = AssetFile {
        format: decoded.format.extension().to_owned(),
        width: decoded.width,
        height: decoded.height,
        taken: facts.taken.clone(),
        look: Some(hash),
        palette: palette.iter().map(|swatch| color(swatch.color)).collect(),
        faces,
        ..plain(blob, bytes)
    };
    Ok((file, Description { focus: point(focus), ..told(named, facts) }))
}

/// What the file says of itself.
fn told(named: Description, facts: Facts) -> Description {
    let Facts { caption, alt, author, credit, copyright, terms, source, keywords, place, rating, .. } = facts;
    let place = place.and_then(|place| place.name);
    let notes: Vec<String> = [caption, place].into_iter().flatten().collect();
    Description {
        alt: alt.unwrap_or_default(),
        notes: notes.join("\n"),
        rating: rating.unwrap_or_default().min(5),
        rights: Rights {
            author: author.unwrap_or_default(),
            credit: credit.or(copyright).unwrap_or_default(),
            terms: terms.unwrap_or_default(),
            source: source.unwrap_or_default(),
            ..Rights::default()
        },
        tags: keywords.iter().map(|tag| tag.nfc().collect()).collect(),
        ..named
    }
}

fn point(found: Option<(f32, f32)>) -> Focus {
    found.and_then(|(x, y)| Focus::new(x.into(), y.into())).unwrap_or_default()
}

fn color([red, green, blue]: [u8; 3]) -> Color {
    Color { red, green, blue }
}
