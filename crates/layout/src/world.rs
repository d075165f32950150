use std::sync::Arc;

use planche_model::{Charter, Finding, template::Family};
use planche_scene::{Image, Scene};

use crate::FontFamily;

/// A brand, ready to compose with: its charter and the drawings and templates that it names.
#[derive(Clone)]
pub struct BrandKit {
    /// The tokens.
    pub charter: Arc<Charter>,
    /// The templates.
    pub family: Arc<Family>,
    /// The logo, drawn in its own space.
    pub logo: Option<Arc<Scene>>,
    /// The ornament, drawn in its own space.
    pub motif: Option<Arc<Scene>>,
    /// Typefaces of its own, under names that no other brand's have.
    pub fonts: Vec<FontFamily>,
    /// What a file that carries these typefaces would do against their licences; empty when they allow it.
    pub embedding: Vec<Finding>,
}

/// Where the photographs come from.
pub trait Pictures {
    /// The photograph a node names, decoded and treated as the charter wants; `None` when it cannot be had.
    fn picture(&self, source: &str, charter: &Charter) -> Option<Image>;
}

/// No photographs at all.
impl Pictures for () {
    fn picture(&self, _: &str, _: &Charter) -> Option<Image> {
        None
    }
}
