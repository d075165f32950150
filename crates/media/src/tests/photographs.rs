use image::{ExtendedColorType, ImageEncoder, codecs::png::PngEncoder};
use moxcms::{
    ColorProfile, DataColorSpace, Layout, LutDataType, LutStore, LutType, LutWarehouse, Matrix3d, ProfileClass,
    TransformOptions,
};
use planche_scene::Encoding;
use turbojpeg::{PixelFormat, Subsamp};

use super::files::*;
use crate::{Format, Limits, decode, logo, logo::Logo};

/// What a good JPEG may change in a flat colour.
const JPEG: u8 = 6;

#[test]
fn each_format_gives_its_pixels_and_its_facts() {
    let cases = [
        (jpeg(corners()), Format::Jpeg, JPEG),
        (jpeg_as(64, 32, &corners().2, PixelFormat::RGBA, |c| c.set_progressive(true).unwrap()), Format::Jpeg, JPEG),
        (png(corners()), Format::Png, 0),
        (webp(corners()), Format::WebP, 0),
    ];
    for (file, format, tolerance) in cases {
        let decoded = open(&file).unwrap();
        assert_eq!((decoded.width, decoded.height, decoded.format), (64, 32, format));
        assert_eq!((decoded.image.width, decoded.image.height, decoded.image.opaque), (64, 32, true));
        assert_eq!(decoded.image.id, *blake3::hash(&file).as_bytes());
        assert_near(&seen(&decoded), &[RED, GREEN, BLUE, WHITE], tolerance);
    }
}

#[test]
fn every_orientation_stands_upright() {
    for (orientation, expected) in TURNED {
        let decoded = open(&with_orientation(&jpeg(corners()), orientation)).unwrap();
        let size = if orientation < 5 { (64, 32) } else { (32, 64) };
        assert_eq!((decoded.image.width, decoded.image.height), size, "orientation {orientation}");
        assert_eq!((decoded.width, decoded.height), size);
        assert_near(&seen(&decoded), &expected, JPEG);
        assert_eq!(decoded.image.encoded.is_some(), orientation == 1);
    }
}

#[test]
fn a_png_obeys_its_orientation_too() {
    let mut file = Vec::new();
    let mut encoder = PngEncoder::new(&mut file);
    encoder.set_exif_metadata(exif(6)).unwrap();
    encoder.write_image(&corners().2, 64, 32, ExtendedColorType::Rgba8).unwrap();
    assert_near(&seen(&open(&file).unwrap()), &[BLUE, RED, WHITE, GREEN], 0);
}

#[test]
fn damaged_exif_leaves_the_picture_as_it_is_stored() {
    let file = with_segment(&jpeg(corners()), 0xE1, b"Exif\0\0MM\0\x2Anonsense");
    assert_near(&seen(&open(&file).unwrap()), &[RED, GREEN, BLUE, WHITE], JPEG);
}

#[test]
fn wide_gamut_colours_become_srgb() {
    for profile in [ColorProfile::new_display_p3(), ColorProfile::new_adobe_rgb(), ColorProfile::new_bt2020()] {
        let to_profile = ColorProfile::new_srgb()
            .create_transform_8bit(Layout::Rgba, &profile, Layout::Rgba, TransformOptions::default())
            .unwrap();
        let (width, height, pixels) = corners();
        let mut wide = vec![0; pixels.len()];
        to_profile.transform(&pixels, &mut wide).unwrap();
        assert!(
            wide[..3].iter().zip(RED).any(|(wide, plain)| wide.abs_diff(plain) > 15),
            "the profile changes nothing"
        );
        let decoded = open(&with_profile(&jpeg((width, height, wide.clone())), &profile)).unwrap();
        assert_near(&seen(&decoded), &[RED, GREEN, BLUE, WHITE], JPEG + 4);
        assert!(decoded.image.encoded.is_none());
        let mut file = Vec::new();
        let mut encoder = PngEncoder::new(&mut file);
        encoder.set_icc_profile(profile.encode().unwrap()).unwrap();
        encoder.write_image(&wide, width, height, ExtendedColorType::Rgba8).unwrap();
        assert_near(&seen(&open(&file).unwrap()), &[RED, GREEN, BLUE, WHITE], 4);
    }
}

