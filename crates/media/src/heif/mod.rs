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
    let failed = |flaw: Flaw| flaw.named(format);
    let file = open(bytes).map_err(failed)?;
    picture(&file, file.primary_id, format, limits)
}

/// Reads an AVIF or a HEIC by the small picture that it carries, when that is large enough.
pub fn glance(bytes: &[u8], format: Format, limits: Limits) -> Result<Stored, MediaError> {
    let failed = |flaw: Flaw| flaw.named(format);
    let file = open(bytes).map_err(failed)?;
    let whole = Mosaic::of(&file, file.primary_id).map_err(failed)?;
    limits.admit(whole.width, whole.height, 0)?;
    let small = small(&file, &whole, limits.side).and_then(|item| picture(&file, item, format, limits).ok());
    match small {
        Some(small) => {
            let (width, height) = shown(&file, &whole).map_err(failed)?;
            Ok(Stored { width, height, ..small })
        }
        None => picture(&file, file.primary_id, format, limits),
    }
}

/// The smallest of the file's small pictures that has `side` pixels a side and the proportions of the whole one.
fn small(file: &HeifFile<'_>, whole: &Mosaic, side: u32) -> Option<ItemId> {
    let items = file.referencing_items(file.primary_id, b"thmb").into_iter();
    let sizes = items.filter_map(|item| Some((file.image_size(item).ok()??, item)));
    let ratio = |width: u32, height: u32| f64::from(width) / f64::from(height.max(1));
    let alike = |width, height| (ratio(width, height) / ratio(whole.width, whole.height) - 1.0).abs() < 0.02;
    let fit = sizes.filter(|((width, height), _)| *width.max(height) >= side && alike(*width, *height));
    fit.min().map(|(_, item)| item)
}

/// The size of what is shown of the whole picture, as stored.
fn shown(file: &HeifFile<'_>, whole: &Mosaic) -> Result<(u32, u32), Flaw> {
    let (aperture, _) = finish(file, file.primary_id, whole)?;
    Ok((aperture.width, aperture.height))
}

fn picture(file: &HeifFile<'_>, item: ItemId, format: Format, limits: Limits) -> Result<Stored, MediaError> {
    let failed = |flaw: Flaw| flaw.named(format);
    let mosaic = Mosaic::of(file, item).map_err(failed)?;
    limits.admit(mosaic.width, mosaic.height, mosaic.codec_bytes())?;
    let profile = profile(file, item, &mosaic).map_err(failed)?;
    let (aperture, orientation) = finish(file, item, &mosaic).map_err(failed)?;
    let mut pixels = mosaic.laid(file).map_err(failed)?;
    if let Some(mask) = mask(file, item, &mosaic).map_err(failed)? {
        veil(&mut pixels, &mask.laid(file).map_err(failed)?);
    }
    let Aperture { left, top, width, height } = aperture;
    if (width, height) != (pixels.width, pixels.height) {
        pixels = pixels.part(left, top, width, height);
    }
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

impl Flaw {
    fn named(self, format: Format) -> MediaError {
        match self {
            Self::Truncated => MediaError::Truncated,
            Self::Damaged => MediaError::Damaged,
            Self::Unsupported => MediaError::Unsupported { format: format.extension() },
        }
    }
}

/// What the numbers mean as colours: the embedded profile, else the primaries that are stated, else sRGB (`None`).
///
/// Those of high dynamic range need a tone mapping that nobody has chosen; they are not guessed at.
fn profile(file: &HeifFile<'_>, item: ItemId, mosaic: &Mosaic) -> Result<Option<Profile>, Flaw> {
    let mut colors = Vec::new();
    for item in [item, mosaic.tiles[0], file.primary_id] {
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

/// The picture that says how opaque another one is.
fn mask(file: &HeifFile<'_>, item: ItemId, main: &Mosaic) -> Result<Option<Mosaic>, Flaw> {
    let masks = file.referencing_items(item, b"auxl").into_iter().filter(|item| is_mask(file, *item));
    let Some(item) = masks.min() else { return Ok(None) };
    let mosaic = Mosaic::of(file, item)?;
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

/// What is shown of a picture, in its pixels.
struct Aperture {
    left: u32,
    top: u32,
    width: u32,
    height: u32,
}

/// What is shown of a picture, and which way up.
fn finish(file: &HeifFile<'_>, item: ItemId, mosaic: &Mosaic) -> Result<(Aperture, Orientation), Flaw> {
    let mut aperture = Aperture { left: 0, top: 0, width: mosaic.width, height: mosaic.height };
    let mut orientation = Orientation::default();
    for property in file.item_properties(item)? {
        match *property {
            Property::CleanAperture { width, height, horiz_offset, vert_offset } => {
                let (left, width) = kept(mosaic.width, width, horiz_offset).ok_or(Flaw::Damaged)?;
                let (top, height) = kept(mosaic.height, height, vert_offset).ok_or(Flaw::Damaged)?;
                aperture = Aperture { left, top, width, height };
            }
            Property::Rotation(quarters) => orientation = Orientation::turned(quarters),
            Property::Mirror(true) => orientation = orientation.mirrored_down(),
            Property::Mirror(false) => orientation = orientation.mirrored_across(),
            _ => {}
        }
    }
    Ok((aperture, orientation))
}

/// Where what is shown of `length` pixels begins, and how long it is: `kept` pixels whose middle is `offset` from the
/// middle (ISO/IEC 14496-12, 12.1.4); `None` when that is not within.
fn kept(length: u32, kept: (u32, u32), offset: (i32, u32)) -> Option<(u32, u32)> {
    let kept = kept.0.checked_div(kept.1).filter(|kept| (1..=length).contains(kept))?;
    let middle = f64::from(offset.0) / f64::from(offset.1);
    let start = (f64::from(length - kept) / 2.0 + middle).round();
    let within = (0.0..=f64::from(length - kept)).contains(&start);
    within.then_some((start as u32, kept))
}
