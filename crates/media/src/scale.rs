use planche_resample::{Part, Source, resample};

use crate::pixels::Pixels;

/// What the fourth channel is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fourth {
    /// How much of the pixel there is: the others weigh by it.
    Alpha,
    /// A colour, or nothing.
    Plain,
}

/// `pixels`, no longer than `side` on either side, proportions kept.
pub fn fitted(pixels: Pixels, side: u32, fourth: Fourth) -> Pixels {
    if pixels.side() <= side {
        return pixels;
    }
    let ratio = f64::from(side) / f64::from(pixels.side());
    let scaled = |length: u32| ((f64::from(length) * ratio).round() as u32).max(1);
    resized(&pixels, scaled(pixels.width), scaled(pixels.height), fourth)
}

fn resized(pixels: &Pixels, width: u32, height: u32, fourth: Fourth) -> Pixels {
    let Pixels { width: across, height: down, ref bytes } = *pixels;
    let source = Source { width: across, height: down, bytes, alpha: fourth == Fourth::Alpha };
    let whole = Part { left: 0.0, top: 0.0, width: f64::from(across), height: f64::from(down) };
    let bytes = resample(source, whole, width, height).expect("the whole of well-formed pixels is asked for");
    Pixels { width, height, bytes }
}
