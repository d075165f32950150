use peniko::Compose;

/// Why a scene could not be turned into bytes.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The canvas has no area, or more than 65 535 pixels on a side.
    #[error("cannot draw on a canvas of {width}x{height} pixels")]
    Canvas {
        /// Width in pixels.
        width: f64,
        /// Height in pixels.
        height: f64,
    },
    /// A font file does not parse, or lacks what a glyph needs.
    #[error("the font cannot be read: {0}")]
    Font(String),
    /// An image's pixels or its file do not match what the scene says of them.
    #[error("the image cannot be used: {0}")]
    Image(String),
    /// The file format cannot express this way of compositing.
    #[error("the format cannot composite with `{0:?}`")]
    Compose(Compose),
    /// The encoder refused.
    #[error("cannot encode: {0}")]
    Encode(String),
}
