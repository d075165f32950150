use std::io::Cursor;

use exif::{Context, Field, In, Rational, Tag, Value, experimental::Writer};
use heifer_isobmff::{
    HeifFile,
    writer::{HeifWriter, ImageSpec},
};
use proptest::prelude::*;

use super::files::*;
use crate::facts::{Facts, Place, Sidecar, read, read_with, sidecar};

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn packet(properties: &str) -> String {
    format!(
        r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xap="http://ns.adobe.com/xap/1.0/"
        xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
        xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
        xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" {properties}
        </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"#
    )
}

fn full_packet() -> String {
    packet(
        r#"xap:Rating="4" photoshop:Credit="Marée basse" exif:GPSLatitude="47,54.5N" exif:GPSLongitude="3,58,30W">
        <dc:title><rdf:Alt><rdf:li xml:lang="en">Bowls</rdf:li><rdf:li xml:lang="x-default">Trois bols</rdf:li></rdf:Alt></dc:title>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Grès &amp; sel</rdf:li></rdf:Alt></dc:description>
        <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="fr">Trois bols empilés</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
        <dc:creator><rdf:Seq><rdf:li>Anne-Laure Kerdoncuff</rdf:li><rdf:li>Yann Le Goff</rdf:li></rdf:Seq></dc:creator>
        <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 AL Kerdoncuff</rdf:li></rdf:Alt></dc:rights>
        <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Pas de revente</rdf:li></rdf:Alt></xmpRights:UsageTerms>
        <photoshop:Source>Atelier</photoshop:Source>
        <dc:subject><rdf:Bag><rdf:li>bol</rdf:li><rdf:li>grès</rdf:li><rdf:li>bol</rdf:li></rdf:Bag></dc:subject>
        <photoshop:DateCreated>2026-12-01T10:30:00.5+01:00</photoshop:DateCreated>
        <Iptc4xmpCore:Location>Quai des Bols</Iptc4xmpCore:Location><photoshop:City>Concarneau</photoshop:City>
        <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>"#,
    )
}

fn full_facts() -> Facts {
    Facts {
        title: some("Trois bols"),
        caption: some("Grès & sel"),
        alt: some("Trois bols empilés"),
        author: some("Anne-Laure Kerdoncuff, Yann Le Goff"),
        credit: some("Marée basse"),
        copyright: some("© 2026 AL Kerdoncuff"),
        terms: some("Pas de revente"),
        source: some("Atelier"),
        keywords: vec!["bol".to_owned(), "grès".to_owned()],
        taken: some("2026-12-01T10:30:00+01:00"),
        place: Some(Place {
            name: some("Quai des Bols, Concarneau"),
            latitude: 47.0 + 54.5 / 60.0,
            longitude: -(3.0 + 58.0 / 60.0 + 30.0 / 3600.0),
        }),
        digital_source_type: some("digitalCapture"),
        rating: Some(4),
        own: None,
    }
}

fn field(tag: Tag, value: Value) -> Field {
    Field { tag, ifd_num: In::PRIMARY, value }
}

fn ascii(tag: Tag, text: &str) -> Field {
    field(tag, Value::Ascii(vec![text.as_bytes().to_vec()]))
}

fn written(fields: &[Field]) -> Vec<u8> {
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut data = Cursor::new(Vec::new());
    writer.write(&mut data, true).unwrap();
    data.into_inner()
}

