use std::sync::Arc;

use planche_scene::{Encoded, Encoding};

use super::*;

const PLAIN: Treatment =
    Treatment { blur: 0.0, brightness: 1.0, contrast: 1.0, saturation: 1.0, duotone: None, grain: 0.0, seed: 0 };

/// Treats one pixel.
fn check(treatment: Treatment, pixel: [u8; 4], expected: [u8; 4]) {
    let mut treated = pixel;
    treat(&mut treated, 1, &treatment);
    assert_eq!(treated, expected, "{pixel:?} under {treatment:?}");
}

#[test]
fn levels_become_what_the_definitions_say() {
    let colour = [200, 100, 50, 128];
    check(PLAIN, colour, colour);
    check(Treatment { brightness: 1.5, ..PLAIN }, colour, [255, 150, 75, 128]);
    check(Treatment { brightness: 0.0, ..PLAIN }, colour, [0, 0, 0, 128]);
    check(Treatment { brightness: -2.0, ..PLAIN }, colour, [0, 0, 0, 128]);
    check(Treatment { contrast: 2.0, ..PLAIN }, colour, [255, 73, 0, 128]);
    check(Treatment { contrast: 0.5, ..PLAIN }, colour, [164, 114, 89, 128]);
    check(Treatment { contrast: 0.0, ..PLAIN }, colour, [128, 128, 128, 128]);
    // 0.2126 * 200 + 0.7152 * 100 + 0.0722 * 50 = 117.65
    check(Treatment { saturation: 0.0, ..PLAIN }, colour, [118, 118, 118, 128]);
    check(Treatment { saturation: 0.5, ..PLAIN }, colour, [159, 109, 84, 128]);
    check(Treatment { saturation: 2.0, ..PLAIN }, colour, [255, 82, 0, 128]);
}

#[test]
fn brightness_comes_before_contrast() {
    // 200 is doubled and held at 255 before its distance from the middle is halved.
    check(Treatment { brightness: 2.0, contrast: 0.5, ..PLAIN }, [200, 60, 0, 255], [191, 124, 64, 255]);
}

#[test]
fn two_inks_replace_all_colours() {
    let inks = Some(Duotone { dark: [20, 0, 100], light: [255, 240, 200] });
    for (pixel, expected) in [
        ([0, 0, 0, 255], [20, 0, 100, 255]),
        ([255, 255, 255, 9], [255, 240, 200, 9]),
        ([51, 51, 51, 255], [67, 48, 120, 255]),
        ([200, 100, 50, 255], [129, 111, 146, 255]),
    ] {
        check(Treatment { duotone: inks, ..PLAIN }, pixel, expected);
        check(Treatment { duotone: inks, saturation: 0.3, ..PLAIN }, pixel, expected);
    }
}

/// A grey picture with grain.
fn grained(width: u32, height: u32, grain: f32, seed: u32) -> Vec<u8> {
    let mut rgba = [128, 128, 128, 255].repeat((width * height) as usize);
    treat(&mut rgba, width, &Treatment { grain, seed, ..PLAIN });
    rgba
}

#[test]
fn grain_is_even_without_bias_and_always_the_same() {
    let rgba = grained(200, 100, 0.1, 7);
    let shifts: Vec<i32> = rgba.chunks_exact(4).map(|pixel| i32::from(pixel[0]) - 128).collect();
    let mean = f64::from(shifts.iter().sum::<i32>()) / 20_000.0;
    let spread = (f64::from(shifts.iter().map(|shift| shift * shift).sum::<i32>()) / 20_000.0).sqrt();
    assert!(mean.abs() < 0.3, "{mean}");
    // A triangle that ends at 26 levels deviates by 26 over the square root of six.
    assert!((spread - 10.6).abs() < 0.4, "{spread}");
    assert!(shifts.iter().all(|shift| shift.abs() <= 26));
    let neighbours: i32 = shifts.windows(2).map(|pair| pair[0] * pair[1]).sum();
    assert!((f64::from(neighbours) / 20_000.0 / spread / spread).abs() < 0.03, "neighbours know of each other");
    assert!(rgba.chunks_exact(4).all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2] && pixel[3] == 255));
    assert_eq!(rgba, grained(200, 100, 0.1, 7));
    assert_ne!(rgba, grained(200, 100, 0.1, 8));
}

