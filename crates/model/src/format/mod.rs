//! Where visuals are published: sizes, what the network covers and cuts, what its files may be.
//!
//! The list is data, dated and sourced (`assets/platforms/README.md`); a person's own file may correct an entry or add
//! one. Nothing that does not hold together gets past [`Formats::parse`].

mod crop;
mod error;
mod parse;

mod check;

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

pub use crop::{Crop, Shape};
pub use error::{FormatFault, FormatsError};

/// A format's name, for example `ig_story`. Stable: it is stored and typed on the command line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct FormatId(pub String);

impl fmt::Display for FormatId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl From<&str> for FormatId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

/// One place where a visual is published: a size and the rules that come with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Format {
    /// Which format this is.
    pub id: FormatId,
    /// The network, for example `instagram`.
    pub platform: String,
    /// Its full name by language.
    pub name: BTreeMap<String, String>,
    /// Its name where there is little room, by language.
    pub short: BTreeMap<String, String>,
    /// Width in px.
    pub width: u32,
    /// Height in px.
    pub height: u32,
    /// Its proportions as people say them, for example `4:5`.
    pub aspect: String,
    /// Whether all pages become one PDF.
    #[serde(default)]
    pub document: bool,
    /// How many pages the network takes at most; `None` where it states no limit.
    #[serde(default)]
    pub max_pages: Option<u32>,
    /// How many bytes a file may weigh; `None` where the network states no limit.
    #[serde(default)]
    pub max_bytes: Option<u64>,
    /// The file types the network takes, the preferred one first; none stated when empty.
    #[serde(default)]
    pub file_types: Vec<FileType>,
    /// What the network's own interface covers, in px.
    #[serde(default)]
    pub safe_area: Insets,
    /// What the network shows of it elsewhere: in a grid, in a circle, on a telephone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub crops: Vec<Crop>,
    /// When the facts were last checked, `YYYY-MM-DD`.
    pub verified: String,
    /// How sure they are.
    #[serde(default)]
    pub confidence: Confidence,
    /// Where they come from.
    #[serde(default)]
    pub source: Vec<String>,
}

/// A type of file that a network takes and that the studio writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileType {
    /// Lossless.
    Png,
    /// Small.
    Jpeg,
    /// Lossless and smaller.
    Webp,
    /// Pages in one file.
    Pdf,
}

/// How sure a figure is. What a network documents may stop a piece; the rest only asks for a look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// One guide, or nothing said of it.
    #[default]
    Low,
    /// Several sources that agree.
    Medium,
    /// The network's documentation or source code.
    High,
}

/// Distances from the four edges, in the unit of what carries them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Insets {
    /// From the top edge.
    pub top: u32,
    /// From the right edge.
    pub right: u32,
    /// From the bottom edge.
    pub bottom: u32,
    /// From the left edge.
    pub left: u32,
}

/// Every format the studio knows, in the order it offers them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formats(Vec<Format>);

impl Formats {
    /// The format of that name.
    pub fn get(&self, id: &FormatId) -> Option<&Format> {
        self.0.iter().find(|format| format.id == *id)
    }

    /// All formats, in the order they are offered.
    pub fn iter(&self) -> impl Iterator<Item = &Format> {
        self.0.iter()
    }
}

impl fmt::Display for FileType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        })
    }
}
