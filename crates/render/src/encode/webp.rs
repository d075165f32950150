use image_webp::{ColorType, WebPEncoder};

use crate::{Pixels, RenderError};

/// Encodes losslessly as WebP: smaller than PNG and as exact.
///
/// # Errors
/// A side is over 16 384 pixels, the most that WebP holds.
pub fn webp(pixels: &Pixels) -> Result<Vec<u8>, RenderError> {
    let rgb: Vec<u8> = pixels.rgba.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = Vec::new();
    let mut encoder = WebPEncoder::new(&mut bytes);
    encoder.set_icc_profile(super::icc::srgb());
    encoder
        .encode(&rgb, pixels.width, pixels.height, ColorType::Rgb8)
        .map_err(|error| RenderError::Encode(error.to_string()))?;
    Ok(bytes)
}
