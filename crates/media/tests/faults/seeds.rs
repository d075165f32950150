//! A whole file of every kind that is read, to be damaged: the four corners of a picture, 64 × 32.

use std::io::Cursor;

use flate2::{Compress, Compression, FlushCompress};
use image::{
    DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, RgbaImage,
    codecs::{png::PngEncoder, tiff::TiffEncoder, webp::WebPEncoder},
};
use moxcms::ColorProfile;
use png::chunk::ChunkType;
use turbojpeg::{Compressor, Image, PixelFormat, Subsamp};

/// A file and what it is called in a report.
pub type Seed = (&'static str, Vec<u8>);

pub const WIDTH: u32 = 64;
pub const HEIGHT: u32 = 32;

macro_rules! kept {
    ($($name:literal),*) => {
        [$(($name, include_bytes!(concat!("../../src/tests/pictures/", $name)).to_vec())),*]
    };
}

/// One file of each kind at least.
pub fn seeds() -> Vec<Seed> {
    let mut seeds = Vec::from(kept!(
        "corners.avif",
        "grey.avif",
        "turned.avif",
        "veiled.avif",
        "corners.heic",
        "odd.heic",
        "turned.heic",
        "veiled.heic",
        "ten.heic",
        "restarts.jpg",
        "jpeg.tiff"
    ));
    seeds.extend(jpegs());
    seeds.extend(pngs());
    seeds.extend([
        ("webp", webp(None)),
        ("webp with a profile", webp(Some(profile()))),
        ("gif", written(ImageFormat::Gif)),
        ("tiff", written(ImageFormat::Tiff)),
        ("tiff with a profile", tiff_with(profile())),
        ("bmp", written(ImageFormat::Bmp)),
        ("svg", include_bytes!("../../../../tests/fuzz/seeds/drawing/features.svg").to_vec()),
    ]);
    seeds
}

fn jpegs() -> [Seed; 6] {
    let plain = jpeg(|_| {});
    let told = with_segment(&plain, 0xE1, &[b"http://ns.adobe.com/xap/1.0/\0".as_slice(), XMP.as_bytes()].concat());
    let told = with_segment(&told, 0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0a\x1c\x02\x50\0\x05Anais");
    [
        ("jpeg", with_segment(&told, 0xE1, &[b"Exif\0\0".as_slice(), EXIF].concat())),
        ("jpeg of halved colours", jpeg(|compressor| compressor.set_subsamp(Subsamp::Sub2x2).expect("it is known"))),
        ("progressive jpeg", jpeg(|compressor| compressor.set_progressive(true).expect("it is known"))),
        ("arithmetic jpeg", jpeg(|compressor| compressor.set_arithmetic(true).expect("it is known"))),
        ("lossless jpeg", jpeg(|compressor| compressor.set_lossless(true).expect("it is known"))),
        (
            "jpeg with a profile",
            with_segment(&plain, 0xE2, &[b"ICC_PROFILE\0\x01\x01".as_slice(), &profile()].concat()),
        ),
    ]
}

fn pngs() -> [Seed; 5] {
    let deep: Vec<u8> = pixels().iter().flat_map(|level| (u16::from(*level) * 257).to_ne_bytes()).collect();
    let packet = format!("XML:com.adobe.xmp\0\0\0\0\0{XMP}");
    [
        ("png", png_of(&pixels(), ExtendedColorType::Rgba8, None)),
        ("deep png", png_of(&deep, ExtendedColorType::Rgba16, None)),
        ("png with a profile", png_of(&pixels(), ExtendedColorType::Rgba8, Some(profile()))),
        ("png with words", png_with(&[(*b"eXIf", EXIF), (*b"iTXt", packet.as_bytes())])),
        ("animated png", animated(3)),
    ]
}

/// What a camera says, in the language of all.
const XMP: &str = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 exif:GPSLatitude="47,54.5N" exif:GPSLongitude="3,58,30W"><dc:title><rdf:Alt><rdf:li xml:lang="fr">Bols</rdf:li></rdf:Alt>
</dc:title><dc:subject><rdf:Bag><rdf:li>bols</rdf:li><rdf:li>émaux</rdf:li></rdf:Bag></dc:subject></rdf:Description>
</rdf:RDF></x:xmpmeta>"#;

/// An orientation, and the length of a text that is where the directory ends.
const EXIF: &[u8] =
    b"MM\0\x2A\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x01\x3B\0\x02\0\0\0\x08\0\0\0\x26\0\0\0\0Camille\0";

pub fn profile() -> Vec<u8> {
    ColorProfile::new_display_p3().encode().expect("it is a profile")
}

pub fn pixels() -> Vec<u8> {
    let color = |x, y| match (x < WIDTH / 2, y < HEIGHT / 2) {
        (true, true) => [220, 30, 40, 255],
        (false, true) => [30, 180, 60, 255],
        (true, false) => [40, 60, 200, 255],
        (false, false) => [250, 250, 250, 255],
    };
    (0..HEIGHT).flat_map(|y| (0..WIDTH).flat_map(move |x| color(x, y))).collect()
}

pub fn jpeg(set: fn(&mut Compressor)) -> Vec<u8> {
    let (width, height) = (WIDTH as usize, HEIGHT as usize);
    let mut compressor = Compressor::new().expect("there is memory");
    compressor.set_quality(90).expect("it is a quality");
    set(&mut compressor);
    let image = Image { pixels: &pixels()[..], width, pitch: width * 4, height, format: PixelFormat::RGBA };
    compressor.compress_to_vec(image).expect("all pixels are there")
}

/// `jpeg` with a segment of its own right after the start marker.
pub fn with_segment(jpeg: &[u8], marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).expect("a segment is short").to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, payload, &jpeg[2..]].concat()
}

