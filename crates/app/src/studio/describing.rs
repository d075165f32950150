use planche_library::{Asset, Assets, Library, LibraryError};
use planche_model::{
    AssetId, BrandId, CollectionId,
    asset::{AssetChange, Description},
};
use unicode_normalization::UnicodeNormalization;

use super::{
    Studio,
    agreeing::Agreed,
    library::{asset_use, kept},
    lock,
};
use crate::{
    import,
    wire::{
        AssetCard, AssetUse, ChangeAssets, CollectionCard, Nothing, OfAssets, OfCollection, Problem, SaveCollection,
    },
};

/// How many changes of files can be undone.
const STEPS: usize = 100;

/// What a change replaced, to put it back.
pub(super) enum Before {
    /// What files said.
    Described(Said),
    /// A person's agreement.
    Agreed(Box<Agreed>),
}

/// What files say, each.
type Said = Vec<(AssetId, Description)>;

impl Studio {
    /// Says something of files: of all of them or of none.
    pub fn change_assets(&self, wanted: ChangeAssets) -> Result<Vec<AssetCard>, Problem> {
        let change = composed(wanted.change);
        let ids: Vec<AssetId> = wanted.assets.into_iter().map(AssetId).collect();
        let blobs = lock(&self.library).blobs().clone();
        let (before, cards) = self.describe(&ids, |asset| {
            let mut description = asset.description.clone();
            change.apply(&mut description);
            if change == AssetChange::FindFocus {
                description.focus = import::focus(&blobs, &asset.file);
            }
            description
        })?;
        self.remember(Before::Described(before));
        Ok(cards)
    }

    /// Undoes the last change of files since the studio was opened; nothing when there is none.
    pub fn undo_assets(&self, _: Nothing) -> Result<Vec<AssetCard>, Problem> {
        // Not in the arms: the lock would be held in them.
        let before = lock(&self.described).pop();
        match before {
            Some(Before::Described(said)) => self.say_again(&said),
            Some(Before::Agreed(agreed)) => self.disagree(&agreed),
            None => Ok(Vec::new()),
        }
    }

    fn say_again(&self, before: &Said) -> Result<Vec<AssetCard>, Problem> {
        let ids: Vec<AssetId> = before.iter().map(|(id, _)| *id).collect();
        let said =
            |asset: &Asset| before.iter().find(|(id, _)| *id == asset.id).map(|(_, description)| description.clone());
        self.describe(&ids, |asset| said(asset).unwrap_or_else(|| asset.description.clone())).map(|(_, cards)| cards)
    }

    /// Puts files in the trash for thirty days.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn trash_assets(&self, of: OfAssets) -> Result<(), Problem> {
        let now = self.now();
        self.transact(|transaction| of.ids().into_iter().try_for_each(|id| transaction.assets_mut().trash(id, now)))
    }

    /// Takes files out of the trash.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn restore_assets(&self, of: OfAssets) -> Result<(), Problem> {
        self.transact(|transaction| of.ids().into_iter().try_for_each(|id| transaction.assets_mut().restore(id)))
    }

    /// Makes or changes a collection.
    pub fn save_collection(&self, wanted: SaveCollection) -> Result<CollectionCard, Problem> {
        let name: String = wanted.name.trim().nfc().collect();
        if name.is_empty() {
            return Err(Problem::new("emptyName"));
        }
        let id = CollectionId(wanted.collection.unwrap_or_else(|| self.host.id()));
        let brand = BrandId(wanted.brand);
        let query = wanted.query.map(kept);
        let collection = planche_library::Collection { id, brand, name, query, count: 0 };
        let now = self.now();
        self.transact(|transaction| transaction.collections_mut().keep(&collection, now))?;
        let library = lock(&self.library);
        let collection = library.collections().get(id)?.ok_or(LibraryError::NoSuchCollection(id))?;
        self.counted(&library, collection.into(), brand)
    }

    /// Forgets a collection; its files stay.
    pub fn delete_collection(&self, of: OfCollection) -> Result<(), Problem> {
        self.transact(|transaction| transaction.collections_mut().remove(CollectionId(of.collection)))
    }

    /// The creations that show one of these files, each once.
    pub(super) fn uses_of(&self, library: &Library, assets: &[AssetId]) -> Result<Vec<AssetUse>, Problem> {
        let mut uses: Vec<AssetUse> = Vec::new();
        for id in assets {
            for used in library.assets().uses(*id)? {
                let used = asset_use(library, &used)?;
                match uses.iter_mut().find(|known| known.document == used.document) {
                    Some(known) => known.pages.extend(used.pages),
                    None => uses.push(used),
                }
            }
        }
        uses.iter_mut().for_each(|used| {
            used.pages.sort_unstable();
            used.pages.dedup();
        });
        Ok(uses)
    }

    /// Keeps what a change replaced; the oldest is forgotten.
    pub(super) fn remember(&self, before: Before) {
        let mut steps = lock(&self.described);
        steps.push(before);
        let gone = steps.len().saturating_sub(STEPS);
        steps.drain(..gone);
    }

    pub(super) fn cards_of(&self, ids: &[AssetId]) -> Result<Vec<AssetCard>, Problem> {
        let library = lock(&self.library);
        let assets = read(&library.assets(), ids)?;
        self.asset_cards(&library, &assets)
    }

    /// Says of files what `say` makes of each; answers with what they said before and what they are now.
    fn describe(
        &self,
        ids: &[AssetId],
        say: impl Fn(&Asset) -> Description,
    ) -> Result<(Said, Vec<AssetCard>), Problem> {
        let before = self.transact(|transaction| {
            let before = read(&transaction.assets(), ids)?;
            before.iter().try_for_each(|asset| transaction.assets_mut().describe(asset.id, &say(asset)))?;
            Ok(before)
        })?;
        let cards = self.cards_of(ids)?;
        Ok((before.into_iter().map(|asset| (asset.id, asset.description)).collect(), cards))
    }
}

fn read(assets: &Assets<'_>, ids: &[AssetId]) -> Result<Vec<Asset>, LibraryError> {
    ids.iter().map(|id| assets.get(*id)?.ok_or(LibraryError::NoSuchAsset(*id))).collect()
}

/// The words of a change, composed: accents are found however they were typed.
fn composed(change: AssetChange) -> AssetChange {
    let nfc = |text: String| text.nfc().collect();
    match change {
        AssetChange::Rename { name } => AssetChange::Rename { name: nfc(name) },
        AssetChange::Tag { tag } => AssetChange::Tag { tag: nfc(tag) },
        AssetChange::Untag { tag } => AssetChange::Untag { tag: nfc(tag) },
        other => other,
    }
}
