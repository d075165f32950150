//! What the entries of a pack are called.

use planche_model::{DocumentId, asset::ContentHash};

use super::{BrandSheet, ContentSheet, MARKER};

pub const BRAND: &str = "brand.json";
pub const CONTENT: &str = "assets.json";
pub const DRAFT: &str = "charters/draft.json";

pub fn charter(number: u32) -> String {
    format!("charters/{number}.json")
}

pub fn document(id: DocumentId) -> String {
    format!("documents/{id}.json")
}

pub fn blob(hash: ContentHash) -> String {
    format!("blobs/{hash}")
}

/// The bytes that a brand names, each once, in the order they are written.
pub fn blobs(brand: &BrandSheet, content: &ContentSheet) -> Vec<ContentHash> {
    let signed = content.consents.iter().filter_map(|sheet| sheet.consent.file.as_ref()).map(|file| file.blob);
    let all = brand.files.iter().map(|file| file.blob).chain(content.assets.iter().map(|asset| asset.blob));
    let mut blobs: Vec<ContentHash> = all.chain(signed).collect();
    blobs.sort_unstable_by_key(|blob| blob.0);
    blobs.dedup();
    blobs
}

/// Every entry of a pack that says this, the blobs apart.
pub fn sheets(brand: &BrandSheet) -> Vec<String> {
    let fixed = [MARKER, BRAND].map(str::to_owned);
    let charters = brand.versions.iter().map(|version| charter(version.number));
    let draft = brand.draft.then(|| DRAFT.to_owned());
    let content = brand.content.then(|| CONTENT.to_owned());
    let documents = brand.documents.iter().map(|id| document(*id));
    fixed.into_iter().chain(charters).chain(draft).chain(content).chain(documents).collect()
}