#[test]
fn a_grey_profile_applies_to_grey_pixels_only() {
    let linear = ColorProfile::new_gray_with_gamma(1.0);
    let grey = jpeg_as(16, 16, &[55; 256], PixelFormat::GRAY, |c| c.set_subsamp(Subsamp::Gray).unwrap());
    let [lit, ..] = seen(&open(&with_profile(&grey, &linear)).unwrap());
    assert_near(&[lit], &[[128, 128, 128, 255]], 3);
    let coloured = open(&with_profile(&jpeg(corners()), &linear)).unwrap();
    assert_near(&seen(&coloured), &[RED, GREEN, BLUE, WHITE], JPEG);
}

#[test]
fn an_srgb_profile_changes_nothing_and_stays() {
    let file = with_profile(&jpeg(corners()), &ColorProfile::new_srgb());
    let decoded = open(&file).unwrap();
    assert_eq!(decoded.image.pixels, open(&jpeg(corners())).unwrap().image.pixels);
    let encoded = decoded.image.encoded.unwrap();
    assert!(encoded.bytes.windows(11).any(|word| word == b"ICC_PROFILE"));
}

#[test]
fn an_unreadable_profile_counts_as_srgb_and_is_not_embedded() {
    let file = with_segment(&jpeg(corners()), 0xE2, b"ICC_PROFILE\0\x01\x01rubbish");
    let decoded = open(&file).unwrap();
    assert_near(&seen(&decoded), &[RED, GREEN, BLUE, WHITE], JPEG);
    assert!(decoded.image.encoded.is_none());
}

#[test]
fn what_is_embedded_shows_the_same_and_tells_nothing() {
    let mut file = with_orientation(&jpeg(corners()), 1);
    for (marker, secret) in
        [(0xE1, b"http://ns.adobe.com/xap/1.0/\0secret".as_slice()), (0xED, b"secret"), (0xFE, b"secret")]
    {
        file = with_segment(&file, marker, secret);
    }
    file.extend(b"secret after the end");
    let decoded = open(&file).unwrap();
    let encoded = decoded.image.encoded.clone().unwrap();
    assert_eq!(encoded.encoding, Encoding::Jpeg);
    assert!(!encoded.bytes.windows(6).any(|word| word == b"secret" || word == b"Exif\0\0"));
    let again = open(&encoded.bytes).unwrap();
    assert_eq!(again.image.pixels, decoded.image.pixels);
    assert_eq!(again.image.encoded.unwrap().bytes, encoded.bytes);
}

/// A CMYK JPEG whose corners have these inks, 255 for full, written inverted as Adobe's marker says.
fn inked(inks: [[u8; 4]; 4]) -> Vec<u8> {
    let (width, height, pixels) = corners();
    let ink_of = |pixel: &[u8; 4]| inks[[RED, GREEN, BLUE, WHITE].iter().position(|color| color == pixel).unwrap()];
    let inverted: Vec<u8> = pixels.as_chunks::<4>().0.iter().flat_map(ink_of).map(|ink| 255 - ink).collect();
    jpeg_as(width, height, &inverted, PixelFormat::CMYK, |_| {})
}

#[test]
fn inks_become_lights() {
    let inks = [[0, 200, 190, 20], [200, 20, 210, 0], [210, 180, 0, 0], [0, 0, 0, 0]];
    let expected = [[235, 51, 60, 255], [55, 235, 45, 255], [45, 75, 255, 255], [255; 4]];
    let decoded = open(&inked(inks)).unwrap();
    assert_near(&seen(&decoded), &expected, JPEG + 2);
    assert!(decoded.image.opaque && decoded.image.encoded.is_none());
}

