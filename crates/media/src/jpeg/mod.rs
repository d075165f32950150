//! JPEG, through libjpeg-turbo, which scales down by eighths while it decodes.

mod anatomy;
mod eighth;
mod ink;
pub mod planes;

use turbojpeg::{Colorspace, DecompressHeader, Decompressor, Image, PixelFormat, ScalingFactor};

use crate::{
    Limits, MediaError,
    decode::Stored,
    orientation::Orientation,
    pixels::Pixels,
    profile::Profile,
    scale::{Fourth, fitted},
};
use eighth::Frame;

pub use anatomy::Anatomy;

/// The scans that a progressive file may have. Each one costs a pass over the whole picture, so a small file with
/// thousands of them would stall us; libjpeg-turbo's own fuzzers stop at 500, encoders write about ten.
const MOST_SCANS: u32 = 500;

/// The pixels that all the scans of a file may pass over: some five seconds' worth. The largest files that are read may
/// have 64 scans.
const MOST_SCANNED: u64 = 1 << 34;

/// Warnings of libjpeg that leave the picture whole: stray bytes between segments, a scan header that some telephones
/// write, an unknown colour-transform code.
const HARMLESS: [&str; 3] = ["extraneous bytes before marker", "Invalid SOS parameters", "Unknown Adobe color"];

/// Reads a JPEG.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Stored, MediaError> {
    let anatomy = Anatomy::of(bytes);
    let failed = |error| failure(&error, &anatomy);
    let mut decompressor = Decompressor::new().map_err(failed)?;
    let header = decompressor.read_header(bytes).map_err(failed)?;
    let (width, height) = dimensions(&header)?;
    limits.admit(width, height, coefficients(&header))?;
    decompressor.set_scan_limit(most_scans(width, height)).map_err(failed)?;
    decompressor.set_scaling_factor(scaling(&header, limits.side)).map_err(failed)?;
    let samples = decompress(&mut decompressor, bytes, &header).map_err(failed)?;
    if !anatomy.complete {
        return Err(MediaError::Truncated);
    }
    let icc = anatomy.profile();
    let profile = icc.as_deref().and_then(Profile::parse);
    let orientation = anatomy.exif().map_or_else(Orientation::default, Orientation::from_exif);
    let srgb = icc.is_none() || profile.as_ref().is_some_and(Profile::is_srgb);
    let embeddable = (srgb && is_common(&header)).then(|| anatomy.without_metadata());
    let pixels = coloured(fitted(samples, limits.side, Fourth::Plain), &header, profile.as_ref(), &anatomy);
    Ok(Stored { pixels, width, height, orientation, embeddable })
}

/// Reads a JPEG as a picture of at most [`Limits::side`], as fast as can be where that is an eighth of it or less.
/// Damage that cannot be seen at that size may go unnoticed; an end that is missing does not.
pub fn glance(bytes: &[u8], limits: Limits) -> Result<Stored, MediaError> {
    let anatomy = Anatomy::of(bytes);
    match eighth(bytes, &anatomy, limits) {
        Some(stored) => Ok(stored),
        None => read(bytes, limits).map(|stored| Stored { embeddable: None, ..stored }),
    }
}

/// The picture from an eighth of it; `None` when that is not enough, and when it is for the whole decoder to say why not.
pub fn eighth(bytes: &[u8], anatomy: &Anatomy<'_>, limits: Limits) -> Option<Stored> {
    let mut frame = Frame::of(anatomy).filter(|_| anatomy.complete)?;
    let (width, height) = (frame.width, frame.height);
    limits.admit(width, height, 0).ok()?;
    let (across, down) = frame.units();
    let enough = width.max(height) / 8 >= limits.side;
    // Each unit takes a bit at least: a header cannot ask for more room than the file pays for.
    if !enough || across * down > bytes.len() * 8 {
        return None;
    }
    frame.make_room();
    let mut pixels = fitted(eighth::decode(anatomy, frame)?, limits.side, Fourth::Plain);
    let profile = anatomy.profile().as_deref().and_then(Profile::parse);
    if let Some(profile) = profile.filter(|profile| !profile.is_srgb()) {
        profile.convert(&mut pixels);
    }
    let orientation = anatomy.exif().map_or_else(Orientation::default, Orientation::from_exif);
    Some(Stored { pixels, width, height, orientation, embeddable: None })
}

