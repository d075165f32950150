use std::path::{Path, PathBuf};

use planche_library::{Blobs, Library, LibraryError, files};
use planche_model::{
    AssetId, BrandId, ConsentId,
    asset::{Consent, ConsentFile},
};
use uuid::Uuid;

use super::{Studio, describing::Before, lock};
use crate::{
    consent_file,
    wire::{AssetCard, AssetUse, OfConsent, Problem, SaveConsent},
};

/// Where copies of signed documents are looked at, in the library's folder: what is changed there changes nothing.
const SHOWN: &str = "shown";

/// The extensions of what only shows something. Anything else may be a program, and files that strangers wrote bring
/// their agreements along: those are shown in their folder, not opened.
const SHOWS: [&str; 12] = ["pdf", "jpg", "jpeg", "png", "webp", "heic", "heif", "avif", "tif", "tiff", "gif", "bmp"];

/// An agreement as it was, and what it was for.
pub(super) struct Agreed {
    id: ConsentId,
    brand: BrandId,
    /// Nothing when there was none yet.
    was: Option<(Consent, Vec<AssetId>)>,
}

impl Studio {
    /// Keeps a person's agreement, what it is for, and its signed document.
    pub fn save_consent(&self, SaveConsent { assets, consent, attach }: SaveConsent) -> Result<Consent, Problem> {
        if consent.person.trim().is_empty() {
            return Err(Problem::new("emptyName"));
        }
        let ids: Vec<AssetId> = assets.into_iter().map(AssetId).collect();
        let id = if consent.id.0 == Uuid::nil() { ConsentId(self.host.id()) } else { consent.id };
        let before = self.agreed(id, &ids)?;
        let file = match attach {
            Some(path) => Some(consent_file::take(Path::new(&path), &self.blobs())?),
            None => consent.file.as_ref().map(|file| before.had(file)).transpose()?,
        };
        let consent = Consent { id, file, ..consent };
        self.agree(before, &consent, &ids)?;
        Ok(consent)
    }

    /// A person does not agree any more: every creation that shows one of their pictures.
    pub fn withdraw_consent(&self, of: OfConsent) -> Result<Vec<AssetUse>, Problem> {
        let (consent, before) = self.known(ConsentId(of.consent))?;
        let consent = Consent { withdrawn: self.today().parse().ok(), ..consent };
        self.agree(before, &consent, &[])?;
        let library = lock(&self.library);
        self.uses_of(&library, &library.assets().agreed(consent.id)?)
    }

    /// Shows the signed document of an agreement in the program that is for it, or a copy of it in its folder.
    pub fn open_consent_file(&self, of: OfConsent) -> Result<(), Problem> {
        let (consent, _) = self.known(ConsentId(of.consent))?;
        let file = consent.file.ok_or_else(|| Problem::new("notFound"))?;
        let folder = self.passing_folder(SHOWN)?;
        let copy = consent_file::put(&file, &folder, &self.blobs())?;
        self.host.open(if only_shows(&copy) { &copy } else { &folder })
    }

    /// Removes the copies of signed documents that were looked at.
    pub(super) fn sweep_shown(&self) -> Result<(), Problem> {
        let Ok(folder) = self.passing_folder(SHOWN) else { return Ok(()) };
        let shown: Vec<PathBuf> = files::list(&folder).unwrap_or_default();
        Ok(shown.iter().try_for_each(|path| files::remove(path))?)
    }

    /// Makes an agreement what it was; answers with the files it is or was for.
    pub(super) fn disagree(&self, Agreed { id, brand, was }: &Agreed) -> Result<Vec<AssetCard>, Problem> {
        if let Some(file) = was.as_ref().and_then(|(consent, _)| consent.file.as_ref()) {
            self.require_bytes(file)?;
        }
        let mut touched = lock(&self.library).assets().agreed(*id)?;
        self.transact(|transaction| {
            transaction.assets_mut().remove_consent(*id)?;
            let Some((consent, of)) = was else { return Ok(()) };
            transaction.assets_mut().keep_consent(*brand, consent, of)
        })?;
        touched.extend(was.iter().flat_map(|(_, of)| of).copied());
        touched.sort_unstable();
        touched.dedup();
        self.cards_of(&touched)
    }

    /// Nothing names the bytes of a document that was taken away: after a day they may be swept.
    fn require_bytes(&self, file: &ConsentFile) -> Result<(), Problem> {
        let path = self.blobs().path(file.blob.into());
        files::stamp(&path).map(drop).ok_or_else(|| consent_file::missing(file))
    }

    fn agree(&self, before: Agreed, consent: &Consent, of: &[AssetId]) -> Result<(), Problem> {
        self.transact(|transaction| transaction.assets_mut().keep_consent(before.brand, consent, of))?;
        self.remember(Before::Agreed(Box::new(before)));
        Ok(())
    }

    fn known(&self, id: ConsentId) -> Result<(Consent, Agreed), Problem> {
        let before = self.agreed(id, &[])?;
        let consent = before.was.as_ref().map(|(consent, _)| consent.clone());
        consent.map(|consent| (consent, before)).ok_or_else(|| Problem::new("notFound"))
    }

    /// The agreement as it is; a new one is of the brand of the first file it is for.
    fn agreed(&self, id: ConsentId, of: &[AssetId]) -> Result<Agreed, Problem> {
        let library = lock(&self.library);
        match library.assets().consent(id)? {
            Some((brand, consent)) => Ok(Agreed { id, brand, was: Some((consent, library.assets().agreed(id)?)) }),
            None => Ok(Agreed { id, brand: brand_of(&library, of)?, was: None }),
        }
    }

    fn blobs(&self) -> Blobs {
        lock(&self.library).blobs().clone()
    }
}

impl Agreed {
    /// The file, when it is the one the agreement had: only what was attached has bytes.
    fn had(&self, file: &ConsentFile) -> Result<ConsentFile, Problem> {
        let had = self.was.as_ref().and_then(|(consent, _)| consent.file.as_ref());
        had.filter(|had| *had == file).cloned().ok_or_else(|| consent_file::missing(file))
    }
}

fn brand_of(library: &Library, assets: &[AssetId]) -> Result<BrandId, Problem> {
    let first = assets.first().ok_or_else(|| Problem::new("notFound"))?;
    Ok(library.assets().get(*first)?.ok_or(LibraryError::NoSuchAsset(*first))?.brand)
}

fn only_shows(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| SHOWS.contains(&extension.as_str()))
}
