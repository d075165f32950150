use heifer_isobmff::{
    HeifFile,
    writer::{HeifWriter, ImageSpec},
};
use image::ExtendedColorType;
use moxcms::ColorProfile;
use turbojpeg::{Compressor, PixelFormat, Subsamp};

use super::files::*;
use crate::{Decoded, Format, Limits, MediaError, decode, jpeg, thumbnail};

/// Hills of light under a grain, so that blocks have details of every length.
fn grainy(width: u32, height: u32) -> Vec<u8> {
    let mut seed = 1_u32;
    let mut grain = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(seed >> 24) / 16.0 - 8.0
    };
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let (across, down) = (f64::from(x) / f64::from(width), f64::from(y) / f64::from(height));
            let light = 128.0 + 70.0 * (7.0 * across + 3.0 * down).sin() + grain();
            let tint = 40.0 * (5.0 * down - 2.0 * across).cos();
            pixels.extend([light + tint, light, light - tint].map(|level| level.clamp(0.0, 255.0) as u8));
            pixels.push(255);
        }
    }
    pixels
}

fn compressed(width: u32, height: u32, set: fn(&mut Compressor)) -> Vec<u8> {
    jpeg_as(width, height, &grainy(width, height), PixelFormat::RGBA, set)
}

/// In decibels.
fn likeness(seen: &Decoded, expected: &Decoded) -> f64 {
    let (seen, expected) = (&seen.image.pixels, &expected.image.pixels);
    assert_eq!(seen.len(), expected.len());
    let squares: f64 = seen.iter().zip(expected.iter()).map(|(a, b)| f64::from(a.abs_diff(*b)).powi(2)).sum();
    10.0 * (255.0 * 255.0 * seen.len() as f64 / squares.max(1e-9)).log10()
}

#[track_caller]
fn check(file: &[u8], side: u32, least: f64) {
    let seen = thumbnail::of(file, side).unwrap();
    let expected = decode(file, Limits { side, ..Limits::default() }).unwrap();
    assert_eq!((seen.width, seen.height, seen.format), (expected.width, expected.height, expected.format));
    assert_eq!((seen.image.width, seen.image.height), (expected.image.width, expected.image.height));
    assert_eq!(seen.image.id, expected.image.id);
    assert!(seen.image.encoded.is_none());
    let likeness = likeness(&seen, &expected);
    assert!(likeness >= least, "{likeness} dB");
}

/// The same of a file of which an eighth is enough: the whole decoder is not asked.
#[track_caller]
fn check_eighth(file: &[u8], side: u32, least: f64) {
    assert!(takes_an_eighth(file, side), "the whole decoder was asked");
    check(file, side, least);
}

fn takes_an_eighth(file: &[u8], side: u32) -> bool {
    jpeg::eighth(file, &jpeg::Anatomy::of(file), Limits { side, ..Limits::default() }).is_some()
}

#[test]
fn an_eighth_is_what_the_whole_decoder_makes_of_it() {
    let codings: [fn(&mut Compressor); 7] = [
        |_| {},
        |compressor| compressor.set_quality(100).unwrap(),
        |compressor| compressor.set_quality(20).unwrap(),
        |compressor| compressor.set_optimize(true).unwrap(),
        |compressor| compressor.set_progressive(true).unwrap(),
        |compressor| compressor.set_subsamp(Subsamp::Gray).unwrap(),
        |compressor| {
            compressor.set_quality(60).unwrap();
            compressor.set_progressive(true).unwrap();
        },
    ];
    for set in codings {
        for (width, height) in [(640, 480), (641, 479), (479, 647)] {
            let file = compressed(width, height, set);
            check_eighth(&file, width.max(height) / 8, 40.0);
            check_eighth(&file, 40, 40.0);
        }
    }
}

#[test]
fn sparse_colours_are_near() {
    let sparse: [fn(&mut Compressor); 4] = [
        |compressor| compressor.set_subsamp(Subsamp::Sub2x2).unwrap(),
        |compressor| compressor.set_subsamp(Subsamp::Sub2x1).unwrap(),
        |compressor| compressor.set_subsamp(Subsamp::Sub1x2).unwrap(),
        |compressor| {
            compressor.set_subsamp(Subsamp::Sub2x2).unwrap();
            compressor.set_progressive(true).unwrap();
        },
    ];
    for set in sparse {
        for (width, height) in [(640, 480), (643, 471)] {
            check_eighth(&compressed(width, height, set), width / 8, 30.0);
        }
    }
}

#[test]
fn restarts_are_followed() {
    let file = include_bytes!("pictures/restarts.jpg");
    assert!(file.windows(2).filter(|pair| pair[0] == 0xFF && (0xD0..=0xD7).contains(&pair[1])).count() > 10);
    check_eighth(file, 40, 30.0);
}

