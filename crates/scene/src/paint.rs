use kurbo::Affine;

/// A colour in sRGB with straight (unmultiplied) alpha.
pub type Color = peniko::color::AlphaColor<peniko::color::Srgb>;

pub use peniko::{Gradient, GradientKind as GradientShape};

/// What fills an outline.
#[derive(Clone, Debug)]
pub enum Paint {
    /// One colour.
    Solid(Color),
    /// A gradient, and the transform from its space to the item's.
    Gradient(Gradient, Affine),
}

impl From<Color> for Paint {
    fn from(color: Color) -> Self {
        Self::Solid(color)
    }
}