#[test]
fn grain_is_coarser_on_a_larger_picture() {
    let rgba = grained(2000, 1081, 0.2, 1);
    let at = |x: usize, y: usize| rgba[(y * 2000 + x) * 4];
    assert!((0..1080).step_by(2).all(|at_even| at(at_even, 10) == at(at_even + 1, 11)));
    assert!((0..1080).step_by(2).any(|at_even| at(at_even, 10) != at(at_even + 2, 10)));
}

/// A white square of a third of the side in the middle of black; `alpha` is that of the black.
fn square(side: usize, alpha: u8) -> Vec<u8> {
    let inside = side / 3..side - side / 3;
    let pixel = |at: usize| {
        if inside.contains(&(at % side)) && inside.contains(&(at / side)) { [255; 4] } else { [0, 0, 0, alpha] }
    };
    (0..side * side).flat_map(pixel).collect()
}

#[test]
fn a_blur_is_relative_to_the_short_side() {
    for side in [90, 900] {
        let mut rgba = square(side, 255);
        treat(&mut rgba, side as u32, &Treatment { blur: 0.05, ..PLAIN });
        let level = |across: f64| rgba[(side / 2 * side + (across * side as f64) as usize) * 4];
        // At the edge a half, a deviation to each side of it the normal distribution's 16 and 84 %.
        for (across, expected) in [(1.0 / 3.0, 128), (1.0 / 3.0 - 0.05, 41), (1.0 / 3.0 + 0.05, 214), (0.1, 0)] {
            assert!(level(across).abs_diff(expected) <= 12, "{} at {across} of {side}", level(across));
        }
    }
}

#[test]
fn a_blur_spreads_colour_only_as_far_as_there_is_some() {
    let mut rgba = square(60, 0);
    treat(&mut rgba, 60, &Treatment { blur: 0.03, ..PLAIN });
    assert!(rgba.chunks_exact(4).filter(|pixel| pixel[3] > 8).all(|pixel| pixel[0] > 230), "no black creeps in");
    assert!(rgba.chunks_exact(4).any(|pixel| (64..192).contains(&pixel[3])));
}

#[test]
fn a_treated_image_is_another_image() {
    let file = Encoded { encoding: Encoding::Jpeg, bytes: Arc::from([1, 2, 3]) };
    let pixels = Arc::from([10, 20, 30, 255].repeat(4));
    let image = Image { id: [7; 32], width: 2, height: 2, pixels, opaque: true, encoded: Some(file) };
    assert_eq!(PLAIN.applied(&image).id, image.id);
    let bright = Treatment { brightness: 2.0, ..PLAIN }.applied(&image);
    assert_eq!(bright.pixels[..4], [20, 40, 60, 255]);
    assert!(bright.encoded.is_none(), "the file shows the picture untreated");
    let treatments = [
        Treatment { brightness: 2.0, ..PLAIN },
        Treatment { contrast: 2.0, ..PLAIN },
        Treatment { seed: 1, grain: 0.1, ..PLAIN },
        Treatment { seed: 2, grain: 0.1, ..PLAIN },
        Treatment { duotone: Some(Duotone { dark: [0; 3], light: [255; 3] }), ..PLAIN },
        PLAIN,
    ];
    let ids = treatments.map(|treatment| treatment.applied(&image).id);
    assert_eq!(ids.iter().collect::<std::collections::HashSet<_>>().len(), ids.len());
    assert_eq!(ids[0], bright.id);
}
