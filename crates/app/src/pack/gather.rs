//! What the library says of a brand, as sheets.

use std::collections::{BTreeSet, HashMap, HashSet};

use planche_library::{Asset, Card, Collection, Library, LibraryError, Wall};
use planche_model::{
    AssetId, BrandId, Charter, Content, Document, PageId,
    asset::{AssetKind, AssetQuery, AssetSort, Consent, ContentHash},
};

use super::{
    AssetSheet, BrandSheet, CollectionSheet, ConsentSheet, ContentSheet, DocumentSheet, FileSheet, KIND, NodeSheet,
    PageSheet, PublishedSheet, VersionSheet, WaiverSheet,
};
use crate::wire::Problem;

/// How many files are read at once.
const STRETCH: usize = 1000;

/// All of a brand but the bytes of its files.
pub(crate) struct Gathered {
    pub brand: BrandSheet,
    /// In the order of the versions.
    pub charters: Vec<Charter>,
    pub draft: Option<Charter>,
    pub content: ContentSheet,
    pub documents: Vec<DocumentSheet>,
    /// What is told of the bytes that are films: they are read in pieces.
    pub films: HashSet<ContentHash>,
    /// What people call the bytes of each hash.
    pub names: HashMap<ContentHash, String>,
}

/// Reads a brand: its charters, and with its content all that is not in the trash. A file in the trash goes along, there,
/// when a document shows it.
///
/// # Errors
/// `notFound` when there is no such brand; `damagedDocument` names a document whose rows do not hold together.
pub(crate) fn gather(library: &Library, brand: BrandId, content: bool, today: &str) -> Result<Gathered, Problem> {
    library.brands().get(brand)?.ok_or_else(|| Problem::new("notFound"))?;
    let draft = library.brands().draft(brand)?;
    let (versions, charters) = versions(library, brand)?;
    let files = files(library, brand, charters.iter().chain(&draft))?;
    let mut gathered = Gathered {
        brand: sheet(content, versions, draft.is_some(), files),
        charters,
        draft,
        content: ContentSheet::default(),
        documents: Vec::new(),
        films: HashSet::new(),
        names: HashMap::new(),
    };
    if content {
        gathered.add_documents(library, brand)?;
        gathered.add_assets(library, brand, today)?;
        gathered.add_consents(library, brand)?;
    }
    gathered.name_blobs();
    Ok(gathered)
}

fn sheet(content: bool, versions: Vec<VersionSheet>, draft: bool, files: Vec<FileSheet>) -> BrandSheet {
    let (planche, studio) = (KIND.to_owned(), env!("CARGO_PKG_VERSION").to_owned());
    BrandSheet { planche, studio, content, versions, draft, files, documents: Vec::new() }
}

/// The charters that were in force, the oldest first.
fn versions(library: &Library, brand: BrandId) -> Result<(Vec<VersionSheet>, Vec<Charter>), Problem> {
    let (mut versions, mut charters) = (Vec::new(), Vec::new());
    for version in library.brands().versions(brand)?.into_iter().rev() {
        let number = version.number;
        charters.push(library.brands().charter(brand, number)?.ok_or_else(|| Problem::new("notFound"))?);
        versions.push(VersionSheet { number, name: version.name, created: version.created.0 });
    }
    Ok((versions, charters))
}

/// The files of a brand that one of these charters names.
fn files<'a>(
    library: &Library,
    brand: BrandId,
    charters: impl Iterator<Item = &'a Charter>,
) -> Result<Vec<FileSheet>, Problem> {
    let named: HashSet<&str> = charters.flat_map(Charter::files).collect();
    let files = library.brands().files(brand)?.into_iter().filter(|file| named.contains(file.name.as_str()));
    Ok(files.map(|file| FileSheet { name: file.name, blob: file.blob.into() }).collect())
}

impl Gathered {
    /// What the brand is called.
    pub(crate) fn name(&self) -> &str {
        self.charters.last().map_or("", |charter| &charter.name)
    }

    fn add_documents(&mut self, library: &Library, brand: BrandId) -> Result<(), Problem> {
        for card in library.documents().cards_of(brand)? {
            self.documents.push(document(library, &card)?);
        }
        self.documents.sort_by_key(|sheet| (sheet.created, sheet.id));
        self.brand.documents = self.documents.iter().map(|sheet| sheet.id).collect();
        Ok(())
    }

