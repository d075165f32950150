//! Photographs with all that cameras and programs write beside the pixels, and a look for it in what goes out.

use std::io::Cursor;

use exif::{Field, In, Rational, Tag, Value, experimental::Writer};

use crate::photo::{bowl, png, with_segment};

/// What is looked for, byte by byte.
pub const SECRETS: [&str; 9] = [
    "SERIAL-0042",
    "LENS-SERIAL-7",
    "OWNER-NAME",
    "Exif",
    "http://ns.adobe.com/xap/1.0/\0",
    "PLACE-NAME",
    "8BIM",
    "COMMENT-HERE",
    "JFXX",
];

/// Expects none of it in a file that goes out.
#[track_caller]
pub fn check(file: &str, bytes: &[u8]) {
    let read = exif::Reader::new().read_from_container(&mut Cursor::new(bytes));
    assert!(read.is_err(), "{file} has EXIF data");
    let found: Vec<&str> = SECRETS.into_iter().filter(|secret| holds(bytes, secret)).collect();
    assert!(found.is_empty(), "{file} holds {found:?}");
}

pub fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// A JPEG with all that cameras and programs write, in an order of its own.
pub fn jpeg(number: usize) -> Vec<u8> {
    let xmp = [b"http://ns.adobe.com/xap/1.0/\0".as_slice(), b"<x:xmpmeta>PLACE-NAME</x:xmpmeta>"].concat();
    let mut segments = [
        (0xE1, [b"Exif\0\0".as_slice(), &exif(number)].concat()),
        (0xE1, xmp),
        (0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0PLACE-NAME".to_vec()),
        (0xFE, b"COMMENT-HERE".to_vec()),
        (0xE0, b"JFXX\0\x10SERIAL-0042".to_vec()),
        (0xE2, b"MPF\0SERIAL-0042".to_vec()),
    ];
    segments.rotate_left(number % 6);
    let whole = segments.iter().fold(bowl(), |jpeg, (marker, payload)| with_segment(&jpeg, *marker, payload));
    [&whole[..], b"SERIAL-0042 after the end"].concat()
}

/// A PNG with the same, each in its own chunk.
pub fn png_of(number: usize) -> Vec<u8> {
    let shade = number as u8 * 8;
    let whole = png(90, 60, |x, y| [shade, x as u8, y as u8]);
    let (header, rest) = whole.split_at(33);
    let chunks = [
        (*b"eXIf", exif(number)),
        (
            *b"iTXt",
            b"XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta>http://ns.adobe.com/xap/1.0/\0PLACE-NAME</x:xmpmeta>".to_vec(),
        ),
        (*b"tEXt", b"Comment\0COMMENT-HERE SERIAL-0042".to_vec()),
    ];
    let chunks = chunks.map(|(kind, data)| {
        let named = [&kind[..], &data].concat();
        let length = u32::try_from(data.len()).expect("a chunk is short").to_be_bytes();
        [&length[..], &named, &checksum(&named).to_be_bytes()].concat()
    });
    [header, &chunks.concat(), rest, b"SERIAL-0042 after the end"].concat()
}

/// Of a chunk (PNG, third edition, annex D).
fn checksum(bytes: &[u8]) -> u32 {
    let shift = |sum: u32| (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg());
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| shift(sum)))
}

fn exif(number: usize) -> Vec<u8> {
    let text =
        |tag, text: &str| Field { tag, ifd_num: In::PRIMARY, value: Value::Ascii(vec![text.as_bytes().to_vec()]) };
    let degrees = |degrees: u32| Value::Rational([degrees, 24, 7].map(|num| Rational { num, denom: 1 }).to_vec());
    let fields = [
        text(Tag::BodySerialNumber, "SERIAL-0042"),
        text(Tag::LensSerialNumber, "LENS-SERIAL-7"),
        text(Tag::CameraOwnerName, "OWNER-NAME"),
        text(Tag::GPSLatitudeRef, "N"),
        Field { tag: Tag::GPSLatitude, ifd_num: In::PRIMARY, value: degrees(48) },
        Field { tag: Tag::GPSLongitude, ifd_num: In::PRIMARY, value: degrees(number as u32) },
        Field { tag: Tag::Orientation, ifd_num: In::PRIMARY, value: Value::Short(vec![1 + number as u16 % 8]) },
    ];
    let thumbnail = bowl()[..600].to_vec();
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    writer.set_jpeg(&thumbnail, In::THUMBNAIL);
    let mut bytes = Cursor::new(Vec::new());
    writer.write(&mut bytes, false).expect("memory takes every byte");
    bytes.into_inner()
}

#[test]
fn the_secrets_are_in_the_sources() {
    let sources = [jpeg(0), jpeg(1)];
    let missing: Vec<&str> =
        SECRETS.into_iter().filter(|secret| !sources.iter().any(|source| holds(source, secret))).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for source in [jpeg(0), png_of(1)] {
        let exif = exif::Reader::new().read_from_container(&mut Cursor::new(&source)).unwrap();
        assert!(exif.get_field(Tag::GPSLatitude, In::PRIMARY).is_some());
    }
}
