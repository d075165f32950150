use crate::MediaError;

/// How large a picture may be, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest side that a file may have. A longer one is refused before anything is allocated.
    pub file_side: u32,
    /// The most pixels that a file may have. More are refused before anything is allocated.
    pub file_pixels: u64,
    /// The most bytes that a codec may hold at once, before the picture is scaled down. It binds the codings that must
    /// be decoded whole: PNG, WebP and progressive JPEG. What would take more is refused before anything is allocated.
    pub codec_bytes: u64,
    /// The longest side of what decoding gives. A larger picture is scaled down to it.
    pub side: u32,
}

impl Default for Limits {
    /// A file of at most 30,000 pixels a side and 268 megapixels (2^28: what a WebP can hold, and beyond any camera's
    /// sensor) that takes a codec at most 1 GiB; pixels of at most 4096 a side, which covers every platform format at
    /// twice its size.
    fn default() -> Self {
        Self { file_side: 30_000, file_pixels: 1 << 28, codec_bytes: 1 << 30, side: 4096 }
    }
}

impl Limits {
    /// Fails with [`MediaError::TooLarge`] when a file of these dimensions is not to be decoded. `codec_bytes` is what
    /// its codec holds at once.
    pub(crate) fn admit(self, width: u32, height: u32, codec_bytes: u64) -> Result<(), MediaError> {
        let pixels = u64::from(width) * u64::from(height);
        let too_large = width.max(height) > self.file_side || pixels > self.file_pixels;
        if too_large || codec_bytes > self.codec_bytes {
            return Err(MediaError::TooLarge { width, height });
        }
        if pixels == 0 { Err(MediaError::Damaged) } else { Ok(()) }
    }
}
