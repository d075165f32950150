//! The studio's nouns and rules, as plain data.
//!
//! Nothing here reads a clock, touches a disk or draws a random number: ids and times are passed in. A [`Document`] is
//! changed in one way only, [`Document::apply`], which answers with the [`Patch`] that undo, autosave and the window
//! all read.

pub mod asset;
mod brand;
pub mod charter;
mod color;
pub mod document;
pub mod editorial;
mod finding;
mod format;
mod id;
mod oklab;
pub mod outline;
#[cfg(feature = "strategies")]
pub mod strategies;
pub mod template;

pub use brand::Brand;
pub use charter::Charter;
pub use color::Color;
pub use document::{Content, Document, Edit, EditError, History, Layout, Node, Page, Patch, Position};
pub use finding::{Finding, Fix, Place, Severity};
pub use format::{Confidence, Crop, FileType, Format, FormatFault, FormatId, Formats, FormatsError, Insets, Shape};
pub use id::{AssetId, BrandId, CollectionId, ConsentId, DocumentId, Ids, NodeId, PageId};
pub use oklab::Oklch;