#[test]
fn what_an_eighth_is_too_small_for_is_read_as_a_whole() {
    assert!(!takes_an_eighth(&compressed(640, 480, |_| {}), 81));
    check(&compressed(640, 480, |_| {}), 81, 99.0);
    check(&compressed(640, 480, |_| {}), 4096, 99.0);
    check(&jpeg(corners()), 64, 99.0);
}

#[test]
fn every_format_has_its_thumbnail() {
    for file in [png(corners()), webp(corners()), include_bytes!("pictures/corners.avif").to_vec()] {
        check(&file, 16, 99.0);
    }
    let inks = jpeg_as(640, 480, &grainy(640, 480), PixelFormat::CMYK, |_| {});
    check(&inks, 40, 99.0);
}

#[test]
fn thumbnails_are_upright_and_in_srgb() {
    let large = || jpeg(corners_sized(640, 320));
    for orientation in 1..=8 {
        check_eighth(&with_orientation(&large(), orientation), 40, 40.0);
    }
    let wide = ColorProfile::new_display_p3();
    let seen = thumbnail::of(&with_profile(&large(), &wide), 40).unwrap();
    assert!(seen.image.pixels[0] > RED[0] + 8, "{:?}", &seen.image.pixels[..4]);
    check_eighth(&with_profile(&large(), &wide), 40, 40.0);
}

/// A HEIC that carries a small picture: green at its left, where the large one is red.
fn with_small_picture() -> Vec<u8> {
    let file = HeifFile::parse(include_bytes!("pictures/corners.heic")).unwrap();
    let config = file.hevc_config(file.primary_id).unwrap().unwrap().clone();
    let slices = [file.item_data(file.primary_id).unwrap()[4..].to_vec()];
    let mut writer = HeifWriter::new();
    let tile = |writer: &mut HeifWriter| writer.add_image(&ImageSpec::new(64, 64, config.clone(), &slices));
    let tiles = [(); 4].map(|()| tile(&mut writer));
    let whole = writer.add_grid(2, 2, 128, 128, &tiles, None, None);
    let small = tile(&mut writer);
    writer.add_reference(*b"thmb", small, &[whole]);
    writer.finish()
}

#[test]
fn a_small_picture_that_a_file_carries_is_enough() {
    let file = with_small_picture();
    let seen = thumbnail::of(&file, 64).unwrap();
    let whole = decode(&file, Limits { side: 64, ..Limits::default() }).unwrap();
    assert_eq!((seen.image.width, seen.width, seen.format), (64, 128, Format::Heic));
    assert!(likeness(&seen, &whole) < 20.0, "the large picture was read");
    check(&file, 65, 99.0);
}

#[test]
fn a_jpeg_cut_anywhere_is_truncated() {
    let files = [compressed(320, 240, |_| {}), compressed(320, 240, |c| c.set_progressive(true).unwrap())];
    for file in files {
        for length in (3..file.len()).step_by(file.len() / 150).chain([file.len() - 2, file.len() - 1]) {
            let error = thumbnail::of(&file[..length], 40).unwrap_err();
            assert_eq!(error, MediaError::Truncated, "cut at {length} of {}", file.len());
        }
    }
}

#[test]
fn damage_is_no_panic() {
    let files = [
        compressed(160, 120, |_| {}),
        compressed(160, 120, |c| c.set_progressive(true).unwrap()),
        include_bytes!("pictures/restarts.jpg").to_vec(),
    ];
    for mut file in files {
        for at in (2..file.len().min(4000)).step_by(5) {
            for bits in [0x01, 0x80] {
                file[at] ^= bits;
                drop(thumbnail::of(&file, 16));
                file[at] ^= bits;
            }
        }
    }
}

#[test]
fn sizes_that_the_file_does_not_pay_for_are_refused() {
    let mut file = compressed(320, 240, |_| {});
    let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    file[frame + 5..frame + 9].copy_from_slice(&[0x3E, 0x80, 0x3E, 0x80]);
    assert!(thumbnail::of(&file, 64).is_err());
    file[frame + 5..frame + 9].copy_from_slice(&[0xFF, 0x00, 0xFF, 0x00]);
    assert_eq!(thumbnail::of(&file, 64).unwrap_err(), MediaError::TooLarge { width: 65_280, height: 65_280 });
}

#[test]
fn sixteen_bits_are_fine_too() {
    let deep = png_as(64, 32, &[0x80; 64 * 32 * 8], ExtendedColorType::Rgba16);
    check(&deep, 16, 99.0);
}
