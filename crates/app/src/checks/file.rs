use imagesize::ImageType;
use planche_model::{Confidence, FileType, Finding, Format, Place, Severity};

/// A finished file, and the format it is for.
#[derive(Clone, Copy, Debug)]
pub struct Delivery<'a> {
    /// The format.
    pub format: &'a Format,
    /// The file: what it is, and how large, is read from these bytes and from nowhere else.
    pub bytes: &'a [u8],
    /// Pixels for each pixel of the format.
    pub scale: f64,
    /// Which page it holds.
    pub place: &'a Place,
}

/// How far the proportions may be from the format's before the network cuts or pads.
const TOLERANCE: f64 = 0.01;

/// What the network would refuse, or change.
///
/// Codes: `file-too-heavy` (`size`, `max`, in thousands of bytes), `file-type-refused` (`type`, `accepted`),
/// `aspect-wrong` and `size-wrong` (`size`, `expected`, for example `1080 × 1350`). Vectors, and PDF files of image
/// formats, are work files: only their weight is looked at.
pub fn check(delivery: Delivery<'_>) -> Vec<Finding> {
    let picture = picture(delivery.bytes);
    let found = [
        weight(delivery),
        picture.as_ref().and_then(|(file_type, _)| kind(delivery, *file_type)),
        picture.as_ref().and_then(|(_, size)| pixels(delivery, *size)),
    ];
    found.into_iter().flatten().collect()
}

/// What a picture is and its size in px; `None` for other files.
fn picture(bytes: &[u8]) -> Option<(FileType, (usize, usize))> {
    let file_type = match imagesize::image_type(bytes).ok()? {
        ImageType::Png => FileType::Png,
        ImageType::Jpeg => FileType::Jpeg,
        ImageType::Webp => FileType::Webp,
        _ => return None,
    };
    let size = imagesize::blob_size(bytes).ok()?;
    Some((file_type, (size.width, size.height)))
}

fn weight(Delivery { format, bytes, place, .. }: Delivery<'_>) -> Option<Finding> {
    let (size, max) = (bytes.len() as u64, format.max_bytes?);
    // A figure that the network states is a wall; any other is a rumour.
    let severity = if format.confidence == Confidence::High { Severity::Block } else { Severity::Review };
    let finding = || Finding::new("file-too-heavy", severity, place.clone());
    (size > max).then(|| finding().with("size", size.div_ceil(1000)).with("max", max / 1000))
}

fn kind(Delivery { format, place, .. }: Delivery<'_>, file_type: FileType) -> Option<Finding> {
    if format.file_types.is_empty() || format.file_types.contains(&file_type) {
        return None;
    }
    let accepted: Vec<String> = format.file_types.iter().map(|accepted| accepted.to_string().to_uppercase()).collect();
    let finding = Finding::new("file-type-refused", Severity::Review, place.clone());
    Some(finding.with("type", file_type.to_string().to_uppercase()).with("accepted", accepted.join(", ")))
}

fn pixels(delivery: Delivery<'_>, (width, height): (usize, usize)) -> Option<Finding> {
    let Delivery { format, scale, place, .. } = delivery;
    let expected = [format.width, format.height].map(|side| (f64::from(side) * scale).round());
    let sides = [width as f64, height as f64];
    // A scaled side may be rounded either way.
    if (0..2).all(|side| (sides[side] - expected[side]).abs() <= 1.0) {
        return None;
    }
    let ratio = (sides[0] / sides[1]) / (expected[0] / expected[1]);
    let code = if (ratio - 1.0).abs() > TOLERANCE { "aspect-wrong" } else { "size-wrong" };
    let finding = Finding::new(code, Severity::Review, place.clone()).with("size", format!("{width} × {height}"));
    Some(finding.with("expected", format!("{} × {}", expected[0], expected[1])))
}

#[cfg(test)]
mod tests {
    use planche_model::{FormatId, Formats};
    use planche_render::{
        Pixels,
        encode::{self, PngEffort},
    };

    use super::*;

    const FORMATS: &str = r#"{"formats":[
        {"id":"strict","platform":"x","name":{},"short":{},"width":40,"height":50,"aspect":"4:5","max_bytes":900,
         "file_types":["jpeg","webp"],"verified":"2026-11-21","confidence":"high"},
        {"id":"vague","platform":"x","name":{},"short":{},"width":40,"height":50,"aspect":"4:5","max_bytes":900,
         "verified":"2026-11-21","confidence":"medium"}
    ]}"#;

    fn found(format: &str, bytes: &[u8], scale: f64) -> Vec<(String, Severity, Vec<String>)> {
        let formats = Formats::parse(FORMATS).unwrap();
        let format = formats.get(&FormatId::from(format)).unwrap();
        let place = Place { number: Some(1), format: Some(format.id.clone()), ..Place::default() };
        let found = check(Delivery { format, bytes, scale, place: &place });
        assert!(found.iter().all(|finding| finding.place == place));
        found.into_iter().map(|one| (one.code, one.severity, one.parameters.into_values().collect())).collect()
    }

    fn plain(width: u32, height: u32) -> Pixels {
        Pixels { width, height, rgba: vec![200; (width * height * 4) as usize] }
    }

    #[test]
    fn a_file_as_the_format_wants_it_raises_nothing() {
        let jpeg = encode::jpeg(&plain(40, 50), 60).unwrap();
        assert!(jpeg.len() <= 900, "{}", jpeg.len());
        assert_eq!(found("strict", &jpeg, 1.0), []);
        let webp = encode::webp(&plain(20, 25)).unwrap();
        assert_eq!(found("strict", &webp, 0.5), []);
        assert_eq!(found("vague", &encode::png(&plain(80, 100), PngEffort::Small), 2.0), []);
    }

    #[test]
    fn a_heavy_file_stops_the_piece_where_the_network_states_its_limit() {
        let heavy = [b"%PDF-1.7".as_slice(), &[0; 1000]].concat();
        let expected = |severity| vec![("file-too-heavy".to_owned(), severity, vec!["0".to_owned(), "2".to_owned()])];
        assert_eq!(found("strict", &heavy, 1.0), expected(Severity::Block));
        assert_eq!(found("vague", &heavy, 1.0), expected(Severity::Review));
    }

    #[test]
    fn what_a_file_is_is_read_from_its_bytes() {
        let check = |pixels: Pixels, scale: f64, code: &str, parameters: &[&str]| {
            let jpeg = encode::jpeg(&pixels, 40).unwrap();
            let expected: Vec<String> = parameters.iter().map(|value| (*value).to_owned()).collect();
            assert_eq!(found("strict", &jpeg, scale), [(code.to_owned(), Severity::Review, expected)]);
        };
        check(plain(40, 40), 1.0, "aspect-wrong", &["40 × 50", "40 × 40"]);
        check(plain(20, 25), 1.0, "size-wrong", &["40 × 50", "20 × 25"]);
        let png = encode::png(&plain(40, 50), PngEffort::Small);
        let refused =
            ("file-type-refused".to_owned(), Severity::Review, vec!["JPEG, WEBP".to_owned(), "PNG".to_owned()]);
        assert_eq!(found("strict", &png, 1.0), [refused]);
    }
}
