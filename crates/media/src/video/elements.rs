//! WebM: elements in elements (RFC 8794, RFC 9559).

use std::io::{Read, Seek};

use super::{
    Container, Video,
    source::{Source, Span},
};

const HEADER: u32 = 0x1A45_DFA3;
const DOCUMENT_TYPE: u32 = 0x4282;
const SEGMENT: u32 = 0x1853_8067;
const CLUSTER: u32 = 0x1F43_B675;
const INFO: u32 = 0x1549_A966;
const TIMESTAMP_SCALE: u32 = 0x2A_D7B1;
const DURATION: u32 = 0x4489;
const TRACKS: u32 = 0x1654_AE6B;
const TRACK: u32 = 0xAE;
const VIDEO: u32 = 0xE0;
const PIXEL_WIDTH: u32 = 0xB0;
const PIXEL_HEIGHT: u32 = 0xBA;

/// The nanoseconds of a unit of time where nothing is said.
const DEFAULT_SCALE: u64 = 1_000_000;

/// Reads the headers of a WebM.
pub fn probe<R: Read + Seek>(source: &mut Source<R>, whole: Span) -> Option<Video> {
    let header = find(source, whole, HEADER)?;
    let kind = find(source, header, DOCUMENT_TYPE)?;
    (source.field(kind, 0) == Some(*b"webm")).then_some(())?;
    let segment = find(source, whole, SEGMENT)?;
    let tracks = find(source, segment, TRACKS)?;
    let (width, height) = size(source, tracks)?;
    let seconds = seconds(source, segment).unwrap_or_default();
    Some(Video { format: Container::WebM, width, height, seconds })
}

/// The size of the first track that has pictures.
fn size<R: Read + Seek>(source: &mut Source<R>, tracks: Span) -> Option<(u32, u32)> {
    let mut rest = tracks;
    while let Some((id, track)) = next(source, &mut rest) {
        let video = if id == TRACK { find(source, track, VIDEO) } else { None };
        if let Some(video) = video {
            let mut side = |id| find(source, video, id).and_then(|side| number(source, side));
            let (width, height) = (side(PIXEL_WIDTH)?, side(PIXEL_HEIGHT)?);
            return Some((u32::try_from(width).ok()?, u32::try_from(height).ok()?));
        }
    }
    None
}

fn seconds<R: Read + Seek>(source: &mut Source<R>, segment: Span) -> Option<f64> {
    let info = find(source, segment, INFO)?;
    let scale = find(source, info, TIMESTAMP_SCALE).and_then(|scale| number(source, scale)).unwrap_or(DEFAULT_SCALE);
    let duration = find(source, info, DURATION)?;
    let units = match duration.length() {
        4 => f64::from(f32::from_be_bytes(source.field(duration, 0)?)),
        _ => f64::from_be_bytes(source.field(duration, 0)?),
    };
    let seconds = units * scale as f64 / 1e9;
    (seconds.is_finite() && seconds >= 0.0).then_some(seconds)
}

/// A whole number of at most eight bytes.
fn number<R: Read + Seek>(source: &mut Source<R>, element: Span) -> Option<u64> {
    let length = usize::try_from(element.length()).ok().filter(|length| (1..=8).contains(length))?;
    let head = source.head(element)?;
    Some(head[..length].iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

/// What the first element of a kind holds. Pictures and sounds begin with the first cluster; nothing is looked for after.
fn find<R: Read + Seek>(source: &mut Source<R>, within: Span, wanted: u32) -> Option<Span> {
    let mut rest = within;
    while let Some((id, content)) = next(source, &mut rest) {
        if id == wanted {
            return Some(content);
        }
        if id == CLUSTER {
            return None;
        }
    }
    None
}

/// The next element: its kind and what it holds. One that does not know its length, or claims more than there is, as in
/// a recording that broke off, holds all the rest.
fn next<R: Read + Seek>(source: &mut Source<R>, rest: &mut Span) -> Option<(u32, Span)> {
    let head = source.head(*rest)?;
    let id_length = head[0].leading_zeros() as usize + 1;
    let id = head.get(..id_length).filter(|id| id.len() <= 4)?;
    let id = id.iter().fold(0, |id, byte| id << 8 | u32::from(*byte));
    let size_length = head[id_length].leading_zeros() as usize + 1;
    let [first, following @ ..] = head.get(id_length..id_length + size_length).filter(|size| size.len() <= 8)? else {
        return None;
    };
    let marker = 1_u64 << (7 * size_length);
    let size = following.iter().fold(u64::from(*first), |size, byte| size << 8 | u64::from(*byte)) & (marker - 1);
    let start = (id_length + size_length) as u64;
    let length = Some(size).filter(|size| *size != marker - 1).and_then(|size| size.checked_add(start));
    let length = length.unwrap_or(rest.length()).min(rest.length());
    let content = rest.part(start, length)?;
    *rest = rest.from(length)?;
    Some((id, content))
}