fn png_of(samples: &[u8], color: ExtendedColorType, profile: Option<Vec<u8>>) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = PngEncoder::new(&mut file);
    profile.into_iter().for_each(|profile| encoder.set_icc_profile(profile).expect("a PNG takes profiles"));
    encoder.write_image(samples, WIDTH, HEIGHT, color).expect("all pixels are there");
    file
}

/// A PNG with these chunks before its pixels.
pub fn png_with(chunks: &[([u8; 4], &[u8])]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().expect("memory takes every byte");
    for (kind, data) in chunks {
        writer.write_chunk(ChunkType(*kind), data).expect("memory takes every byte");
    }
    writer.write_image_data(&pixels()).expect("all pixels are there");
    writer.finish().expect("memory takes every byte");
    file
}

/// A PNG of so many pictures.
pub fn animated(frames: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_animated(frames, 0).expect("there is a picture at least");
    let mut writer = encoder.write_header().expect("memory takes every byte");
    let pixels = pixels();
    (0..frames).for_each(|_| writer.write_image_data(&pixels).expect("all pixels are there"));
    writer.finish().expect("memory takes every byte");
    file
}

pub fn webp(profile: Option<Vec<u8>>) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = WebPEncoder::new_lossless(&mut file);
    profile.into_iter().for_each(|profile| encoder.set_icc_profile(profile).expect("a WebP takes profiles"));
    encoder.write_image(&pixels(), WIDTH, HEIGHT, ExtendedColorType::Rgba8).expect("all pixels are there");
    file
}

pub fn tiff_with(profile: Vec<u8>) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut file);
    encoder.set_icc_profile(profile).expect("a TIFF takes profiles");
    encoder.write_image(&pixels(), WIDTH, HEIGHT, ExtendedColorType::Rgba8).expect("all pixels are there");
    file.into_inner()
}

pub fn written(format: ImageFormat) -> Vec<u8> {
    let picture = DynamicImage::from(RgbaImage::from_raw(WIDTH, HEIGHT, pixels()).expect("all pixels are there"));
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).expect("memory takes every byte");
    file.into_inner()
}

/// So many MiB of zeros, as zlib packs them: a thousandth.
pub fn packed_zeros(mebibytes: u64) -> Vec<u8> {
    const MEBIBYTE: usize = 1 << 20;
    let mut block = Vec::with_capacity(MEBIBYTE);
    let packed =
        Compress::new(Compression::best(), false).compress_vec(&[0; MEBIBYTE], &mut block, FlushCompress::Full);
    packed.expect("zeros can be packed");
    // Of zeros, the checksum (RFC 1950, 8.2) only counts how many there are.
    let count = u16::try_from((mebibytes << 20) % 65_521).expect("it is less than the divisor");
    let end = [&[1, 0, 0, 0xFF, 0xFF][..], &count.to_be_bytes(), &[0, 1]].concat();
    [&[0x78, 0xDA][..], &block.repeat(usize::try_from(mebibytes).expect("they are few")), &end].concat()
}
