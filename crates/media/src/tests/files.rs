//! Photographs and their parts, made on the spot.

use image::{ExtendedColorType, ImageEncoder, codecs::png::PngEncoder, codecs::webp::WebPEncoder};
use moxcms::ColorProfile;
use turbojpeg::{Compressor, Image, PixelFormat, Subsamp};

use crate::{Decoded, Limits, MediaError, decode};

pub const RED: [u8; 4] = [220, 30, 40, 255];
pub const GREEN: [u8; 4] = [30, 180, 60, 255];
pub const BLUE: [u8; 4] = [40, 60, 200, 255];
pub const WHITE: [u8; 4] = [250, 250, 250, 255];

/// The corners as they stand in each EXIF orientation.
pub const TURNED: [(u8, [[u8; 4]; 4]); 8] = [
    (1, [RED, GREEN, BLUE, WHITE]),
    (2, [GREEN, RED, WHITE, BLUE]),
    (3, [WHITE, BLUE, GREEN, RED]),
    (4, [BLUE, WHITE, RED, GREEN]),
    (5, [RED, BLUE, GREEN, WHITE]),
    (6, [BLUE, RED, WHITE, GREEN]),
    (7, [WHITE, GREEN, BLUE, RED]),
    (8, [GREEN, WHITE, RED, BLUE]),
];

/// `RED` `GREEN` over `BLUE` `WHITE`, each corner 32 × 16: wide, so that a turn shows.
pub fn corners() -> (u32, u32, Vec<u8>) {
    corners_sized(64, 32)
}

pub fn corners_sized(width: u32, height: u32) -> (u32, u32, Vec<u8>) {
    let color = |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => RED,
        (false, true) => GREEN,
        (true, false) => BLUE,
        (false, false) => WHITE,
    };
    let pixels = (0..height).flat_map(|y| (0..width).flat_map(move |x| color(x, y)));
    (width, height, pixels.collect())
}

/// The colours in the middle of the four corners, row by row.
pub fn seen(decoded: &Decoded) -> [[u8; 4]; 4] {
    let image = &decoded.image;
    let (left, right) = (image.width / 4, image.width * 3 / 4);
    let (top, bottom) = (image.height / 4, image.height * 3 / 4);
    [(left, top), (right, top), (left, bottom), (right, bottom)].map(|(x, y)| {
        let at = (y as usize * image.width as usize + x as usize) * 4;
        image.pixels[at..at + 4].try_into().unwrap()
    })
}

pub fn assert_near(seen: &[[u8; 4]], expected: &[[u8; 4]], tolerance: u8) {
    let worst = seen.as_flattened().iter().zip(expected.as_flattened()).map(|(a, b)| a.abs_diff(*b)).max();
    assert!(worst <= Some(tolerance), "{seen:?} is not within {tolerance} of {expected:?}");
}

pub fn open(bytes: &[u8]) -> Result<Decoded, MediaError> {
    decode(bytes, Limits::default())
}

pub fn jpeg((width, height, pixels): (u32, u32, Vec<u8>)) -> Vec<u8> {
    jpeg_as(width, height, &pixels, PixelFormat::RGBA, |_| {})
}

pub fn jpeg_as(width: u32, height: u32, pixels: &[u8], format: PixelFormat, set: fn(&mut Compressor)) -> Vec<u8> {
    let (width, height) = (width as usize, height as usize);
    let mut compressor = Compressor::new().unwrap();
    compressor.set_quality(95).unwrap();
    compressor.set_subsamp(Subsamp::None).unwrap();
    set(&mut compressor);
    compressor.compress_to_vec(Image { pixels, width, pitch: width * format.size(), height, format }).unwrap()
}

/// `jpeg` with a segment of its own right after the start marker.
pub fn with_segment(jpeg: &[u8], marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, payload, &jpeg[2..]].concat()
}

/// EXIF data that states an orientation and nothing else.
pub fn exif(orientation: u8) -> Vec<u8> {
    let mut data = b"MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    data.extend([orientation, 0, 0, 0, 0, 0, 0]);
    data
}

/// `jpeg` turned the way EXIF says.
pub fn with_orientation(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    with_segment(jpeg, 0xE1, &[b"Exif\0\0".as_slice(), &exif(orientation)].concat())
}

/// `jpeg` with a profile, in two parts as large ones are.
pub fn with_profile(jpeg: &[u8], profile: &ColorProfile) -> Vec<u8> {
    let icc = profile.encode().unwrap();
    let (first, second) = icc.split_at(icc.len() / 2);
    let part = |number: u8, bytes: &[u8]| [b"ICC_PROFILE\0".as_slice(), &[number, 2], bytes].concat();
    with_segment(&with_segment(jpeg, 0xE2, &part(2, second)), 0xE2, &part(1, first))
}

pub fn png((width, height, pixels): (u32, u32, Vec<u8>)) -> Vec<u8> {
    png_as(width, height, &pixels, ExtendedColorType::Rgba8)
}

pub fn png_as(width: u32, height: u32, samples: &[u8], color: ExtendedColorType) -> Vec<u8> {
    let mut file = Vec::new();
    PngEncoder::new(&mut file).write_image(samples, width, height, color).unwrap();
    file
}

pub fn webp((width, height, pixels): (u32, u32, Vec<u8>)) -> Vec<u8> {
    let mut file = Vec::new();
    WebPEncoder::new_lossless(&mut file).write_image(&pixels, width, height, ExtendedColorType::Rgba8).unwrap();
    file
}
