use heifer_hevc_dec::{
    Error,
    decoder::{DecodeOptions, decode_picture},
    recon,
};
use yuv::YuvChromaSubsampling;

use super::{
    Flaw,
    frame::{Coding, Frame, Plane, eight_bits},
};

/// Decodes the first picture of an HEVC stream (Annex B) of at most `most_pixels`.
pub fn decode(stream: &[u8], most_pixels: u64) -> Result<Frame, Flaw> {
    let options = DecodeOptions { max_pixels: most_pixels, ..DecodeOptions::default() };
    let decoded = decode_picture(stream, options).map_err(|error| match error {
        Error::Unimplemented(_) => Flaw::Unsupported,
        _ => Flaw::Damaged,
    })?;
    let depth = |index: usize| u32::from(decoded.bit_depth[index.min(1)]);
    Ok(Frame {
        width: decoded.widths[0],
        height: decoded.heights[0],
        chroma: chroma(&decoded)?,
        coding: Coding { matrix: decoded.matrix_coeffs.into(), full_range: decoded.full_range },
        planes: [0, 1, 2].map(|index| Plane {
            width: decoded.widths[index],
            samples: decoded.planes[index].iter().map(|sample| eight_bits(*sample, depth(index))).collect(),
        }),
    })
}

/// The meaning of `chroma_format_idc` (ITU-T H.265, table 6-1).
fn chroma(decoded: &recon::Frame) -> Result<Option<YuvChromaSubsampling>, Flaw> {
    match decoded.chroma_format {
        0 => Ok(None),
        1 => Ok(Some(YuvChromaSubsampling::Yuv420)),
        2 => Ok(Some(YuvChromaSubsampling::Yuv422)),
        3 => Ok(Some(YuvChromaSubsampling::Yuv444)),
        _ => Err(Flaw::Unsupported),
    }
}
