use image::ExtendedColorType;
use turbojpeg::{Compressor, PixelFormat, Subsamp};

use super::files::*;
use crate::{Limits, MediaError, decode};

#[test]
fn unknown_bytes_are_named_as_such() {
    for bytes in [b"".as_slice(), b"\0\0\0\0", b"hello", b"\xFF\xD8", b"RIFF\0\0\0\0WAVE"] {
        assert_eq!(open(bytes).unwrap_err(), MediaError::UnknownFormat);
    }
}

#[test]
fn known_formats_that_cannot_be_read_are_named() {
    let cases = [
        (b"8BPS\0\x01".as_slice(), "psd"),
        (b"%PDF-1.7", "pdf"),
        (b"\xFF\x0A\xFA\x7F", "jxl"),
        (b"\0\0\0\x0CJXL \r\n\x87\n", "jxl"),
        (b"\0\0\0\x18ftypcrx ", "cr3"),
        (b"\0\0\0\x14ftypmif1\0\0\0\0mif1", "heif"),
    ];
    for (bytes, format) in cases {
        assert_eq!(open(bytes).unwrap_err(), MediaError::Unsupported { format });
    }
}

#[test]
fn a_jpeg_cut_anywhere_is_truncated() {
    let file = with_orientation(&jpeg(corners_sized(96, 96)), 1);
    for length in (3..file.len()).step_by(7).chain([file.len() - 2, file.len() - 1]) {
        assert_eq!(open(&file[..length]).unwrap_err(), MediaError::Truncated, "cut at {length} of {}", file.len());
    }
}

#[test]
fn a_png_cut_anywhere_is_truncated() {
    let noise: Vec<u8> = (0..64_u32 * 64 * 3).map(|index| (index.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let file = png_as(64, 64, &noise, ExtendedColorType::Rgb8);
    for length in (8..file.len()).step_by(97).chain([file.len() - 13, file.len() - 1]) {
        assert_eq!(open(&file[..length]).unwrap_err(), MediaError::Truncated, "cut at {length} of {}", file.len());
    }
}

#[test]
fn a_webp_cut_anywhere_is_truncated() {
    let file = webp(corners());
    for length in 12..file.len() {
        assert_eq!(open(&file[..length]).unwrap_err(), MediaError::Truncated, "cut at {length} of {}", file.len());
    }
}

#[test]
fn damage_never_passes_for_a_format_nor_panics() {
    let mut files = [jpeg(corners()), png(corners()), webp(corners())];
    for file in &mut files {
        for at in (12..file.len()).step_by(5) {
            file[at] ^= 0x55;
            if let Err(error) = open(file) {
                assert_ne!(error, MediaError::UnknownFormat);
            }
            file[at] ^= 0x55;
        }
        open(file).unwrap();
    }
}

/// The header of a PNG of any size, without a single pixel.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let header = [b"IHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    [b"\x89PNG\r\n\x1A\n\0\0\0\x0D".as_slice(), &header, &[0; 4]].concat()
}

/// A JPEG whose frame header claims another size.
fn jpeg_claiming(width: u16, height: u16) -> Vec<u8> {
    let mut file = jpeg(corners());
    let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    file[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    file[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    file
}

/// A WebP whose canvas claims another size.
fn webp_claiming(width: u32, height: u32) -> Vec<u8> {
    let plain = webp(corners());
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    let canvas = [b"VP8X".as_slice(), &10_u32.to_le_bytes(), &[0; 4], &side(width), &side(height)].concat();
    let body = [b"WEBP", canvas.as_slice(), &plain[12..]].concat();
    [b"RIFF".as_slice(), &u32::try_from(body.len()).unwrap().to_le_bytes(), &body].concat()
}

/// Nothing is set aside for them: 30,000 × 30,000 pixels would take 3.6 GB.
#[test]
fn gigantic_pictures_are_refused_by_their_header() {
    for (width, height) in [(30_001, 10), (10, 30_001), (20_000, 20_000), (30_000, 30_000), (u32::MAX, u32::MAX)] {
        let refused = MediaError::TooLarge { width, height };
        assert_eq!(open(&png_header(width, height)).unwrap_err(), refused);
    }
    for (width, height) in [(30_001, 10), (20_000, 20_000), (30_000, 30_000), (65_500, 65_500)] {
        let refused = MediaError::TooLarge { width: width.into(), height: height.into() };
        assert_eq!(open(&jpeg_claiming(width, height)).unwrap_err(), refused);
    }
    for (width, height) in [(30_001, 10), (20_000, 20_000), (30_000, 30_000)] {
        assert_eq!(open(&webp_claiming(width, height)).unwrap_err(), MediaError::TooLarge { width, height });
    }
}

#[test]
fn the_limits_are_the_callers() {
    let limits = Limits { file_side: 63, ..Limits::default() };
    for file in [jpeg(corners()), png(corners()), webp(corners())] {
        assert_eq!(decode(&file, limits).unwrap_err(), MediaError::TooLarge { width: 64, height: 32 });
    }
    let limits = Limits { file_pixels: 64 * 32 - 1, ..Limits::default() };
    assert_eq!(decode(&png(corners()), limits).unwrap_err(), MediaError::TooLarge { width: 64, height: 32 });
}

#[test]
fn what_a_codec_must_hold_at_once_is_limited() {
    let limits = Limits { codec_bytes: 64 * 32 * 4, ..Limits::default() };
    let full: fn(&mut Compressor) = |compressor| compressor.set_progressive(true).unwrap();
    let halved: fn(&mut Compressor) = |compressor| {
        compressor.set_progressive(true).unwrap();
        compressor.set_subsamp(Subsamp::Sub2x2).unwrap();
    };
    let progressive = |set| jpeg_as(64, 32, &corners().2, PixelFormat::RGBA, set);
    let refused = MediaError::TooLarge { width: 64, height: 32 };
    assert_eq!(decode(&progressive(full), limits).unwrap_err(), refused);
    assert!(decode(&progressive(halved), limits).is_ok());
    assert!(decode(&jpeg(corners()), limits).is_ok());
    assert!(decode(&png(corners()), limits).is_ok());
    let deep = png_as(64, 32, &[0; 64 * 32 * 8], ExtendedColorType::Rgba16);
    assert_eq!(decode(&deep, limits).unwrap_err(), refused);
}

#[test]
fn a_jpeg_that_lies_about_its_size_is_refused_quickly() {
    assert!(open(&jpeg_claiming(16_000, 16_000)).is_err());
}
