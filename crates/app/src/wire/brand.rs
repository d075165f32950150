use planche_model::{
    Brand, Charter, Layout,
    charter::{self, Mood, Role},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A brand, as lists and switchers show it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BrandCard {
    /// Which brand.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What it does and where; may be empty.
    pub tagline: String,
    /// Its six colours by role.
    pub swatches: Vec<Swatch>,
    /// The colours of its tile.
    pub tile: Tile,
    /// Whether its logo takes the colour of what surrounds it.
    pub logo_takes_ink: bool,
    /// Set when it has a logo: changes with it.
    pub logo_stamp: Option<String>,
    /// The family of templates its visuals are set in.
    pub template: String,
    /// The family its titles are set in.
    pub title_family: String,
    /// The family its text is set in.
    pub text_family: String,
    /// Whether it came with the studio.
    pub sample: bool,
}

/// A colour of a charter.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Swatch {
    /// ground, ink, accent, vivid, soft or cool.
    pub role: String,
    /// What the brand calls it.
    pub name: String,
    /// `#rrggbb`.
    pub value: String,
}

/// The colours of a brand's tile.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Tile {
    /// Behind, `#rrggbb`.
    pub ground: String,
    /// In front, `#rrggbb`.
    pub ink: String,
}

/// What a person knows of a brand on the first day.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewBrand {
    /// Its name.
    pub name: String,
    /// What it does and where; may be empty.
    pub tagline: String,
    /// The colour that speaks loudest, `#rrggbb`.
    pub primary: String,
    /// The colour that answers, `#rrggbb`.
    pub secondary: String,
    /// The path of its logo, if any.
    pub logo: Option<String>,
    /// A pair of `assets/fonts/pairs.json`.
    pub font_pair: String,
}

/// A brand to write as one file.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExportBrand {
    /// Which.
    pub brand: Uuid,
    /// Where the file goes.
    pub folder: String,
    /// Whether its files and documents go along; its charter alone otherwise.
    pub content: bool,
}

/// A file to make a brand of.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ImportBrand {
    /// The file.
    pub path: String,
}

impl BrandCard {
    /// The card of a brand; `logo` changes whenever its logo does.
    pub fn new(brand: &Brand, logo: Option<String>) -> Self {
        let Charter { name, tagline, template, colors, fonts, .. } = &brand.charter;
        Self {
            id: brand.id.0,
            name: name.clone(),
            tagline: tagline.clone(),
            swatches: swatches(colors),
            tile: tile(&brand.charter),
            logo_takes_ink: brand.charter.logo.as_ref().is_some_and(|logo| logo.ink),
            logo_stamp: logo,
            template: template.clone(),
            title_family: fonts.title.family.clone(),
            text_family: fonts.text.family.clone(),
            sample: brand.sample,
        }
    }
}

/// The colours of its covers; those of its quotes where covers are on the plain ground.
fn tile(charter: &Charter) -> Tile {
    let mood = match charter.mood(Layout::Cover, 0) {
        Mood::Ground => Mood::Ink,
        mood => mood,
    };
    let palette = charter.colors.palette(mood);
    Tile { ground: palette.ground.to_string(), ink: palette.ink.to_string() }
}

fn swatches(colors: &charter::Colors) -> Vec<Swatch> {
    let card = |role: &Role| {
        let swatch = colors.swatch(*role);
        Swatch { role: role.name().to_owned(), name: swatch.name.clone(), value: swatch.value.to_string() }
    };
    Role::ALL.iter().map(card).collect()
}
