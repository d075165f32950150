use std::sync::Arc;

use planche_model::{Charter, Color, Finding, charter::Role, template::Family};
use planche_scene::{Image, Scene};

use crate::FontFamily;

/// A brand, ready to compose with: its charter and the drawings and templates that it names.
#[derive(Clone)]
pub struct BrandKit {
    /// The tokens.
    pub charter: Arc<Charter>,
    /// The templates.
    pub family: Arc<Family>,
    /// The logo, then its variants.
    pub logos: Vec<LogoDrawing>,
    /// The ornament, drawn in its own space.
    pub motif: Option<Arc<Scene>>,
    /// Typefaces of its own, under names that no other brand's have.
    pub fonts: Vec<FontFamily>,
    /// What a file that carries these typefaces would do against their licences; empty when they allow it.
    pub embedding: Vec<Finding>,
}

/// A drawing of the brand's sign.
#[derive(Clone)]
pub struct LogoDrawing {
    /// Drawn in its own space.
    pub drawing: Arc<Scene>,
    /// Whether it takes the colour of what surrounds it.
    pub takes_ink: bool,
    /// The colours it takes the first one's place on.
    pub on: Vec<Role>,
}

impl BrandKit {
    /// The logo to draw on `ground`: the variant that is made for that colour, else the first one.
    pub fn logo_on(&self, ground: Color) -> Option<&LogoDrawing> {
        let colors = &self.charter.colors;
        let is_for = |logo: &&LogoDrawing| logo.on.iter().any(|role| colors.of(*role) == ground);
        self.logos.iter().find(is_for).or(self.logos.first())
    }
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
