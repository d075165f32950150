use crate::Item;

/// One page, laid out: a list of items drawn back to front.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// The page's size in u; the short side is 1080.
    pub size: kurbo::Size,
    /// What to draw, first item at the back.
    pub items: Vec<Item>,
}

impl Scene {
    /// An empty page of `size` u.
    pub fn new(size: kurbo::Size) -> Self {
        Self { size, items: Vec::new() }
    }

    /// How many pixels one u is worth on a canvas `pixels` wide.
    pub fn scale_for_width(&self, pixels: u32) -> f64 {
        f64::from(pixels) / self.size.width
    }
}
