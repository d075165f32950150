//! From a [`Scene`](planche_scene::Scene) to bytes: pixels, SVG and PDF.
//!
//! The three back ends draw the same items from files of the same names and never know of each other; what all of them
//! need (outlines, colour glyphs, gradient stops) sits beside them. Newcomers trip over one thing: a scene is in page
//! units, and only a back end knows how many pixels or points one is worth.

pub mod encode;
pub mod pdf;
pub mod raster;
pub mod svg;

mod colour_glyph;
mod crop;
mod error;
mod gradient;
mod label;
mod outline;
mod pixels;

pub use error::RenderError;
pub use pixels::Pixels;
