use serde::{Deserialize, Serialize};

/// Tu or vous, and where neither counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Register {
    /// How the brand addresses people.
    pub address: Address,
    /// Phrases that may say otherwise: the title of a song, a motto.
    pub exceptions: Vec<String>,
}

/// How people are addressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Address {
    /// Nobody said: either will do, but not both in one text.
    #[default]
    Any,
    /// Tutoiement.
    Tu,
    /// Vouvoiement.
    Vous,
    /// Neither: infinitives, "on", "nous".
    Neutral,
}

/// How a brand sounds: for people to read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Voice {
    /// In one sentence.
    pub statement: String,
    /// Between two poles each.
    pub axes: Vec<Axis>,
    /// The same thing said as the brand would, and as it would not.
    pub examples: Vec<Example>,
}

/// A place between two poles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Axis {
    /// The pole at 0, for example "Sobre".
    pub from: String,
    /// The pole at 1, for example "Joueur".
    pub to: String,
    /// Where the brand is, 0 to 1.
    pub at: f32,
}

/// The same thing, said well and badly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Example {
    /// As the brand says it.
    pub say: String,
    /// As it does not.
    pub avoid: String,
}