fn camera() -> Vec<u8> {
    let degrees = |parts: [u32; 3]| Value::Rational(parts.map(|num| Rational { num, denom: 1 }).to_vec());
    let wide = |text: &str| Value::Byte(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    written(&[
        ascii(Tag::ImageDescription, "Four à bois"),
        ascii(Tag::Artist, "Anne-Laure"),
        ascii(Tag::Copyright, "AL"),
        ascii(Tag::DateTimeOriginal, "2026:11:30 08:00:00"),
        ascii(Tag::OffsetTimeOriginal, "+01:00"),
        ascii(Tag::GPSLatitudeRef, "S"),
        field(Tag::GPSLatitude, degrees([33, 30, 0])),
        ascii(Tag::GPSLongitudeRef, "E"),
        field(Tag::GPSLongitude, degrees([151, 0, 36])),
        field(Tag(Context::Tiff, 0x9C9B), wide("Cuisson")),
        field(Tag(Context::Tiff, 0x9C9E), wide("four; bois ;four")),
    ])
}

fn camera_facts() -> Facts {
    Facts {
        title: some("Cuisson"),
        caption: some("Four à bois"),
        author: some("Anne-Laure"),
        copyright: some("AL"),
        keywords: vec!["four".to_owned(), "bois".to_owned()],
        taken: some("2026-11-30T08:00:00+01:00"),
        place: Some(Place { name: None, latitude: -33.5, longitude: 151.01 }),
        ..Facts::default()
    }
}

fn iim(sets: &[(u8, &[u8])]) -> Vec<u8> {
    let set = |(number, bytes): &(u8, &[u8])| {
        [&[0x1C, 2, *number], u16::try_from(bytes.len()).unwrap().to_be_bytes().as_slice(), bytes].concat()
    };
    sets.iter().flat_map(set).collect()
}

/// IIM in a JPEG's segment, after another resource that has a name and an odd length.
fn with_iim(jpeg: &[u8], iim: &[u8]) -> Vec<u8> {
    let length = u32::try_from(iim.len()).unwrap().to_be_bytes();
    let other = b"8BIM\x03\xED\x04name\0\0\0\0\x03abc\0".as_slice();
    let payload = [b"Photoshop 3.0\0", other, b"8BIM\x04\x04\0\0", &length, iim].concat();
    with_segment(jpeg, 0xED, &payload)
}

fn with_xmp(jpeg: &[u8], packet: &str) -> Vec<u8> {
    with_segment(jpeg, 0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat())
}

fn with_exif(jpeg: &[u8], data: &[u8]) -> Vec<u8> {
    with_segment(jpeg, 0xE1, &[b"Exif\0\0", data].concat())
}

#[track_caller]
fn check(file: &[u8], expected: &Facts) {
    assert_same(&read(file), expected);
}

#[track_caller]
fn assert_same(seen: &Facts, expected: &Facts) {
    assert_eq!(Facts { place: None, ..seen.clone() }, Facts { place: None, ..expected.clone() });
    assert_same_place(seen.place.as_ref(), expected.place.as_ref());
}

/// To a few millimetres.
#[track_caller]
fn assert_same_place(seen: Option<&Place>, expected: Option<&Place>) {
    match (seen, expected) {
        (Some(seen), Some(expected)) => {
            let apart = (seen.latitude - expected.latitude).abs().max((seen.longitude - expected.longitude).abs());
            assert!(apart < 1e-7 && seen.name == expected.name, "{seen:?} is not {expected:?}");
        }
        (seen, expected) => assert_eq!(seen, expected),
    }
}

#[test]
fn each_format_keeps_what_is_said() {
    let (xmp, exif) = (full_packet(), camera());
    check(&with_xmp(&jpeg(corners()), &xmp), &full_facts());
    check(&with_exif(&jpeg(corners()), &exif), &camera_facts());
    let text = [b"XML:com.adobe.xmp\0\0\0\0\0", xmp.as_bytes()].concat();
    check(&with_chunk(&png(corners()), 33, |data| png_chunk(b"iTXt", data), &text), &full_facts());
    check(&with_chunk(&png(corners()), 33, |data| png_chunk(b"eXIf", data), &exif), &camera_facts());
    check(&[webp(corners()), riff_chunk(b"XMP ", xmp.as_bytes())].concat(), &full_facts());
    check(&[webp(corners()), riff_chunk(b"EXIF", &exif)].concat(), &camera_facts());
    check(&heic(|writer, item| writer.add_xmp(item, xmp.as_bytes())), &full_facts());
    check(&heic(|writer, item| writer.add_exif(item, &exif)), &camera_facts());
    let tiff = written(&[field(Tag(Context::Tiff, 700), Value::Byte(xmp.clone().into_bytes()))]);
    check(&tiff, &full_facts());
    check(&exif, &camera_facts());
    check(xmp.as_bytes(), &full_facts());
}

fn with_chunk(file: &[u8], at: usize, chunk: fn(&[u8]) -> Vec<u8>, data: &[u8]) -> Vec<u8> {
    [&file[..at], &chunk(data), &file[at..]].concat()
}

fn png_chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&u32::try_from(data.len()).unwrap().to_be_bytes(), kind.as_slice(), data, &[0; 4]].concat()
}

