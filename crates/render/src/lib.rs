//! From a [`Scene`](planche_scene::Scene) to bytes: pixels, SVG and PDF.
//!
//! The three back ends draw the same items from files of the same names; what all of them need (outlines, colour
//! glyphs, gradient stops, extents) sits beside them. What a file format cannot say, `raster` draws for it as a picture,
//! and that is all they know of each other. Newcomers trip over one thing: a scene is in page units, and only a back end
//! knows how many pixels or points one is worth.

pub mod encode;
pub mod pdf;
pub mod raster;
pub mod svg;

mod colour_glyph;
mod crop;
mod error;
mod extent;
mod gradient;
mod label;
mod outline;
mod pixels;

pub use error::RenderError;
pub use pixels::Pixels;
