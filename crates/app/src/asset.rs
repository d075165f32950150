//! What is looked for in a library, as the model says it.

pub use planche_model::asset::AssetQuery;
