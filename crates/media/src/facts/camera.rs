//! EXIF: what the camera wrote, and what some software adds to it.

use exif::{Context, Exif, In, Reader, Tag, Value};

use super::{
    Facts, Place, Said, date, place,
    text::{clean, decoded, distinct},
};

/// Microsoft's texts, in UTF-16.
const TITLE: Tag = Tag(Context::Tiff, 0x9C9B);
const KEYWORDS: Tag = Tag(Context::Tiff, 0x9C9E);
const RATING: Tag = Tag(Context::Tiff, 0x4746);

/// What cameras write for a caption when nobody did.
const NO_CAPTION: [&str; 6] = [
    "OLYMPUS DIGITAL CAMERA",
    "KONICA MINOLTA DIGITAL CAMERA",
    "MINOLTA DIGITAL CAMERA",
    "SONY DSC",
    "DCIM",
    "default",
];

/// Reads EXIF data, from its TIFF header on.
pub fn read(data: &[u8]) -> Said {
    let Some(exif) = fields(data) else { return Said::default() };
    let caption = ascii(&exif, Tag::ImageDescription).filter(|caption| !NO_CAPTION.contains(&caption.as_str()));
    let keywords = wide(&exif, KEYWORDS).unwrap_or_default();
    let facts = Facts {
        title: wide(&exif, TITLE),
        caption,
        author: ascii(&exif, Tag::Artist),
        copyright: ascii(&exif, Tag::Copyright),
        keywords: distinct(keywords.split(';').map(str::to_owned)),
        taken: taken(&exif),
        place: taken_at(&exif),
        rating: uint(&exif, RATING).and_then(|stars| u8::try_from(stars).ok()).filter(|stars| (1..=5).contains(stars)),
        ..Facts::default()
    };
    Said { facts, place_name: None }
}

/// The fields of EXIF data, as far as they can be read. `data` starts with the TIFF header, or with the `Exif` marker
/// that some writers leave before it.
pub fn fields(data: &[u8]) -> Option<Exif> {
    let data = data.strip_prefix(b"Exif\0\0").unwrap_or(data);
    let read = Reader::new().continue_on_error(true).read_raw(data.to_vec());
    read.or_else(|error| error.distill_partial_result(|_ignored| {})).ok()
}

fn taken(exif: &Exif) -> Option<String> {
    let dated = |date, offset| date::of_exif(&ascii(exif, date)?, ascii(exif, offset).as_deref());
    dated(Tag::DateTimeOriginal, Tag::OffsetTimeOriginal)
        .or_else(|| dated(Tag::DateTimeDigitized, Tag::OffsetTimeDigitized))
}

fn taken_at(exif: &Exif) -> Option<Place> {
    let latitude = degrees(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, "S")?;
    let longitude = degrees(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, "W")?;
    place(latitude, longitude)
}

/// Degrees, minutes and seconds as degrees; negative when the reference is `negative`.
fn degrees(exif: &Exif, tag: Tag, reference: Tag, negative: &str) -> Option<f64> {
    let Value::Rational(parts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let part = |index: usize| parts.get(index).map_or(0.0, exif::Rational::to_f64);
    let degrees = part(0) + part(1) / 60.0 + part(2) / 3600.0;
    let sign = if ascii(exif, reference)?.eq_ignore_ascii_case(negative) { -1.0 } else { 1.0 };
    degrees.is_finite().then_some(sign * degrees)
}

fn ascii(exif: &Exif, tag: Tag) -> Option<String> {
    match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(texts) => decoded(texts.first()?),
        _ => None,
    }
}

fn wide(exif: &Exif, tag: Tag) -> Option<String> {
    let Value::Byte(bytes) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
    clean(&String::from_utf16_lossy(&units))
}

fn uint(exif: &Exif, tag: Tag) -> Option<u32> {
    exif.get_field(tag, In::PRIMARY)?.value.get_uint(0)
}
