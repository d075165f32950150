use std::collections::HashMap;

use chrono::{DateTime, Datelike, Local, NaiveDate, NaiveTime, TimeZone};
use planche_library::{Asset, Facets, Library, LibraryError, Use, Wall};
use planche_model::{
    AssetId, BrandId,
    asset::{AssetKind, AssetQuery, Frame, Standing, Tone},
};
use std::hash::Hash;

use super::{Studio, lock};
use crate::{
    Host,
    wire::{
        AssetCard, AssetFacets, AssetPage, AssetUse, AssetView, CollectionCard, CountAssets, FindAssets, FrameCount,
        KindCount, OfAsset, Problem, StandingCount, ToneCount,
    },
};

/// No window asks for more at once.
const MOST: u32 = 1000;
/// How many pictures that look like one are told with it.
const SIMILAR: usize = 8;

impl Studio {
    /// A stretch of a brand's wall.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn find_assets(&self, wanted: FindAssets) -> Result<AssetPage, Problem> {
        let library = lock(&self.library);
        let found = library.assets().find(Wall {
            brand: BrandId(wanted.brand),
            query: &wanted.query,
            after: wanted.after.as_deref(),
            limit: wanted.limit.clamp(1, MOST) as usize,
            today: &self.today(),
        })?;
        let cards = self.asset_cards(&library, &found.assets)?;
        Ok(AssetPage::new(found, cards))
    }

    /// How many files of a brand there are of each sort.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn asset_facets(&self, wanted: CountAssets) -> Result<AssetFacets, Problem> {
        let brand = BrandId(wanted.brand);
        let library = lock(&self.library);
        let since = self.month_began();
        let facets = library.facets(brand, &wanted.query, &self.today(), since)?;
        let collections = library.collections().of(brand)?.into_iter();
        let collections =
            collections.map(|collection| self.counted(&library, collection.into(), brand)).collect::<Result<_, _>>()?;
        Ok(told(facets, since, collections))
    }

    /// Everything about a file.
    pub fn asset(&self, of: OfAsset) -> Result<AssetView, Problem> {
        let library = lock(&self.library);
        let assets = library.assets();
        let id = AssetId(of.asset);
        let asset = assets.get(id)?.ok_or(LibraryError::NoSuchAsset(id))?;
        let similar = assets.like(id, SIMILAR)?;
        let uses = assets.uses(id)?.iter().map(|used| asset_use(&library, used)).collect::<Result<_, _>>()?;
        Ok(AssetView {
            card: self.asset_card(&library, &asset)?,
            bytes: asset.file.bytes,
            taken: asset.file.taken,
            alt: asset.description.alt,
            notes: asset.description.notes,
            tags: asset.description.tags.into_iter().collect(),
            collections: asset.description.collections.iter().map(|collection| collection.0).collect(),
            rights: asset.description.rights,
            consents: assets.consents(id)?,
            uses,
            palette: asset.file.palette.iter().map(ToString::to_string).collect(),
            similar: self.asset_cards(&library, &similar)?,
        })
    }

    pub(super) fn asset_card(&self, library: &Library, asset: &Asset) -> Result<AssetCard, Problem> {
        Ok(AssetCard::new(asset, library.assets().use_count(asset.id)?, &self.today()))
    }

    pub(super) fn asset_cards(&self, library: &Library, assets: &[Asset]) -> Result<Vec<AssetCard>, Problem> {
        assets.iter().map(|asset| self.asset_card(library, asset)).collect()
    }

    /// The collection with how many files it has, by itself or gathered by a person.
    pub(super) fn counted(
        &self,
        library: &Library,
        card: CollectionCard,
        brand: BrandId,
    ) -> Result<CollectionCard, Problem> {
        let Some(query) = &card.query else { return Ok(card) };
        let wall = Wall { brand, query, after: None, limit: 1, today: &self.today() };
        Ok(CollectionCard { count: library.assets().find(wall)?.total, ..card })
    }

    /// The day where the person is, as ISO 8601.
    pub(super) fn today(&self) -> String {
        local(&*self.host).date_naive().to_string()
    }

    fn month_began(&self) -> i64 {
        let today = local(&*self.host).date_naive();
        let first = NaiveDate::from_ymd_opt(today.year(), today.month(), 1).unwrap_or(today);
        Local
            .from_local_datetime(&first.and_time(NaiveTime::MIN))
            .earliest()
            .map_or(0, |moment| moment.timestamp_millis())
    }
}

/// Now, where the person is.
pub(super) fn local(host: &dyn Host) -> DateTime<Local> {
    DateTime::from_timestamp_millis(host.now()).unwrap_or_default().with_timezone(&Local)
}

/// A creation and the numbers of its pages that show the file.
pub(super) fn asset_use(library: &Library, used: &Use) -> Result<AssetUse, Problem> {
    let document = library.documents().load(used.document)?.document;
    let numbers = used.pages.iter().filter_map(|page| document.position(*page)).map(|position| position.number as u32);
    let (document, title, changed) = (used.document.0, used.title.clone(), used.changed.0);
    Ok(AssetUse { document, title, pages: numbers.collect(), changed })
}

fn told(facets: Facets, recent_since: i64, collections: Vec<CollectionCard>) -> AssetFacets {
    let Facets { all, bytes, trashed, picked, unused, due, recent, kinds, frames, standings, tones, tags } = facets;
    AssetFacets {
        all,
        picked,
        unused,
        due,
        recent,
        recent_since,
        trashed,
        bytes,
        kinds: counts(&AssetKind::ALL, &kinds, |kind, count| KindCount { kind, count }),
        frames: counts(&Frame::ALL, &frames, |frame, count| FrameCount { frame, count }),
        standings: counts(&Standing::ALL, &standings, |standing, count| StandingCount { standing, count }),
        tones: counts(&Tone::ALL, &tones, |tone, count| ToneCount { tone, count }),
        tags: tags.into_iter().map(Into::into).collect(),
        collections,
    }
}

/// What there is of each, in the order people read it.
fn counts<T: Copy + Eq + Hash, C>(all: &[T], of: &HashMap<T, u64>, card: impl Fn(T, u64) -> C) -> Vec<C> {
    all.iter().filter_map(|each| of.get(each).map(|count| card(*each, *count))).collect()
}

/// What a query gathers in a collection of its own does not depend on where it was made.
pub(super) fn kept(query: AssetQuery) -> AssetQuery {
    AssetQuery { collection: None, trashed: false, ..query }
}
