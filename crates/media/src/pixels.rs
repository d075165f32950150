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

    /// `width` × `height` pixels, clear and black.
    pub fn clear(width: u32, height: u32) -> Self {
        Self { width, height, bytes: vec![0; width as usize * height as usize * 4] }
    }

    /// The part that begins at (`left`, `top`) and lies within.
    pub fn part(&self, left: u32, top: u32, width: u32, height: u32) -> Self {
        let mut part = Self { width, height, bytes: Vec::with_capacity(width as usize * height as usize * 4) };
        for row in self.rows().skip(top as usize).take(height as usize) {
            part.bytes.extend_from_slice(&row[left as usize * 4..(left + width) as usize * 4]);
        }
        part
    }

    /// Puts `other` in its place, its corner at (`left`, `top`), which lies within. What goes beyond is cut.
    pub fn paste(&mut self, other: &Self, left: u32, top: u32) {
        let length = other.width.min(self.width - left) as usize * 4;
        let (left, stride) = (left as usize * 4, self.width as usize * 4);
        for (row, source) in self.bytes.chunks_exact_mut(stride).skip(top as usize).zip(other.rows()) {
            row[left..left + length].copy_from_slice(&source[..length]);
        }
    }

    fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.bytes.chunks_exact(self.width as usize * 4)
    }
}
