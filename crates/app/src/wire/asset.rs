use planche_library::{Asset, Collection, Found, TagCount};
use planche_model::{
    AssetId, CollectionId,
    asset::{AssetChange, AssetKind, AssetQuery, Consent, Frame, Rights, Standing, Tone},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A file of the library, as a wall shows it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssetCard {
    /// Which.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: AssetKind,
    /// The extension files of its format bear, without a dot.
    pub format: String,
    /// In px, as it is shown; 0 when unknown.
    pub width: u32,
    /// In px, as it is shown; 0 when unknown.
    pub height: u32,
    /// The colour there is most of, as `#rrggbb`.
    pub color: Option<String>,
    /// What may be done with it today.
    pub standing: Standing,
    /// The last day it may be used, as ISO 8601.
    pub until: Option<String>,
    /// Whether there is a line to publish with it, or none is needed: its author is somebody else.
    pub credited: bool,
    /// Whether there are words that stand for it.
    pub described: bool,
    /// Whether it was picked from its like.
    pub picked: bool,
    /// From 0, not rated, to 5.
    pub rating: u8,
    /// The point that must stay in view, from the left, 0 to 1.
    pub focus_x: f64,
    /// The point that must stay in view, from the top, 0 to 1.
    pub focus_y: f64,
    /// How many creations show it.
    pub uses: u32,
    /// When it came in, in milliseconds since 1970.
    #[ts(type = "number")]
    pub created: i64,
    /// When it was put in the trash, in milliseconds since 1970, if it is there.
    #[ts(type = "number | null")]
    pub trashed: Option<i64>,
    /// Changes with its picture.
    pub stamp: String,
}

/// What is looked for on a wall.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FindAssets {
    /// Whose.
    pub brand: Uuid,
    /// What.
    pub query: AssetQuery,
    /// Where the stretch before it ended; the first when absent.
    pub after: Option<String>,
    /// At most how many.
    pub limit: u32,
}

/// A stretch of a wall.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AssetPage {
    /// The files, in order.
    pub assets: Vec<AssetCard>,
    /// What to ask the next stretch with; nothing when nothing follows.
    pub after: Option<String>,
    /// How many there are in all.
    #[ts(type = "number")]
    pub total: u64,
    /// The words looked for, when nothing was found of those that were typed.
    pub corrected: Option<String>,
}

/// What is counted beside a wall.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CountAssets {
    /// Whose.
    pub brand: Uuid,
    /// Under which query.
    pub query: AssetQuery,
}

/// How many files there are of each sort.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AssetFacets {
    /// In all, whatever is looked for.
    #[ts(type = "number")]
    pub all: u64,
    /// Picked.
    #[ts(type = "number")]
    pub picked: u64,
    /// Shown by no creation.
    #[ts(type = "number")]
    pub unused: u64,
    /// Whose rights have ended, or end soon.
    #[ts(type = "number")]
    pub due: u64,
    /// Brought in this month.
    #[ts(type = "number")]
    pub recent: u64,
    /// When this month began, in milliseconds since 1970: what to look for with.
    #[serde(rename = "recentSince")]
    #[ts(type = "number")]
    pub recent_since: i64,
    /// In the trash.
    #[ts(type = "number")]
    pub trashed: u64,
    /// What all weigh.
    #[ts(type = "number")]
    pub bytes: u64,
    /// By kind; only what there is.
    pub kinds: Vec<KindCount>,
    /// By the way they lie.
    pub frames: Vec<FrameCount>,
    /// By what may be done with them.
    pub standings: Vec<StandingCount>,
    /// By colour.
    pub tones: Vec<ToneCount>,
    /// By subject, the commonest first.
    pub tags: Vec<TagCard>,
    /// The brand's collections, by name.
    pub collections: Vec<CollectionCard>,
}

macro_rules! counts {
    ($($(#[$doc:meta])* $name:ident $field:ident: $of:ty),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
        pub struct $name {
            /// Which.
            pub $field: $of,
            /// How many.
            #[ts(type = "number")]
            pub count: u64,
        }
    )+};
}

counts! {
    /// How many files of a kind.
    KindCount kind: AssetKind,
    /// How many files that lie so.
    FrameCount frame: Frame,
    /// How many files that may be used so.
    StandingCount standing: Standing,
    /// How many files of a colour.
    ToneCount tone: Tone,
}

/// How many files have a subject.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TagCard {
    /// Which.
    pub tag: String,
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
}

