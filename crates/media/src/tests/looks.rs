use std::sync::Arc;

use planche_scene::Image;

use super::files::*;
use crate::{
    Limits, decode,
    look::{Look, distance, of},
};

fn image(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 4]) -> Image {
    let pixel = &pixel;
    let pixels: Vec<u8> = (0..height).flat_map(|y| (0..width).flat_map(move |x| pixel(x, y))).collect();
    let opaque = pixels.chunks_exact(4).all(|pixel| pixel[3] == 255);
    Image { id: [0; 32], width, height, pixels: Arc::from(pixels), opaque, encoded: None }
}

/// Hills and valleys of light, others for each seed.
fn landscape(seed: u32, width: u32, height: u32, lighter: f64) -> Image {
    let wave = move |index: u32, x: f64, y: f64| {
        let turn = |salt: u32| f64::from((seed * 31 + index * 7 + salt) * 2_654_435 % 1000) / 1000.0;
        (std::f64::consts::TAU * ((3.0 * turn(1) - 1.5) * x + (3.0 * turn(2) - 1.5) * y + turn(3))).sin()
    };
    image(width, height, |x, y| {
        let (x, y) = (f64::from(x) / f64::from(width), f64::from(y) / f64::from(height));
        let light = (0..6).map(|index| wave(index, x, y)).sum::<f64>();
        let level = |tint: f64| (110.0 + 28.0 * light * tint + lighter).clamp(0.0, 255.0) as u8;
        [level(1.0), level(0.8), level(0.5), 255]
    })
}

fn hash(image: &Image) -> u64 {
    of(image).hash
}

#[test]
fn a_picture_is_near_its_likes_and_far_from_others() {
    for seed in 1..12 {
        let picture = landscape(seed, 300, 200, 0.0);
        let file = jpeg((300, 200, picture.pixels.to_vec()));
        let compressed = decode(&file, Limits { side: 150, ..Limits::default() }).unwrap().image;
        for like in [compressed, landscape(seed, 600, 400, 0.0), landscape(seed, 300, 200, 20.0)] {
            let apart = distance(hash(&picture), hash(&like));
            assert!(apart <= 8, "{seed}: {apart}");
        }
        let apart = distance(hash(&picture), hash(&landscape(seed + 1, 300, 200, 0.0)));
        assert!(apart >= 14, "{seed}: {apart}");
    }
}

#[test]
fn a_hash_says_where_light_grows() {
    let rising = image(90, 80, |x, _| [(x * 2) as u8, (x * 2) as u8, (x * 2) as u8, 255]);
    let falling = image(90, 80, |x, _| [200 - (x * 2) as u8, 0, 0, 255]);
    let halves = image(90, 80, |x, y| {
        let level = if y < 40 { x * 2 } else { 200 - x * 2 };
        [level as u8, level as u8, level as u8, 255]
    });
    assert_eq!(hash(&rising), u64::MAX);
    assert_eq!(hash(&falling), 0);
    assert_eq!(hash(&halves), 0xFFFF_FFFF_0000_0000);
    assert_eq!(distance(hash(&rising), hash(&halves)), 32);
}

#[track_caller]
fn check_palette(image: &Image, expected: &[([u8; 3], f32)]) {
    let palette = of(image).palette;
    let near = palette.len() == expected.len()
        && palette.iter().zip(expected).all(|(swatch, (color, share))| {
            swatch.color.iter().zip(color).all(|(a, b)| a.abs_diff(*b) <= 6) && (swatch.share - share).abs() < 0.02
        });
    assert!(near, "{palette:?} is not {expected:?}");
}

#[test]
fn a_palette_has_each_colour_once_by_its_share() {
    let striped = |x: u32, _| match x {
        0..40 => RED,
        40..64 => [RED[0] - 12, RED[1] + 8, RED[2], 255],
        64..80 => BLUE,
        _ => WHITE,
    };
    let red = [RED[0] - 4, RED[1] + 3, RED[2]];
    let [blue, white] = [BLUE, WHITE].map(|[red, green, blue, _]| [red, green, blue]);
    check_palette(&image(88, 20, striped), &[(red, 0.727), (blue, 0.182), (white, 0.091)]);
    check_palette(&image(100, 100, |x, _| if x < 50 { RED } else { [0, 255, 0, 0] }), &[([220, 30, 40], 0.5)]);
    check_palette(&image(100, 100, |_, _| [9, 9, 9, 0]), &[]);
    let many = image(80, 10, |x, _| {
        let [red, green, blue] = [4, 2, 1].map(|bit| if (x / 10) & bit == 0 { 0 } else { 255 });
        [red, green, blue, 255]
    });
    let palette = of(&many).palette;
    assert_eq!(palette.len(), 5);
    assert!(palette.iter().all(|swatch| (swatch.share - 0.125).abs() < 0.02), "{palette:?}");
}

#[test]
fn the_focus_is_on_what_stands_out() {
    let spot = |left: u32, top: u32| {
        move |x: u32, y: u32| {
            let inside = (left..left + 60).contains(&x) && (top..top + 60).contains(&y);
            if inside && (x / 10 + y / 10).is_multiple_of(2) { [230, 60, 20, 255] } else { [120, 122, 121, 255] }
        }
    };
    for (left, top) in [(20, 20), (320, 20), (20, 220), (320, 220), (170, 120)] {
        let (x, y) = of(&image(400, 300, spot(left, top))).focus.unwrap();
        let pulled = |at: u32, length: u32| f32::midpoint((at + 30) as f32 / length as f32, 0.5);
        let (right_x, right_y) = (pulled(left, 400), pulled(top, 300));
        assert!((x - right_x).abs() < 0.03 && (y - right_y).abs() < 0.03, "{left} {top}: {x} {y}");
    }
    assert_eq!(of(&image(400, 300, |_, _| [120, 122, 121, 255])).focus, None);
}

#[test]
fn faces_come_first() {
    let face = decode(include_bytes!("pictures/face.png"), Limits::default()).unwrap().image;
    let beside = image(640, 320, |x, y| {
        let (left, top) = (400, 100);
        if (left..left + face.width).contains(&x) && (top..top + face.height).contains(&y) {
            let at = ((y - top) * face.width + x - left) as usize * 4;
            return face.pixels[at..at + 4].try_into().unwrap();
        }
        if x < 100 && (x / 5 + y / 5).is_multiple_of(2) { [250, 0, 0, 255] } else { [205, 205, 205, 255] }
    });
    let look = of(&beside);
    assert_eq!(look.faces, 1);
    let (x, y) = look.focus.unwrap();
    assert!((x - 0.75).abs() < 0.04 && (y - 0.56).abs() < 0.06, "{x} {y}");
}

#[test]
fn any_size_has_a_look_and_always_the_same() {
    for (width, height) in [(1, 1), (2, 2), (1, 5000), (5000, 1), (47, 47), (48, 48), (513, 40), (40, 513)] {
        let picture = landscape(3, width, height, 0.0);
        assert_eq!(of(&picture), of(&picture));
        assert!(!of(&picture).palette.is_empty());
    }
    assert_eq!(of(&image(0, 0, |_, _| RED)), Look::default());
}
