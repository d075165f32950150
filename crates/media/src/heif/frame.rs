use yuv::{
    YuvChromaSubsampling, YuvError, YuvGrayImage, YuvPlanarImage, YuvRange, YuvStandardMatrix, gbr_to_rgba,
    yuv400_to_rgba, yuv420_to_rgba_bilinear, yuv422_to_rgba_bilinear, yuv444_to_rgba,
};

use super::Flaw;
use crate::pixels::Pixels;

/// A decoded frame: one plane of light, two of colour.
pub struct Frame {
    pub width: u32,
    pub height: u32,
    /// How many planes there are, and how dense those of colour are; `None` for grey.
    pub chroma: Option<YuvChromaSubsampling>,
    pub planes: [Plane; 3],
    pub coding: Coding,
}

/// Samples of 8 bits, rows from the top, no padding.
#[derive(Default)]
pub struct Plane {
    pub width: u32,
    pub samples: Vec<u8>,
}

/// How light and colour are told apart (ITU-T H.273).
#[derive(Clone, Copy)]
pub struct Coding {
    /// Matrix coefficients, table 4.
    pub matrix: u16,
    /// Whether black is 0 and white 255; else 16 and 235.
    pub full_range: bool,
}

impl Frame {
    /// The frame's pixels, opaque.
    pub fn pixels(&self) -> Result<Pixels, Flaw> {
        let mut pixels = Pixels::clear(self.width, self.height);
        let stride = self.width * 4;
        let range = if self.coding.full_range { YuvRange::Full } else { YuvRange::Limited };
        let matrix = matrix(self.coding.matrix).ok_or(Flaw::Unsupported)?;
        let bytes = &mut pixels.bytes;
        let done = match (self.chroma, matrix) {
            (None, matrix) => yuv400_to_rgba(&self.grey(), bytes, stride, range, matrix.unwrap_or(PLAIN)),
            (Some(YuvChromaSubsampling::Yuv444), None) => gbr_to_rgba(&self.coloured(), bytes, stride, range),
            (Some(chroma), Some(matrix)) => upsampled(chroma)(&self.coloured(), bytes, stride, range, matrix),
            (Some(_), None) => return Err(Flaw::Unsupported),
        };
        done.map(|()| pixels).map_err(|_| Flaw::Damaged)
    }

    fn grey(&self) -> YuvGrayImage<'_, u8> {
        let [light, ..] = &self.planes;
        YuvGrayImage { y_plane: &light.samples, y_stride: light.width, width: self.width, height: self.height }
    }

    fn coloured(&self) -> YuvPlanarImage<'_, u8> {
        let [light, blue, red] = &self.planes;
        YuvPlanarImage {
            y_plane: &light.samples,
            y_stride: light.width,
            u_plane: &blue.samples,
            u_stride: blue.width,
            v_plane: &red.samples,
            v_stride: red.width,
            width: self.width,
            height: self.height,
        }
    }
}

/// What is meant where nothing is said.
const PLAIN: YuvStandardMatrix = YuvStandardMatrix::Bt601;

/// The meaning of matrix coefficients; within, `None` for planes that are green, blue and red themselves.
fn matrix(code: u16) -> Option<Option<YuvStandardMatrix>> {
    match code {
        0 => Some(None),
        1 => Some(Some(YuvStandardMatrix::Bt709)),
        2 | 5 | 6 => Some(Some(PLAIN)),
        4 => Some(Some(YuvStandardMatrix::Fcc)),
        7 => Some(Some(YuvStandardMatrix::Smpte240)),
        9 => Some(Some(YuvStandardMatrix::Bt2020)),
        _ => None,
    }
}

type Upsampled = fn(&YuvPlanarImage<'_, u8>, &mut [u8], u32, YuvRange, YuvStandardMatrix) -> Result<(), YuvError>;

fn upsampled(chroma: YuvChromaSubsampling) -> Upsampled {
    match chroma {
        YuvChromaSubsampling::Yuv420 => yuv420_to_rgba_bilinear,
        YuvChromaSubsampling::Yuv422 => yuv422_to_rgba_bilinear,
        YuvChromaSubsampling::Yuv444 => yuv444_to_rgba,
    }
}

/// `sample` of `depth` bits, 8 or more, as the nearest of 8 bits: what follows has no more.
pub fn eight_bits(sample: u16, depth: u32) -> u8 {
    let spare = depth.saturating_sub(8);
    let rounded = (u32::from(sample) + ((1 << spare) >> 1)) >> spare;
    u8::try_from(rounded).unwrap_or(u8::MAX)
}
