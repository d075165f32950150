use std::cmp::Ordering;

use turbojpeg::{Compressor, Image, PixelFormat, Subsamp};

use super::icc;
use crate::{Pixels, RenderError};

/// The best quality worth its bytes, where a search for a size starts.
const BEST: u8 = 95;
/// Below this, text shows halos that nobody would publish.
const WORST: u8 = 40;

/// Encodes a page as a baseline JPEG; `quality` is 1 to 100.
///
/// Colour keeps its full resolution (4:4:4): coloured text frays without it.
///
/// # Errors
/// `quality` is out of range, or the page is larger than JPEG allows.
pub fn jpeg(pixels: &Pixels, quality: u8) -> Result<Vec<u8>, RenderError> {
    compress(pixels, quality).map(|bytes| with_profile(&bytes)).map_err(|error| RenderError::Encode(error.to_string()))
}

/// Encodes a page at the best quality, at most 95, that takes no more than `max_bytes`.
///
/// # Errors
/// Even quality 40 takes more: [`RenderError::TooLarge`] says how much.
pub fn jpeg_under(pixels: &Pixels, max_bytes: usize) -> Result<Vec<u8>, RenderError> {
    let best = jpeg(pixels, BEST)?;
    if best.len() <= max_bytes {
        return Ok(best);
    }
    let mut fitting = jpeg(pixels, WORST)?;
    if fitting.len() > max_bytes {
        return Err(RenderError::TooLarge { smallest: fitting.len(), limit: max_bytes });
    }
    let (mut fits, mut exceeds) = (WORST, BEST);
    while exceeds - fits > 1 {
        let middle = fits.midpoint(exceeds);
        let bytes = jpeg(pixels, middle)?;
        match bytes.len().cmp(&max_bytes) {
            Ordering::Less | Ordering::Equal => (fits, fitting) = (middle, bytes),
            Ordering::Greater => exceeds = middle,
        }
    }
    Ok(fitting)
}

fn compress(pixels: &Pixels, quality: u8) -> turbojpeg::Result<Vec<u8>> {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let image = Image { pixels: pixels.rgba.as_slice(), width, pitch: width * 4, height, format: PixelFormat::RGBA };
    let mut compressor = Compressor::new()?;
    compressor.set_quality(i32::from(quality))?;
    compressor.set_subsamp(Subsamp::None)?;
    compressor.set_optimize(true)?;
    compressor.compress_to_vec(image)
}

/// Inserts the colour profile after the first segment, where readers look for it.
fn with_profile(jpeg: &[u8]) -> Vec<u8> {
    let profile = [b"ICC_PROFILE\0\x01\x01".as_slice(), &icc::srgb()].concat();
    let length = u16::try_from(profile.len() + 2).expect("the profile is under 500 bytes");
    // Start of image, then the JFIF segment that the encoder always writes: a marker and its own length.
    let start = 4 + usize::from(u16::from_be_bytes([jpeg[4], jpeg[5]]));
    [&jpeg[..start], &[0xFF, 0xE2], &length.to_be_bytes(), &profile, &jpeg[start..]].concat()
}
