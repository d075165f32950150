//! PNG, WebP, GIF, TIFF and BMP. None can be scaled while it is decoded, so the pixels are averaged down right after.

mod bmp;
mod gif;
mod png;
mod tiff;
mod webp;

use std::io::ErrorKind;

use image::{ColorType, ImageDecoder, ImageError, error::ImageFormatHint, metadata::Orientation as Turn};

use crate::{
    Limits, MediaError,
    decode::Stored,
    orientation::Orientation,
    pixels::Pixels,
    profile::Profile,
    scale::{Fourth, fitted},
};

pub use bmp::read as read_bmp;
pub use gif::read as read_gif;
pub use png::read as read_png;
pub use tiff::read as read_tiff;
pub use webp::read as read_webp;

fn read(mut decoder: impl ImageDecoder, limits: Limits) -> Result<Stored, MediaError> {
    let (width, height) = decoder.dimensions();
    limits.admit(width, height, decoder.total_bytes())?;
    let orientation = orientation(&mut decoder)?;
    let profile = decoder.icc_profile().map_err(failure)?.and_then(|icc| Profile::parse(&icc));
    // Last: TIFF measures what its tags may hold by the same figure as its pixels, whose size it sets for both.
    decoder.set_limits(codec_limits(limits)).map_err(failure)?;
    let mut pixels = fitted(averaged(decoder, limits.side)?, limits.side, Fourth::Alpha);
    if let Some(profile) = profile.filter(|profile| !profile.is_srgb()) {
        profile.convert(&mut pixels);
    }
    Ok(Stored { pixels, width, height, orientation, embeddable: None })
}

/// What a codec may set aside for itself.
fn codec_limits(limits: Limits) -> image::Limits {
    let mut own = image::Limits::no_limits();
    own.max_alloc = Some(limits.codec_bytes);
    own
}

/// The way up that the file states. EXIF is read here rather than by the decoder, so that damaged EXIF counts as far as
/// it goes.
fn orientation(decoder: &mut impl ImageDecoder) -> Result<Orientation, MediaError> {
    Ok(match decoder.exif_metadata().map_err(failure)? {
        Some(exif) => Orientation::from_exif(&exif),
        None => Orientation::from_tag(decoder.orientation().unwrap_or(Turn::NoTransforms).to_exif().into()),
    })
}

/// The decoder's pixels, averaged in whole blocks as long as the longer side stays at least `side`.
fn averaged(decoder: impl ImageDecoder, side: u32) -> Result<Pixels, MediaError> {
    let (width, height) = decoder.dimensions();
    let color = decoder.color_type();
    let mut samples =
        vec![0; usize::try_from(decoder.total_bytes()).map_err(|_| MediaError::TooLarge { width, height })?];
    decoder.read_image(&mut samples).map_err(failure)?;
    let samples = Samples { width, channels: color.channel_count().into(), bytes: eight_bits(samples, color) };
    let block = (width.max(height) / side).max(1);
    if block == 1 && color.channel_count() == 4 {
        return Ok(Pixels { width, height, bytes: samples.bytes });
    }
    Ok(samples.averaged((width / block).max(1), (height / block).max(1), block))
}

/// Samples of 8 bits, whatever their depth was.
fn eight_bits(samples: Vec<u8>, color: ColorType) -> Vec<u8> {
    if color.bytes_per_pixel() == color.channel_count() {
        return samples;
    }
    let (words, _) = samples.as_chunks::<2>();
    words.iter().map(|word| rounded(u16::from_ne_bytes(*word))).collect()
}

/// The nearest of 256 levels: 65,535 is 257 times 255.
fn rounded(sample: u16) -> u8 {
    u8::try_from((u32::from(sample) + 128) / 257).expect("65,663 / 257 is 255")
}

struct Samples {
    width: u32,
    /// 1 to 4: grey, grey and alpha, RGB, RGBA.
    channels: usize,
    bytes: Vec<u8>,
}

impl Samples {
    /// `width` × `height` pixels, each the mean of a block of `block` × `block`.
    fn averaged(&self, width: u32, height: u32, block: u32) -> Pixels {
        let mut bytes = Vec::with_capacity(width as usize * height as usize * 4);
        for y in 0..height {
            for x in 0..width {
                bytes.extend_from_slice(&self.block(x, y, block));
            }
        }
        Pixels { width, height, bytes }
    }

    /// The mean of the block of `size` × `size` pixels at column `x`, row `y` of blocks, as RGBA. Colours weigh by
    /// their alpha, so that what is invisible does not bleed. A block past the edge is cut.
    fn block(&self, x: u32, y: u32, size: u32) -> [u8; 4] {
        if size == 1 {
            return self.pixel(x, y);
        }
        let rows = self.bytes.len() / (self.width as usize * self.channels);
        let (mut sums, mut alphas, mut count) = ([0_u64; 3], 0_u64, 0_u64);
        for row in (y * size..(y + 1) * size).take_while(|row| (*row as usize) < rows) {
            for column in x * size..((x + 1) * size).min(self.width) {
                let [red, green, blue, alpha] = self.pixel(column, row).map(u64::from);
                [red, green, blue].iter().zip(&mut sums).for_each(|(color, sum)| *sum += color * alpha);
                alphas += alpha;
                count += 1;
            }
        }
        let mean = |sum: u64, weight: u64| (sum + weight / 2).checked_div(weight).unwrap_or(0) as u8;
        let [red, green, blue] = sums.map(|sum| mean(sum, alphas));
        [red, green, blue, mean(alphas, count)]
    }

    fn pixel(&self, x: u32, y: u32) -> [u8; 4] {
        let start = (y as usize * self.width as usize + x as usize) * self.channels;
        match self.bytes[start..start + self.channels] {
            [grey] => [grey, grey, grey, u8::MAX],
            [grey, alpha] => [grey, grey, grey, alpha],
            [red, green, blue] => [red, green, blue, u8::MAX],
            [red, green, blue, alpha] => [red, green, blue, alpha],
            _ => unreachable!("no format has more than four channels"),
        }
    }
}

fn failure(error: ImageError) -> MediaError {
    match error {
        ImageError::IoError(error) if error.kind() == ErrorKind::UnexpectedEof => MediaError::Truncated,
        ImageError::Unsupported(error) => MediaError::Unsupported { format: named(&error.format_hint()) },
        _ => MediaError::Damaged,
    }
}

/// The format's short name.
fn named(hint: &ImageFormatHint) -> &'static str {
    match hint {
        ImageFormatHint::Exact(format) => format.extensions_str().first().copied().unwrap_or("picture"),
        _ => "picture",
    }
}
