//! Pixels as files: PNG without loss, WebP without loss and smaller, JPEG small. All say that their colours are sRGB.

mod deflate;
mod filter;
mod histogram;
mod icc;
mod jpeg;
mod png;
mod webp;

pub use jpeg::{FINE, Jpeg, LEAST, Photograph, jpeg, jpeg_under, photograph, photograph_under};
pub use png::{PngEffort, png, png_with_alpha};
pub use webp::webp;

pub(crate) use png::png_of_image;