fn riff_chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let even = vec![0; data.len() % 2];
    [kind.as_slice(), &u32::try_from(data.len()).unwrap().to_le_bytes(), data, &even].concat()
}

fn heic(add: impl Fn(&mut HeifWriter, u32) -> u32) -> Vec<u8> {
    let bytes = include_bytes!("pictures/corners.heic");
    let file = HeifFile::parse(bytes).unwrap();
    let config = file.hevc_config(file.primary_id).unwrap().unwrap().clone();
    let slices = [file.item_data(file.primary_id).unwrap()[4..].to_vec()];
    let mut writer = HeifWriter::new();
    let item = writer.add_image(&ImageSpec::new(64, 32, config, &slices));
    add(&mut writer, item);
    writer.finish()
}

#[test]
fn iim_is_read_in_its_encodings() {
    let sets: &[(u8, &[u8])] = &[
        (5, "Été".as_bytes()),
        (25, b"mer"),
        (25, b"vagues"),
        (55, b"20260714"),
        (60, b"223000+0200"),
        (80, b"Yann"),
        (90, b"Brest"),
        (110, b"Ouest"),
        (115, b"Agence"),
        (116, b"\xA9 Yann"),
        (120, b"Feu d'artifice"),
    ];
    let expected = Facts {
        title: some("Été"),
        caption: some("Feu d'artifice"),
        author: some("Yann"),
        credit: some("Ouest"),
        copyright: some("© Yann"),
        source: some("Agence"),
        keywords: vec!["mer".to_owned(), "vagues".to_owned()],
        taken: some("2026-07-14T22:30:00+02:00"),
        ..Facts::default()
    };
    check(&with_iim(&jpeg(corners()), &iim(sets)), &expected);
}

#[test]
fn xmp_wins_over_iim_and_iim_over_exif() {
    let file = with_exif(&jpeg(corners()), &camera());
    let file = with_iim(&file, &iim(&[(120, b"de IIM"), (80, b"de IIM"), (92, b"Le port")]));
    let title = "><dc:description>de XMP</dc:description>";
    let file = with_xmp(&file, &packet(title));
    let mut expected = Facts { caption: some("de XMP"), author: some("de IIM"), ..camera_facts() };
    expected.place.as_mut().unwrap().name = some("Le port");
    check(&file, &expected);
}

#[test]
fn what_cameras_write_for_nothing_is_nothing() {
    let degrees = |degrees: u32, denom| Value::Rational(vec![Rational { num: degrees, denom }; 3]);
    for (degrees, east) in [(degrees(0, 1), "E"), (degrees(0, 0), "E"), (degrees(200, 1), "E")] {
        let fields = [
            ascii(Tag::ImageDescription, "OLYMPUS DIGITAL CAMERA         "),
            ascii(Tag::Artist, "   "),
            ascii(Tag::Copyright, ""),
            ascii(Tag::DateTimeOriginal, "0000:00:00 00:00:00"),
            ascii(Tag::GPSLatitudeRef, "N"),
            field(Tag::GPSLatitude, degrees.clone()),
            ascii(Tag::GPSLongitudeRef, east),
            field(Tag::GPSLongitude, degrees),
        ];
        check(&with_exif(&jpeg(corners()), &written(&fields)), &Facts::default());
    }
}

