use std::sync::Arc;

use planche_scene::{Encoded, Encoding, Image};

use crate::{Format, Limits, MediaError, heif, jpeg, orientation::Orientation, pixels::Pixels, whole};

/// A photograph, ready to be placed, and the facts of its file.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The pixels, upright and in sRGB, at most [`Limits::side`] a side. Its id is the hash of the whole file.
    pub image: Image,
    /// The file's width in pixels, upright, before any scaling down.
    pub width: u32,
    /// The file's height in pixels, upright, before any scaling down.
    pub height: u32,
    /// The file's format.
    pub format: Format,
}

/// What a codec hands over.
pub struct Stored {
    /// In sRGB, as stored: not yet turned upright.
    pub pixels: Pixels,
    /// The file's dimensions in pixels, as stored.
    pub width: u32,
    pub height: u32,
    pub orientation: Orientation,
    /// The file without metadata, when its colours and its coding need no change.
    pub embeddable: Option<Vec<u8>>,
}

/// Reads a photograph of any [`Format`], told by content.
///
/// The orientation is applied (of AVIF and HEIC, the container's: there EXIF only repeats it) and the embedded colour profile converted to sRGB; a profile that cannot be read
/// counts as sRGB. CMYK photographs go through their profile, or through the plain formula when they have none.
/// [`Image::encoded`] is set for a JPEG that can be embedded as it is: upright, sRGB or grey, Huffman-coded, not scaled
/// down. It holds the JPEG without its metadata (EXIF, XMP, IPTC, thumbnails, comments, appended pictures).
pub fn decode(bytes: &[u8], limits: Limits) -> Result<Decoded, MediaError> {
    let format = Format::recognise(bytes)?;
    let stored = match format {
        Format::Jpeg => jpeg::read(bytes, limits)?,
        Format::Png => whole::read_png(bytes, limits)?,
        Format::WebP => whole::read_webp(bytes, limits)?,
        Format::Gif => whole::read_gif(bytes, limits)?,
        Format::Tiff => whole::read_tiff(bytes, limits)?,
        Format::Bmp => whole::read_bmp(bytes, limits)?,
        Format::Avif | Format::Heic => heif::read(bytes, format, limits)?,
    };
    Ok(Decoded::of(bytes, format, stored))
}

impl Decoded {
    /// What a codec made of `file`, upright.
    pub(crate) fn of(file: &[u8], format: Format, stored: Stored) -> Self {
        let Stored { pixels, width, height, orientation, embeddable } = stored;
        let as_it_is = orientation.is_upright() && pixels.width == width;
        let encoded =
            embeddable.filter(|_| as_it_is).map(|jpeg| Encoded { encoding: Encoding::Jpeg, bytes: jpeg.into() });
        let (width, height) = orientation.upright_size(width, height);
        Self { image: image(file, orientation.turned_upright(pixels), encoded), width, height, format }
    }
}

fn image(file: &[u8], pixels: Pixels, encoded: Option<Encoded>) -> Image {
    Image {
        id: *blake3::hash(file).as_bytes(),
        width: pixels.width,
        height: pixels.height,
        opaque: pixels.opaque(),
        pixels: Arc::from(pixels.bytes),
        encoded,
    }
}
