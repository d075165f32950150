use planche_model::{DocumentId, asset::ContentHash};
use serde::{Deserialize, Serialize};

/// What there is of a brand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BrandSheet {
    /// The file's kind and version, as its first entry says.
    pub planche: String,
    /// The version of the studio that wrote it.
    pub studio: String,
    /// Whether its files and documents go along.
    pub content: bool,
    /// The charters that were in force, the oldest first: the last one still is.
    pub versions: Vec<VersionSheet>,
    /// Whether a charter is being worked on.
    pub draft: bool,
    /// The files that its charters name.
    pub files: Vec<FileSheet>,
    /// Its documents.
    pub documents: Vec<DocumentId>,
}

/// A charter that was put in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VersionSheet {
    /// Its number.
    pub number: u32,
    /// What a person calls it; may be empty.
    pub name: String,
    /// When it was put in force, in milliseconds since 1970-01-01 UTC.
    pub created: i64,
}

/// A file that a charter names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FileSheet {
    /// The name the charter gives it.
    pub name: String,
    /// Its bytes.
    pub blob: ContentHash,
}