    fn add_assets(&mut self, library: &Library, brand: BrandId, today: &str) -> Result<(), Problem> {
        let shown: HashSet<AssetId> = self.documents.iter().flat_map(DocumentSheet::shown).collect();
        let kept = wall(library, brand, false, today)?;
        let trashed = wall(library, brand, true, today)?.into_iter().filter(|asset| shown.contains(&asset.id));
        for asset in kept.into_iter().chain(trashed) {
            if asset.file.kind == AssetKind::Video {
                self.films.insert(asset.file.blob.into());
            }
            self.content.assets.push(asset_sheet(asset));
        }
        let collections = library.collections().of(brand)?.into_iter();
        self.content.collections =
            collections.map(|Collection { id, name, query, .. }| CollectionSheet { id, name, query }).collect();
        self.forget_strangers();
        Ok(())
    }

    /// A picture of another brand stays there: not even what it is called goes along.
    fn forget_strangers(&mut self) {
        let own: BTreeSet<AssetId> = self.content.assets.iter().map(|asset| asset.id).collect();
        let documents = std::mem::take(&mut self.documents);
        let renamed = documents.into_iter().map(|sheet| sheet.renamed(|id| own.get(&id).copied()));
        self.documents = renamed.collect();
    }

    fn add_consents(&mut self, library: &Library, brand: BrandId) -> Result<(), Problem> {
        let own: HashSet<AssetId> = self.content.assets.iter().map(|asset| asset.id).collect();
        for consent in library.assets().consents_of(brand)? {
            let mut assets = library.assets().agreed(consent.id)?;
            assets.retain(|id| own.contains(id));
            self.content.consents.push(ConsentSheet { consent, assets });
        }
        Ok(())
    }

    fn name_blobs(&mut self) {
        let files = self.brand.files.iter().map(|file| (file.blob, &file.name));
        let assets = self.content.assets.iter().map(|asset| (asset.blob, &asset.name));
        let signed =
            self.content.consents.iter().filter_map(|ConsentSheet { consent: Consent { file, .. }, .. }| {
                file.as_ref().map(|file| (file.blob, &file.name))
            });
        self.names = files.chain(assets).chain(signed).map(|(blob, name)| (blob, name.clone())).collect();
    }
}

/// Every file of a brand in the order they came, in the trash or not.
fn wall(library: &Library, brand: BrandId, trashed: bool, today: &str) -> Result<Vec<Asset>, LibraryError> {
    let query = AssetQuery { sort: AssetSort::Oldest, trashed, ..AssetQuery::default() };
    let (mut assets, mut after) = (Vec::new(), None::<String>);
    loop {
        let wanted = Wall { brand, query: &query, after: after.as_deref(), limit: STRETCH, today };
        let found = library.assets().find(wanted)?;
        assets.extend(found.assets);
        after = found.after;
        if after.is_none() {
            return Ok(assets);
        }
    }
}

fn asset_sheet(Asset { id, file, created, description, trashed, .. }: Asset) -> AssetSheet {
    AssetSheet {
        id,
        blob: file.blob.into(),
        created: created.0,
        trashed: trashed.map(|at| at.0),
        taken: file.taken,
        name: description.name,
        alt: description.alt,
        notes: description.notes,
        rating: description.rating,
        picked: description.picked,
        focus: description.focus,
        aimed: description.aimed,
        rights: description.rights,
        tags: description.tags.into_iter().collect(),
        collections: description.collections.into_iter().collect(),
    }
}

fn document(library: &Library, card: &Card) -> Result<DocumentSheet, Problem> {
    let documents = library.documents();
    let (document, dates) = (documents.load(card.id)?.document, documents.dates(card.id)?);
    // Nobody could read it again.
    document.validate().map_err(|_| Problem::new("damagedDocument").with("title", &card.title))?;
    let waivers = documents.waivers(card.id)?.into_iter();
    let properties = document.properties().clone();
    Ok(DocumentSheet {
        id: card.id,
        created: dates.created.0,
        changed: dates.changed.0,
        published: dates.published.map(|(at, charter)| PublishedSheet { at: at.0, charter }),
        kind: properties.kind,
        title: properties.title,
        master: properties.master,
        formats: properties.formats,
        front_matter: properties.front_matter,
        pages: pages(&document),
        waivers: waivers.map(|waiver| WaiverSheet { finding: waiver.finding, reason: waiver.reason }).collect(),
    })
}

fn pages(document: &Document) -> Vec<PageSheet> {
    let pages = document.pages().into_iter();
    pages.map(|page| PageSheet { id: page.id, layout: page.layout, nodes: nodes(document, page.id) }).collect()
}

fn nodes(document: &Document, page: PageId) -> Vec<NodeSheet> {
    let sheet = |(id, content): (_, &Content)| NodeSheet { id, content: content.clone() };
    document.nodes(page).into_iter().map(|node| sheet((node.id, &node.content))).collect()
}
