use std::path::Path;

use planche_library::{AssetFile, Blobs, Content, Hash};
use planche_media::{
    MediaError,
    facts::Facts,
    look::{self, Look},
    thumbnail, vector,
    video::Video,
};
use planche_model::{
    Color,
    asset::{AssetKind, Description},
    document::Focus,
};

use crate::{
    pictures::{file_name, read_file},
    said::{self, Ties},
    sidecars::Sidecars,
    wire::Problem,
};

/// A file that was proved to be what it says, and what is said of it.
pub(super) struct Prepared {
    pub file: AssetFile,
    pub description: Description,
    pub ties: Ties,
    /// The signed documents that its agreements name and that did not come along.
    pub lacking: Vec<Problem>,
}

/// The longest side, in px, at which a picture is looked at.
const LOOKED_AT: u32 = 512;

/// Reads a photograph or a drawing whole and finds out what it is, and what is said of it there and beside it.
pub(super) fn picture(path: &Path, sidecars: &Sidecars) -> Result<(Prepared, Content), Problem> {
    let content = Content::new(read_file(path)?);
    let (file, point) = of(&content).map_err(|error| Problem::of_picture(&path.to_string_lossy(), &error))?;
    // Of drawings, only what lies beside them is asked: programs fill them with words of their own making.
    let facts = sidecars.facts(path, if file.kind == AssetKind::Photo { content.bytes() } else { &[] });
    let mut prepared = prepared(path, file, facts);
    if !prepared.description.aimed {
        prepared.description.focus = point;
    }
    Ok((prepared, content))
}

/// A film with these headers, and what is said of it beside it.
pub(super) fn film(path: &Path, sidecars: &Sidecars, video: &Video, blob: Hash, length: u64) -> Prepared {
    prepared(path, film_file(video, blob, length), sidecars.facts(path, &[]))
}

/// What a film with these headers is.
pub(crate) fn film_file(video: &Video, blob: Hash, length: u64) -> AssetFile {
    let Video { format, width, height, .. } = *video;
    let format = format.extension().to_owned();
    AssetFile { kind: AssetKind::Video, format, width, height, ..plain(blob, length) }
}

/// What a photograph or a drawing is, proved by reading it.
pub(crate) fn picture_file(content: &Content) -> Result<AssetFile, MediaError> {
    of(content).map(|(file, _)| file)
}

/// Where the eye goes in a picture of the library; its middle when it cannot be told.
pub(crate) fn focus(blobs: &Blobs, file: &AssetFile) -> Focus {
    if file.kind != AssetKind::Photo {
        return Focus::default();
    }
    let bytes = blobs.read(file.blob).unwrap_or_default();
    thumbnail::of(&bytes, LOOKED_AT).map(|picture| point(look::of(&picture.image).focus)).unwrap_or_default()
}

fn prepared(path: &Path, file: AssetFile, facts: Facts) -> Prepared {
    let file = AssetFile { taken: facts.taken.clone(), ..file };
    let (description, ties) = said::description(file_name(path), facts);
    Prepared { file, description, ties, lacking: Vec::new() }
}

/// What the bytes are, and where the eye goes in them.
fn of(content: &Content) -> Result<(AssetFile, Focus), MediaError> {
    let (bytes, plain) = (content.bytes(), plain(content.hash(), content.bytes().len() as u64));
    if vector::looks_like_svg(bytes) { Ok((drawing(plain, bytes)?, Focus::default())) } else { photo(plain, bytes) }
}

/// What is known of any file before it is looked into.
fn plain(blob: Hash, bytes: u64) -> AssetFile {
    AssetFile {
        blob,
        kind: AssetKind::Photo,
        format: String::new(),
        width: 0,
        height: 0,
        bytes,
        taken: None,
        look: None,
        palette: Vec::new(),
        faces: 0,
    }
}

fn drawing(plain: AssetFile, bytes: &[u8]) -> Result<AssetFile, MediaError> {
    let size = vector::parse(bytes, None)?.size;
    let (width, height) = (size.width.round() as u32, size.height.round() as u32);
    Ok(AssetFile { kind: AssetKind::Drawing, format: "svg".to_owned(), width, height, ..plain })
}

fn photo(plain: AssetFile, bytes: &[u8]) -> Result<(AssetFile, Focus), MediaError> {
    let decoded = thumbnail::of(bytes, LOOKED_AT)?;
    let Look { hash, palette, focus, faces } = look::of(&decoded.image);
    let file = AssetFile {
        format: decoded.format.extension().to_owned(),
        width: decoded.width,
        height: decoded.height,
        look: Some(hash),
        palette: palette.iter().map(|swatch| color(swatch.color)).collect(),
        faces,
        ..plain
    };
    Ok((file, point(focus)))
}

fn point(found: Option<(f32, f32)>) -> Focus {
    found.and_then(|(x, y)| Focus::new(x.into(), y.into())).unwrap_or_default()
}

fn color([red, green, blue]: [u8; 3]) -> Color {
    Color { red, green, blue }
}
