//! What a pack becomes in a library: a new brand, which shares no id with the one it was.

use std::collections::HashMap;

use planche_library::{
    Asset, Blobs, BrandFile, CharterVersion, Collection, LibraryError, Timestamp, Transaction, Waiver,
};
use planche_model::{
    AssetId, Brand, BrandId, Charter, CollectionId, ConsentId, DocumentId,
    asset::{AssetQuery, Consent, ConsentFile, Description},
};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

use super::{
    AssetSheet, BrandSheet, CollectionSheet, ConsentSheet, DocumentSheet, Pack, Refusal, VersionSheet, entries,
    prove::Proved,
};
use crate::{Host, said::line};

/// A brand on its way into a library, under its new ids.
pub(crate) struct Arrival {
    pub(crate) brand: Brand,
    now: Timestamp,
    past: Vec<(CharterVersion, Charter)>,
    draft: Option<Charter>,
    files: Vec<BrandFile>,
    collections: Vec<Collection>,
    assets: Vec<Asset>,
    consents: Vec<(Consent, Vec<AssetId>)>,
    documents: Vec<(DocumentId, DocumentSheet)>,
}

impl Pack {
    /// Keeps every file for good. What is there already is kept once.
    pub(crate) fn keep_blobs(&mut self, blobs: &Blobs) -> Result<(), Refusal> {
        for blob in entries::blobs(&self.brand, &self.content) {
            let mut incoming = blobs.receive()?;
            self.archive.stream(blob, |piece| Ok(incoming.add(piece)?))?;
            incoming.keep()?;
        }
        Ok(())
    }

    /// The brand that it becomes, called `name`.
    pub(crate) fn arrive(self, name: &str, proved: &Proved, host: &dyn Host) -> Arrival {
        let (brand, now) = (BrandId(host.id()), Timestamp(host.now()));
        let renamed = |charter: &Charter| Charter { name: name.to_owned(), ..charter.clone() };
        let called = self.name().to_owned();
        let charter = renamed(self.in_force());
        let ids = Ids::new(&self, host);
        let Self { brand: BrandSheet { versions, files, .. }, mut charters, draft, content, documents, .. } = self;
        charters.pop();
        charters.push(charter.clone());
        Arrival {
            brand: Brand { id: brand, charter, sample: false },
            now,
            past: versions.into_iter().map(version).zip(charters).collect(),
            draft: draft.map(|draft| if draft.name == called { renamed(&draft) } else { draft }),
            files: files.into_iter().map(|file| BrandFile { name: file.name, blob: file.blob.into() }).collect(),
            collections: content.collections.into_iter().map(|sheet| ids.collection(sheet, brand)).collect(),
            assets: content.assets.into_iter().map(|sheet| ids.asset(sheet, brand, proved)).collect(),
            consents: content.consents.into_iter().map(|sheet| ids.consent(sheet, host)).collect(),
            documents: documents.into_iter().map(|sheet| ids.document(sheet, host)).collect(),
        }
    }
}

impl Arrival {
    /// Writes its rows, whose blobs are kept already.
    pub(crate) fn settle(&self, transaction: &mut Transaction<'_>) -> Result<(), LibraryError> {
        let (id, now) = (self.brand.id, self.now);
        let mut brands = transaction.brands_mut();
        brands.insert_with_past(&self.brand, &self.past, now)?;
        brands.set_draft(id, self.draft.as_ref())?;
        self.files.iter().try_for_each(|file| brands.set_file(id, file))?;
        self.collections.iter().try_for_each(|collection| transaction.collections_mut().keep(collection, now))?;
        self.assets.iter().try_for_each(|asset| transaction.assets_mut().insert(asset).map(drop))?;
        self.consents.iter().try_for_each(|(consent, of)| transaction.assets_mut().keep_consent(id, consent, of))?;
        self.documents.iter().try_for_each(|(document, sheet)| self.settle_document(transaction, *document, sheet))
    }

    fn settle_document(
        &self,
        transaction: &mut Transaction<'_>,
        id: DocumentId,
        sheet: &DocumentSheet,
    ) -> Result<(), LibraryError> {
        let mut documents = transaction.documents_mut();
        documents.insert(&sheet.document(id, self.brand.id), self.now)?;
        for (waiver, at) in sheet.waivers.iter().zip(self.now.0..) {
            let waiver = Waiver { finding: waiver.finding.clone(), reason: waiver.reason.clone() };
            // They are told in the order of their dates.
            documents.waive(id, &waiver, Timestamp(at))?;
        }
        documents.set_dates(id, &sheet.dates())
    }
}

/// What the ids of a pack are in the library.
struct Ids {
    assets: HashMap<AssetId, AssetId>,
    collections: HashMap<CollectionId, CollectionId>,
}

impl Ids {
    fn new(pack: &Pack, host: &dyn Host) -> Self {
        let assets = pack.content.assets.iter().map(|sheet| (sheet.id, AssetId(host.id())));
        let collections = pack.content.collections.iter().map(|sheet| (sheet.id, CollectionId(host.id())));
        Self { assets: assets.collect(), collections: collections.collect() }
    }

    fn collection(&self, CollectionSheet { id, name, query }: CollectionSheet, brand: BrandId) -> Collection {
        let query = query.map(|query| self.query(query));
        Collection { id: self.collections[&id], brand, name: shown(&name), query, count: 0 }
    }

    /// What a collection gathers by itself; files that look like one that is not there are none.
    fn query(&self, query: AssetQuery) -> AssetQuery {
        let like = query.like.map(|id| self.assets.get(&id).copied().unwrap_or(AssetId(Uuid::nil())));
        AssetQuery { like, collection: None, trashed: false, ..query }
    }

    fn asset(&self, sheet: AssetSheet, brand: BrandId, proved: &Proved) -> Asset {
        let mut file = proved[&sheet.blob].clone();
        file.taken.clone_from(&sheet.taken);
        let (id, created, trashed) = (self.assets[&sheet.id], Timestamp(sheet.created), sheet.trashed.map(Timestamp));
        Asset { trashed, ..Asset::new(id, brand, file, self.description(sheet), created) }
    }

    fn description(&self, sheet: AssetSheet) -> Description {
        let AssetSheet { name, alt, notes, rating, picked, focus, aimed, rights, tags, collections, .. } = sheet;
        let tags = tags.iter().map(|tag| tag.nfc().collect()).collect();
        let collections = collections.iter().map(|id| self.collections[id]).collect();
        Description { name: shown(&name), alt, notes, rating, picked, focus, aimed, rights, tags, collections }
    }

    fn consent(&self, ConsentSheet { consent, assets }: ConsentSheet, host: &dyn Host) -> (Consent, Vec<AssetId>) {
        let file = consent.file.map(|file| ConsentFile { name: shown(&file.name), ..file });
        let assets = assets.iter().map(|id| self.assets[id]).collect();
        (Consent { id: ConsentId(host.id()), file, ..consent }, assets)
    }

    fn document(&self, sheet: DocumentSheet, host: &dyn Host) -> (DocumentId, DocumentSheet) {
        (DocumentId(host.id()), sheet.renamed(|id| self.assets.get(&id).copied()))
    }
}

fn version(VersionSheet { number, name, created }: VersionSheet) -> CharterVersion {
    CharterVersion { number, name, created: Timestamp(created) }
}

/// A name as it can be shown on a line: a stranger may have written it.
fn shown(name: &str) -> String {
    line(name).map_or_else(String::new, |name| name.nfc().collect())
}
