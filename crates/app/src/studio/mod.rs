//! The studio with its library open: one method for each thing the window may ask.

mod agreeing;
mod backups;
mod book;
mod brands;
mod charters;
mod describing;
mod documents;
mod drawings;
mod edits;
mod exports;
mod findings;
mod giving;
mod imports;
mod leaving;
mod library;
mod open;
mod pace;
mod packs;
mod palettes;
mod pasting;
mod photos;
mod points;
mod previews;
mod proof;
mod publishing;
mod replacing;
mod samples;
mod stamp;

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use planche_library::{Change, Library, LibraryError, Timestamp, Transaction};
use planche_model::{BrandId, DocumentId, Layout};

pub use self::leaving::Left;
use self::{brands::Worn, describing::Before, exports::Running, imports::Importing, open::Open, photos::LibraryPhotos};
use crate::{
    Engine, Host,
    pictures::PictureStore,
    wire::{self, FormatCard, Nothing, Preferences, Problem},
};

/// The studio, open on one library. Its methods may be called from any thread.
///
/// Locks are taken in this order: a document, then the library or the brands. No one waits for a document while
/// holding the library.
pub struct Studio {
    host: Arc<dyn Host>,
    engine: Arc<Engine>,
    library: Arc<Mutex<Library>>,
    pictures: Arc<PictureStore>,
    brands: Mutex<HashMap<(BrandId, brands::Key), Worn>>,
    documents: Mutex<HashMap<DocumentId, Arc<Mutex<Open>>>>,
    jobs: Mutex<Vec<Arc<Running>>>,
    imports: Mutex<Vec<Arc<Importing>>>,
    described: Mutex<Vec<Before>>,
}

/// Puts a copy of a library in its place, whatever state it is in; `now` is in milliseconds since 1970. What is there is
/// kept as another copy.
///
/// # Errors
/// Nothing changed when the library is open elsewhere, when the copy is missing, damaged or of a newer version, or when
/// the disk is full.
pub fn restore(folder: &Path, name: &str, now: i64) -> Result<(), Problem> {
    Ok(Library::restore(folder, name, Timestamp(now)).map(drop)?)
}

/// Where the window's preferences are kept.
const PREFERENCES: &str = "preferences";

impl Studio {
    /// Opens the library of this folder, making it if need be.
    ///
    /// # Errors
    /// The library is open elsewhere, damaged, or the disk refuses.
    pub fn open(folder: &Path, engine: Arc<Engine>, host: Arc<dyn Host>) -> Result<Self, Problem> {
        let library = Arc::new(Mutex::new(Library::open(folder)?));
        let pictures = Arc::new(PictureStore::new(LibraryPhotos { library: library.clone(), host: host.clone() }));
        Ok(Self {
            host,
            engine,
            library,
            pictures,
            brands: Mutex::default(),
            documents: Mutex::default(),
            jobs: Mutex::default(),
            imports: Mutex::default(),
            described: Mutex::default(),
        })
    }

    /// Everything the window knows before a document is opened.
    pub fn overview(&self, _: Nothing) -> Result<wire::Studio, Problem> {
        let assets = &self.engine.assets;
        let library = lock(&self.library);
        Ok(wire::Studio {
            brands: self.brand_cards(&library)?,
            formats: assets.formats.iter().map(FormatCard::from).collect(),
            layouts: Layout::ALL.into(),
            templates: assets.families.names().map(str::to_owned).collect(),
            font_pairs: assets.pairs.iter().map(wire::FontPair::from).collect(),
            typefaces: assets.fonts.offered().map(str::to_owned).collect(),
            preferences: library.preferences().get(PREFERENCES)?.unwrap_or_default(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            export_folder: self.host.export_folder().display().to_string(),
            read_only: library.is_read_only(),
        })
    }

    /// Keeps what the person prefers.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn save_preferences(&self, preferences: Preferences) -> Result<(), Problem> {
        self.transact(|transaction| transaction.preferences_mut().set(PREFERENCES, &preferences))
    }

    /// Writes, and tells the window whose files changed.
    fn transact<T>(
        &self,
        operation: impl FnOnce(&mut Transaction<'_>) -> Result<T, LibraryError>,
    ) -> Result<T, Problem> {
        let (value, changes) = lock(&self.library).transact(operation)?;
        for change in changes.iter() {
            if let Change::Assets(brand) = change {
                self.host.assets_changed(brand.0);
            }
        }
        Ok(value)
    }

    fn now(&self) -> Timestamp {
        Timestamp(self.host.now())
    }
}

/// Takes a lock. What a panicking thread left behind is whole: every change of state is one statement.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
