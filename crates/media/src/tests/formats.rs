//! What is said of JPEG, PNG and WebP in `photographs` and `refusals`, for the formats that came after them.

use std::io::Cursor;

use heifer_isobmff::{
    HeifFile,
    boxes::ColorInfo,
    writer::{HeifWriter, ImageSpec},
};
use image::{
    DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, RgbaImage,
    codecs::{png::PngEncoder, tiff::TiffEncoder},
};
use moxcms::ColorProfile;

use super::files::*;
use crate::{Decoded, Format, Limits, MediaError, decode};

const AVIF: &[u8] = include_bytes!("pictures/corners.avif");
const HALVED_AVIF: &[u8] = include_bytes!("pictures/halved.avif");
const ODD_AVIF: &[u8] = include_bytes!("pictures/odd.avif");
const GREY_AVIF: &[u8] = include_bytes!("pictures/grey.avif");
const TURNED_AVIF: &[u8] = include_bytes!("pictures/turned.avif");
const VEILED_AVIF: &[u8] = include_bytes!("pictures/veiled.avif");
const HEIC: &[u8] = include_bytes!("pictures/corners.heic");
const HALVED_HEIC: &[u8] = include_bytes!("pictures/halved.heic");
const ODD_HEIC: &[u8] = include_bytes!("pictures/odd.heic");
const TURNED_HEIC: &[u8] = include_bytes!("pictures/turned.heic");
const VEILED_HEIC: &[u8] = include_bytes!("pictures/veiled.heic");
const TEN_BIT_HEIC: &[u8] = include_bytes!("pictures/ten.heic");

/// What a good lossy coding may change in a flat colour.
const LOSSY: u8 = 5;

