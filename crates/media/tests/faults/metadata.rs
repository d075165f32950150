//! What files say beside their pixels, at its worst.

use crate::seeds::{jpeg, png_with, with_segment};

/// The most that a segment of a JPEG holds.
const SEGMENT: usize = 65_533;

/// A JPEG with this packet, cut where its segment ends.
fn jpeg_saying(packet: &str) -> Vec<u8> {
    let payload = [b"http://ns.adobe.com/xap/1.0/\0".as_slice(), packet.as_bytes()].concat();
    with_segment(&jpeg(|_| {}), 0xE1, &payload[..payload.len().min(SEGMENT)])
}

fn png_saying(packet: &str) -> Vec<u8> {
    png_with(&[(*b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0".as_slice(), packet.as_bytes()].concat())])
}

fn jpeg_with_exif(exif: &[u8]) -> Vec<u8> {
    with_segment(&jpeg(|_| {}), 0xE1, &[b"Exif\0\0".as_slice(), exif].concat())
}

/// A directory of EXIF whose entries are these: tag, kind, count, value.
fn exif(entries: &[(u16, u16, u32, u32)], next: u32) -> Vec<u8> {
    let mut bytes = b"MM\0\x2A\0\0\0\x08".to_vec();
    bytes.extend(u16::try_from(entries.len()).expect("they are few").to_be_bytes());
    for (tag, kind, count, value) in entries {
        bytes.extend([tag.to_be_bytes(), kind.to_be_bytes()].concat());
        bytes.extend([count.to_be_bytes(), value.to_be_bytes()].concat());
    }
    bytes.extend(next.to_be_bytes());
    bytes
}

/// Entities that name each other, so that the last is a billion words.
pub fn laughing_words() -> Vec<u8> {
    let entities: String =
        (1..10).map(|at| format!(r#"<!ENTITY a{at} "{}">"#, format!("&a{};", at - 1).repeat(10))).collect();
    jpeg_saying(&format!(r#"<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><x>&a9;</x>"#))
}

pub fn words_from_a_file() -> Vec<u8> {
    jpeg_saying(r#"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>"#)
}

pub fn deep_words() -> Vec<u8> {
    png_saying(&format!("{}{}", "<a>".repeat(70_000), "</a>".repeat(70_000)))
}

pub fn many_attributes() -> Vec<u8> {
    let attributes: String = (0..80_000).map(|at| format!(r#" a{at}="""#)).collect();
    png_saying(&format!("<x{attributes}/>"))
}

pub fn many_names() -> Vec<u8> {
    let names: String = (0..30_000).map(|at| format!(r#"<a xmlns:n{at}="u{at}"/>"#)).collect();
    png_saying(&format!("<x>{names}</x>"))
}

pub fn long_words() -> Vec<u8> {
    png_saying(&format!("<x>{}</x>", "é".repeat(20 << 20)))
}

/// The next directory is the first one.
pub fn directories_in_a_ring() -> Vec<u8> {
    jpeg_with_exif(&exif(&[(0x112, 3, 1, 6 << 16)], 8))
}

/// The directory of the camera is the one that names it.
pub fn a_directory_within_itself() -> Vec<u8> {
    jpeg_with_exif(&exif(&[(0x8769, 4, 1, 8), (0x8825, 4, 1, 8), (0xA005, 4, 1, 8)], 0))
}

pub fn values_without_end() -> Vec<u8> {
    let entries: Vec<_> = (0..3_000).map(|at| (at, 5, u32::MAX, 8)).collect();
    jpeg_with_exif(&exif(&entries, u32::MAX))
}

/// Every entry is the same thousands of bytes.
pub fn values_that_overlap() -> Vec<u8> {
    let entries: Vec<_> = (0..5_000).map(|at| (at, 1, 60_000, 8)).collect();
    jpeg_with_exif(&exif(&entries, 0))
}
