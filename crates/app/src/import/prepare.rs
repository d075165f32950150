use std::{io::Cursor, path::Path};

use planche_library::{AssetFile, Blobs, Hash, LibraryError};
use planche_media::{
    MediaError,
    facts::Facts,
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
    sidecars::Sidecars,
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

/// Reads a file whole and finds out what it is, and what is said of it there and beside it.
pub(super) fn prepare(path: &Path, sidecars: &Sidecars) -> Result<Prepared, Problem> {
    let bytes = read_file(path)?;
    let hash = Hash::of(&bytes);
    let (file, point) = of(&bytes, hash).map_err(|error| Problem::of_picture(&path.to_string_lossy(), &error))?;
    // Films and drawings are only asked through their sidecars: programs fill them with words of their own making.
    let facts = sidecars.facts(path, if file.kind == AssetKind::Photo { &bytes } else { &[] });
    let name = file_name(path).nfc().collect();
    let file = AssetFile { taken: facts.taken.clone(), ..file };
    Ok(Prepared { hash, file, description: Description { focus: point, ..told(name, facts) }, bytes })
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

/// What the bytes are, and where the eye goes in them.
fn of(bytes: &[u8], blob: Hash) -> Result<(AssetFile, Focus), MediaError> {
    if vector::looks_like_svg(bytes) {
        return Ok((drawing(blob, bytes)?, Focus::default()));
    }
    match video::probe(Cursor::new(bytes)) {
        Some(video) => Ok((film(plain(blob, bytes), &video), Focus::default())),
        None => photo(blob, bytes),
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

fn photo(blob: Hash, bytes: &[u8]) -> Result<(AssetFile, Focus), MediaError> {
    let decoded = thumbnail::of(bytes, LOOKED_AT)?;
    let Look { hash, palette, focus, faces } = look::of(&decoded.image);
    let file = AssetFile {
        format: decoded.format.extension().to_owned(),
        width: decoded.width,
        height: decoded.height,
        look: Some(hash),
        palette: palette.iter().map(|swatch| color(swatch.color)).collect(),
        faces,
        ..plain(blob, bytes)
    };
    Ok((file, point(focus)))
}

/// What other programs say of a file of that name.
fn told(name: String, facts: Facts) -> Description {
    let Facts { title, caption, alt, author, credit, copyright, terms, source, keywords, place, rating, .. } = facts;
    Description {
        name,
        alt: alt.unwrap_or_default(),
        notes: notes(title, caption.unwrap_or_default(), place.and_then(|place| place.name)),
        rating: rating.unwrap_or_default().min(5),
        rights: Rights {
            author: author.unwrap_or_default(),
            credit: credit.or(copyright).unwrap_or_default(),
            terms: terms.unwrap_or_default(),
            source: source.unwrap_or_default(),
            ..Rights::default()
        },
        tags: keywords.iter().map(|tag| tag.nfc().collect()).collect(),
        ..Description::default()
    }
}

/// The title, the caption and the place on lines of their own. What the caption says too is not said again: when a file
/// comes back that left a library, its caption is all of the notes.
fn notes(title: Option<String>, caption: String, place: Option<String>) -> String {
    let is_new = |text: &String| !caption.contains(text.as_str());
    let (title, place) = (title.filter(is_new), place.filter(is_new));
    let lines = [title, Some(caption).filter(|caption| !caption.is_empty()), place];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn point(found: Option<(f32, f32)>) -> Focus {
    found.and_then(|(x, y)| Focus::new(x.into(), y.into())).unwrap_or_default()
}

fn color([red, green, blue]: [u8; 3]) -> Color {
    Color { red, green, blue }
}
