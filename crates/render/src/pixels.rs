/// A drawn page: opaque pixels, rows from the top, no padding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// RGBA, 8 bits a channel, sRGB. Alpha is 255 everywhere, so straight and premultiplied are the same.
    pub rgba: Vec<u8>,
}
