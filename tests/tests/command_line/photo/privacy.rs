//! Nothing that a camera or a program wrote beside the pixels goes out.

use std::fs;

use exif::{Field, In, Rational, Tag, Value, experimental::Writer};
use planche_tests::project;

use super::{bowl, fit, made, with_segment};
use crate::bench::Bench;

const SOURCES: usize = 30;
const GROUPS: usize = 10;
/// What is looked for, byte by byte.
const SECRETS: [&str; 9] = [
    "SERIAL-0042",
    "LENS-SERIAL-7",
    "OWNER-NAME",
    "Exif",
    "http://ns.adobe.com",
    "PLACE-NAME",
    "8BIM",
    "COMMENT-HERE",
    "JFXX",
];

#[test]
fn no_format_carries_what_the_camera_wrote() {
    let formats = project::json("assets/platforms/formats.json");
    let formats = formats["formats"].as_array().unwrap();
    let ids: Vec<&str> = formats.iter().map(|format| format["id"].as_str().unwrap()).collect();
    // Every format, and every source, without making each of each.
    for group in 0..GROUPS {
        let ids: Vec<&str> = ids.iter().copied().skip(group).step_by(GROUPS).collect();
        let bench = Bench::new();
        let numbers = (group..SOURCES).step_by(GROUPS);
        numbers.for_each(|number| bench.write(&format!("photos/{number:02}.jpg"), source(number)));
        let run = fit(&bench, &["photos", "--format", &ids.join(","), "--json"]);
        let files = made(&bench);
        assert_eq!((run.exit, files.len()), (Some(0), SOURCES / GROUPS * ids.len()));
        files.iter().for_each(|file| check(file, &fs::read(bench.path("out").join(file)).unwrap()));
    }
}

#[track_caller]
fn check(file: &str, bytes: &[u8]) {
    let read = exif::Reader::new().read_from_container(&mut std::io::Cursor::new(bytes));
    assert!(read.is_err(), "{file} has EXIF data");
    let found: Vec<&str> = SECRETS.into_iter().filter(|secret| holds(bytes, secret)).collect();
    assert!(found.is_empty(), "{file} holds {found:?}");
}

#[test]
fn the_secrets_are_in_the_sources() {
    let (first, second) = (source(0), source(1));
    let missing: Vec<&str> =
        SECRETS.into_iter().filter(|secret| !holds(&first, secret) && !holds(&second, secret)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let exif = exif::Reader::new().read_from_container(&mut std::io::Cursor::new(&first)).unwrap();
    assert!(exif.get_field(Tag::GPSLatitude, In::PRIMARY).is_some());
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// A photograph with all that cameras and programs write, in an order of its own.
fn source(number: usize) -> Vec<u8> {
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
    let mut bytes = std::io::Cursor::new(Vec::new());
    writer.write(&mut bytes, false).expect("memory takes every byte");
    bytes.into_inner()
}
