use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::charter::Role;

/// The ligne éditoriale: what a brand writes about, for whom, to what end and how often.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Line {
    /// What it is about.
    pub pillars: Vec<Pillar>,
    /// To what end.
    pub objectives: Vec<Objective>,
    /// For whom.
    pub personas: Vec<Persona>,
    /// Publications a week, by the `platform` of the formats.
    pub cadence: BTreeMap<String, f32>,
}

/// A subject a brand comes back to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Pillar {
    /// Its name.
    pub name: String,
    /// What belongs to it.
    pub about: String,
    /// The colour it is shown in.
    pub color: Role,
    /// Its share of the publications, in percent.
    pub share: u32,
}

/// What publishing is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Objective {
    /// What should come of it.
    pub name: String,
    /// The figures that tell whether it does.
    pub indicators: Vec<String>,
}

/// Somebody the brand writes for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Persona {
    /// A name to remember them by.
    pub name: String,
    /// Who they are, and what they look for.
    pub about: String,
}
