/// Pixels on their way to becoming an image: four bytes each, rows from the top, no padding.
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    /// RGBA with straight alpha; in the JPEG reader, for a moment, CMYK.
    pub bytes: Vec<u8>,
}

impl Pixels {
    /// Whether every pixel is opaque.
    pub fn opaque(&self) -> bool {
        self.bytes.as_chunks::<4>().0.iter().all(|pixel| pixel[3] == u8::MAX)
    }

    /// Whether no pixel has a hue.
    pub fn grey(&self) -> bool {
        self.bytes.as_chunks::<4>().0.iter().all(|[red, green, blue, _]| red == green && green == blue)
    }

    /// The length of the longer side.
    pub fn side(&self) -> u32 {
        self.width.max(self.height)
    }
}
