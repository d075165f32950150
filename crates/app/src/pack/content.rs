use planche_model::{
    AssetId, CollectionId,
    asset::{AssetQuery, Consent, ContentHash, Rights},
    document::Focus,
};
use serde::{Deserialize, Serialize};

/// The files of a brand's library, and what gathers them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContentSheet {
    /// The files, in the order they came in.
    pub assets: Vec<AssetSheet>,
    /// The collections.
    pub collections: Vec<CollectionSheet>,
    /// The agreements.
    pub consents: Vec<ConsentSheet>,
}

/// A file: its bytes, and what people say of it. What it is, its size and its colours are read from its bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssetSheet {
    /// What documents call it here.
    pub id: AssetId,
    /// Its bytes.
    pub blob: ContentHash,
    /// When it came in, in milliseconds since 1970-01-01 UTC.
    pub created: i64,
    /// When it was put in the trash, if it is there: a document shows it.
    pub trashed: Option<i64>,
    /// When it was taken, by the clock of the camera.
    pub taken: Option<String>,
    /// What it is called.
    pub name: String,
    /// What stands for it when it cannot be seen.
    pub alt: String,
    /// What the team should know.
    pub notes: String,
    /// From 0, not rated, to 5.
    pub rating: u8,
    /// Whether it was picked from its like.
    pub picked: bool,
    /// The point that must stay in view.
    pub focus: Focus,
    /// Whether a person set that point.
    pub aimed: bool,
    /// What is known of the right to use it.
    pub rights: Rights,
    /// Its subjects.
    pub tags: Vec<String>,
    /// Where it was gathered.
    pub collections: Vec<CollectionId>,
}

/// A collection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CollectionSheet {
    /// What files call it here.
    pub id: CollectionId,
    /// What it is called.
    pub name: String,
    /// What it gathers by itself.
    pub query: Option<AssetQuery>,
}

/// An agreement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConsentSheet {
    /// Its words and its signed document.
    pub consent: Consent,
    /// The files it is for.
    pub assets: Vec<AssetId>,
}
