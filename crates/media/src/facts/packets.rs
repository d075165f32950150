//! Where each format keeps what is said of its picture.

use std::borrow::Cow;

use exif::{Context, In, Tag, Value};

use super::fields;
use crate::{Format, heif, jpeg::Anatomy};

/// What a file holds, each in its own language.
#[derive(Default)]
pub struct Packets<'a> {
    pub xmp: Option<Cow<'a, [u8]>>,
    pub iim: Option<Cow<'a, [u8]>>,
    /// From its TIFF header on.
    pub exif: Option<Cow<'a, [u8]>>,
}

impl<'a> Packets<'a> {
    pub fn of(file: &'a [u8]) -> Self {
        match Format::recognise(file) {
            Ok(Format::Jpeg) => Self::of_jpeg(file),
            Ok(Format::Png) => Self::of_png(file),
            Ok(Format::WebP) => Self::of_webp(file),
            Ok(Format::Tiff) => Self::of_tiff(file),
            Ok(Format::Avif | Format::Heic) => Self::of_heif(file).unwrap_or_default(),
            Ok(Format::Gif | Format::Bmp) => Self::default(),
            Err(_) => Self { xmp: Some(file.into()), ..Self::default() },
        }
    }

    fn of_jpeg(file: &'a [u8]) -> Self {
        let anatomy = Anatomy::of(file);
        Self {
            xmp: anatomy.xmp().map(Cow::from),
            iim: resource(&anatomy.photoshop(), IIM_RESOURCE).map(|iim| iim.to_vec().into()),
            exif: anatomy.exif().map(Cow::from),
        }
    }

    fn of_png(file: &'a [u8]) -> Self {
        let mut packets = Self::default();
        for (kind, data) in Chunks::of_png(file) {
            match &kind {
                b"eXIf" => packets.exif = Some(data.into()),
                // Never compressed, says Adobe (XMP part 3, 1.1.5); then a language and a translated name, both empty.
                b"iTXt" => {
                    packets.xmp = data.strip_prefix(b"XML:com.adobe.xmp\0\0\0\0\0").map(Cow::from).or(packets.xmp);
                }
                _ => {}
            }
        }
        packets
    }

    fn of_webp(file: &'a [u8]) -> Self {
        let mut packets = Self::default();
        for (kind, data) in Chunks::of_webp(file) {
            match &kind {
                b"EXIF" => packets.exif = Some(data.into()),
                b"XMP " => packets.xmp = Some(data.into()),
                _ => {}
            }
        }
        packets
    }

    fn of_tiff(file: &'a [u8]) -> Self {
        let Some(exif) = fields(file) else { return Self::default() };
        let bytes = |number| match &exif.get_field(Tag(Context::Tiff, number), In::PRIMARY)?.value {
            Value::Byte(bytes) | Value::Undefined(bytes, _) => Some(Cow::from(bytes.clone())),
            _ => None,
        };
        Self { xmp: bytes(XMP_TAG), iim: bytes(IIM_TAG), exif: Some(file.into()) }
    }

    fn of_heif(file: &'a [u8]) -> Option<Self> {
        let file = heif::open(file).ok()?;
        let item = file.primary_id;
        let (xmp, exif) = (file.xmp(item).ok().flatten(), file.exif(item).ok().flatten());
        Some(Self { xmp: xmp.map(Cow::from), exif: exif.map(Cow::from), iim: None })
    }
}

/// The number of Photoshop's resource that holds IIM.
const IIM_RESOURCE: u16 = 0x0404;
/// The tags of a TIFF that hold XMP and IIM.
const XMP_TAG: u16 = 700;
const IIM_TAG: u16 = 33_723;

/// What one of Photoshop's resources holds (Photoshop file formats, "image resource blocks").
fn resource(mut resources: &[u8], wanted: u16) -> Option<&[u8]> {
    loop {
        let [b'8', b'B', b'I', b'M', high, low, name_length, rest @ ..] = resources else { return None };
        // The name and its length take an even number of bytes, and so does what is held.
        let rest = rest.get(usize::from(*name_length | 1)..)?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let (held, rest) = rest.split_at_checked(u32::from_be_bytes(*length) as usize)?;
        if u16::from_be_bytes([*high, *low]) == wanted {
            return Some(held);
        }
        resources = rest.get(held.len() % 2..)?;
    }
}

/// The chunks of a file, up to where it breaks off.
struct Chunks<'a> {
    rest: &'a [u8],
    next: fn(&'a [u8]) -> Option<Chunk<'a>>,
}

struct Chunk<'a> {
    kind: [u8; 4],
    data: &'a [u8],
    rest: &'a [u8],
}

impl<'a> Chunks<'a> {
    fn of_png(file: &'a [u8]) -> Self {
        let next = |rest: &'a [u8]| {
            let ([a, b, c, d, kind @ ..], rest) = rest.split_first_chunk::<8>()?;
            let (data, rest) = rest.split_at_checked(u32::from_be_bytes([*a, *b, *c, *d]) as usize)?;
            Some(Chunk { kind: *kind, data, rest: rest.get(4..)? })
        };
        Self { rest: file.get(8..).unwrap_or_default(), next }
    }

    fn of_webp(file: &'a [u8]) -> Self {
        let next = |rest: &'a [u8]| {
            let ([kind @ .., a, b, c, d], rest) = rest.split_first_chunk::<8>()?;
            let (data, rest) = rest.split_at_checked(u32::from_le_bytes([*a, *b, *c, *d]) as usize)?;
            Some(Chunk { kind: *kind, data, rest: rest.get(data.len() % 2..).unwrap_or_default() })
        };
        Self { rest: file.get(12..).unwrap_or_default(), next }
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = ([u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let Chunk { kind, data, rest } = (self.next)(self.rest)?;
        self.rest = rest;
        Some((kind, data))
    }
}