/// The corners as one of the formats that `image` writes.
fn written(format: ImageFormat) -> Vec<u8> {
    let (width, height, pixels) = corners();
    let picture = DynamicImage::from(RgbaImage::from_raw(width, height, pixels).unwrap());
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// One file of each format, with what its coding may change.
fn one_of_each() -> [(Vec<u8>, Format, u8); 5] {
    [
        (written(ImageFormat::Gif), Format::Gif, 0),
        (written(ImageFormat::Tiff), Format::Tiff, 0),
        (written(ImageFormat::Bmp), Format::Bmp, 0),
        (AVIF.to_vec(), Format::Avif, LOSSY),
        (HEIC.to_vec(), Format::Heic, LOSSY),
    ]
}

#[test]
fn each_format_gives_its_pixels_and_its_facts() {
    for (file, format, tolerance) in one_of_each() {
        let decoded = open(&file).unwrap();
        assert_eq!((decoded.width, decoded.height, decoded.format), (64, 32, format));
        assert_eq!((decoded.image.width, decoded.image.height, decoded.image.opaque), (64, 32, true));
        assert_near(&seen(&decoded), &[RED, GREEN, BLUE, WHITE], tolerance);
    }
}

#[test]
fn colours_are_read_however_dense_and_deep_they_are() {
    for (file, size) in [(HALVED_AVIF, (64, 32)), (HALVED_HEIC, (64, 32)), (TEN_BIT_HEIC, (64, 32))]
        .into_iter()
        .chain([(ODD_AVIF, (63, 31)), (ODD_HEIC, (63, 31))])
    {
        let decoded = open(file).unwrap();
        assert_eq!((decoded.image.width, decoded.image.height), size);
        assert_near(&seen(&decoded), &[RED, GREEN, BLUE, WHITE], LOSSY);
    }
    let light = |[red, green, blue, _]: [u8; 4]| {
        let light = (f64::from(red) * 0.299 + f64::from(green) * 0.587 + f64::from(blue) * 0.114).round() as u8;
        [light, light, light, 255]
    };
    assert_near(&seen(&open(GREY_AVIF).unwrap()), &[RED, GREEN, BLUE, WHITE].map(light), LOSSY);
}

#[test]
fn a_mask_makes_pixels_clear() {
    for file in [VEILED_AVIF, VEILED_HEIC] {
        let decoded = open(file).unwrap();
        assert!(!decoded.image.opaque);
        assert_near(&seen(&decoded).map(|[.., alpha]| [alpha; 4]), &[[255; 4], [255; 4], [64; 4], [64; 4]], 2);
    }
}

/// Both files were made of the same lying pixels with an orientation of 6; the EXIF of the second still says so.
#[test]
fn a_turn_of_the_container_is_applied_once() {
    assert!(TURNED_HEIC.windows(4).any(|word| word == b"Exif"));
    for file in [TURNED_AVIF, TURNED_HEIC] {
        let decoded = open(file).unwrap();
        assert_eq!((decoded.width, decoded.height), (32, 64));
        assert_near(&seen(&decoded), &[BLUE, RED, WHITE, GREEN], LOSSY);
    }
}

#[test]
fn every_turn_of_the_container_stands_upright() {
    let turns = [
        (0, [RED, GREEN, BLUE, WHITE]),
        (1, [GREEN, WHITE, RED, BLUE]),
        (2, [WHITE, BLUE, GREEN, RED]),
        (3, [BLUE, RED, WHITE, GREEN]),
    ];
    let at = TURNED_AVIF.windows(4).position(|kind| kind == b"irot").unwrap() + 4;
    for (quarters, expected) in turns {
        let mut file = TURNED_AVIF.to_vec();
        file[at] = quarters;
        assert_near(&seen(&open(&file).unwrap()), &expected, LOSSY);
    }
    let mirrors = [(0, [BLUE, WHITE, RED, GREEN]), (1, [GREEN, RED, WHITE, BLUE])];
    for (axis, expected) in mirrors {
        let mut file = TURNED_AVIF.to_vec();
        file[at - 4..at].copy_from_slice(b"imir");
        file[at] = axis;
        assert_near(&seen(&open(&file).unwrap()), &expected, LOSSY);
    }
}

/// The HEIC's only frame, twice beside itself and cut short, as telephones lay large pictures.
fn in_tiles(width: u32, columns: u16, color: Option<&ColorInfo>) -> Vec<u8> {
    let file = HeifFile::parse(HEIC).unwrap();
    let config = file.hevc_config(file.primary_id).unwrap().unwrap().clone();
    let data = file.item_data(file.primary_id).unwrap();
    let slices = [data[4..].to_vec()];
    let mut writer = HeifWriter::new();
    let mut spec = ImageSpec::new(64, 32, config, &slices);
    spec.color = Some(ColorInfo::Nclx { primaries: 1, transfer: 13, matrix: 6, full_range: true });
    let tiles = [writer.add_image(&spec), writer.add_image(&spec)];
    writer.add_grid(1, columns, width, 32, &tiles, color, None);
    writer.finish()
}

#[test]
fn tiles_are_laid_side_by_side() {
    let decoded = open(&in_tiles(96, 2, None)).unwrap();
    assert_eq!((decoded.width, decoded.height), (96, 32));
    assert_near(&[16, 48, 80].map(|x| in_first_row(&decoded, x)), &[RED, GREEN, RED], LOSSY);
}

fn in_first_row(decoded: &Decoded, x: usize) -> [u8; 4] {
    decoded.image.pixels[x * 4..][..4].try_into().unwrap()
}

#[test]
fn tiles_that_do_not_make_the_picture_are_damage() {
    for (width, columns) in [(64, 2), (129, 2), (96, 1)] {
        assert_eq!(open(&in_tiles(width, columns, None)).unwrap_err(), MediaError::Damaged, "{width} in {columns}");
    }
}

#[test]
fn stated_primaries_become_srgb() {
    let wide = ColorInfo::Nclx { primaries: 12, transfer: 13, matrix: 6, full_range: true };
    let red = in_first_row(&open(&in_tiles(128, 2, Some(&wide))).unwrap(), 16);
    assert!(red[0] > RED[0] + 8, "{red:?} is as dull as in sRGB");
    for transfer in [16, 18] {
        let bright = ColorInfo::Nclx { primaries: 9, transfer, matrix: 9, full_range: true };
        let refused = MediaError::Unsupported { format: "heic" };
        assert_eq!(open(&in_tiles(128, 2, Some(&bright))).unwrap_err(), refused);
    }
}

#[test]
fn a_coding_that_is_not_read_is_named_and_not_called_damage() {
    let refused = MediaError::Unsupported { format: "tiff" };
    assert_eq!(open(include_bytes!("pictures/jpeg.tiff")).unwrap_err(), refused);
}

/// What littlecms 2 gives for (200, 100, 50) in each space.
#[test]
fn profiles_agree_with_littlecms() {
    let cases =
        [(ColorProfile::new_display_p3(), [215, 93, 31, 255]), (ColorProfile::new_adobe_rgb(), [227, 100, 42, 255])];
    for (profile, expected) in cases {
        let icc = profile.encode().unwrap();
        let eight = [200, 100, 50].repeat(16);
        let sixteen: Vec<u8> = eight.iter().flat_map(|level| (u16::from(*level) * 257).to_ne_bytes()).collect();
        for (samples, color) in [(eight, ExtendedColorType::Rgb8), (sixteen, ExtendedColorType::Rgb16)] {
            let (mut png, mut tiff) = (Vec::new(), Cursor::new(Vec::new()));
            let mut encoder = PngEncoder::new(&mut png);
            encoder.set_icc_profile(icc.clone()).unwrap();
            encoder.write_image(&samples, 4, 4, color).unwrap();
            let mut encoder = TiffEncoder::new(&mut tiff);
            encoder.set_icc_profile(icc.clone()).unwrap();
            encoder.write_image(&samples, 4, 4, color).unwrap();
            for file in [png, tiff.into_inner()] {
                assert_near(&[in_first_row(&open(&file).unwrap(), 0)], &[expected], 1);
            }
        }
    }
}

#[test]
fn a_tiff_obeys_its_orientation() {
    let mut file = written(ImageFormat::Tiff);
    // The first entry of the directory that is not needed becomes tag 274: one short, 6.
    let entry = [0x12_u8, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0];
    let directory = u32::from_le_bytes(file[4..8].try_into().unwrap()) as usize;
    let count = usize::from(u16::from_le_bytes([file[directory], file[directory + 1]]));
    let resolution = (0..count).map(|index| directory + 2 + index * 12).find(|at| file[*at..*at + 2] == [0x1A, 0x01]);
    let at = resolution.unwrap();
    file[at..at + 12].copy_from_slice(&entry);
    assert_near(&seen(&open(&file).unwrap()), &[BLUE, RED, WHITE, GREEN], 0);
}

#[test]
fn vague_brands_are_made_precise_by_those_that_follow() {
    let mut file = AVIF.to_vec();
    file[8..12].copy_from_slice(b"mif1");
    assert_eq!(open(&file).unwrap().format, Format::Avif);
    let mut file = HEIC.to_vec();
    file[8..12].copy_from_slice(b"mif1");
    assert_eq!(open(&file).unwrap().format, Format::Heic);
}

#[test]
fn a_file_cut_anywhere_is_truncated() {
    for (file, format, _) in one_of_each() {
        let step = (file.len() / 200).max(1);
        for length in (24..file.len() - 1).step_by(step) {
            let error = open(&file[..length]).err();
            assert_eq!(error, Some(MediaError::Truncated), "{format:?} cut at {length} of {}", file.len());
        }
    }
}

#[test]
fn damage_never_passes_for_a_format_nor_panics() {
    for (mut file, format, _) in one_of_each() {
        for at in (16..file.len()).step_by((file.len() / 400).max(1)) {
            for bits in [0x01, 0x55, 0xFF] {
                file[at] ^= bits;
                if let Err(error) = open(&file) {
                    assert_ne!(error, MediaError::UnknownFormat, "{format:?} at {at}");
                }
                file[at] ^= bits;
            }
        }
        open(&file).unwrap();
    }
}

#[test]
fn the_limits_are_the_callers() {
    for (file, format, _) in one_of_each() {
        for limits in [
            Limits { file_side: 63, ..Limits::default() },
            Limits { file_pixels: 64 * 32 - 1, ..Limits::default() },
            Limits { codec_bytes: 64 * 32 * 3, ..Limits::default() },
        ] {
            assert!(matches!(decode(&file, limits), Err(MediaError::TooLarge { width: 64, .. })), "{format:?}");
        }
        let small = decode(&file, Limits { side: 16, ..Limits::default() }).unwrap();
        assert_eq!((small.image.width, small.image.height, small.width), (16, 8, 64), "{format:?}");
    }
}

/// Nothing is set aside for them: the sizes that their headers claim are refused first.
#[test]
fn gigantic_pictures_are_refused_by_their_header() {
    let claims = |file: &mut Vec<u8>, at: usize, width: &[u8], height: &[u8]| {
        file[at..at + width.len()].copy_from_slice(width);
        file[at + width.len()..at + width.len() * 2].copy_from_slice(height);
    };
    let mut gif = written(ImageFormat::Gif);
    claims(&mut gif, 6, &60_000_u16.to_le_bytes(), &50_000_u16.to_le_bytes());
    assert_eq!(open(&gif).unwrap_err(), MediaError::TooLarge { width: 60_000, height: 50_000 });
    let mut bmp = written(ImageFormat::Bmp);
    claims(&mut bmp, 18, &40_000_u32.to_le_bytes(), &30_000_u32.to_le_bytes());
    assert_eq!(open(&bmp).unwrap_err(), MediaError::TooLarge { width: 40_000, height: 30_000 });
    for file in [AVIF, HEIC] {
        let mut file = file.to_vec();
        let at = file.windows(4).position(|kind| kind == b"ispe").unwrap() + 8;
        claims(&mut file, at, &40_000_u32.to_be_bytes(), &30_000_u32.to_be_bytes());
        assert_eq!(open(&file).unwrap_err(), MediaError::TooLarge { width: 40_000, height: 30_000 });
    }
}
