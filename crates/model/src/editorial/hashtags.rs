use serde::{Deserialize, Serialize};

/// How many hashtags, and which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Hashtags {
    /// The most of them in a caption; any number when absent.
    pub most: Option<u32>,
    /// By purpose.
    pub sets: Vec<HashtagSet>,
    /// Never those, without `#`.
    pub never: Vec<String>,
    /// Whether only those of the sets are used.
    pub closed: bool,
    /// Whether those of several words show where each begins (`#CuissonAuFeu`): screen readers need it.
    pub camel: bool,
}

/// Hashtags that go together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct HashtagSet {
    /// What they are for.
    pub name: String,
    /// Without `#`, in the order they are written.
    pub tags: Vec<String>,
    /// Whether every caption has them.
    pub always: bool,
}
