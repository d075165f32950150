//! The way into the studio, which may be shut: a library that cannot be opened can still be given a backup.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use planche_library::Backup;
use serde_json::Value;

use crate::{
    Engine, Host, Studio,
    studio::{lock, restore},
    wire::{self, BackupCard, OfBackup, Problem, read, write},
};

/// The studio of a library, or why it cannot be opened.
pub struct Door {
    folder: PathBuf,
    engine: Arc<Engine>,
    host: Arc<dyn Host>,
    studio: Mutex<Result<Arc<Studio>, Problem>>,
}

impl Door {
    /// Opens the library of this folder, as [`Studio::open`] does.
    pub fn open(folder: &Path, engine: Arc<Engine>, host: Arc<dyn Host>) -> Self {
        let studio = Studio::open(folder, engine.clone(), host.clone()).map(Arc::new);
        Self { folder: folder.to_owned(), engine, host, studio: Mutex::new(studio) }
    }

    /// The studio.
    ///
    /// # Errors
    /// Why the library could not be opened.
    pub fn studio(&self) -> Result<Arc<Studio>, Problem> {
        lock(&self.studio).clone()
    }

    /// Answers a call by name, as [`wire::call`] does. While the library cannot be opened, `studio` tries again,
    /// `backups` tells its copies, and `restoreBackup` puts one in its place and opens it.
    ///
    /// # Errors
    /// The command's own problem; why the library cannot be opened, for all other commands.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, Problem> {
        match (self.studio(), name) {
            (Ok(studio), _) => wire::call(&studio, name, input),
            (Err(_), "studio") => self.again().and_then(|studio| wire::call(&studio, name, input)),
            (Err(_), "backups") => write(&self.backups()?),
            (Err(_), "restoreBackup") => write(&self.restore(read(input)?)?),
            (Err(problem), _) => Err(problem),
        }
    }

    /// Tries to open the library again, unless somebody else just did.
    fn again(&self) -> Result<Arc<Studio>, Problem> {
        let mut studio = lock(&self.studio);
        if studio.is_err() {
            *studio = self.opened();
        }
        studio.clone()
    }

    fn restore(&self, of: OfBackup) -> Result<(), Problem> {
        let mut studio = lock(&self.studio);
        if let Ok(studio) = &*studio {
            return studio.restore_backup(of);
        }
        restore(&self.folder, &of.name, self.host.now())?;
        *studio = self.opened();
        studio.as_ref().map(drop).map_err(Clone::clone)
    }

    fn opened(&self) -> Result<Arc<Studio>, Problem> {
        Studio::open(&self.folder, self.engine.clone(), self.host.clone()).map(Arc::new)
    }

    fn backups(&self) -> Result<Vec<BackupCard>, Problem> {
        Ok(Backup::list(&self.folder)?.iter().map(BackupCard::from).collect())
    }
}