#[test]
fn pictures_that_say_nothing_and_strangers_say_nothing() {
    for file in [jpeg(corners()), png(corners()), webp(corners()), b"".to_vec(), b"hello".to_vec(), b"<html>".to_vec()]
    {
        check(&file, &Facts::default());
    }
}

/// Each would take minutes or the whole stack if it were believed.
#[test]
fn bombs_say_nothing() {
    let laughs = r#"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"#;
    let bodies = [
        format!("{laughs}{}", packet("><dc:title>&b;</dc:title>")),
        packet(&(0..90_000).map(|index| format!("a{index}=''")).collect::<Vec<_>>().join(" ")),
        packet(&(0..20_000).map(|index| format!("xmlns:a{index}='{index}'")).collect::<Vec<_>>().join(" ")),
        packet(&format!(">{}{}", "<a>".repeat(150_000), "</a>".repeat(150_000))),
        packet(&format!(">{}", "<a/>".repeat(200_000))),
        packet(&format!("><dc:title>{}</dc:title>", "a".repeat(2 << 20))),
    ];
    for body in bodies {
        check(body.as_bytes(), &Facts::default());
    }
    let deep = packet(&format!("><dc:title>Bols</dc:title>{}{}", "<a>".repeat(20_000), "</a>".repeat(20_000)));
    read(deep.as_bytes());
}

#[test]
fn damage_is_no_panic() {
    let file = with_exif(&jpeg(corners()), &camera());
    let file = with_xmp(&with_iim(&file, &iim(&[(120, b"de IIM"), (25, b"mer")])), &full_packet());
    let heic = heic(|writer, item| writer.add_exif(item, &camera()));
    for mut file in [file, heic, camera()] {
        for at in 12..file.len() {
            read(&file[..at]);
            for bits in [0x01, 0x80, 0xFF] {
                file[at] ^= bits;
                read(&file);
                file[at] ^= bits;
            }
        }
    }
}

prop_compose! {
    fn text()(words in "[ -~àéœ\u{202F}\n\t\u{1F3FA}&<>\"']{0,40}") -> Option<String> {
        let words = words.trim();
        (!words.is_empty()).then(|| words.to_owned())
    }
}

prop_compose! {
    fn any_facts()(
        texts in prop::array::uniform9(text()),
        keywords in prop::collection::btree_set("[a-zé<&]{1,12}", 0..5),
        taken in prop::option::of("20[0-9]{2}-0[1-9]-[12][0-9](T1[0-9]:[0-5][0-9](:[0-5][0-9])?(Z|[+-]0[0-9]:30)?)?"),
        place in prop::option::of((text(), -90.0..90.0_f64, -180.0..180.0_f64)),
        digital_source_type in prop::option::of("[a-zA-Z]{3,20}"),
        rating in prop::option::of(1..=5_u8),
    ) -> Facts {
        let [title, caption, alt, author, credit, copyright, terms, source, own] = texts;
        let place = place.map(|(name, latitude, longitude)| Place { name, latitude, longitude });
        let keywords = keywords.into_iter().collect();
        Facts { title, caption, alt, author, credit, copyright, terms, source, keywords, taken, place, digital_source_type, rating, own }
    }
}

proptest! {
    #[test]
    fn a_sidecar_says_the_same_again(facts in any_facts()) {
        let packet = sidecar(&facts);
        assert_same(&read_with(&[], Sidecar::Own(packet.as_bytes())), &facts);
        // In a picture, and beside several, they may be anybody's words.
        let facts = Facts { own: None, ..facts };
        assert_same(&read_with(&[], Sidecar::Shared(packet.as_bytes())), &facts);
        check(&with_xmp(&jpeg(corners()), &packet), &facts);
    }
}

#[test]
fn what_xml_cannot_write_takes_nothing_else_away() {
    let facts = Facts { alt: some("a\u{b}b\u{fffe}c\u{0}d"), title: some("Bol"), ..Facts::default() };
    check(sidecar(&facts).as_bytes(), &Facts { alt: some("abcd"), ..facts.clone() });
}
