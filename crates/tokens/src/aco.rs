//! Adobe Color, versions 1 and 2 (Adobe Photoshop File Formats Specification, "Color Swatches"): u16 version, u16
//! count, then colours of u16 space and four u16. A file holds version 1, and mostly the same again with names as
//! version 2.

use crate::{
    Palette, ReadError, Reason,
    bytes::Bytes,
    names,
    read::MOST,
    space::{Paint, Space},
};

const COLOR_LENGTH: usize = 10;

/// Whether a file begins as one: the signature is short, so the colours must be there too.
pub fn is_aco(bytes: &[u8]) -> bool {
    let mut reader = Bytes::new(bytes);
    let (Ok(version), Ok(count)) = (reader.u16(), reader.u16()) else { return false };
    let least = if version == 2 { COLOR_LENGTH + 4 } else { COLOR_LENGTH };
    matches!(version, 1 | 2) && count > 0 && reader.take(usize::from(count) * least).is_ok()
}

pub fn read(bytes: &[u8]) -> Result<Palette, ReadError> {
    let mut bytes = Bytes::new(bytes);
    let mut palette = read_colors(&mut bytes)?;
    // Others write something of their own behind version 1.
    if !bytes.is_empty()
        && let Ok(named) = read_colors(&mut bytes)
    {
        palette = named;
    }
    Ok(palette)
}

fn read_colors(bytes: &mut Bytes<'_>) -> Result<Palette, ReadError> {
    let version = bytes.u16()?;
    let count = usize::from(bytes.u16()?);
    match version {
        1 | 2 if count <= MOST => {}
        1 | 2 => return Err(ReadError::TooMany),
        _ => return Err(ReadError::Damaged(0)),
    }
    let mut palette = Palette::default();
    for _ in 0..count {
        let space = bytes.u16()?;
        let numbers = [bytes.u16()?, bytes.u16()?, bytes.u16()?, bytes.u16()?];
        let name = if version == 2 { name(bytes)? } else { String::new() };
        add(&mut palette, name, space, numbers);
    }
    Ok(palette)
}

/// u32 length in UTF-16 units, with the zero at the end.
fn name(bytes: &mut Bytes<'_>) -> Result<String, ReadError> {
    let units = bytes.u32()?;
    bytes.text(units as usize)
}

fn add(palette: &mut Palette, name: String, space: u16, numbers: [u16; 4]) {
    let Some(paint) = paint(space, numbers) else { return palette.leave_out(&name, Reason::Book) };
    if matches!(space, 2 | 9) {
        palette.leave_out(&name, Reason::Inks);
    }
    let role = names::role(&[&name]);
    let at = palette.add(name, paint);
    palette.cast(role, at);
}

/// `None` for the spaces of ink makers' books, which no document describes.
fn paint(space: u16, numbers: [u16; 4]) -> Option<Paint> {
    let [first, second, third, _] = numbers.map(|number| f64::from(number) / 65535.0);
    let hundredths = |number: u16| f64::from(number) / 100.0;
    // a and b have a sign.
    let signed = |number: u16| f64::from(number.cast_signed()) / 100.0;
    Some(match space {
        0 => Space::Srgb.paint([first, second, third]),
        1 => Space::Hsv.paint([first * 360.0, second * 100.0, third * 100.0]),
        // 0 is all of the ink.
        2 => Paint::of_inks(numbers.map(|number| 1.0 - f64::from(number) / 65535.0)),
        7 => Space::Lab.paint([hundredths(numbers[0]), signed(numbers[1]), signed(numbers[2])]),
        8 => Space::Srgb.paint([f64::from(numbers[0]) / 10000.0; 3]),
        9 => Paint::of_inks(numbers.map(|number| f64::from(number) / 10000.0)),
        _ => return None,
    })
}
