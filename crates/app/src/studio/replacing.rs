use planche_model::{AssetId, PageId};

use super::{Studio, lock};
use crate::wire::{AssetUse, Problem, ReplaceAsset};

impl Studio {
    /// Shows another file wherever a file is shown, a step to undo in each creation; answers with the creations.
    pub fn replace_asset(&self, ReplaceAsset { asset, by }: ReplaceAsset) -> Result<Vec<AssetUse>, Problem> {
        let (uses, told) = {
            let library = lock(&self.library);
            (library.assets().uses(AssetId(asset))?, self.uses_of(&library, &[AssetId(asset)])?)
        };
        for used in uses {
            let pages: Vec<PageId> = used.pages;
            self.show(used.document, &pages, AssetId(by))?;
        }
        Ok(told)
    }
}
