//! The segments of a JPEG file (ITU-T T.81, annex B).

use memchr::memchr_iter;

const START: [u8; 2] = [0xFF, 0xD8];
const END: [u8; 2] = [0xFF, 0xD9];
const SCAN: u8 = 0xDA;
const COMMENT: u8 = 0xFE;
/// `APP0`: the JFIF header.
const JFIF: u8 = 0xE0;
/// `APP1`: EXIF, XMP.
const EXIF: u8 = 0xE1;
/// `APP2`: the colour profile, previews.
const PROFILE: u8 = 0xE2;
/// `APP13`: Photoshop's resources.
const PHOTOSHOP: u8 = 0xED;
/// `APP14`: how Adobe's software coded the colours.
const ADOBE: u8 = 0xEE;

const PROFILE_NAME: &[u8] = b"ICC_PROFILE\0";

/// A JPEG file, taken apart as far as it goes.
pub struct Anatomy<'a> {
    segments: Vec<Segment<'a>>,
    /// Whether the end marker is there. Nothing after it belongs to the picture.
    pub complete: bool,
}

/// A marker and what belongs to it.
pub struct Segment<'a> {
    marker: u8,
    /// The whole segment from its marker on; for a scan, its coded data too.
    bytes: &'a [u8],
}

impl<'a> Anatomy<'a> {
    /// Takes `file` apart up to its end marker, or to where it breaks off.
    pub fn of(file: &'a [u8]) -> Self {
        let mut anatomy = Self { segments: Vec::new(), complete: false };
        let mut rest = file.get(START.len()..).unwrap_or_default();
        while let Some(at) = next_marker(rest) {
            rest = &rest[at..];
            if rest[1] == END[1] {
                anatomy.complete = true;
                break;
            }
            let Some(length) = segment_length(rest) else { break };
            let (bytes, after) = rest.split_at(length);
            anatomy.segments.push(Segment { marker: rest[1], bytes });
            rest = after;
        }
        anatomy
    }

    /// The segments, in the file's order.
    pub fn segments(&self) -> &[Segment<'a>] {
        &self.segments
    }

    /// Whether the JFIF header is there.
    pub fn is_jfif(&self) -> bool {
        self.of_kind(JFIF).any(|segment| segment.payload().starts_with(b"JFIF\0"))
    }

    /// How Adobe's marker says the colours are coded: 0 for as they are.
    pub fn adobe_transform(&self) -> Option<u8> {
        let payload = self.of_kind(ADOBE).map(Segment::payload).find(|payload| payload.starts_with(b"Adobe"))?;
        payload.get(11).copied()
    }

    /// The EXIF data, from its TIFF header on.
    pub fn exif(&self) -> Option<&'a [u8]> {
        self.of_kind(EXIF).find_map(|segment| segment.payload().strip_prefix(b"Exif\0\0"))
    }

    /// The XMP packet; not what other segments extend it with.
    pub fn xmp(&self) -> Option<&'a [u8]> {
        self.of_kind(EXIF).find_map(|segment| segment.payload().strip_prefix(b"http://ns.adobe.com/xap/1.0/\0"))
    }

    /// Photoshop's resources, put together from their parts.
    pub fn photoshop(&self) -> Vec<u8> {
        let parts = self.of_kind(PHOTOSHOP).filter_map(|segment| segment.payload().strip_prefix(b"Photoshop 3.0\0"));
        parts.flatten().copied().collect()
    }

    /// The colour profile, put together from its parts; `None` when a part is missing.
    pub fn profile(&self) -> Option<Vec<u8>> {
        let mut parts: Vec<_> = self.of_kind(PROFILE).filter_map(Segment::profile_part).collect();
        parts.sort_by_key(|part| part.number);
        let expected = usize::from(parts.first()?.count);
        let whole = parts.len() == expected && parts.iter().zip(1..).all(|(part, number)| part.number == number);
        whole.then(|| parts.iter().flat_map(|part| part.bytes).copied().collect())
    }

    /// Whether Adobe's marker is there; with it, the inks of a CMYK file are inverted.
    pub fn is_adobe(&self) -> bool {
        self.of_kind(ADOBE).any(|segment| segment.payload().starts_with(b"Adobe"))
    }

    /// The file without anything that is not needed to show it.
    pub fn without_metadata(&self) -> Vec<u8> {
        let whole_profile = self.profile().is_some();
        let is_kept = |segment: &&Segment<'_>| segment.is_needed() && (whole_profile || segment.marker != PROFILE);
        let kept = self.segments.iter().filter(is_kept).map(|segment| segment.bytes);
        [START.as_slice()].into_iter().chain(kept).chain([END.as_slice()]).flatten().copied().collect()
    }

    fn of_kind(&self, marker: u8) -> impl Iterator<Item = &Segment<'a>> {
        self.segments.iter().filter(move |segment| segment.marker == marker)
    }
}

