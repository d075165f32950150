use kurbo::{Affine, Rect};
use planche_scene::Image;

/// The transform that lays `from` over `to`.
pub fn onto(from: Rect, to: Rect) -> Affine {
    Affine::translate(to.origin().to_vec2())
        * Affine::scale_non_uniform(to.width() / from.width(), to.height() / from.height())
        * Affine::translate(-from.origin().to_vec2())
}

/// The whole of an image, in its pixels.
pub fn bounds(image: &Image) -> Rect {
    Rect::new(0.0, 0.0, f64::from(image.width), f64::from(image.height))
}
