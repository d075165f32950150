//! A photograph cut and scaled to exact sizes: decoded once, as finely as the sizes need and no more.
//!
//! What is cut is as large as it can be for the proportions asked for, and as near to the point that matters as the
//! edges let it.

use planche_resample::{Part, Source, resample};

use crate::{Format, Limits, MediaError, decode, jpeg::planes::Planes, pixels::Pixels};

/// What is wanted of a photograph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// In px, at least 1.
    pub width: u32,
    /// In px, at least 1.
    pub height: u32,
    /// The point that matters, as shares of the upright width and height from the top left, 0 to 1.
    pub focus: [f64; 2],
}

/// A photograph cut to a size.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// As asked for, in px.
    pub width: u32,
    /// As asked for, in px.
    pub height: u32,
    /// RGBA, 8 bits a channel, sRGB, upright, rows from the top, no padding. Opaque: what was transparent shows white.
    pub rgba: Vec<u8>,
}

/// A photograph cut to a size, as a JPEG of halved colours keeps it (4:2:0, BT.601, full range).
#[derive(Clone, Debug, PartialEq)]
pub struct FittedPlanes {
    /// As asked for, in px; even.
    pub width: u32,
    /// As asked for, in px; even.
    pub height: u32,
    /// Brightness, then blueness and redness at half the width and height. 8 bits, sRGB, upright, rows from the top, no
    /// padding.
    pub samples: Vec<u8>,
}

/// A decoded photograph, to be cut.
pub struct Photo {
    /// The file's size in pixels, upright.
    size: [u32; 2],
    source: Decoded,
}

enum Decoded {
    Planes(Planes),
    /// Upright and in sRGB.
    Pixels(Pixels),
}

/// How many decoded pixels there are at least for each pixel that is wanted, as a length. Against a slow and careful cut
/// (SSIMULACRA2, 50 photographs of 7 to 24 megapixels at 1080 × 1350, `npm run bench:photos`): 81.3, as other tools; 81.4
/// for 1.3, which takes a twentieth longer; 81.2 for 1.0, which takes a twentieth less.
const MARGIN: f64 = 1.25;

impl Photo {
    /// Reads a photograph of any format that [`decode`] knows, for these targets.
    ///
    /// A JPEG is scaled down while it is decoded, so its pixels may differ by a shade with what else is asked of it.
    /// [`Limits::side`] does not bind.
    ///
    /// # Errors
    /// As [`decode`].
    pub fn read(bytes: &[u8], limits: Limits, targets: &[Target]) -> Result<Self, MediaError> {
        if Format::recognise(bytes)? == Format::Jpeg {
            let planes = Planes::read(bytes, limits, |width, height| reduction(targets, [width, height]))?;
            if let Some(planes) = planes {
                let (width, height) = planes.orientation.upright_size(planes.width, planes.height);
                return Ok(Self { size: [width, height], source: Decoded::Planes(planes) });
            }
        }
        let decoded = decode(bytes, Limits { side: side(bytes, targets), ..limits })?;
        let image = decoded.image;
        let pixels = Pixels { width: image.width, height: image.height, bytes: image.pixels.to_vec() };
        Ok(Self { size: [decoded.width, decoded.height], source: Decoded::Pixels(pixels) })
    }

    /// Pixels of a target for each pixel of the file, as a length: over 1, the photograph is smaller than what is wanted.
    pub fn enlargement(&self, target: Target) -> f64 {
        f64::from(target.width) / window(self.size, target).width
    }

    /// What a target wants of the photograph, as pixels.
    pub fn fit(&self, target: Target) -> Fitted {
        let part = window(self.size, target);
        let pixels = match &self.source {
            Decoded::Planes(planes) => cut_planes(planes, part, target),
            Decoded::Pixels(pixels) => on_white(cut_pixels(pixels, self.size, part, target)),
        };
        let Target { width, height, .. } = target;
        Fitted { width, height, rgba: pixels.bytes }
    }

