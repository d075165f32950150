//! What a picture looks like, in a few numbers: to find its likes, to search by colour, to keep what matters in a crop.

mod color;
mod faces;
mod focus;
mod hash;
mod palette;

use planche_resample::{Part, Source, resample};
use planche_scene::Image;

use crate::pixels::Pixels;

pub use hash::distance;
pub use palette::Swatch;

/// What a picture looks like.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// Where light grows from left to right, on a grid of 8 × 8. Near hashes are near pictures, see [`distance`].
    pub hash: u64,
    /// Its colours, five at most, the most frequent first. What is mostly clear has none.
    pub palette: Vec<Swatch>,
    /// Where the eye goes, as fractions of the width and the height: the faces, else what stands out; `None` when nothing
    /// does.
    pub focus: Option<(f32, f32)>,
    /// How many faces look at us, of those that a person would notice.
    pub faces: u32,
}

/// The look of a picture. It costs some 25 ms, nearly all of them to find faces; the same pixels give the same look.
pub fn of(image: &Image) -> Look {
    if image.width == 0 || image.height == 0 {
        return Look::default();
    }
    let large = within(source(image), FACES_SIDE);
    let small = within(borrowed(&large), COLORS_SIDE);
    let palette = palette::of(&small);
    let (large, small) = (on_white(large), on_white(small));
    let faces = faces::find(&large);
    let focus = focus::of_faces(&faces, &large).or_else(|| focus::of_details(&small));
    let count = u32::try_from(faces.len()).expect("a picture of 512 pixels a side has few faces");
    Look { hash: hash::of(&large), palette, focus, faces: count }
}

/// The longest side of the pixels in which faces are looked for, and colours: more finds nothing more.
const FACES_SIDE: u32 = 512;
const COLORS_SIDE: u32 = 96;

/// `source`, no longer than `side` on either side.
fn within(source: Source<'_>, side: u32) -> Pixels {
    let ratio = (f64::from(side) / f64::from(source.width.max(source.height))).min(1.0);
    let scaled = |length: u32| ((f64::from(length) * ratio).round() as u32).max(1);
    sized(source, scaled(source.width), scaled(source.height))
}

fn sized(source: Source<'_>, width: u32, height: u32) -> Pixels {
    let whole = Part { left: 0.0, top: 0.0, width: source.width.into(), height: source.height.into() };
    let bytes = resample(source, whole, width, height).expect("the whole of well-formed pixels is asked for");
    Pixels { width, height, bytes }
}

fn source(image: &Image) -> Source<'_> {
    Source { width: image.width, height: image.height, bytes: &image.pixels, alpha: !image.opaque }
}

fn borrowed(pixels: &Pixels) -> Source<'_> {
    Source { width: pixels.width, height: pixels.height, bytes: &pixels.bytes, alpha: true }
}

/// What is clear shows the paper.
fn on_white(mut pixels: Pixels) -> Pixels {
    for [red, green, blue, alpha] in pixels.bytes.as_chunks_mut::<4>().0 {
        let paper = 255 * (255 - u32::from(*alpha));
        let seen = |ink: u8| ((u32::from(ink) * u32::from(*alpha) + paper + 127) / 255) as u8;
        (*red, *green, *blue) = (seen(*red), seen(*green), seen(*blue));
        *alpha = u8::MAX;
    }
    pixels
}

/// How light each pixel is (ITU-R BT.601).
fn greys(pixels: &Pixels) -> Vec<u8> {
    let grey = |[red, green, blue, _]: &[u8; 4]| {
        ((u32::from(*red) * 299 + u32::from(*green) * 587 + u32::from(*blue) * 114 + 500) / 1000) as u8
    };
    pixels.bytes.as_chunks::<4>().0.iter().map(grey).collect()
}
