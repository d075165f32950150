//! Pixels made fewer, more or softer: the one place where the resampler is compiled.
//!
//! Its functions are generic, so that every crate that called them would carry and rebuild all of its code.

mod blur;

use fast_image_resize::{
    FilterType, ResizeAlg, ResizeOptions, Resizer,
    images::{TypedImage, TypedImageRef},
    pixels::U8x4,
};
use thiserror::Error;

pub use blur::{blur_levels, blur_rgba};

/// Four channels of 8 bits a pixel, rows from the top, no padding.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The channels.
    pub bytes: &'a [u8],
    /// Whether the fourth channel says how much of the pixel there is: the others weigh by it then.
    pub alpha: bool,
}

/// The part of the source that is wanted, in its pixels.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Across.
    pub width: f64,
    /// Down.
    pub height: f64,
}

/// Why pixels cannot be resampled.
#[derive(Debug, Error)]
pub enum ResampleError {
    /// There are not as many bytes as the size says.
    #[error("the pixels are not {width} by {height}")]
    Size {
        /// The width they should have.
        width: u32,
        /// The height they should have.
        height: u32,
    },
    /// The part is empty or lies outside the source.
    #[error("the part lies outside the picture")]
    Part,
}

/// `part` of the source as `width` by `height` pixels of the same kind: the sharpest filter to make it smaller, one with
/// less of a halo to make it larger.
pub fn resample(source: Source<'_>, part: Part, width: u32, height: u32) -> Result<Vec<u8>, ResampleError> {
    let size = |width, height| ResampleError::Size { width, height };
    let from = TypedImageRef::<U8x4>::from_buffer(source.width, source.height, source.bytes)
        .map_err(|_| size(source.width, source.height))?;
    let mut bytes = vec![0; width as usize * height as usize * 4];
    let mut to = TypedImage::<U8x4>::from_buffer(width, height, &mut bytes).map_err(|_| size(width, height))?;
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(filter(part, width)))
        .crop(part.left, part.top, part.width, part.height)
        .use_alpha(source.alpha);
    Resizer::new().resize_typed(&from, &mut to, &options).map_err(|_| ResampleError::Part)?;
    Ok(bytes)
}

fn filter(part: Part, width: u32) -> FilterType {
    if part.width < f64::from(width) { FilterType::CatmullRom } else { FilterType::Lanczos3 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_becomes_as_many_pixels_as_are_asked_for() {
        let bytes: Vec<u8> =
            (0..4 * 4).flat_map(|at| if at % 4 < 2 { [200, 10, 10, 255] } else { [10, 10, 200, 255] }).collect();
        let source = Source { width: 4, height: 4, bytes: &bytes, alpha: true };
        let right = Part { left: 2.0, top: 0.0, width: 2.0, height: 4.0 };
        assert_eq!(resample(source, right, 2, 4).unwrap(), [10, 10, 200, 255].repeat(8));
        assert!(matches!(resample(source, Part { left: 3.0, ..right }, 1, 1), Err(ResampleError::Part)));
        assert!(matches!(resample(Source { width: 5, ..source }, right, 1, 1), Err(ResampleError::Size { .. })));
    }
}
