use crate::MediaError;

/// The photograph formats that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// JPEG, sequential or progressive.
    Jpeg,
    /// PNG. The first picture of an animation.
    Png,
    /// WebP, lossy or lossless. The first picture of an animation.
    WebP,
    /// GIF. The first picture of an animation.
    Gif,
    /// TIFF, of 8 or 16 bits a sample. The first page.
    Tiff,
    /// BMP.
    Bmp,
    /// AVIF. The main picture.
    Avif,
    /// HEIC, as telephones write. The main picture.
    Heic,
}

impl Format {
    /// Tells the format by the first bytes: names and extensions lie.
    pub fn recognise(bytes: &[u8]) -> Result<Self, MediaError> {
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Ok(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Self::WebP),
            [b'G', b'I', b'F', b'8', ..] => Ok(Self::Gif),
            [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => Ok(Self::Tiff),
            [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => Ok(Self::Bmp),
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => Self::among(bytes).ok_or_else(|| unreadable(bytes)),
            _ => Err(unreadable(bytes)),
        }
    }

    /// The extension that files of this format bear, in lower case and without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Gif => "gif",
            Self::Tiff => "tiff",
            Self::Bmp => "bmp",
            Self::Avif => "avif",
            Self::Heic => "heic",
        }
    }

    /// What the brands of an ISO base media file say it is. The first one may be as vague as `mif1`, "an image".
    fn among(bytes: &[u8]) -> Option<Self> {
        let length = u32::from_be_bytes(*bytes.first_chunk()?) as usize;
        let brands = bytes.get(8..length.min(bytes.len()).min(MOST_BRANDS))?.as_chunks::<4>().0;
        brands.iter().find_map(|brand| match brand {
            b"avif" | b"avis" => Some(Self::Avif),
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" => Some(Self::Heic),
            _ => None,
        })
    }
}

/// How far into a file brands are looked for, in bytes; files list about five.
const MOST_BRANDS: usize = 256;

/// Names the formats that people do bring and that are not read, so that the answer can say which.
fn unreadable(bytes: &[u8]) -> MediaError {
    let format = match bytes {
        [b'8', b'B', b'P', b'S', ..] => "psd",
        [b'%', b'P', b'D', b'F', ..] => "pdf",
        [0xFF, 0x0A, ..] | [0, 0, 0, 0x0C, b'J', b'X', b'L', b' ', ..] => "jxl",
        [_, _, _, _, b'f', b't', b'y', b'p', b'c', b'r', b'x', ..] => "cr3",
        [_, _, _, _, b'f', b't', b'y', b'p', b'm' | b'h', b'i' | b'e', ..] => "heif",
        _ => return MediaError::UnknownFormat,
    };
    MediaError::Unsupported { format }
}
