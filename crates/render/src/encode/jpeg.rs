use turbojpeg::{Compressor, Image, PixelFormat, Subsamp, YuvImage};

use super::icc;
use crate::{Pixels, RenderError};

/// The quality at which coloured text shows no fringes: more is not worth its bytes.
pub const FINE: u8 = 92;
/// Below this, text shows halos that nobody would publish.
pub const LEAST: u8 = 40;

/// A JPEG and the quality it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jpeg {
    /// The file.
    pub bytes: Vec<u8>,
    /// Between 1 and 100.
    pub quality: u8,
}

/// A photograph to encode.
#[derive(Clone, Debug)]
pub enum Photograph {
    /// As pixels.
    Pixels(Pixels),
    /// As a JPEG of halved colours keeps it (4:2:0, BT.601, full range): `width` × `height` samples of brightness, then
    /// half as many either way of blueness and of redness. Both sides are even.
    Planes {
        /// In px.
        width: u32,
        /// In px.
        height: u32,
        /// The three planes, rows from the top, no padding.
        samples: Vec<u8>,
    },
}

/// Encodes a page as a baseline JPEG; `quality` is 1 to 100.
///
/// Colour keeps its full resolution (4:4:4): coloured text frays without it.
///
/// # Errors
/// `quality` is out of range, or the page is larger than JPEG allows.
pub fn jpeg(pixels: &Pixels, quality: u8) -> Result<Vec<u8>, RenderError> {
    finished(compress(pixels, quality, Subsamp::None))
}

/// Encodes a page at the best quality, from [`FINE`] down to [`LEAST`], that takes no more than `max_bytes`; at
/// [`LEAST`] when none does.
///
/// # Errors
/// The page is larger than JPEG allows.
pub fn jpeg_under(pixels: &Pixels, max_bytes: u64) -> Result<Jpeg, RenderError> {
    best_under(FINE, max_bytes, |quality| jpeg(pixels, quality))
}

/// Encodes a photograph as a baseline JPEG; `quality` is 1 to 100.
///
/// Colour has half the resolution (4:2:0): where there are no words, nobody sees it, and files are a fifth smaller.
///
/// # Errors
/// As [`jpeg`].
pub fn photograph(photograph: &Photograph, quality: u8) -> Result<Vec<u8>, RenderError> {
    finished(match photograph {
        Photograph::Pixels(pixels) => compress(pixels, quality, Subsamp::Sub2x2),
        Photograph::Planes { width, height, samples } => compress_planes(*width, *height, samples, quality),
    })
}

/// Encodes a photograph at the best quality, from `finest` down to [`LEAST`], that takes no more than `max_bytes`; at
/// the lower of the two when none does.
///
/// # Errors
/// As [`jpeg`].
pub fn photograph_under(photograph: &Photograph, finest: u8, max_bytes: u64) -> Result<Jpeg, RenderError> {
    best_under(finest, max_bytes, |quality| self::photograph(photograph, quality))
}

/// Looks for the quality as one looks for a word in a dictionary: each file says about where the next try should be.
fn best_under(
    finest: u8,
    max_bytes: u64,
    mut encode: impl FnMut(u8) -> Result<Vec<u8>, RenderError>,
) -> Result<Jpeg, RenderError> {
    let mut encoded = |quality| encode(quality).map(|bytes| Jpeg { bytes, quality });
    let mut heavy = encoded(finest)?;
    if heavy.fits(max_bytes) || finest <= LEAST {
        return Ok(heavy);
    }
    let (mut fitting, mut heavier) = (None::<Jpeg>, None::<Jpeg>);
    for tries in 0.. {
        let lowest = fitting.as_ref().map_or(LEAST, |fitting| fitting.quality + 1);
        if lowest == heavy.quality {
            break;
        }
        let guess = match tries {
            ..GUESSES => guess(&heavy, fitting.as_ref().or(heavier.as_ref()), max_bytes),
            _ => lowest.midpoint(heavy.quality),
        };
        let tried = encoded(guess.clamp(lowest, heavy.quality - 1))?;
        if tried.fits(max_bytes) {
            fitting = Some(tried);
        } else {
            heavier = Some(std::mem::replace(&mut heavy, tried));
        }
    }
    Ok(fitting.unwrap_or(heavy))
}

/// How often to guess before halving what is left: no file is as regular as the guesses take it to be.
const GUESSES: u32 = 4;
/// How a file shrinks when its quantisation steps grow, as an exponent: about this for pages with photographs.
const SHRINKAGE: f64 = -0.65;

/// The quality that should just fit: sizes follow a power of the quantisation steps.
fn guess(heavy: &Jpeg, other: Option<&Jpeg>, max_bytes: u64) -> u8 {
    let point = |jpeg: &Jpeg| (coarseness(jpeg.quality).ln(), (jpeg.bytes.len() as f64).ln());
    let (coarse, size) = point(heavy);
    let slope = other.map(point).map_or(SHRINKAGE, |(finesse, weight)| (weight - size) / (finesse - coarse));
    quality((coarse + ((max_bytes.max(1) as f64).ln() - size) / slope).exp())
}

