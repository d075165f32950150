use serde::{Deserialize, Serialize};

use super::{AssetKind, Frame, Standing, Tone};
use crate::{AssetId, CollectionId};

/// How long before its last day a file is spoken of: time to ask for more, or for another.
pub const SOON_DAYS: u16 = 30;

/// What is looked for in a library. Lists left empty ask for nothing; what is in one is said "or", the lists "and".
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct AssetQuery {
    /// Words, each of them or what begins so, in names, texts, subjects and credits.
    pub text: String,
    /// Kinds.
    pub kinds: Vec<AssetKind>,
    /// Ways to lie.
    pub frames: Vec<Frame>,
    /// What may be done with them.
    pub standings: Vec<Standing>,
    /// Colours they are made of.
    pub tones: Vec<Tone>,
    /// Subjects: all of these.
    pub tags: Vec<String>,
    /// Subjects: at least one of these.
    pub any_tags: Vec<String>,
    /// Subjects: none of these.
    pub without_tags: Vec<String>,
    /// Picked, or not.
    pub picked: Option<bool>,
    /// Used by a creation, or by none.
    pub used: Option<bool>,
    /// Those gathered there.
    pub collection: Option<CollectionId>,
    /// Whose rights have ended, or end within [`SOON_DAYS`].
    pub due: bool,
    /// Brought in since then, in milliseconds since 1970-01-01 UTC.
    #[cfg_attr(feature = "wire", ts(type = "number | null"))]
    pub imported_since: Option<i64>,
    /// Those that look like it.
    pub like: Option<AssetId>,
    /// Those in the trash, instead of the others.
    pub trashed: bool,
    /// Which come first.
    pub sort: AssetSort,
}

/// Which files come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum AssetSort {
    /// The last brought in.
    #[default]
    Newest,
    /// The first brought in.
    Oldest,
    /// By name.
    Name,
    /// The last taken.
    Taken,
    /// The best.
    Rating,
}
