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
}

impl Format {
    /// Tells the format by the first bytes: names and extensions lie.
    pub fn recognise(bytes: &[u8]) -> Result<Self, MediaError> {
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Ok(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Self::WebP),
            _ => Err(unreadable(bytes)),
        }
    }

    /// The extension that files of this format bear, in lower case and without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
        }
    }
}

/// Names the formats that people do bring and that are not read, so that the answer can say which.
fn unreadable(bytes: &[u8]) -> MediaError {
    let format = match bytes {
        [b'G', b'I', b'F', b'8', ..] => "gif",
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => "tiff",
        [b'8', b'B', b'P', b'S', ..] => "psd",
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => "bmp",
        [b'%', b'P', b'D', b'F', ..] => "pdf",
        [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f' | b's', ..] => "avif",
        [_, _, _, _, b'f', b't', b'y', b'p', b'h', b'e', ..] | [_, _, _, _, b'f', b't', b'y', b'p', b'm', b'i', ..] => {
            "heic"
        }
        _ => return MediaError::UnknownFormat,
    };
    MediaError::Unsupported { format }
}