/// How large the quantisation steps are, for 1 at quality 50 (libjpeg, `jpeg_quality_scaling`).
fn coarseness(quality: u8) -> f64 {
    let quality = f64::from(quality);
    if quality < 50.0 { 50.0 / quality } else { 2.0 - quality / 50.0 }
}

/// The finest quality whose steps are at least that large.
fn quality(coarseness: f64) -> u8 {
    let quality = if coarseness > 1.0 { 50.0 / coarseness } else { 100.0 - 50.0 * coarseness };
    quality.floor() as u8
}

impl Jpeg {
    fn fits(&self, max_bytes: u64) -> bool {
        self.bytes.len() as u64 <= max_bytes
    }
}

fn finished(jpeg: turbojpeg::Result<Vec<u8>>) -> Result<Vec<u8>, RenderError> {
    jpeg.map(|bytes| with_profile(&bytes)).map_err(|error| RenderError::Encode(error.to_string()))
}

fn compress(pixels: &Pixels, quality: u8, colour: Subsamp) -> turbojpeg::Result<Vec<u8>> {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let image = Image { pixels: pixels.rgba.as_slice(), width, pitch: width * 4, height, format: PixelFormat::RGBA };
    compressor(quality, colour)?.compress_to_vec(image)
}

fn compress_planes(width: u32, height: u32, samples: &[u8], quality: u8) -> turbojpeg::Result<Vec<u8>> {
    let (width, height) = (width as usize, height as usize);
    let image = YuvImage { pixels: samples, width, align: 1, height, subsamp: Subsamp::Sub2x2 };
    compressor(quality, Subsamp::Sub2x2)?.compress_yuv_to_vec(image)
}

fn compressor(quality: u8, colour: Subsamp) -> turbojpeg::Result<Compressor> {
    let mut compressor = Compressor::new()?;
    compressor.set_quality(i32::from(quality))?;
    compressor.set_subsamp(colour)?;
    compressor.set_optimize(true)?;
    Ok(compressor)
}

/// Inserts the colour profile after the first segment, where readers look for it.
fn with_profile(jpeg: &[u8]) -> Vec<u8> {
    let profile = [b"ICC_PROFILE\0\x01\x01".as_slice(), &icc::srgb()].concat();
    let length = u16::try_from(profile.len() + 2).expect("the profile is under 500 bytes");
    // Start of image, then the JFIF segment that the encoder always writes: a marker and its own length.
    let start = 4 + usize::from(u16::from_be_bytes([jpeg[4], jpeg[5]]));
    [&jpeg[..start], &[0xFF, 0xE2], &length.to_be_bytes(), &profile, &jpeg[start..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Files of so many bytes at each quality.
    fn check(size: impl Fn(u8) -> usize, max_bytes: u64, most_tries: usize) {
        let mut tries = Vec::new();
        let encode = |quality| {
            tries.push(quality);
            Ok(vec![0; size(quality)])
        };
        let found = best_under(FINE, max_bytes, encode).unwrap().quality;
        let best = (LEAST..=FINE).rev().find(|quality| size(*quality) as u64 <= max_bytes).unwrap_or(LEAST);
        assert_eq!(found, best, "under {max_bytes} by {tries:?}");
        assert!(tries.len() <= most_tries, "{} tries: {tries:?}", tries.len());
    }

    #[test]
    fn the_best_quality_that_fits_is_found_in_few_tries() {
        let photograph = |quality: u8| (400_000.0 * coarseness(quality).powf(-0.65)) as usize;
        let flat = |quality: u8| 60_000 + (20_000.0 * coarseness(quality).powf(-0.4)) as usize;
        let steps = |quality: u8| 1000 * (1 + usize::from(quality / 20));
        check(photograph, u64::MAX, 1);
        for share in [99, 90, 70, 50, 30] {
            check(photograph, photograph(FINE) as u64 * share / 100, 3);
            check(flat, flat(FINE) as u64 * share / 100, 4);
            check(steps, steps(FINE) as u64 * share / 100, 10);
        }
    }

    #[test]
    fn what_never_fits_is_as_light_as_can_be() {
        check(|quality| 1000 + usize::from(quality), 10, 2);
        check(|_| 5, 0, 2);
    }

    #[test]
    fn nothing_is_finer_than_was_asked_for() {
        let found = |finest: u8, max_bytes: u64| {
            let jpeg = best_under(finest, max_bytes, |quality| Ok(vec![0; quality.into()])).unwrap();
            (jpeg.quality, jpeg.bytes.len())
        };
        assert_eq!(found(70, 1000), (70, 70));
        assert_eq!(found(70, 50), (50, 50));
        assert_eq!(found(20, 10), (20, 20));
    }
}
