//! MPEG-4 and QuickTime: boxes in boxes (ISO/IEC 14496-12).

use std::io::{Read, Seek};

use super::{
    Container, Video,
    source::{Source, Span},
};

/// Reads the headers of an MPEG-4 or QuickTime file.
pub fn probe<R: Read + Seek>(source: &mut Source<R>, whole: Span) -> Option<Video> {
    let format = container(source, whole)?;
    let movie = find(source, whole, b"moov")?;
    let (width, height) = size(source, movie)?;
    let seconds = seconds(source, movie).unwrap_or_default();
    Some(Video { format, width, height, seconds })
}

fn container<R: Read + Seek>(source: &mut Source<R>, whole: Span) -> Option<Container> {
    let head = source.head(whole)?;
    let quick_time = head[4..8] != *b"ftyp" || head[8..12] == *b"qt  ";
    Some(if quick_time { Container::Mov } else { Container::Mp4 })
}

/// The size of the first track that has pictures and a size.
fn size<R: Read + Seek>(source: &mut Source<R>, movie: Span) -> Option<(u32, u32)> {
    let mut rest = movie;
    while let Some((kind, track)) = next(source, &mut rest) {
        if kind == *b"trak" && is_picture(source, track) {
            let size = track_size(source, track);
            if size.is_some() {
                return size;
            }
        }
    }
    None
}

fn is_picture<R: Read + Seek>(source: &mut Source<R>, track: Span) -> bool {
    let handler = find(source, track, b"mdia").and_then(|media| find(source, media, b"hdlr"));
    handler.and_then(|handler| source.field(handler, 8)) == Some(*b"vide")
}

/// The size in a track's header (8.3.2), turned as its matrix says.
fn track_size<R: Read + Seek>(source: &mut Source<R>, track: Span) -> Option<(u32, u32)> {
    let header = find(source, track, b"tkhd")?;
    let matrix = if is_long(source, header)? { 52 } else { 40 };
    let mut fixed = |at: u64| source.field(header, matrix + at).map(u32::from_be_bytes);
    let (across, down, width, height) = (fixed(0)?, fixed(16)?, fixed(36)? >> 16, fixed(40)? >> 16);
    let lying = across == 0 && down == 0;
    let size = if lying { (height, width) } else { (width, height) };
    (width > 0 && height > 0).then_some(size)
}

/// The length in the movie's header (8.2.2), else, for a file in fragments, in that of the fragments (8.8.2).
fn seconds<R: Read + Seek>(source: &mut Source<R>, movie: Span) -> Option<f64> {
    let header = find(source, movie, b"mvhd")?;
    let long = is_long(source, header)?;
    let (scale, length) = if long { (20, 24) } else { (12, 16) };
    let scale = u32::from_be_bytes(source.field(header, scale)?);
    let units = match count(source, header, length, long)? {
        0 => fragmented_length(source, movie).unwrap_or_default(),
        units => units,
    };
    (scale > 0).then(|| units as f64 / f64::from(scale))
}

fn fragmented_length<R: Read + Seek>(source: &mut Source<R>, movie: Span) -> Option<u64> {
    let header = find(source, movie, b"mvex").and_then(|extends| find(source, extends, b"mehd"))?;
    let long = is_long(source, header)?;
    count(source, header, 4, long)
}

/// A number of units; 0 for the one that stands for "unknown".
fn count<R: Read + Seek>(source: &mut Source<R>, header: Span, at: u64, long: bool) -> Option<u64> {
    if long {
        source.field(header, at).map(u64::from_be_bytes).map(|units| if units == u64::MAX { 0 } else { units })
    } else {
        let units = source.field(header, at).map(u32::from_be_bytes);
        units.map(|units| if units == u32::MAX { 0 } else { units.into() })
    }
}

/// Whether a header's times have 64 bits: its version says.
fn is_long<R: Read + Seek>(source: &mut Source<R>, header: Span) -> Option<bool> {
    source.field::<1>(header, 0).map(|[version]| version == 1)
}

/// What the first box of a kind holds.
fn find<R: Read + Seek>(source: &mut Source<R>, within: Span, wanted: &[u8; 4]) -> Option<Span> {
    let mut rest = within;
    while let Some((kind, content)) = next(source, &mut rest) {
        if kind == *wanted {
            return Some(content);
        }
    }
    None
}

/// The next box: its kind and what it holds (4.2).
fn next<R: Read + Seek>(source: &mut Source<R>, rest: &mut Span) -> Option<([u8; 4], Span)> {
    let [a, b, c, d, kind @ .., _, _, _, _, _, _, _, _] = source.head(*rest)?;
    let kind = kind.first_chunk().copied()?;
    let (header, length) = match u32::from_be_bytes([a, b, c, d]) {
        0 => (8, rest.length()),
        1 => (16, u64::from_be_bytes(source.field(*rest, 8)?)),
        length => (8, length.into()),
    };
    let content = rest.part(header, length)?;
    *rest = rest.from(length)?;
    Some((kind, content))
}
