use image::ExtendedColorType;
use moxcms::{ColorProfile, Layout, TransformOptions};
use turbojpeg::{Colorspace, Compressor, PixelFormat, Subsamp};

use super::files::*;
use crate::{
    Limits, MediaError,
    fit::{Fitted, Photo, Target},
};

/// What a good JPEG, a scale and the conversion of colours may change in a flat colour.
const JPEG: u8 = 8;
const MIDDLE: [f64; 2] = [0.5, 0.5];

fn fit(file: &[u8], target: Target) -> Result<Fitted, MediaError> {
    Photo::read(file, Limits::default(), &[target]).map(|photo| photo.fit(target))
}

fn target(width: u32, height: u32, focus: [f64; 2]) -> Target {
    Target { width, height, focus }
}

/// The colours in the middle of the four corners, row by row.
fn corners_of(fitted: &Fitted) -> [[u8; 4]; 4] {
    let (left, right) = (fitted.width / 4, fitted.width * 3 / 4);
    let (top, bottom) = (fitted.height / 4, fitted.height * 3 / 4);
    [(left, top), (right, top), (left, bottom), (right, bottom)].map(|(x, y)| pixel(fitted, x, y))
}

fn pixel(fitted: &Fitted, x: u32, y: u32) -> [u8; 4] {
    fitted.rgba.as_chunks::<4>().0[(y * fitted.width + x) as usize]
}

#[track_caller]
fn check(file: &[u8], (width, height): (u32, u32), expected: [[u8; 4]; 4]) {
    let fitted = fit(file, target(width, height, MIDDLE)).unwrap();
    assert_eq!((fitted.width, fitted.height), (width, height));
    assert_eq!(fitted.rgba.len(), (width * height * 4) as usize);
    assert_near(&corners_of(&fitted), &expected, JPEG);
}

#[test]
fn every_coding_of_colours_gives_the_same_picture() {
    let codings: [fn(&mut Compressor); 10] = [
        |_| {},
        |c| c.set_subsamp(Subsamp::Sub2x1).unwrap(),
        |c| c.set_subsamp(Subsamp::Sub2x2).unwrap(),
        |c| c.set_subsamp(Subsamp::Sub1x2).unwrap(),
        |c| c.set_subsamp(Subsamp::Sub4x1).unwrap(),
        |c| c.set_subsamp(Subsamp::Sub1x4).unwrap(),
        |c| c.set_progressive(true).unwrap(),
        |c| c.set_arithmetic(true).unwrap(),
        |c| c.set_colorspace(Colorspace::RGB).unwrap(),
        |c| c.set_lossless(true).unwrap(),
    ];
    // Odd sizes have planes that are padded; each size is decoded at another scale.
    for (width, height) in [(64, 32), (131, 67), (263, 129), (521, 263), (1033, 515)] {
        let (_, _, pixels) = corners_sized(width, height);
        for coding in codings {
            let file = jpeg_as(width, height, &pixels, PixelFormat::RGBA, coding);
            let fitted = fit(&file, target(60, 30, MIDDLE)).unwrap();
            assert_near(&corners_of(&fitted), &[RED, GREEN, BLUE, WHITE], JPEG);
            // The colours part in the middle, wherever the planes part.
            assert_near(&[pixel(&fitted, 28, 3)], &[RED], 40 + JPEG);
            assert_near(&[pixel(&fitted, 31, 3)], &[GREEN], 40 + JPEG);
            assert!(fitted.rgba.as_chunks::<4>().0.iter().all(|pixel| pixel[3] == 255));
        }
    }
}

#[test]
fn every_format_is_fitted() {
    for file in [png(corners_sized(300, 150)), webp(corners_sized(300, 150)), jpeg(corners_sized(300, 150))] {
        check(&file, (40, 20), [RED, GREEN, BLUE, WHITE]);
        check(&file, (600, 300), [RED, GREEN, BLUE, WHITE]);
    }
}

#[test]
fn every_orientation_is_fitted_upright() {
    for (orientation, expected) in TURNED {
        let file = with_orientation(&jpeg(corners_sized(258, 130)), orientation);
        [(40, 20), (20, 40), (30, 30)].into_iter().for_each(|size| check(&file, size, expected));
    }
}

/// A dot on grey, at these shares of the upright size.
fn dot((width, height): (u32, u32), at: [f64; 2]) -> (u32, u32, Vec<u8>) {
    let (x, y) = (f64::from(width) * at[0], f64::from(height) * at[1]);
    let is_near = |column: u32, row: u32| (f64::from(column) - x).hypot(f64::from(row) - y) < 12.0;
    let color = |column, row| if is_near(column, row) { RED } else { [120, 120, 120, 255] };
    (width, height, (0..height).flat_map(|row| (0..width).flat_map(move |column| color(column, row))).collect())
}