/// Files gathered by a person, or by a query.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CollectionCard {
    /// Which.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// How many there are.
    #[ts(type = "number")]
    pub count: u64,
    /// What it gathers by itself; a person gathers the others.
    pub query: Option<AssetQuery>,
}

/// Everything about a file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AssetView {
    /// What a wall shows of it.
    pub card: AssetCard,
    /// What it weighs.
    #[ts(type = "number")]
    pub bytes: u64,
    /// When it was taken, as ISO 8601 by the clock of the camera.
    pub taken: Option<String>,
    /// What stands for it when it cannot be seen.
    pub alt: String,
    /// What the team should know.
    pub notes: String,
    /// Its subjects.
    pub tags: Vec<String>,
    /// Where it was gathered.
    pub collections: Vec<Uuid>,
    /// What is known of the right to use it.
    pub rights: Rights,
    /// The agreements of those who are shown in it.
    pub consents: Vec<Consent>,
    /// The creations that show it.
    pub uses: Vec<AssetUse>,
    /// Its colours as `#rrggbb`, the largest first.
    pub palette: Vec<String>,
    /// Those that look like it, the likest first.
    pub similar: Vec<AssetCard>,
}

/// A creation that shows a file.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct AssetUse {
    /// Which.
    pub document: Uuid,
    /// What it is called.
    pub title: String,
    /// The numbers of the pages that show it.
    pub pages: Vec<u32>,
    /// Its last change, in milliseconds since 1970.
    #[ts(type = "number")]
    pub changed: i64,
}

/// A command about a file.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OfAsset {
    /// Which.
    pub asset: Uuid,
}

/// A command about several files.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct OfAssets {
    /// Which.
    pub assets: Vec<Uuid>,
}

/// Something to say of files.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ChangeAssets {
    /// Which.
    pub assets: Vec<Uuid>,
    /// What.
    pub change: AssetChange,
}

/// A collection to make or to change.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SaveCollection {
    /// Whose.
    pub brand: Uuid,
    /// Which; a new one when absent.
    pub collection: Option<Uuid>,
    /// What it is called.
    pub name: String,
    /// What it gathers by itself.
    pub query: Option<AssetQuery>,
}

/// A command about a collection.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OfCollection {
    /// Which.
    pub collection: Uuid,
}

/// An agreement to keep.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SaveConsent {
    /// What it is for, beside what it was for.
    pub assets: Vec<Uuid>,
    /// The agreement; a new one when its id is all zeros. It names the file it had, or none.
    pub consent: Consent,
    /// The path of a signed document to keep with it, in place of the one it had.
    pub attach: Option<String>,
}

/// A command about an agreement.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OfConsent {
    /// Which.
    pub consent: Uuid,
}

/// A file to put in the place of another.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ReplaceAsset {
    /// Which goes.
    pub asset: Uuid,
    /// Which comes.
    pub by: Uuid,
}

/// Something of a brand's library changed.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct AssetsChanged {
    /// Whose.
    pub brand: Uuid,
}

impl AssetCard {
    /// The card of an asset on a day, ISO 8601.
    pub fn new(asset: &Asset, uses: u32, today: &str) -> Self {
        let Asset { file, description, .. } = asset;
        Self {
            id: asset.id.0,
            name: description.name.clone(),
            kind: file.kind,
            format: file.format.clone(),
            width: file.width,
            height: file.height,
            color: file.palette.first().map(ToString::to_string),
            standing: asset.standing_on(today),
            until: asset.ends.clone(),
            credited: !description.rights.lacks_credit(),
            described: !description.alt.is_empty(),
            picked: description.picked,
            rating: description.rating,
            focus_x: description.focus.x,
            focus_y: description.focus.y,
            uses,
            created: asset.created.0,
            trashed: asset.trashed.map(|moment| moment.0),
            stamp: file.blob.to_string()[..16].to_owned(),
        }
    }
}

impl AssetPage {
    /// A stretch, its cards made.
    pub fn new(found: Found, assets: Vec<AssetCard>) -> Self {
        Self { assets, after: found.after, total: found.total, corrected: found.corrected }
    }
}

impl From<TagCount> for TagCard {
    fn from(TagCount { tag, count }: TagCount) -> Self {
        Self { tag, count }
    }
}

impl From<Collection> for CollectionCard {
    fn from(collection: Collection) -> Self {
        let CollectionId(id) = collection.id;
        Self { id, name: collection.name, count: collection.count, query: collection.query }
    }
}

impl OfAssets {
    /// The ids as the library knows them.
    pub fn ids(&self) -> Vec<AssetId> {
        self.assets.iter().copied().map(AssetId).collect()
    }
}
