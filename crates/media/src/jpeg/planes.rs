//! A JPEG as it is stored, brightness apart from colour: what is cut out is scaled before it is coloured, which is less
//! work than the other way round.

use planche_resample::{Part, Plane, resample_plane};
use turbojpeg::{Colorspace, DecompressHeader, Decompressor, ScalingFactor, Subsamp, YuvImage, yuv_pixels_len};

use super::{Anatomy, HARMLESS, coefficients, dimensions, failure, most_scans};
use crate::{Limits, MediaError, orientation::Orientation, pixels::Pixels, profile::Profile};

/// The planes of a decoded JPEG, and the facts of its file.
pub struct Planes {
    samples: Vec<u8>,
    /// Where the samples of each plane are. One for a grey picture, else three: brightness, blueness, redness.
    planes: Vec<Layout>,
    /// What the numbers mean; `None` for sRGB.
    profile: Option<Box<Profile>>,
    /// The file's width in pixels, as stored.
    pub width: u32,
    /// The file's height in pixels, as stored.
    pub height: u32,
    /// How to turn what is cut out.
    pub orientation: Orientation,
}

struct Layout {
    start: usize,
    width: u32,
    height: u32,
    /// Samples for each pixel of the file.
    across: f64,
    down: f64,
}

/// The scales that the decoder has fast code for, in eighths; the others take longer than no scaling at all.
const EIGHTHS: [usize; 4] = [1, 2, 4, 8];

impl Planes {
    /// Reads a JPEG of brightness and colours; `None` for other kinds (CMYK, RGB, lossless, odd samplings).
    ///
    /// `reduction` is given the upright size of the file and answers by how much it may be scaled down.
    pub fn read(
        bytes: &[u8],
        limits: Limits,
        reduction: impl FnOnce(u32, u32) -> f64,
    ) -> Result<Option<Self>, MediaError> {
        let anatomy = Anatomy::of(bytes);
        let failed = |error| failure(&error, &anatomy);
        let mut decompressor = Decompressor::new().map_err(failed)?;
        let header = decompressor.read_header(bytes).map_err(failed)?;
        let (width, height) = dimensions(&header)?;
        limits.admit(width, height, coefficients(&header))?;
        decompressor.set_scan_limit(most_scans(width, height)).map_err(failed)?;
        if !has_planes(&header) {
            return Ok(None);
        }
        let orientation = anatomy.exif().map_or_else(Orientation::default, Orientation::from_exif);
        let (across, down) = orientation.upright_size(width, height);
        decompressor.set_scaling_factor(scaling(reduction(across, down))).map_err(failed)?;
        let (samples, planes) = decompress(&mut decompressor, bytes, &header).map_err(failed)?;
        if !anatomy.complete {
            return Err(MediaError::Truncated);
        }
        let profile =
            anatomy.profile().as_deref().and_then(Profile::parse).filter(|profile| !profile.is_srgb()).map(Box::new);
        Ok(Some(Self { samples, planes, profile, width, height, orientation }))
    }

    /// A part, in pixels of the file as stored, as a JPEG of halved colours (4:2:0) keeps it: so many samples of
    /// brightness, half as many of blueness and redness either way. Not turned upright. `None` when that says nothing:
    /// grey, colours that are not sRGB's, odd sizes.
    pub fn cut_planes(&self, part: Part, width: u32, height: u32) -> Option<[Vec<u8>; 3]> {
        let halves = width.is_multiple_of(2) && height.is_multiple_of(2) && self.profile.is_none();
        let cut = |plane: &Layout, part, by: u32| plane.cut(&self.samples, part, width / by, height / by);
        match &self.planes[..] {
            [luma, blueness, redness] if halves => {
                Some([cut(luma, part, 1), cut(blueness, part, 2), cut(redness, part, 2)])
            }
            _ => None,
        }
    }

    /// A part, in pixels of the file as stored, as so many pixels in sRGB. Not turned upright.
    pub fn cut(&self, part: Part, width: u32, height: u32) -> Pixels {
        let planes: Vec<_> = self.planes.iter().map(|plane| plane.cut(&self.samples, part, width, height)).collect();
        let bytes = match &planes[..] {
            [luma, blueness, redness] => colours(luma, blueness, redness),
            [luma, ..] => luma.iter().flat_map(|level| [*level, *level, *level, u8::MAX]).collect(),
            [] => unreachable!("a JPEG has a plane at least"),
        };
        let mut pixels = Pixels { width, height, bytes };
        if let Some(profile) = &self.profile {
            profile.convert(&mut pixels);
        }
        pixels
    }
}