    /// What a target wants of the photograph, as a JPEG keeps it, for a photograph that was kept so and is in sRGB: less
    /// work by a tenth than by way of pixels, and the colours are rounded once less.
    pub fn fit_planes(&self, target: Target) -> Option<FittedPlanes> {
        let Decoded::Planes(planes) = &self.source else { return None };
        let Target { width, height, .. } = target;
        let orientation = planes.orientation;
        let part = orientation.stored_part(window(self.size, target), planes.width, planes.height);
        let (across, down) = orientation.upright_size(width, height);
        let [luma, blueness, redness] = planes.cut_planes(part, across, down)?;
        let upright = |plane, by| orientation.plane_upright(plane, across / by, down / by);
        let samples = [upright(luma, 1), upright(blueness, 2), upright(redness, 2)].concat();
        Some(FittedPlanes { width, height, samples })
    }
}

/// The largest part of a picture with the proportions of the target, as near to the focus as the edges let it. In
/// pixels of the picture.
fn window([width, height]: [u32; 2], target: Target) -> Part {
    let (width, height) = (f64::from(width), f64::from(height));
    let ratio = f64::from(target.width) / f64::from(target.height);
    let across = width.min(height * ratio);
    let down = height.min(width / ratio);
    let start = |focus: f64, whole: f64, part: f64| (focus * whole - part / 2.0).clamp(0.0, whole - part);
    let [x, y] = target.focus;
    Part { left: start(x, width, across), top: start(y, height, down), width: across, height: down }
}

/// By how much a picture of that size may be scaled down for these targets.
fn reduction(targets: &[Target], size: [u32; 2]) -> f64 {
    let of = |target: &Target| window(size, *target).width / f64::from(target.width) / MARGIN;
    targets.iter().map(of).fold(f64::INFINITY, f64::min).max(1.0)
}

/// The longest side that a picture needs to be decoded with. A whole part of its own, so that whole blocks of pixels are
/// averaged; upright or not, as that is not known yet.
fn side(bytes: &[u8], targets: &[Target]) -> u32 {
    let Ok(size) = imagesize::blob_size(bytes) else { return u32::MAX };
    let length = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let (width, height) = (length(size.width).max(1), length(size.height).max(1));
    let reduction = reduction(targets, [width, height]).min(reduction(targets, [height, width]));
    width.max(height) / (reduction.floor() as u32)
}

fn cut_planes(planes: &Planes, part: Part, target: Target) -> Pixels {
    let stored = planes.orientation.stored_part(part, planes.width, planes.height);
    let (width, height) = planes.orientation.upright_size(target.width, target.height);
    planes.orientation.turned_upright(planes.cut(stored, width, height))
}

fn cut_pixels(pixels: &Pixels, [width, height]: [u32; 2], part: Part, target: Target) -> Pixels {
    let across = f64::from(pixels.width) / f64::from(width);
    let down = f64::from(pixels.height) / f64::from(height);
    let part =
        Part { left: part.left * across, top: part.top * down, width: part.width * across, height: part.height * down };
    let source = Source { width: pixels.width, height: pixels.height, bytes: &pixels.bytes, alpha: true };
    let Target { width, height, .. } = target;
    let bytes = resample(source, part.within(pixels.width, pixels.height), width, height);
    Pixels { width, height, bytes: bytes.expect("a part of the file is a part of its pixels") }
}

fn on_white(mut pixels: Pixels) -> Pixels {
    if !pixels.opaque() {
        for pixel in pixels.bytes.as_chunks_mut::<4>().0 {
            let alpha = u16::from(pixel[3]);
            let over = |level: u8| ((u16::from(level) * alpha + 255 * (255 - alpha) + 127) / 255) as u8;
            *pixel = [over(pixel[0]), over(pixel[1]), over(pixel[2]), u8::MAX];
        }
    }
    pixels
}
