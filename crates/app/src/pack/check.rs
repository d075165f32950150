//! Whether what the sheets say holds together.

use std::{collections::HashSet, hash::Hash};

use planche_model::{AssetId, BrandId, Charter, CollectionId, asset::ContentHash, document::Focus};
use uuid::Uuid;

use super::{AssetSheet, BrandSheet, ContentSheet, DocumentSheet, KIND, Refusal, entries};

/// Charters are numbered from 1, upwards; there is one at least.
pub fn brand(brand: &BrandSheet) -> Result<(), Refusal> {
    let numbers: Vec<u32> = brand.versions.iter().map(|version| version.number).collect();
    let rises = numbers.is_sorted_by(|before, after| before < after);
    let holds = brand.planche == KIND
        && numbers.first().is_some_and(|first| *first > 0)
        && rises
        && each_once(&brand.documents)
        && (brand.content || brand.documents.is_empty());
    require(holds, entries::BRAND)
}

/// The charters that may be set in make sense, and every file there is is named by one. What was in force long ago may not
/// make sense any more: it is checked when somebody goes back to it.
pub fn charters(
    brand: &BrandSheet,
    charters: &[Charter],
    draft: Option<&Charter>,
    documents: &[DocumentSheet],
) -> Result<(), Refusal> {
    for charter in worn(brand, charters, documents).chain(draft) {
        let refused = |detail: String| Refusal::Charter { name: charter.name.clone(), detail };
        charter.check().map_err(|error| refused(error.to_string()))?;
    }
    let named: HashSet<&str> = charters.iter().chain(draft).flat_map(Charter::files).collect();
    let files = brand.files.iter().map(|file| file.name.as_str());
    require(each_once(files.clone()) && files.clone().all(|file| named.contains(file)), entries::BRAND)
}

/// The charters that pages are set in: the one in force, and those that published documents keep.
pub fn worn<'a>(
    brand: &BrandSheet,
    charters: &'a [Charter],
    documents: &[DocumentSheet],
) -> impl Iterator<Item = &'a Charter> {
    let kept: HashSet<u32> = documents.iter().filter_map(|sheet| Some(sheet.published?.charter)).collect();
    let last = charters.len().saturating_sub(1);
    let is_worn = move |at: usize, number: u32| at == last || kept.contains(&number);
    let worn: Vec<bool> = brand.versions.iter().enumerate().map(|(at, version)| is_worn(at, version.number)).collect();
    charters.iter().zip(worn).filter_map(|(charter, is_worn)| is_worn.then_some(charter))
}

/// Files, collections and agreements are there once, and name only what is there.
pub fn content(content: &ContentSheet) -> Result<(), Refusal> {
    let ContentSheet { assets, collections, consents } = content;
    let known: HashSet<AssetId> = assets.iter().map(|asset| asset.id).collect();
    let gathering: HashSet<CollectionId> = collections.iter().map(|collection| collection.id).collect();
    let agree = |of: &[AssetId]| each_once(of) && of.iter().all(|id| known.contains(id));
    let holds = each_once(assets.iter().map(|asset| asset.id))
        && each_once(assets.iter().map(|asset| asset.blob))
        && assets.iter().all(|asset| is_sound(asset, &gathering))
        && each_once(collections.iter().map(|collection| collection.id))
        && each_once(consents.iter().map(|sheet| sheet.consent.id))
        && consents.iter().all(|sheet| agree(&sheet.assets));
    require(holds, entries::CONTENT)
}

fn is_sound(asset: &AssetSheet, gathering: &HashSet<CollectionId>) -> bool {
    let AssetSheet { rating, focus, collections, .. } = asset;
    *rating <= 5 && Focus::new(focus.x, focus.y).is_some() && collections.iter().all(|id| gathering.contains(id))
}

/// Documents are what they may be, and keep charters that there are.
pub fn documents(brand: &BrandSheet, documents: &[DocumentSheet]) -> Result<(), Refusal> {
    let numbers: HashSet<u32> = brand.versions.iter().map(|version| version.number).collect();
    brand.documents.iter().zip(documents).try_for_each(|(id, sheet)| {
        let keeps = sheet.published.is_none_or(|published| numbers.contains(&published.charter));
        let pages = each_once(sheet.pages.iter().map(|page| page.id));
        let nodes = each_once(sheet.pages.iter().flat_map(|page| &page.nodes).map(|node| node.id));
        let is_one = sheet.document(sheet.id, BrandId(Uuid::nil())).validate().is_ok();
        let waivers = each_once(sheet.waivers.iter().map(|waiver| &waiver.finding));
        require(sheet.id == *id && keeps && pages && nodes && waivers && is_one, &entries::document(*id))
    })
}

fn require(holds: bool, entry: &str) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(Refusal::damaged(entry)) }
}

fn each_once<T: Eq + Hash>(all: impl IntoIterator<Item = T>) -> bool {
    let mut seen = HashSet::new();
    all.into_iter().all(|each| seen.insert(each))
}

/// The bytes of signed documents.
pub fn signed(content: &ContentSheet) -> impl Iterator<Item = ContentHash> {
    content.consents.iter().filter_map(|sheet| sheet.consent.file.as_ref()).map(|file| file.blob)
}