/// A press on which cyan ink comes out red, so that nothing but the profile can tell.
fn odd_press() -> ColorProfile {
    const WHITE: [u16; 3] = [0xFF00, 0x8000, 0x8000];
    const RED: [u16; 3] = [0x8A71, 0xD0CD, 0xC5E6];
    const BLACK: [u16; 3] = [0, 0x8000, 0x8000];
    let paper = |inks: usize| if inks & 1 == 1 { BLACK } else { [WHITE, RED][inks >> 3] };
    let straight = |channels| LutStore::Store16([0, u16::MAX].repeat(channels));
    let mut profile = ColorProfile::new_lab();
    profile.profile_class = ProfileClass::OutputDevice;
    profile.color_space = DataColorSpace::Cmyk;
    profile.pcs = DataColorSpace::Lab;
    profile.lut_a_to_b_perceptual = Some(LutWarehouse::Lut(LutDataType {
        num_input_channels: 4,
        num_output_channels: 3,
        num_clut_grid_points: 2,
        matrix: Matrix3d::IDENTITY,
        num_input_table_entries: 2,
        num_output_table_entries: 2,
        input_table: straight(4),
        clut_table: LutStore::Store16((0..16).flat_map(paper).collect()),
        output_table: straight(3),
        lut_type: LutType::Lut16,
    }));
    profile
}

#[test]
fn inks_obey_their_profile() {
    let inks = [[255, 0, 0, 0], [0, 255, 0, 0], [0, 0, 0, 255], [0; 4]];
    let file = with_profile(&inked(inks), &odd_press());
    assert_near(&seen(&open(&file).unwrap()), &[[254, 0, 0, 255], [255; 4], [0, 0, 0, 255], [255; 4]], 12);
}

#[test]
fn sixteen_bits_and_greys_and_alpha_are_kept() {
    let words = |words: [u16; 4]| words.map(u16::to_ne_bytes).concat().repeat(4);
    let deep = open(&png_as(2, 2, &words([0xFFFF, 0x8000, 0x0100, 0xFFFF]), ExtendedColorType::Rgba16)).unwrap();
    assert_eq!(deep.image.pixels[..4], [255, 128, 1, 255]);
    let grey = open(&png_as(2, 2, &[77; 4], ExtendedColorType::L8)).unwrap();
    assert_eq!(grey.image.pixels[..4], [77, 77, 77, 255]);
    let clear = open(&png_as(1, 2, &[9, 128, 200, 255], ExtendedColorType::La8)).unwrap();
    assert_eq!(clear.image.pixels[..], [9, 9, 9, 128, 200, 200, 200, 255]);
    assert!(!clear.image.opaque);
}

#[test]
fn large_pictures_are_scaled_down_and_keep_their_facts() {
    let limits = Limits { side: 64, ..Limits::default() };
    for (width, height, expected) in [(640, 320, (64, 32)), (100, 640, (10, 64)), (65, 65, (64, 64))] {
        for file in
            [jpeg(corners_sized(width, height)), png(corners_sized(width, height)), webp(corners_sized(width, height))]
        {
            let decoded = decode(&file, limits).unwrap();
            assert_eq!((decoded.width, decoded.height), (width, height));
            assert_eq!((decoded.image.width, decoded.image.height), expected);
            assert_near(&seen(&decoded), &[RED, GREEN, BLUE, WHITE], JPEG + 2);
            assert!(decoded.image.encoded.is_none());
        }
    }
}

#[test]
fn a_picture_at_the_limit_is_left_alone() {
    let decoded = decode(&jpeg(corners()), Limits { side: 64, ..Limits::default() }).unwrap();
    assert_eq!(decoded.image.width, 64);
    assert!(decoded.image.encoded.is_some());
}

#[test]
fn what_is_invisible_does_not_bleed_when_scaled_down() {
    let pixels = [[255, 0, 0, 255], [0, 255, 0, 0]].concat().repeat(128 * 64);
    let decoded = decode(&png((128, 128, pixels)), Limits { side: 32, ..Limits::default() }).unwrap();
    let [red, green, _, alpha] = seen(&decoded)[0];
    assert!(red > 250 && green < 5 && alpha.abs_diff(128) < 4, "{red} {green} {alpha}");
}

#[test]
fn a_raster_logo_is_told_by_content() {
    assert!(matches!(logo::read(&png(corners())).unwrap(), Logo::Raster(decoded) if decoded.format == Format::Png));
}