impl Layout {
    fn cut(&self, samples: &[u8], part: Part, width: u32, height: u32) -> Vec<u8> {
        let part = Part {
            left: part.left * self.across,
            top: part.top * self.down,
            width: part.width * self.across,
            height: part.height * self.down,
        };
        let length = self.width as usize * self.height as usize;
        let plane = Plane { width: self.width, height: self.height, bytes: &samples[self.start..self.start + length] };
        resample_plane(plane, part.within(self.width, self.height), width, height)
            .expect("a part of the file is a part of each plane")
    }
}

fn has_planes(header: &DecompressHeader) -> bool {
    matches!(header.colorspace, Colorspace::YCbCr | Colorspace::Gray)
        && header.subsamp != Subsamp::Unknown
        && !header.is_lossless
}

/// The smallest fast scale that leaves the pixels that are needed.
fn scaling(reduction: f64) -> ScalingFactor {
    let enough = |eighths: &usize| *eighths as f64 * reduction >= 8.0;
    ScalingFactor::new(EIGHTHS.into_iter().find(enough).unwrap_or(8), 8)
}

fn decompress(
    decompressor: &mut Decompressor,
    bytes: &[u8],
    header: &DecompressHeader,
) -> Result<(Vec<u8>, Vec<Layout>), turbojpeg::Error> {
    let factor = decompressor.scaling_factor();
    let DecompressHeader { width, height, subsamp, .. } = header.scaled(factor);
    let mut samples = vec![0; yuv_pixels_len(width, 1, height, subsamp)?];
    let target = YuvImage { pixels: samples.as_mut_slice(), width, align: 1, height, subsamp };
    match decompressor.decompress_to_yuv(bytes, target) {
        Err(turbojpeg::Error::TurboJpegError(warning)) if HARMLESS.iter().any(|known| warning.contains(known)) => {}
        other => other?,
    }
    Ok((samples, layouts((width, height), subsamp, factor.num() as f64 / factor.denom() as f64)))
}

/// The planes one after the other, as `tj3DecompressToYUV8` leaves them: the first is padded to whole samples of the
/// others.
fn layouts((width, height): (usize, usize), subsamp: Subsamp, scale: f64) -> Vec<Layout> {
    let (across, down) = subsamp.size();
    let (width, height) = (width.next_multiple_of(across), height.next_multiple_of(down));
    let length = |length: usize| u32::try_from(length).expect("no longer than the file's, checked already");
    let layout = |start: usize, across: usize, down: usize| Layout {
        start,
        width: length(width / across),
        height: length(height / down),
        across: scale / across as f64,
        down: scale / down as f64,
    };
    let luma = width * height;
    let colour = luma / (across * down);
    match subsamp {
        Subsamp::Gray => vec![layout(0, 1, 1)],
        _ => vec![layout(0, 1, 1), layout(luma, across, down), layout(luma + colour, across, down)],
    }
}

/// Brightness and two colours to RGBA (JFIF 1.02, "Conversion to and from RGB"), in fixed point of 16 bits.
fn colours(luma: &[u8], blueness: &[u8], redness: &[u8]) -> Vec<u8> {
    let mut rgba = vec![u8::MAX; luma.len() * 4];
    let samples = luma.iter().zip(blueness).zip(redness);
    for (pixel, ((luma, blue), red)) in rgba.as_chunks_mut::<4>().0.iter_mut().zip(samples) {
        let (luma, blue, red) = (i32::from(*luma) << 16, i32::from(*blue) - 128, i32::from(*red) - 128);
        let level = |value: i32| ((value + (1 << 15)) >> 16).clamp(0, 255);
        let red_level = level(luma + 91_881 * red);
        let green_level = level(luma - 22_554 * blue - 46_802 * red);
        let blue_level = level(luma + 116_130 * blue);
        // One word a pixel, which compilers turn into several pixels at once.
        *pixel = (red_level as u32 | (green_level as u32) << 8 | (blue_level as u32) << 16 | 0xFF << 24).to_le_bytes();
    }
    rgba
}
