//! PNG and JPEG files, read back.

use std::io::Cursor;

use planche_render::{
    RenderError,
    encode::{FINE, Jpeg, LEAST, Photograph, PngEffort, jpeg, jpeg_under, photograph, photograph_under, png, webp},
};

use crate::sample;

fn check_png(effort: PngEffort) {
    let pixels = sample::noise(61, 37);
    let mut reader = png::Decoder::new(Cursor::new(png(&pixels, effort))).read_info().unwrap();
    assert_eq!(reader.info().color_type, png::ColorType::Rgb);
    assert_eq!(reader.info().srgb, Some(png::SrgbRenderingIntent::Perceptual));
    assert!(reader.info().gama_chunk.is_some() && reader.info().chrm_chunk.is_some());
    let mut decoded = vec![0; 61 * 37 * 3];
    reader.next_frame(&mut decoded).unwrap();
    assert!(decoded.chunks_exact(3).zip(pixels.rgba.chunks_exact(4)).all(|(rgb, rgba)| rgb == &rgba[..3]));
}

#[test]
fn png_keeps_every_pixel_and_says_srgb() {
    check_png(PngEffort::Small);
    check_png(PngEffort::Fast);
}

#[test]
fn webp_keeps_every_pixel_and_carries_the_profile() {
    let pixels = sample::noise(61, 37);
    let bytes = webp(&pixels).unwrap();
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(bytes)).unwrap();
    let profile = decoder.icc_profile().unwrap().unwrap();
    assert!(moxcms::ColorProfile::new_from_slice(&profile).is_ok());
    let mut decoded = vec![0; 61 * 37 * 3];
    decoder.read_image(&mut decoded).unwrap();
    assert!(decoded.chunks_exact(3).zip(pixels.rgba.chunks_exact(4)).all(|(rgb, rgba)| rgb == &rgba[..3]));
}

#[test]
fn jpeg_stays_close_and_keeps_full_colour() {
    let pixels = sample::photograph(160, 120);
    let bytes = jpeg(&pixels, 95).unwrap();
    assert_eq!(turbojpeg::read_header(&bytes).unwrap().subsamp, turbojpeg::Subsamp::None);
    let decoded = turbojpeg::decompress(&bytes, turbojpeg::PixelFormat::RGBA).unwrap();
    let difference: u64 = decoded.pixels.iter().zip(&pixels.rgba).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    // Quality 95 keeps a photograph's grain to within two levels on average.
    assert!(difference < 2 * pixels.rgba.len() as u64, "{difference}");
}

#[test]
fn jpeg_carries_the_profile_of_srgb() {
    let bytes = jpeg(&sample::photograph(16, 16), 90).unwrap();
    assert_eq!(bytes[2..4], [0xFF, 0xE0], "a JFIF header comes first");
    let second = 4 + usize::from(u16::from_be_bytes([bytes[4], bytes[5]]));
    let length = usize::from(u16::from_be_bytes([bytes[second + 2], bytes[second + 3]]));
    assert_eq!(bytes[second..second + 2], [0xFF, 0xE2]);
    assert_eq!(&bytes[second + 4..second + 18], b"ICC_PROFILE\0\x01\x01");
    let profile = &bytes[second + 18..second + 2 + length];
    assert!(moxcms::ColorProfile::new_from_slice(profile).is_ok() && profile.len() < 600);
}

#[test]
fn jpeg_refuses_what_it_cannot_write() {
    let pixels = sample::noise(8, 8);
    assert!(matches!(jpeg(&pixels, 0), Err(RenderError::Encode(_))));
    assert!(matches!(jpeg(&pixels, 101), Err(RenderError::Encode(_))));
}

#[test]
fn jpeg_under_finds_the_best_quality_that_fits() {
    let pixels = sample::photograph(320, 240);
    let size = |quality| jpeg(&pixels, quality).unwrap().len() as u64;
    let check = |limit: u64, expected: u8| {
        let Jpeg { bytes, quality } = jpeg_under(&pixels, limit).unwrap();
        assert_eq!(quality, expected);
        assert!(bytes == jpeg(&pixels, quality).unwrap());
    };
    check(u64::MAX, FINE);
    check(size(FINE), FINE);
    check(size(FINE) - 1, FINE - 1);
    check(size(71), 71);
    check(size(LEAST), LEAST);
    // The lightest there is, which the caller may refuse.
    check(size(LEAST) - 1, LEAST);
}

#[test]
fn photographs_come_as_pixels_or_as_planes() {
    // A grey of 150 with a little red: 160, 146, 146 by the formulas of JFIF.
    let (width, height) = (64, 48);
    let pixels = planche_render::Pixels { width, height, rgba: [160, 146, 146, 255].repeat(64 * 48) };
    let planes = [vec![150; 64 * 48], vec![126; 32 * 24], vec![135; 32 * 24]].concat();
    for source in [Photograph::Pixels(pixels), Photograph::Planes { width, height, samples: planes }] {
        let bytes = photograph(&source, 90).unwrap();
        assert!(bytes.windows(11).any(|window| window == b"ICC_PROFILE"));
        let header = turbojpeg::read_header(&bytes).unwrap();
        assert_eq!((header.width, header.height, header.subsamp), (64, 48, turbojpeg::Subsamp::Sub2x2));
        let decoded = turbojpeg::decompress(&bytes, turbojpeg::PixelFormat::RGB).unwrap();
        let near = |(seen, expected): (&u8, &u8)| seen.abs_diff(*expected) <= 3;
        assert!(decoded.pixels.chunks_exact(3).all(|pixel| pixel.iter().zip(&[160, 146, 146]).all(near)));
    }
}

#[test]
fn photographs_stay_under_their_limit() {
    let source = Photograph::Pixels(sample::noise(200, 160));
    let whole = photograph_under(&source, 82, u64::MAX).unwrap();
    assert_eq!(whole, Jpeg { bytes: photograph(&source, 82).unwrap(), quality: 82 });
    let limit = whole.bytes.len() as u64 * 7 / 10;
    let light = photograph_under(&source, 82, limit).unwrap();
    assert!(light.bytes.len() as u64 <= limit && (LEAST..82).contains(&light.quality), "{}", light.quality);
    assert!(photograph(&source, light.quality + 1).unwrap().len() as u64 > limit);
}
