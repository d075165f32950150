use re_rav1d::dav1d::{
    Decoder, Error, Picture, PixelLayout, PlanarImageComponent as Component, Settings,
    pixel::{MatrixCoefficients, YUVRange},
};
use yuv::YuvChromaSubsampling;

use super::{
    Flaw,
    frame::{Coding, Frame, Plane, eight_bits},
};

/// How many times a decoder that says "again" is asked: a still picture is out after one or two.
const MOST_ROUNDS: u32 = 64;

/// Decodes the first picture of an AV1 stream of at most `most_pixels`.
pub fn decode(stream: Vec<u8>, most_pixels: u64) -> Result<Frame, Flaw> {
    if stream.is_empty() {
        return Err(Flaw::Damaged);
    }
    let mut decoder = Decoder::with_settings(&settings(most_pixels)).map_err(|_| Flaw::Damaged)?;
    let mut sent = decoder.send_data(stream, None, None, None);
    for _ in 0..MOST_ROUNDS {
        match (decoder.get_picture(), sent) {
            (Ok(picture), _) => return frame(&picture),
            (Err(Error::Again), Err(Error::Again)) => sent = decoder.send_pending_data(),
            _ => return Err(Flaw::Damaged),
        }
    }
    Err(Flaw::Damaged)
}

fn settings(most_pixels: u64) -> Settings {
    let mut settings = Settings::new();
    settings.set_n_threads(1);
    settings.set_max_frame_delay(1);
    settings.set_all_layers(false);
    settings.set_frame_size_limit(u32::try_from(most_pixels).unwrap_or(u32::MAX));
    settings
}

fn frame(picture: &Picture) -> Result<Frame, Flaw> {
    let depth = picture.bits_per_component().ok_or(Flaw::Unsupported)?.0 as u32;
    let (width, height) = (picture.width(), picture.height());
    let chroma = chroma(picture.pixel_layout());
    let across = if chroma == Some(YuvChromaSubsampling::Yuv444) { width } else { width.div_ceil(2) };
    let planes = match chroma {
        None => [plane(picture, Component::Y, width, depth), Plane::default(), Plane::default()],
        Some(_) => [(Component::Y, width), (Component::U, across), (Component::V, across)]
            .map(|(component, width)| plane(picture, component, width, depth)),
    };
    Ok(Frame { width, height, chroma, planes, coding: coding(picture) })
}

fn chroma(layout: PixelLayout) -> Option<YuvChromaSubsampling> {
    match layout {
        PixelLayout::I400 => None,
        PixelLayout::I420 => Some(YuvChromaSubsampling::Yuv420),
        PixelLayout::I422 => Some(YuvChromaSubsampling::Yuv422),
        PixelLayout::I444 => Some(YuvChromaSubsampling::Yuv444),
    }
}

/// A plane without its padding.
fn plane(picture: &Picture, component: Component, width: u32, depth: u32) -> Plane {
    let bytes = picture.plane(component);
    let rows = bytes.chunks_exact(picture.stride(component) as usize);
    let width_in_bytes = width as usize * if depth == 8 { 1 } else { 2 };
    let samples = rows.flat_map(|row| narrowed(&row[..width_in_bytes], depth)).collect();
    Plane { width, samples }
}

fn narrowed(row: &[u8], depth: u32) -> Vec<u8> {
    if depth == 8 {
        return row.to_vec();
    }
    row.as_chunks::<2>().0.iter().map(|sample| eight_bits(u16::from_ne_bytes(*sample), depth)).collect()
}

/// How colours are coded, by the stream itself (ITU-T H.273, table 4).
fn coding(picture: &Picture) -> Coding {
    let matrix = match picture.matrix_coefficients() {
        MatrixCoefficients::Identity => 0,
        MatrixCoefficients::BT709 => 1,
        MatrixCoefficients::BT470M => 4,
        MatrixCoefficients::BT470BG | MatrixCoefficients::ST170M => 6,
        MatrixCoefficients::ST240M => 7,
        MatrixCoefficients::BT2020NonConstantLuminance => 9,
        MatrixCoefficients::Unspecified => 2,
        _ => UNKNOWN,
    };
    Coding { matrix, full_range: matches!(picture.color_range(), YUVRange::Full) }
}

/// No code of the table: such colours cannot be read.
const UNKNOWN: u16 = u16::MAX;
