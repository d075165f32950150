use fast_image_resize::{
    FilterType, ResizeAlg, ResizeOptions, Resizer,
    images::{TypedImage, TypedImageRef},
    pixels::U8x4,
};

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
    let mut bytes = vec![0; width as usize * height as usize * 4];
    let source = TypedImageRef::<U8x4>::from_buffer(pixels.width, pixels.height, &pixels.bytes)
        .expect("four bytes for each pixel, which need no alignment");
    let mut target = TypedImage::<U8x4>::from_buffer(width, height, &mut bytes).expect("made to measure");
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .use_alpha(fourth == Fourth::Alpha);
    Resizer::new().resize_typed(&source, &mut target, &options).expect("the whole source is asked for");
    Pixels { width, height, bytes }
}
