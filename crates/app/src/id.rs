//! The names of things, for hosts, which know only this crate.

pub use planche_model::{AssetId, BrandId, DocumentId, FormatId, PageId};
