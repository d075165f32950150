use serde::{Deserialize, Serialize};

/// A word or a phrase that is not used, in any inflection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Term {
    /// What is not said, as a dictionary writes it.
    pub avoid: String,
    /// What is said in its place; may be empty.
    pub say: String,
    /// Why; may be empty.
    pub reason: String,
}

/// How many emoji, and which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Emoji {
    /// The most of them in a text; any number when absent.
    pub most: Option<u32>,
    /// The only ones; all are when there are none.
    pub only: Vec<String>,
    /// Never those.
    pub never: Vec<String>,
}

/// How spaces and punctuation are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Typography {
    /// As they are written.
    #[default]
    Any,
    /// As the Imprimerie nationale: narrow spaces before `; ! ?`, a no-break space before `:`, « » with spaces.
    French,
    /// French with ordinary no-break spaces everywhere, for typefaces without narrow ones.
    Wide,
    /// No space before high punctuation, “ ” as quotes.
    English,
}

/// Where capitals go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Capitals {
    /// Anywhere.
    #[default]
    Any,
    /// At the start of sentences and of names: no Title Case, no words in capitals but for acronyms.
    Sentence,
}

/// How people of any gender are addressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Inclusive {
    /// In any way.
    #[default]
    Any,
    /// Without median points, brackets or slashes: both words ("clientes et clients") or one that fits all.
    Spelled,
    /// With the median point ("client·es"), and not another sign.
    Point,
    /// The usual grammar, without any of this.
    None,
}
