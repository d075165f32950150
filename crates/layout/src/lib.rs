//! Document, charter, template and format in; a scene out.
//!
//! Everything is laid out at nominal size (1080 u on the short side) and never again: lines break the same way at
//! every scale and in every file. When words have too little room they shrink, all together, down to what the
//! template allows; beyond that the page says so with a finding instead of clipping.

mod boxes;
mod content;
mod fit;
mod flow;
mod fonts;
mod page;
mod paint;
mod text;
mod typesetter;
mod world;

pub use fonts::{Covers, FontFamily, FontFile, Fonts, Purpose};
pub use page::{Composition, Compositor, Job, Shrunk};
pub use paint::{centred, covering, fitted, tinted};
pub use typesetter::{Block, Lettering, Typesetter};
pub use world::{BrandKit, LogoDrawing, Pictures};
