use std::collections::BTreeMap;

use planche_model::{Format, Layout, Shape, charter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::BrandCard;

/// Everything the window knows before a document is opened.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Studio {
    /// The brands, in the order of their names.
    pub brands: Vec<BrandCard>,
    /// The formats, in the order they are offered.
    pub formats: Vec<FormatCard>,
    /// The layouts, in the order they are offered.
    pub layouts: Vec<Layout>,
    /// The families of templates, in the order of their names.
    pub templates: Vec<String>,
    /// The pairs of typefaces offered for a new brand.
    pub font_pairs: Vec<FontPair>,
    /// The families of typefaces a charter may name, in the order they are offered. All are free to use (OFL 1.1):
    /// `planche://…/typeface/<their place in this list>` gives their letters.
    pub typefaces: Vec<String>,
    /// What the person prefers.
    pub preferences: Preferences,
    /// The program's version.
    pub version: String,
    /// Where files go unless the person says otherwise.
    pub export_folder: String,
    /// Whether the library can only be looked at: a newer studio made it.
    pub read_only: bool,
}

/// What the person prefers.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// Light, dark, or as the machine says.
    pub theme: Theme,
    /// The window's language; as the machine says when absent.
    pub language: Option<Language>,
    /// The brand that was open last.
    pub brand: Option<Uuid>,
    /// The widths of panels, by name, in px.
    pub panels: BTreeMap<String, f64>,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the machine says.
    #[default]
    System,
    /// A light table.
    Light,
    /// A darkroom.
    Dark,
}

/// A language of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
}

/// A format, as the window shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormatCard {
    /// Its name, for example `ig_story`.
    pub id: String,
    /// The network.
    pub platform: String,
    /// Its full name by language.
    pub name: BTreeMap<String, String>,
    /// Its short name by language.
    pub short: BTreeMap<String, String>,
    /// In px.
    pub size: Size,
    /// As people say it, for example `4:5`.
    pub aspect: String,
    /// Whether all pages become one PDF.
    pub is_document: bool,
    /// How many pages the network takes.
    pub max_pages: Option<u32>,
    /// What the network's interface covers, in px.
    pub safe_area: Insets,
    /// What it shows in other places.
    pub crops: Vec<Crop>,
    /// When it was last checked.
    pub verified: String,
}

/// A size in px.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Size {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
}

/// Distances from the edges in px.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Insets {
    /// From the top.
    pub top: u32,
    /// From the right.
    pub right: u32,
    /// From the bottom.
    pub bottom: u32,
    /// From the left.
    pub left: u32,
}

/// The part of a format that the network shows in another place.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Crop {
    /// The place, for example `profile-grid`.
    pub name: String,
    /// What stays visible, in px.
    pub area: Shape,
}

/// Two typefaces that go together.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FontPair {
    /// Its name.
    pub id: String,
    /// The family for titles.
    pub title: String,
    /// The family for text.
    pub text: String,
}

/// The examples, just installed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Sample {
    /// The studio with them.
    pub studio: Studio,
    /// The creation to open first.
    pub document: Uuid,
}

impl From<&Format> for FormatCard {
    fn from(format: &Format) -> Self {
        let planche_model::Insets { top, right, bottom, left } = format.safe_area;
        Self {
            id: format.id.to_string(),
            platform: format.platform.clone(),
            name: format.name.clone(),
            short: format.short.clone(),
            size: Size { width: format.width, height: format.height },
            aspect: format.aspect.clone(),
            is_document: format.document,
            max_pages: format.max_pages,
            safe_area: Insets { top, right, bottom, left },
            crops: format.crops.iter().map(|crop| Crop { name: crop.name.clone(), area: crop.shape }).collect(),
            verified: format.verified.clone(),
        }
    }
}

impl From<&charter::FontPair> for FontPair {
    fn from(pair: &charter::FontPair) -> Self {
        Self { id: pair.id.clone(), title: pair.title.family.clone(), text: pair.text.family.clone() }
    }
}
