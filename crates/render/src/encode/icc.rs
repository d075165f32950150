/// The sRGB colour space as an ICC profile, version 4: three primaries and one curve, under 500 bytes, always the same.
///
/// JPEG has no other way to say which colours it means.
pub fn srgb() -> Vec<u8> {
    let text = |text: &str| [b"mluc".as_slice(), &localised(text)].concat();
    let (curve, white) = (curve(), xyz([0x0000_F6D6, 0x0001_0000, 0x0000_D32D]));
    // Primaries adapted to the D50 white of the profile connection space, and that adaptation (Bradford).
    let tags: [(&[u8; 4], Vec<u8>); 10] = [
        (b"desc", text("sRGB")),
        (b"cprt", text("CC0")),
        (b"wtpt", white),
        (b"chad", adaptation()),
        (b"rXYZ", xyz([0x0000_6FA0, 0x0000_38F5, 0x0000_0390])),
        (b"gXYZ", xyz([0x0000_6297, 0x0000_B787, 0x0000_18D9])),
        (b"bXYZ", xyz([0x0000_249F, 0x0000_0F84, 0x0000_B6C3])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    assemble(&tags)
}

/// Header, table of tags, tags; equal tags are written once.
fn assemble(tags: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let (mut table, mut body) = (word(tags.len()).to_vec(), Vec::new());
    let start = HEADER + 4 + tags.len() * 12;
    for (index, (name, data)) in tags.iter().enumerate() {
        let shared = index > 0 && tags[index - 1].1 == *data;
        let offset = if shared { start + body.len() - data.len() } else { start + body.len() };
        table.extend([name.as_slice(), &word(offset), &word(data.len())].concat());
        if !shared {
            body.extend(data);
        }
    }
    [header(start + body.len()), table, body].concat()
}

const HEADER: usize = 128;

fn header(size: usize) -> Vec<u8> {
    let mut header = vec![0; HEADER];
    let mut put = |offset: usize, bytes: &[u8]| header[offset..offset + bytes.len()].copy_from_slice(bytes);
    put(0, &word(size));
    put(8, &[4, 0x30]);
    put(12, b"mntrRGB XYZ ");
    // A fixed date, the first of January 2026: the same page must give the same bytes on every day.
    put(24, &[0x07, 0xEA, 0, 1, 0, 1]);
    put(36, b"acsp");
    put(68, &[0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D]);
    header
}

fn xyz(values: [u32; 3]) -> Vec<u8> {
    [b"XYZ \0\0\0\0".as_slice(), &values.map(u32::to_be_bytes).concat()].concat()
}

/// IEC 61966-2-1: ((x + 0.055) / 1.055)^2.4, and x / 12.92 below 0.04045.
fn curve() -> Vec<u8> {
    let parameters: [u32; 5] = [0x0002_6666, 0x0000_F2A7, 0x0000_0D59, 0x0000_13D0, 0x0000_0A5B];
    [b"para\0\0\0\0\0\x03\0\0".as_slice(), &parameters.map(u32::to_be_bytes).concat()].concat()
}

fn adaptation() -> Vec<u8> {
    let matrix: [u32; 9] = [
        0x0001_0C42,
        0x0000_05DE,
        0xFFFF_F325,
        0x0000_0793,
        0x0000_FD90,
        0xFFFF_FBA1,
        0xFFFF_FDA2,
        0x0000_03DC,
        0x0000_C06E,
    ];
    [b"sf32\0\0\0\0".as_slice(), &matrix.map(u32::to_be_bytes).concat()].concat()
}

/// What follows `mluc`: one record, American English, UTF-16, padded to four bytes.
fn localised(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut data = [[0; 4], word(1), word(12), *b"enUS", word(units.len()), word(28)].concat();
    data.extend(&units);
    data.resize(data.len().next_multiple_of(4), 0);
    data
}

fn word(value: usize) -> [u8; 4] {
    u32::try_from(value).expect("a profile is under 500 bytes").to_be_bytes()
}

#[cfg(test)]
mod tests {
    use moxcms::{ColorProfile, Layout, TransformOptions};

    use super::*;

    #[test]
    fn is_small_and_has_the_primaries_and_the_curve_of_srgb() {
        let bytes = srgb();
        assert!(bytes.len() < 500, "{} bytes", bytes.len());
        let (ours, theirs) = (ColorProfile::new_from_slice(&bytes).unwrap(), ColorProfile::new_srgb());
        let primaries = |profile: &ColorProfile| [profile.red_colorant, profile.green_colorant, profile.blue_colorant];
        for (one, other) in primaries(&ours).into_iter().zip(primaries(&theirs)) {
            // Published adaptations of the primaries to D50 differ in the fourth digit.
            let close = |one: f64, other: f64| (one - other).abs() < 5e-4;
            assert!(close(one.x, other.x) && close(one.y, other.y) && close(one.z, other.z), "{one:?} {other:?}");
        }
    }

    #[test]
    fn leaves_srgb_colours_as_they_are() {
        let profile = ColorProfile::new_from_slice(&srgb()).unwrap();
        let options = TransformOptions::default();
        let to_srgb =
            profile.create_transform_8bit(Layout::Rgb, &ColorProfile::new_srgb(), Layout::Rgb, options).unwrap();
        let colors: Vec<u8> = (0..=255).flat_map(|level| [level, 255 - level, level / 2]).collect();
        let mut same = vec![0; colors.len()];
        to_srgb.transform(&colors, &mut same).unwrap();
        let difference = colors.iter().zip(&same).map(|(from, to)| from.abs_diff(*to)).max();
        // One level for the primaries, one for the reader's arithmetic in integers.
        assert!(difference <= Some(2), "{difference:?}");
    }
}