fn dimensions(header: &DecompressHeader) -> Result<(u32, u32), MediaError> {
    let length = |length: usize| u32::try_from(length).map_err(|_| MediaError::Damaged);
    Ok((length(header.width)?, length(header.height)?))
}

fn most_scans(width: u32, height: u32) -> u32 {
    let passes = MOST_SCANNED / (u64::from(width) * u64::from(height));
    u32::try_from(passes).unwrap_or(MOST_SCANS).min(MOST_SCANS)
}

/// The bytes of coefficients that a progressive file makes the decoder keep: two for each sample of each plane. A
/// sequential file is decoded in strips.
fn coefficients(header: &DecompressHeader) -> u64 {
    if !header.is_progressive {
        return 0;
    }
    let luma = header.width as u64 * header.height as u64;
    let (across, down) = header.subsamp.size();
    let chroma = 2 * luma / (across * down) as u64;
    let black = if is_cmyk(header) { luma } else { 0 };
    2 * (luma + chroma + black)
}

/// The smallest number of eighths that leaves at least `side` pixels on the longer side.
fn scaling(header: &DecompressHeader, side: u32) -> ScalingFactor {
    let long = header.width.max(header.height);
    let eighths = (side as usize * 8).div_ceil(long).clamp(1, 8);
    if header.is_lossless { ScalingFactor::ONE } else { ScalingFactor::new(eighths, 8) }
}

fn is_cmyk(header: &DecompressHeader) -> bool {
    matches!(header.colorspace, Colorspace::CMYK | Colorspace::YCCK)
}

fn decompress(
    decompressor: &mut Decompressor,
    bytes: &[u8],
    header: &DecompressHeader,
) -> Result<Pixels, turbojpeg::Error> {
    let format = if is_cmyk(header) { PixelFormat::CMYK } else { PixelFormat::RGBA };
    let DecompressHeader { width, height, .. } = header.scaled(decompressor.scaling_factor());
    let mut samples = vec![0; width * height * 4];
    let target = Image { pixels: samples.as_mut_slice(), width, pitch: width * 4, height, format };
    match decompressor.decompress(bytes, target) {
        Err(turbojpeg::Error::TurboJpegError(warning)) if HARMLESS.iter().any(|known| warning.contains(known)) => {}
        other => other?,
    }
    let length = |length: usize| u32::try_from(length).expect("no larger than the file's, checked against the limits");
    Ok(Pixels { width: length(width), height: length(height), bytes: samples })
}

/// The samples as sRGB.
fn coloured(
    mut samples: Pixels,
    header: &DecompressHeader,
    profile: Option<&Profile>,
    anatomy: &Anatomy<'_>,
) -> Pixels {
    if is_cmyk(header) {
        ink::to_srgb(&mut samples, profile, anatomy.is_adobe());
    } else if let Some(profile) = profile.filter(|profile| !profile.is_srgb()) {
        profile.convert(&mut samples);
    }
    samples
}

/// Whether SVG viewers and PDF readers know this coding.
fn is_common(header: &DecompressHeader) -> bool {
    !is_cmyk(header) && !header.is_lossless && !header.is_arithmetic
}

fn failure(error: &turbojpeg::Error, anatomy: &Anatomy<'_>) -> MediaError {
    match error {
        _ if !anatomy.complete => MediaError::Truncated,
        turbojpeg::Error::BadSubsamp(_) | turbojpeg::Error::BadColorspace(_) => {
            MediaError::Unsupported { format: "jpeg" }
        }
        _ => MediaError::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_larger_a_picture_is_the_fewer_scans_it_may_have() {
        let check = |width, height, expected| assert_eq!(most_scans(width, height), expected, "{width} × {height}");
        check(1, 1, 500);
        check(6_000, 4_000, 500);
        check(16_000, 8_000, 134);
        check(1 << 14, 1 << 14, 64);
    }
}
