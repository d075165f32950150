use std::{
    path::Path,
    sync::{Arc, Mutex, atomic::AtomicBool},
};

use chrono::NaiveDate;
use planche_library::{Asset, Library, LibraryError};
use planche_model::{
    AssetId, BrandId, DocumentId, Edit, PageId, Patch,
    asset::{AssetKind, Description},
};

use super::{Studio, library::local, lock};
use crate::{
    Host,
    checks::Usable,
    import::{Import, Observer, Outcome},
    pictures::{About, PictureSource, read_file},
    wire::{DocumentDelta, Problem},
};

/// Pictures of the library: nodes call them `asset:<id>`.
pub(super) struct LibraryPhotos {
    pub library: Arc<Mutex<Library>>,
    pub host: Arc<dyn Host>,
}

impl PictureSource for LibraryPhotos {
    fn read(&self, source: &str) -> Result<Vec<u8>, Problem> {
        let missing = || Problem::new("missingFile").with("path", source);
        let path = {
            let library = lock(&self.library);
            let asset = library.assets().get(Asset::of_source(source).ok_or_else(missing)?)?.ok_or_else(missing)?;
            library.blobs().path(asset.file.blob)
        };
        read_file(&path)
    }

    fn about(&self, source: &str) -> About {
        match self.asset(source) {
            Some(asset) => About { usable: Some(self.usable(&asset)), name: asset.description.name },
            None => About { name: source.to_owned(), usable: None },
        }
    }
}

impl LibraryPhotos {
    fn asset(&self, source: &str) -> Option<Asset> {
        Asset::of_source(source).and_then(|id| lock(&self.library).assets().get(id).ok().flatten())
    }

    fn usable(&self, asset: &Asset) -> Usable {
        let today = local(&*self.host).date_naive();
        let last: Option<NaiveDate> = asset.ends.as_deref().and_then(|day| day.parse().ok());
        Usable {
            standing: asset.standing_on(&today.to_string()),
            until: asset.ends.clone(),
            days_left: last.map(|last| (last - today).num_days()),
        }
    }
}

impl Studio {
    /// Brings one file into a brand's library. The same file comes in once.
    pub(super) fn bring_in(&self, brand: BrandId, path: &Path) -> Result<AssetId, Problem> {
        let import =
            Import { library: &self.library, brand, chosen: vec![path.to_owned()], host: &*self.host, threads: 1 };
        let mut only = Only(None);
        import.run(&mut only, &AtomicBool::new(false))?;
        let asset = only.0.unwrap_or_else(|| Err(Problem::new("missingFile").with("path", path.display())))?;
        self.host.assets_changed(brand.0);
        Ok(asset)
    }

    /// Puts a picture of the library on pages, with its words and the point to keep in view, as one step.
    pub(super) fn show(&self, document: DocumentId, pages: &[PageId], id: AssetId) -> Result<DocumentDelta, Problem> {
        let asset = lock(&self.library).assets().get(id)?.ok_or(LibraryError::NoSuchAsset(id))?;
        if asset.file.kind != AssetKind::Photo {
            return Err(Problem::new("unknownPictureFormat").with("path", &asset.description.name));
        }
        self.change(document, |open| {
            let mut patch = Patch::default();
            for edit in pages.iter().flat_map(|page| showing(*page, &asset)) {
                patch = patch.then(open.document.apply(edit, &mut || self.host.id())?);
            }
            open.history.record(patch.clone(), None, self.host.now());
            Ok(patch)
        })
    }

    pub(super) fn brand_of(&self, document: DocumentId) -> Result<BrandId, Problem> {
        Ok(lock(&*self.opened(document)?).document.properties().brand)
    }
}

/// The edits that put a picture on a page.
fn showing(page: PageId, asset: &Asset) -> [Edit; 2] {
    let Description { alt, focus, .. } = &asset.description;
    let alt = Some(alt.clone()).filter(|alt| !alt.is_empty());
    [
        Edit::SetPicture { page, source: Asset::source(asset.id), alt },
        Edit::FocusPicture { page, x: focus.x, y: focus.y },
    ]
}

/// What became of the only file.
struct Only(Option<Result<AssetId, Problem>>);

impl Observer for Only {
    fn counted(&mut self, _: usize) {}

    fn seen(&mut self, outcome: &Outcome) {
        self.0 = Some(match outcome {
            Outcome::Imported(id, _) | Outcome::Merged(id) => Ok(*id),
            Outcome::Failed(problem) => Err(problem.clone()),
        });
    }

    // The file itself came.
    fn lacked(&mut self, _: &Problem) {}
}
