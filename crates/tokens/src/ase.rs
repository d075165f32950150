//! Adobe Swatch Exchange, version 1.0, as Illustrator, InDesign and Photoshop write it. Adobe has published no
//! specification; the layout is the one that every reader agrees on: `ASEF`, u16 major, u16 minor, u32 blocks, then
//! blocks of u16 kind, u32 length, and what they hold, all big-endian.

use planche_model::{
    Charter,
    charter::{Colors, Role, Swatch},
};

use crate::{
    Palette, ReadError, Reason,
    bytes::Bytes,
    names,
    read::MOST,
    space::{Paint, Space},
};

pub const SIGNATURE: &[u8] = b"ASEF";
const COLOR: u16 = 0x0001;
const GROUP: u16 = 0xC001;
const GROUP_END: u16 = 0xC002;
/// A colour that changing one of its uses does not change elsewhere.
const NORMAL: u16 = 2;

pub fn read(bytes: &[u8]) -> Result<Palette, ReadError> {
    let mut bytes = Bytes::new(bytes);
    bytes.take(SIGNATURE.len() + 4)?;
    let count = bytes.u32()?;
    if count as usize > 3 * MOST {
        return Err(ReadError::TooMany);
    }
    let mut palette = Palette::default();
    for _ in 0..count {
        read_block(&mut bytes, &mut palette)?;
    }
    if palette.colors.len() > MOST { Err(ReadError::TooMany) } else { Ok(palette) }
}

fn read_block(bytes: &mut Bytes<'_>, palette: &mut Palette) -> Result<(), ReadError> {
    let kind = bytes.u16()?;
    // The end of a group may come without its length at the end of a file.
    if kind == GROUP_END && bytes.is_empty() {
        return Ok(());
    }
    let length = bytes.u32()?;
    let mut block = bytes.part(length as usize)?;
    match kind {
        COLOR => read_color(&mut block, palette)?,
        // The first group names the palette, as a file without groups has no name.
        GROUP if palette.name.is_empty() => palette.name = name(&mut block)?,
        _ => {}
    }
    Ok(())
}

fn name(block: &mut Bytes<'_>) -> Result<String, ReadError> {
    let units = block.u16()?;
    block.text(units.into())
}

fn read_color(block: &mut Bytes<'_>, palette: &mut Palette) -> Result<(), ReadError> {
    let name = name(block)?;
    let paint = match block.take(4)? {
        b"RGB " => Space::Srgb.paint(numbers(block)?),
        // Lightness from 0 to 1, the rest as CIE has it.
        b"LAB " => numbers(block).map(|[lightness, a, b]| Space::Lab.paint([lightness * 100.0, a, b]))?,
        b"Gray" | b"GRAY" => numbers(block).map(|[grey]| Space::Srgb.paint([grey; 3]))?,
        b"CMYK" => {
            palette.leave_out(&name, Reason::Inks);
            Paint::of_inks(numbers(block)?)
        }
        _ => {
            palette.leave_out(&name, Reason::Value);
            return Ok(());
        }
    };
    let role = names::role(&[&name]);
    let at = palette.add(name, paint);
    palette.cast(role, at);
    Ok(())
}

fn numbers<const COUNT: usize>(block: &mut Bytes<'_>) -> Result<[f64; COUNT], ReadError> {
    let mut numbers = [0.0; COUNT];
    for number in &mut numbers {
        *number = block.f32()?.into();
    }
    Ok(numbers)
}

pub fn write(charter: &Charter) -> Vec<u8> {
    let swatches = swatches(&charter.colors);
    let mut file = SIGNATURE.to_vec();
    file.extend([0, 1, 0, 0]);
    file.extend((swatches.len() as u32 + 2).to_be_bytes());
    block(&mut file, GROUP, &text(&charter.name));
    for swatch in swatches {
        block(&mut file, COLOR, &color(swatch));
    }
    block(&mut file, GROUP_END, &[]);
    file
}

/// The six, in the order people read them, then the others.
fn swatches(colors: &Colors) -> Vec<&Swatch> {
    Role::ALL.map(|role| colors.swatch(role)).into_iter().chain(&colors.more).collect()
}

fn block(file: &mut Vec<u8>, kind: u16, content: &[u8]) {
    file.extend(kind.to_be_bytes());
    file.extend((content.len() as u32).to_be_bytes());
    file.extend(content);
}

fn color(swatch: &Swatch) -> Vec<u8> {
    let mut content = text(&swatch.name);
    content.extend(b"RGB ");
    for channel in [swatch.value.red, swatch.value.green, swatch.value.blue] {
        content.extend((f32::from(channel) / 255.0).to_be_bytes());
    }
    content.extend(NORMAL.to_be_bytes());
    content
}

/// UTF-16 with a zero at the end, which counts, after its length; what the length cannot say is cut.
fn text(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().filter(|unit| *unit != 0).take(usize::from(u16::MAX) - 1).chain([0]);
    let units: Vec<u16> = units.collect();
    let length = units.len() as u16;
    std::iter::once(length).chain(units).flat_map(u16::to_be_bytes).collect()
}
