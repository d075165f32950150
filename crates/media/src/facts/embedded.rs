use super::{Facts, iim, sidecar::sidecar};
use crate::{Format, MediaError};

/// Facts as a file carries them: XMP, and in a JPEG also IIM, for what reads nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embedded {
    packet: Vec<u8>,
    /// Empty when it has no word for the facts.
    iim: Vec<u8>,
}

/// What comes before the packet in a JPEG's segment (XMP part 3, 1.1.3) and before IIM.
const XMP_NAME: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const PHOTOSHOP_NAME: &[u8] = b"Photoshop 3.0\0";
/// The keyword of a PNG's text; not compressed, in no language, without a translated keyword (XMP part 3, 1.1.5).
const PNG_NAME: &[u8] = b"XML:com.adobe.xmp\0\0\0\0\0";

/// The most bytes that a segment of a JPEG holds.
const SEGMENT: usize = u16::MAX as usize - 2;
/// The signature of a PNG and its header chunk, which must be the first one.
const PNG_START: usize = 33;
/// "RIFF", the length, "WEBP".
const WEBP_START: usize = 12;
/// What the first chunk of an extended WebP says when there are an alpha channel and XMP.
const ALPHA_FLAG: u8 = 0x10;
const XMP_FLAG: u8 = 0x04;

impl Embedded {
    /// What is to be carried; `None` when the facts say nothing, or more than every format can hold.
    pub fn of(facts: &Facts) -> Option<Self> {
        let packet = sidecar(facts).into_bytes();
        let fits = XMP_NAME.len() + packet.len() <= SEGMENT;
        (fits && *facts != Facts::default()).then(|| Self { packet, iim: iim::write(facts) })
    }

    /// By how many bytes a JPEG becomes heavier.
    pub fn jpeg_weight(&self) -> u64 {
        self.segments().len() as u64
    }

    /// The file with the facts in it; they are added to what it carries already.
    ///
    /// # Errors
    /// It is no JPEG, PNG or WebP, or it breaks off.
    pub fn in_file(&self, file: &[u8]) -> Result<Vec<u8>, MediaError> {
        match Format::recognise(file)? {
            Format::Jpeg => inserted(file, jpeg_start(file)?, &self.segments()),
            Format::Png => inserted(file, PNG_START, &png_chunk(*b"iTXt", &[PNG_NAME, &self.packet].concat())),
            Format::WebP => self.in_webp(file),
            other => Err(MediaError::Unsupported { format: other.extension() }),
        }
    }

    fn segments(&self) -> Vec<u8> {
        let xmp = segment(0xE1, &[XMP_NAME, &self.packet].concat());
        if self.iim.is_empty() { xmp } else { [xmp, segment(0xED, &resource(&self.iim))].concat() }
    }

    fn in_webp(&self, file: &[u8]) -> Result<Vec<u8>, MediaError> {
        let chunks = extended(file)?;
        let body = [&chunks, &riff_chunk(*b"XMP ", &self.packet)[..]].concat();
        Ok(riff_chunk(*b"RIFF", &[b"WEBP", &body[..]].concat()))
    }
}

fn inserted(file: &[u8], at: usize, bytes: &[u8]) -> Result<Vec<u8>, MediaError> {
    let (before, after) = file.split_at_checked(at).ok_or(MediaError::Truncated)?;
    Ok([before, bytes, after].concat())
}

/// After the JFIF header, which must come first when it is there.
fn jpeg_start(file: &[u8]) -> Result<usize, MediaError> {
    match file {
        [_, _, 0xFF, 0xE0, high, low, ..] => Ok(4 + usize::from(u16::from_be_bytes([*high, *low]))),
        [_, _, ..] => Ok(2),
        _ => Err(MediaError::Truncated),
    }
}

fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).expect("what is carried was measured, IIM is under 8 KiB");
    [&[0xFF, marker], length.to_be_bytes().as_slice(), payload].concat()
}

/// IIM as Photoshop's resource, which has no name.
fn resource(iim: &[u8]) -> Vec<u8> {
    let even: &[u8] = if iim.len().is_multiple_of(2) { &[] } else { &[0] };
    [PHOTOSHOP_NAME, b"8BIM\x04\x04\0\0", &length(iim).to_be_bytes(), iim, even].concat()
}

fn png_chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let checked = [&kind, data].concat();
    [&length(data).to_be_bytes(), &checked[..], &checksum(&checked).to_be_bytes()].concat()
}

/// CRC-32 of a PNG (ISO/IEC 15948, annex D), bit by bit: what is carried is short.
fn checksum(bytes: &[u8]) -> u32 {
    let bit = |crc: u32| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| bit(crc)))
}

fn riff_chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let even: &[u8] = if data.len().is_multiple_of(2) { &[] } else { &[0] };
    [&kind, &length(data).to_le_bytes()[..], data, even].concat()
}

/// The chunks of a WebP, after one that says that there is XMP: only files that begin with it hold any.
fn extended(file: &[u8]) -> Result<Vec<u8>, MediaError> {
    let mut chunks = file.get(WEBP_START..).ok_or(MediaError::Truncated)?.to_vec();
    if !chunks.starts_with(b"VP8X") {
        chunks = [riff_chunk(*b"VP8X", &header(file)?), chunks].concat();
    }
    *chunks.get_mut(8).ok_or(MediaError::Truncated)? |= XMP_FLAG;
    Ok(chunks)
}

/// What the first chunk of an extended WebP holds: flags, then the width and the height, each less one, in 24 bits.
fn header(file: &[u8]) -> Result<[u8; 10], MediaError> {
    let size = imagesize::blob_size(file).map_err(|_unreadable| MediaError::Damaged)?;
    let less_one = |side: usize| u32::try_from(side.saturating_sub(1)).unwrap_or(u32::MAX).to_le_bytes();
    let ([a, b, c, _], [d, e, f, _]) = (less_one(size.width), less_one(size.height));
    // A lossless picture says in the 29th bit after its signature whether it has an alpha channel; a lossy one has none.
    let picture = file.get(WEBP_START..).unwrap_or_default();
    let alpha = picture.starts_with(b"VP8L") && picture.get(12).is_some_and(|bits| bits & 0x10 != 0);
    Ok([if alpha { ALPHA_FLAG } else { 0 }, 0, 0, 0, a, b, c, d, e, f])
}

fn length(data: &[u8]) -> u32 {
    u32::try_from(data.len()).expect("pictures are under 4 GiB")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chunk_has_its_length_and_its_sum() {
        assert_eq!(png_chunk(*b"IEND", &[]), b"\0\0\0\0IEND\xAE\x42\x60\x82");
    }
}
