//! AVIF and HEIC: frames of video that stand still, in an ISO base media file.
//!
//! The container says how the frames make a picture: in tiles, cut, turned, with a mask. Its turns are the picture's;
//! the EXIF orientation only repeats them, and is not applied.

mod av1;
mod frame;
mod hevc;
mod index;
mod mosaic;

use heifer_isobmff::{
    HeifFile, ItemId,
    boxes::{ColorInfo, Property},
};

use crate::{
    Format, Limits, MediaError,
    decode::Stored,
    orientation::Orientation,
    pixels::Pixels,
    profile::Profile,
    scale::{Fourth, fitted},
};
use mosaic::Mosaic;

pub use index::open;

/// Reads an AVIF or a HEIC.
pub fn read(bytes: &[u8], format: Format, limits: Limits) -> Result<Stored, MediaError> {
    let failed = |error| failure(&error, format);
    let file = open(bytes).map_err(failed)?;
    let mosaic = Mosaic::of(&file, file.primary_id).map_err(failed)?;
    limits.admit(mosaic.width, mosaic.height, mosaic.codec_bytes())?;
    let profile = profile(&file, &mosaic).map_err(failed)?;
    let mut pixels = mosaic.laid(&file).map_err(failed)?;
    if let Some(mask) = mask(&file).map_err(failed)? {
        veil(&mut pixels, &mask.laid(&file).map_err(failed)?);
    }
    let (pixels, orientation) = finished(&file, pixels).map_err(failed)?;
    let (width, height) = (pixels.width, pixels.height);
    let mut pixels = fitted(pixels, limits.side, Fourth::Alpha);
    if let Some(profile) = profile.filter(|profile| !profile.is_srgb()) {
        profile.convert(&mut pixels);
    }
    Ok(Stored { pixels, width, height, orientation, embeddable: None })
}

/// Why the file gives no picture, before it is known what to call its format.
pub enum Flaw {
    Truncated,
    Damaged,
    Unsupported,
}

impl From<heifer_isobmff::Error> for Flaw {
    fn from(error: heifer_isobmff::Error) -> Self {
        match error {
            heifer_isobmff::Error::UnexpectedEof => Self::Truncated,
            heifer_isobmff::Error::Unimplemented(_) => Self::Unsupported,
            _ => Self::Damaged,
        }
    }
}

fn failure(flaw: &Flaw, format: Format) -> MediaError {
    match flaw {
        Flaw::Truncated => MediaError::Truncated,
        Flaw::Damaged => MediaError::Damaged,
        Flaw::Unsupported => MediaError::Unsupported { format: format.extension() },
    }
}

/// What the numbers mean as colours: the embedded profile, else the primaries that are stated, else sRGB (`None`).
///
/// Those of high dynamic range need a tone mapping that nobody has chosen; they are not guessed at.
fn profile(file: &HeifFile<'_>, mosaic: &Mosaic) -> Result<Option<Profile>, Flaw> {
    let mut colors = Vec::new();
    for item in [file.primary_id, mosaic.tiles[0]] {
        colors.extend(file.item_properties(item)?.filter_map(|property| match property {
            Property::Color(color) => Some(color),
            _ => None,
        }));
    }
    let icc = colors.iter().find_map(|color| match color {
        ColorInfo::Icc(icc) => Profile::parse(icc),
        ColorInfo::Nclx { .. } => None,
    });
    let stated = colors.iter().find_map(|color| match color {
        ColorInfo::Nclx { primaries, transfer, .. } => Some((*primaries, *transfer)),
        ColorInfo::Icc(_) => None,
    });
    match (icc, stated) {
        (None, Some((_, LINEAR | PQ | HLG))) => Err(Flaw::Unsupported),
        (None, Some((primaries, _))) => Ok(Profile::of_primaries(primaries)),
        (icc, _) => Ok(icc),
    }
}

/// Transfer characteristics of light itself and of high dynamic range (ITU-T H.273, table 3).
const LINEAR: u16 = 8;
const PQ: u16 = 16;
const HLG: u16 = 18;

/// The picture that says how opaque the main one is.
fn mask(file: &HeifFile<'_>) -> Result<Option<Mosaic>, Flaw> {
    let primary = file.primary_id;
    let masks = file.referencing_items(primary, b"auxl").into_iter().filter(|item| is_mask(file, *item));
    let Some(item) = masks.min() else { return Ok(None) };
    let (mosaic, main) = (Mosaic::of(file, item)?, Mosaic::of(file, primary)?);
    let fits = (mosaic.width, mosaic.height) == (main.width, main.height);
    if fits { Ok(Some(mosaic)) } else { Err(Flaw::Unsupported) }
}

fn is_mask(file: &HeifFile<'_>, item: ItemId) -> bool {
    file.item_properties(item).is_ok_and(|mut properties| {
        properties.any(|property| {
            matches!(property, Property::AuxiliaryType(kind)
                if kind == "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha" || kind == "urn:mpeg:hevc:2015:auxid:1")
        })
    })
}

/// Makes `pixels` as opaque as `mask` is light.
fn veil(pixels: &mut Pixels, mask: &Pixels) {
    let (pixels, mask) = (pixels.bytes.as_chunks_mut::<4>().0, mask.bytes.as_chunks::<4>().0);
    pixels.iter_mut().zip(mask).for_each(|(pixel, light)| pixel[3] = light[0]);
}

/// What is shown of the pixels, and which way up.
fn finished(file: &HeifFile<'_>, mut pixels: Pixels) -> Result<(Pixels, Orientation), Flaw> {
    let mut orientation = Orientation::default();
    for property in file.item_properties(file.primary_id)? {
        match *property {
            Property::CleanAperture { width, height, horiz_offset, vert_offset } => {
                let (left, across) = aperture(pixels.width, width, horiz_offset).ok_or(Flaw::Damaged)?;
                let (top, down) = aperture(pixels.height, height, vert_offset).ok_or(Flaw::Damaged)?;
                pixels = pixels.part(left, top, across, down);
            }
            Property::Rotation(quarters) => orientation = Orientation::turned(quarters),
            Property::Mirror(true) => orientation = orientation.mirrored_down(),
            Property::Mirror(false) => orientation = orientation.mirrored_across(),
            _ => {}
        }
    }
    Ok((pixels, orientation))
}

/// Where what is shown of `length` pixels begins, and how long it is: `kept` pixels whose middle is `offset` from the
/// middle (ISO/IEC 14496-12, 12.1.4); `None` when that is not within.
fn aperture(length: u32, kept: (u32, u32), offset: (i32, u32)) -> Option<(u32, u32)> {
    let kept = kept.0.checked_div(kept.1).filter(|kept| (1..=length).contains(kept))?;
    let middle = f64::from(offset.0) / f64::from(offset.1);
    let start = (f64::from(length - kept) / 2.0 + middle).round();
    let within = (0.0..=f64::from(length - kept)).contains(&start);
    within.then_some((start as u32, kept))
}
