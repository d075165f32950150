//! What the files show.

use planche_tests::{picture::Picture, project};

use super::{bowl, fit, made, png, with_segment};
use crate::bench::Bench;

const DOT: [u8; 3] = [230, 20, 30];

fn is_dot(pixel: &[u8; 3]) -> bool {
    pixel.iter().zip(DOT).all(|(one, other)| one.abs_diff(other) < 40)
}

#[test]
fn what_is_in_focus_stays_in_every_format() {
    let formats = project::json("assets/platforms/formats.json");
    let ids: Vec<&str> =
        formats["formats"].as_array().unwrap().iter().map(|format| format["id"].as_str().unwrap()).collect();
    for focus in [[0.04_f64, 0.5], [0.5, 0.96], [0.9, 0.1]] {
        let bench = Bench::new();
        let [x, y] = [focus[0] * 900.0, focus[1] * 600.0];
        let near = |column: u32, row: u32| (f64::from(column) - x).hypot(f64::from(row) - y) < 14.0;
        bench.write("dot.png", png(900, 600, |column, row| if near(column, row) { DOT } else { [110; 3] }));
        let point = format!("{},{}", focus[0], focus[1]);
        let run = fit(&bench, &["dot.png", "--format", &ids.join(","), "--focal", &point, "--as", "png", "--json"]);
        assert_eq!(run.json()["files"].as_array().unwrap().len(), ids.len());
        for file in made(&bench) {
            let picture = Picture::read(&bench.path("out").join(&file));
            let dots = picture.pixels.iter().filter(|pixel| is_dot(pixel)).count();
            assert!(dots > 20, "{file} has lost the dot at {point}: {dots}");
        }
    }
}

/// From where an upright pixel is to where it is stored, in a square whose last row and column are told.
type Turn = fn(usize, usize, usize) -> (usize, usize);

/// The photograph, turned as each orientation of EXIF says, is the photograph turned.
#[test]
fn telephones_that_are_held_otherwise() {
    let shown = |orientation: u8| {
        let exif = [b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(), &[orientation], &[0; 6]]
            .concat();
        let bench = Bench::new();
        bench.write("a.jpg", with_segment(&bowl(), 0xE1, &exif));
        fit(&bench, &["a.jpg", "--format", "ig_carousel_1_1", "--as", "png", "--json"]);
        Picture::read(&bench.path("out/ig_carousel_1_1/a.png"))
    };
    let upright = shown(1);
    let last = upright.width - 1;
    let turned: [Turn; 7] = [
        |x, y, last| (last - x, y),
        |x, y, last| (last - x, last - y),
        |x, y, last| (x, last - y),
        |x, y, _| (y, x),
        |x, y, last| (y, last - x),
        |x, y, last| (last - y, last - x),
        |x, y, last| (last - y, x),
    ];
    for (turn, orientation) in turned.into_iter().zip(2..) {
        let places = (0..=last).flat_map(|y| (0..=last).map(move |x| turn(x, y, last)));
        let expected =
            Picture { pixels: places.map(|(x, y)| upright.pixels[y * (last + 1) + x]).collect(), ..upright.clone() };
        let difference = shown(orientation).difference(&expected).expect("both are square");
        // The resampler weighs samples in 8 bits, one direction after the other.
        assert!(difference.channel <= 2, "orientation {orientation}: {difference:?}");
    }
}
