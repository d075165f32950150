use planche_scene::Image;
use png::{
    BitDepth, ColorType, Encoder, EncodingError, ScaledFloat, SourceChromaticities, SrgbRenderingIntent, chunk::IDAT,
};

use super::{deflate, filter};
use crate::{Pixels, RenderError};

/// How hard to look for a small PNG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PngEffort {
    /// For files that leave.
    Small,
    /// For previews: what repeats itself is not looked for. A fifth less time; words and patterns take more bytes.
    Fast,
}

/// Encodes a page as a PNG of three 8-bit channels.
///
/// # Panics
/// The buffer of `pixels` does not match its size.
pub fn png(pixels: &Pixels, effort: PngEffort) -> Vec<u8> {
    let page = Raw { width: pixels.width, height: pixels.height, colors: ColorType::Rgb, rgba: &pixels.rgba };
    write(&page, effort).expect("a page has an area and all its samples, and memory takes every byte")
}

/// Encodes an image, with its alpha when it has one, for a format that embeds it.
pub(crate) fn png_of_image(image: &Image) -> Result<Vec<u8>, RenderError> {
    let colors = if image.opaque { ColorType::Rgb } else { ColorType::Rgba };
    let image = Raw { width: image.width, height: image.height, colors, rgba: &image.pixels };
    write(&image, PngEffort::Small).map_err(|error| RenderError::Image(error.to_string()))
}

/// Encodes `width` by `height` pixels with their alpha, which is straight.
///
/// # Errors
/// There is nothing to encode, or there are not as many samples as the size says.
pub fn png_with_alpha(width: u32, height: u32, rgba: &[u8]) -> Result<Vec<u8>, RenderError> {
    if rgba.len() != width as usize * height as usize * 4 {
        return Err(RenderError::Image(format!("the pixels are not {width} by {height}")));
    }
    let image = Raw { width, height, colors: ColorType::Rgba, rgba };
    write(&image, PngEffort::Small).map_err(|error| RenderError::Image(error.to_string()))
}

struct Raw<'a> {
    width: u32,
    height: u32,
    /// Which of the samples of a pixel are written.
    colors: ColorType,
    rgba: &'a [u8],
}

fn write(raw: &Raw<'_>, effort: PngEffort) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, raw.width, raw.height);
    encoder.set_color(raw.colors);
    encoder.set_depth(BitDepth::Eight);
    tag_as_srgb(&mut encoder);
    encoder.write_header()?.write_chunk(IDAT, &compressed(raw, effort))?;
    Ok(bytes)
}

/// The samples, filtered and compressed.
fn compressed(raw: &Raw<'_>, effort: PngEffort) -> Vec<u8> {
    let width = raw.width as usize;
    assert_eq!(raw.rgba.len(), width * raw.height as usize * 4, "a picture has all its samples");
    deflate::compressed(&filter::filtered(raw.rgba, width, raw.colors.samples()), effort)
}

/// Writes `sRGB`, and `gAMA` and `cHRM` for readers that know only those; values from PNG 3, section 11.3.2.5.
fn tag_as_srgb(encoder: &mut Encoder<'_, &mut Vec<u8>>) {
    let xy = |x, y| (ScaledFloat::from_scaled(x), ScaledFloat::from_scaled(y));
    encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
    encoder.set_source_gamma(ScaledFloat::from_scaled(45_455));
    encoder.set_source_chromaticities(SourceChromaticities {
        white: xy(31_270, 32_900),
        red: xy(64_000, 33_000),
        green: xy(30_000, 60_000),
        blue: xy(15_000, 6_000),
    });
}
