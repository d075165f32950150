//! Pixels made fewer, more or softer: the one place where the resampler is compiled.
//!
//! Its functions are generic, so that every crate that called them would carry and rebuild all of its code.

mod blur;

use fast_image_resize::{
    FilterType, PixelTrait, ResizeAlg, ResizeOptions, Resizer,
    images::{TypedImage, TypedImageRef},
    pixels::{U8, U8x4},
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

/// One channel of 8 bits, rows from the top, no padding: brightness, or one of the two colours beside it.
#[derive(Clone, Copy, Debug)]
pub struct Plane<'a> {
    /// In samples.
    pub width: u32,
    /// In samples.
    pub height: u32,
    /// The samples.
    pub bytes: &'a [u8],
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

impl Part {
    /// The part, a rounding error out of a source of that size at most, put back inside.
    #[must_use]
    pub fn within(self, width: u32, height: u32) -> Self {
        let (right, bottom) = (f64::from(width), f64::from(height));
        let (left, top) = (self.left.clamp(0.0, right), self.top.clamp(0.0, bottom));
        Self { left, top, width: self.width.min(right - left), height: self.height.min(bottom - top) }
    }
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
    let Source { width: across, height: down, bytes, alpha } = source;
    resized::<U8x4>((across, down, bytes), part, (width, height), alpha)
}

/// `part` of the plane as `width` by `height` samples, by the filters of [`resample`].
pub fn resample_plane(plane: Plane<'_>, part: Part, width: u32, height: u32) -> Result<Vec<u8>, ResampleError> {
    let Plane { width: across, height: down, bytes } = plane;
    resized::<U8>((across, down, bytes), part, (width, height), false)
}

fn resized<P: PixelTrait>(
    (across, down, source): (u32, u32, &[u8]),
    part: Part,
    (width, height): (u32, u32),
    alpha: bool,
) -> Result<Vec<u8>, ResampleError> {
    let size = |width, height| ResampleError::Size { width, height };
    let from = TypedImageRef::<P>::from_buffer(across, down, source).map_err(|_| size(across, down))?;
    let mut bytes = vec![0; width as usize * height as usize * P::size()];
    let mut to = TypedImage::<P>::from_buffer(width, height, &mut bytes).map_err(|_| size(width, height))?;
    let (left, across) = unaligned(part.left, part.width, width);
    let (top, down) = unaligned(part.top, part.height, height);
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(filter(part, width)))
        .crop(left, top, across, down)
        .use_alpha(alpha);
    Resizer::new().resize_typed(&from, &mut to, &options).map_err(|_| ResampleError::Part)?;
    Ok(bytes)
}

/// Where an enlarged part begins and how long it is, a millionth of a pixel less at both ends.
///
/// Between samples that are exactly under those of the source, the resampler (6.1) drops the weights that are nothing,
/// and takes what the first and the last one are left with for what all of them reach: it then reads out of its bounds.
fn unaligned(start: f64, length: f64, samples: u32) -> (f64, f64) {
    let nudge = f64::min(1e-6, length / 4.0);
    if length < f64::from(samples) { (start + nudge, length - 2.0 * nudge) } else { (start, length) }
}

fn filter(part: Part, width: u32) -> FilterType {
    if part.width < f64::from(width) { FilterType::CatmullRom } else { FilterType::Lanczos3 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_right_under_those_of_the_source_are_as_good_as_others() {
        for side in 1..8_u32 {
            let bytes = vec![90; (side * side) as usize];
            let plane = Plane { width: side, height: side, bytes: &bytes };
            let quarters = (0..side * 4).flat_map(|start| (start + 1..=side * 4).map(move |end| (start, end)));
            for (start, end) in quarters {
                let (left, length) = (f64::from(start) / 4.0, f64::from(end - start) / 4.0);
                let part = Part { left, top: left, width: length, height: length };
                for size in 1..20 {
                    assert_eq!(resample_plane(plane, part, size, size).unwrap(), vec![90; (size * size) as usize]);
                }
            }
        }
    }

    #[test]
    fn a_part_becomes_as_many_pixels_as_are_asked_for() {
        let bytes: Vec<u8> =
            (0..4 * 4).flat_map(|at| if at % 4 < 2 { [200, 10, 10, 255] } else { [10, 10, 200, 255] }).collect();
        let source = Source { width: 4, height: 4, bytes: &bytes, alpha: true };
        let right = Part { left: 2.0, top: 0.0, width: 2.0, height: 4.0 };
        assert_eq!(resample(source, right, 2, 4).unwrap(), [10, 10, 200, 255].repeat(8));
        assert!(matches!(resample(source, Part { left: 3.0, ..right }, 1, 1), Err(ResampleError::Part)));
        let plane = Plane { width: 4, height: 4, bytes: &[7, 7, 9, 9].repeat(4) };
        assert_eq!(resample_plane(plane, right, 2, 4).unwrap(), [9; 8]);
        assert!(matches!(resample(Source { width: 5, ..source }, right, 1, 1), Err(ResampleError::Size { .. })));
    }
}