#[test]
fn what_is_in_focus_stays_in_every_proportion() {
    for at in [[0.05, 0.5], [0.95, 0.1], [0.5, 0.95], [0.3, 0.7]] {
        for orientation in 1..=8 {
            // Where the dot is once the picture is turned upright.
            let [x, y] = at;
            let focus = match orientation {
                2 => [1.0 - x, y],
                3 => [1.0 - x, 1.0 - y],
                4 => [x, 1.0 - y],
                5 => [y, x],
                6 => [1.0 - y, x],
                7 => [1.0 - y, 1.0 - x],
                8 => [y, 1.0 - x],
                _ => at,
            };
            let file = with_orientation(&jpeg(dot((600, 400), at)), orientation);
            for (width, height) in [(80, 100), (90, 160), (100, 100), (191, 100), (300, 60)] {
                let fitted = fit(&file, target(width, height, focus)).unwrap();
                let reds = fitted.rgba.as_chunks::<4>().0.iter().filter(|pixel| pixel[0] > 190 && pixel[1] < 70);
                assert!(reds.count() > 3, "the dot at {at:?} is not in {width} × {height}, orientation {orientation}");
            }
        }
    }
}

#[test]
fn a_window_never_leaves_the_picture() {
    for (width, height) in [(1, 1), (1, 500), (500, 1), (2, 3), (17, 9), (333, 777)] {
        let (_, _, pixels) = corners_sized(width, height);
        let codings: [fn(&mut Compressor); 2] = [|_| {}, |c| c.set_subsamp(Subsamp::Sub2x2).unwrap()];
        let jpegs = codings.map(|coding| jpeg_as(width, height, &pixels, PixelFormat::RGBA, coding));
        for file in jpegs.into_iter().chain([png((width, height, pixels.clone()))]) {
            for focus in [[0.0, 0.0], [1.0, 1.0], [0.3, 0.999]] {
                for size in [(1, 1), (7, 3), (108, 135), (200, 50)] {
                    let fitted = fit(&file, target(size.0, size.1, focus)).unwrap();
                    assert_eq!(fitted.rgba.len(), (size.0 * size.1 * 4) as usize);
                }
            }
        }
    }
}

#[test]
fn what_is_too_small_says_by_how_much_it_was_enlarged() {
    let check = |file: &[u8], size: (u32, u32), expected: f64| {
        let wanted = target(size.0, size.1, MIDDLE);
        let enlargement = Photo::read(file, Limits::default(), &[wanted]).unwrap().enlargement(wanted);
        assert!((enlargement - expected).abs() < 1e-9, "{enlargement} is not {expected}");
    };
    for file in [jpeg(corners_sized(400, 200)), png(corners_sized(400, 200))] {
        check(&file, (400, 200), 1.0);
        check(&file, (100, 100), 0.5);
        check(&file, (400, 400), 2.0);
        check(&file, (1080, 1350), 6.75);
    }
}

#[test]
fn one_decoding_serves_every_size() {
    let file = jpeg(corners_sized(1000, 500));
    let targets = [target(20, 10, MIDDLE), target(500, 250, MIDDLE), target(30, 40, MIDDLE)];
    let photo = Photo::read(&file, Limits::default(), &targets).unwrap();
    for each in targets {
        assert_near(&corners_of(&photo.fit(each)), &[RED, GREEN, BLUE, WHITE], JPEG);
    }
}

#[test]
fn wide_gamut_colours_become_srgb() {
    for profile in [ColorProfile::new_display_p3(), ColorProfile::new_adobe_rgb()] {
        let to_profile = ColorProfile::new_srgb()
            .create_transform_8bit(Layout::Rgba, &profile, Layout::Rgba, TransformOptions::default())
            .unwrap();
        let (width, height, pixels) = corners_sized(240, 120);
        let mut wide = vec![0; pixels.len()];
        to_profile.transform(&pixels, &mut wide).unwrap();
        let file = with_profile(&jpeg((width, height, wide)), &profile);
        let fitted = fit(&file, target(40, 20, MIDDLE)).unwrap();
        // What the JPEG changes in the wide colours is more in the narrow ones.
        assert_near(&corners_of(&fitted), &[RED, GREEN, BLUE, WHITE], JPEG + 4);
    }
}

#[test]
fn inks_and_greys_are_fitted() {
    let inks: Vec<u8> =
        (0..120 * 120).flat_map(|at| if at % 120 < 60 { [0, 255, 255, 255] } else { [255; 4] }).collect();
    let cmyk = jpeg_as(120, 120, &inks, PixelFormat::CMYK, |_| {});
    let adobe = with_segment(&cmyk, 0xEE, b"Adobe\0\x64\0\0\0\0\0");
    for file in [cmyk, adobe] {
        assert_eq!(fit(&file, target(20, 20, MIDDLE)).map(|fitted| fitted.rgba.len()), Ok(1600));
    }
    let levels: Vec<u8> = (0..120 * 120).map(|at| if at % 120 < 60 { 40 } else { 200 }).collect();
    let grey = jpeg_as(120, 120, &levels, PixelFormat::GRAY, |c| c.set_subsamp(Subsamp::Gray).unwrap());
    let [dark, light] = [[40, 40, 40, 255], [200, 200, 200, 255]];
    check(&grey, (30, 30), [dark, light, dark, light]);
}

