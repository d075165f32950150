use planche_model::Edit;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

use super::{ExportAs, ExportChoice};

/// A command that needs nothing.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[ts(type = "Record<string, never>")]
pub struct Nothing {}

/// A command about a brand.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OfBrand {
    /// Which.
    pub brand: Uuid,
}

/// A command about a document.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OfDocument {
    /// Which.
    pub document: Uuid,
}

/// A command about a job.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OfJob {
    /// Which.
    pub job: Uuid,
}

/// A document to make.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct NewDocument {
    /// Whose.
    pub brand: Uuid,
    /// What it is called.
    pub title: String,
    /// What it says; a cover with the title when absent.
    pub outline: Option<String>,
}

/// An edit of a document.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EditDocument {
    /// Which.
    pub document: Uuid,
    /// What to change.
    pub edit: Edit,
}

/// A picture to put on a page.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetPicture {
    /// The document.
    pub document: Uuid,
    /// The page.
    pub page: Uuid,
    /// The file, which is copied into the library.
    pub path: Option<String>,
    /// A file of the library, in its place.
    pub asset: Option<Uuid>,
}

/// Files to write.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct StartExport {
    /// The document.
    pub document: Uuid,
    /// The formats and their pages.
    pub choices: Vec<ExportChoice>,
    /// What image formats are written as.
    #[serde(rename = "as")]
    pub file_type: ExportAs,
    /// Where they go.
    pub folder: String,
}
