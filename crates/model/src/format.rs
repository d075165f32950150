use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};
use thiserror::Error;

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
    /// The file types the network takes.
    #[serde(default)]
    pub file_types: Vec<String>,
    /// What the network's own interface covers, in px.
    #[serde(default)]
    pub safe_area: Insets,
    /// When the facts were last checked, `YYYY-MM-DD`.
    pub verified: String,
    /// How sure they are: `high`, `medium` or `low`.
    #[serde(default)]
    pub confidence: String,
    /// Where they come from.
    #[serde(default)]
    pub source: Vec<String>,
}

/// Distances from the four edges, in the unit of what carries them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// Why a list of formats cannot be used.
#[derive(Debug, Error)]
pub enum FormatsError {
    /// The file is not the JSON it should be.
    #[error("the formats file is malformed: {0}")]
    Malformed(#[from] serde_json::Error),
    /// Two formats share a name.
    #[error("the format `{0}` is there twice")]
    Twice(FormatId),
}

#[derive(Deserialize)]
struct File {
    formats: Vec<Format>,
}

impl Formats {
    /// Reads the JSON of `assets/platforms/formats.json`.
    pub fn parse(json: &str) -> Result<Self, FormatsError> {
        let formats = serde_json::from_str::<File>(json)?.formats;
        let twice = (1..formats.len()).find(|&at| formats[..at].iter().any(|other| other.id == formats[at].id));
        match twice {
            Some(at) => Err(FormatsError::Twice(formats[at].id.clone())),
            None => Ok(Self(formats)),
        }
    }

    /// The format of that name.
    pub fn get(&self, id: &FormatId) -> Option<&Format> {
        self.0.iter().find(|format| format.id == *id)
    }

    /// All formats, in the order they are offered.
    pub fn iter(&self) -> impl Iterator<Item = &Format> {
        self.0.iter()
    }
}