#[test]
fn what_is_transparent_shows_white() {
    let pixels: Vec<u8> =
        (0..40 * 40).flat_map(|at| if at % 40 < 20 { [0, 0, 0, 0] } else { [100, 0, 0, 128] }).collect();
    let file = png_as(40, 40, &pixels, ExtendedColorType::Rgba8);
    let (clear, half) = ([255; 4], [177, 127, 127, 255]);
    let fitted = fit(&file, target(20, 20, MIDDLE)).unwrap();
    assert_near(&corners_of(&fitted), &[clear, half, clear, half], 2);
}

#[test]
fn what_cannot_be_read_is_refused() {
    let refused = |file: &[u8]| fit(file, target(10, 10, MIDDLE)).unwrap_err();
    let whole = jpeg(corners_sized(200, 100));
    assert_eq!(refused(&whole[..whole.len() / 2]), MediaError::Truncated);
    assert_eq!(refused(b"This is a letter."), MediaError::UnknownFormat);
    let mut gigantic = whole.clone();
    let frame = gigantic.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    gigantic[frame + 5..frame + 9].copy_from_slice(&[0xEA, 0x60, 0xEA, 0x60]);
    assert_eq!(refused(&gigantic), MediaError::TooLarge { width: 60_000, height: 60_000 });
    let noise = [&whole[..whole.len() - 600], &[0x55; 598], &[0xFF, 0xD9]].concat();
    assert!(
        fit(&noise, target(10, 10, MIDDLE)).is_ok_and(|fitted| fitted.rgba.len() == 400)
            || refused(&noise) == MediaError::Damaged
    );
}

#[test]
fn planes_are_the_same_picture_as_pixels() {
    let codings: [fn(&mut Compressor); 3] =
        [|_| {}, |c| c.set_subsamp(Subsamp::Sub2x2).unwrap(), |c| c.set_subsamp(Subsamp::Sub2x1).unwrap()];
    let (width, height, pixels) = corners_sized(518, 262);
    for coding in codings {
        for orientation in 1..=8 {
            let file = with_orientation(&jpeg_as(width, height, &pixels, PixelFormat::RGBA, coding), orientation);
            let wanted = target(60, 44, [0.48, 0.52]);
            let photo = Photo::read(&file, Limits::default(), &[wanted]).unwrap();
            let planes = photo.fit_planes(wanted).unwrap();
            assert_eq!((planes.width, planes.height, planes.samples.len()), (60, 44, 60 * 44 * 3 / 2));
            assert_near(&seen_planes(&planes.samples, 60, 44), &corners_of(&photo.fit(wanted)), 3);
        }
    }
}

/// The colours in the middle of the four corners of planes at half the resolution.
fn seen_planes(samples: &[u8], width: usize, height: usize) -> [[u8; 4]; 4] {
    let (luma, colours) = samples.split_at(width * height);
    let (blueness, redness) = colours.split_at(colours.len() / 2);
    let (left, right, top, bottom) = (width / 4, width * 3 / 4, height / 4, height * 3 / 4);
    [(left, top), (right, top), (left, bottom), (right, bottom)].map(|(x, y)| {
        let half = y / 2 * (width / 2) + x / 2;
        let [luma, blue, red] = [luma[y * width + x], blueness[half], redness[half]].map(f64::from);
        let (blue, red) = (blue - 128.0, red - 128.0);
        let level = |value: f64| value.round().clamp(0.0, 255.0) as u8;
        [level(luma + 1.402 * red), level(luma - 0.344 * blue - 0.714 * red), level(luma + 1.772 * blue), 255]
    })
}

#[test]
fn planes_are_given_only_where_they_say_all() {
    let planes = |file: &[u8], width, height| {
        let wanted = target(width, height, MIDDLE);
        Photo::read(file, Limits::default(), &[wanted]).unwrap().fit_planes(wanted).is_some()
    };
    let plain = jpeg(corners());
    assert!(planes(&plain, 20, 10));
    assert!(!planes(&plain, 21, 10) && !planes(&plain, 20, 11));
    assert!(!planes(&with_profile(&plain, &ColorProfile::new_display_p3()), 20, 10));
    assert!(planes(&with_profile(&plain, &ColorProfile::new_srgb()), 20, 10));
    assert!(!planes(&png(corners()), 20, 10));
}
