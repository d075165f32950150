use std::{fmt, sync::Arc};

use kurbo::Rect;

/// An image's identity: the BLAKE3 hash of the file it was read from. Equal ids, equal pixels.
pub type ImageId = [u8; 32];

/// An image placed on the page.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The image.
    pub image: Image,
    /// The part of the image that shows, in the image's pixels.
    pub source: Rect,
    /// Where that part goes, in u. The proportions of `source` and `target` agree.
    pub target: Rect,
}

/// Decoded pixels and, when there is one, the file they came from; cheap to clone.
#[derive(Clone)]
pub struct Image {
    /// Which image this is.
    pub id: ImageId,
    /// Width in pixels, upright.
    pub width: u32,
    /// Height in pixels, upright.
    pub height: u32,
    /// RGBA, 8 bits a channel, straight alpha, sRGB, rows from the top, no padding.
    pub pixels: Arc<[u8]>,
    /// Whether every pixel is opaque.
    pub opaque: bool,
    /// The file itself, when a back end may embed it as it is: upright, sRGB, without metadata.
    pub encoded: Option<Encoded>,
}

impl fmt::Debug for Image {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Image({}x{})", self.width, self.height)
    }
}

/// An image file that can be embedded without encoding it again.
#[derive(Clone)]
pub struct Encoded {
    /// How the bytes are to be read.
    pub encoding: Encoding,
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// The image formats that both SVG and PDF embed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
}