struct ProfilePart<'a> {
    number: u8,
    count: u8,
    bytes: &'a [u8],
}

impl<'a> Segment<'a> {
    /// The second byte of the marker.
    pub fn marker(&self) -> u8 {
        self.marker
    }

    /// What follows the marker and the length; of a scan, its coded data too.
    pub fn payload(&self) -> &'a [u8] {
        self.bytes.get(4..).unwrap_or_default()
    }

    /// How much of the payload the segment itself says is its own.
    pub fn header_length(&self) -> usize {
        match self.bytes {
            [_, _, high, low, ..] => usize::from(u16::from_be_bytes([*high, *low])).saturating_sub(2),
            _ => 0,
        }
    }

    fn profile_part(&self) -> Option<ProfilePart<'a>> {
        match self.payload().strip_prefix(PROFILE_NAME)? {
            [number, count, bytes @ ..] => Some(ProfilePart { number: *number, count: *count, bytes }),
            _ => None,
        }
    }

    fn is_needed(&self) -> bool {
        match self.marker {
            JFIF => self.payload().starts_with(b"JFIF\0") && !self.holds_thumbnail(),
            PROFILE => self.profile_part().is_some(),
            ADOBE => self.payload().starts_with(b"Adobe"),
            0xE0..=0xEF | COMMENT => false,
            _ => true,
        }
    }

    /// Whether a JFIF header is longer than its 14 bytes: only a thumbnail can follow (JFIF 1.02).
    fn holds_thumbnail(&self) -> bool {
        self.payload().len() > 14
    }
}

/// Where the next marker's `0xFF` is; bytes before it are strays, which decoders skip as well.
fn next_marker(bytes: &[u8]) -> Option<usize> {
    marker_unlike(bytes, |second| matches!(second, 0x00 | 0xFF))
}

/// Where the first `0xFF` is whose second byte is not `passed` over.
fn marker_unlike(bytes: &[u8], passed: fn(u8) -> bool) -> Option<usize> {
    let seconds = memchr_iter(0xFF, bytes).filter_map(|at| Some((at, *bytes.get(at + 1)?)));
    seconds.filter(|(_, second)| !passed(*second)).map(|(at, _)| at).next()
}

/// The length of the segment at the start of `bytes`; `None` when it does not end.
fn segment_length(bytes: &[u8]) -> Option<usize> {
    let (marker, rest) = (bytes[1], &bytes[2..]);
    if matches!(marker, 0x01 | 0xD0..=0xD8) {
        return Some(2);
    }
    let header = 2 + usize::from(u16::from_be_bytes([*rest.first()?, *rest.get(1)?]));
    let data = if marker == SCAN { scan_length(bytes.get(header..)?)? } else { 0 };
    (bytes.len() >= header + data).then_some(header + data)
}

/// The length of coded data: up to a marker that is not a restart marker.
fn scan_length(data: &[u8]) -> Option<usize> {
    marker_unlike(data, |second| matches!(second, 0x00 | 0xD0..=0xD7 | 0xFF))
}
