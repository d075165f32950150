use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
    thread,
};

use planche_library::{BackupReason, Library};
use planche_model::{AssetId, BrandId};

use super::{Studio, lock, pace::seconds_left};
use crate::{
    Host,
    import::{Import, Observer, Outcome},
    wire::{AssetCard, ImportJob, JobState, NearPair, Nothing, OfJob, Problem, StartImport},
};

/// How long the window is left alone between two words, in milliseconds.
const PACE: i64 = 100;

/// Files on their way in, and the flag that stops them.
pub(super) struct Importing {
    job: Mutex<ImportJob>,
    started: i64,
    told: AtomicI64,
    pub cancel: AtomicBool,
    host: Arc<dyn Host>,
    library: Arc<Mutex<Library>>,
}

impl Studio {
    /// Starts bringing files in; [`Host::import_changed`] tells how it goes.
    pub fn start_import(&self, wanted: StartImport) -> Result<ImportJob, Problem> {
        self.back_up_for(BackupReason::BeforeImport)?;
        self.begin_import(BrandId(wanted.brand), wanted.paths)
    }

    /// As [`Self::start_import`], of a file or so: no copy of the library is made for it.
    pub(super) fn begin_import(&self, brand: BrandId, paths: Vec<String>) -> Result<ImportJob, Problem> {
        lock(&self.library).brands().get(brand)?.ok_or_else(|| Problem::new("notFound"))?;
        let import = planche_library::Import { id: self.host.id(), brand, paths, created: self.now() };
        self.transact(|transaction| transaction.imports_mut().begin(&import))?;
        Ok(self.take_up(import))
    }

    /// Takes up what was interrupted when the studio was closed; answers with what there was.
    pub fn resume_imports(&self, _: Nothing) -> Result<Vec<ImportJob>, Problem> {
        let unfinished = lock(&self.library).imports().unfinished()?;
        let running: Vec<_> = lock(&self.imports).iter().map(|importing| lock(&importing.job).id).collect();
        let left = unfinished.iter().filter(|import| !running.contains(&import.id));
        let jobs = left.map(|import| self.take_up(import.clone())).collect();
        // Last: a file that cannot be removed stops no import.
        self.sweep_copied(&unfinished)?;
        self.sweep_shown()?;
        Ok(jobs)
    }

    /// Stops bringing files in; those that came stay.
    pub fn cancel_import(&self, of: OfJob) -> Result<(), Problem> {
        let imports = lock(&self.imports);
        let importing = imports.iter().find(|importing| lock(&importing.job).id == of.job);
        importing.ok_or_else(|| Problem::new("notFound"))?.cancel.store(true, Ordering::Relaxed);
        Ok(())
    }

    fn take_up(&self, import: planche_library::Import) -> ImportJob {
        let job = ImportJob {
            id: import.id,
            brand: import.brand.0,
            state: JobState::Running,
            done: 0,
            total: 0,
            imported: 0,
            merged: 0,
            failed: Vec::new(),
            near: Vec::new(),
            seconds_left: None,
        };
        let importing = Arc::new(Importing {
            job: Mutex::new(job.clone()),
            started: self.host.now(),
            told: AtomicI64::new(0),
            cancel: AtomicBool::new(false),
            host: self.host.clone(),
            library: self.library.clone(),
        });
        lock(&self.imports).push(importing.clone());
        thread::spawn(move || importing.work(&import));
        job
    }
}

impl Importing {
    fn work(&self, wanted: &planche_library::Import) {
        let import = Import {
            library: &self.library,
            brand: wanted.brand,
            chosen: wanted.paths.iter().map(PathBuf::from).collect(),
            host: &*self.host,
            threads: thread::available_parallelism().map_or(1, usize::from),
        };
        let outcome = import.run(&mut Watch(self), &self.cancel).and_then(|()| {
            let ended = lock(&self.library).transact(|transaction| transaction.imports_mut().end(wanted.id));
            Ok(ended.map(drop)?)
        });
        self.update(|job| {
            job.state = match (&outcome, self.cancel.load(Ordering::Relaxed)) {
                (Err(_), _) => JobState::Failed,
                (Ok(()), true) => JobState::Cancelled,
                (Ok(()), false) => JobState::Done,
            };
            job.seconds_left = None;
            job.failed.extend(outcome.err());
        });
        self.host.assets_changed(wanted.brand.0);
    }

    /// Tells at once.
    fn update(&self, change: impl FnOnce(&mut ImportJob)) {
        change(&mut lock(&self.job));
        self.told.store(self.host.now(), Ordering::Relaxed);
        let job = lock(&self.job).clone();
        self.host.import_changed(&job);
    }

    /// Tells when the last time is long enough ago: files come faster than anybody reads.
    fn move_on(&self, change: impl FnOnce(&mut ImportJob)) {
        if self.host.now() - self.told.load(Ordering::Relaxed) < PACE {
            return change(&mut lock(&self.job));
        }
        self.update(change);
    }

    fn pair(&self, asset: AssetId, like: AssetId) -> Option<NearPair> {
        let library = lock(&self.library);
        let card = |id| {
            let asset = library.assets().get(id).ok().flatten()?;
            Some(AssetCard::new(&asset, library.assets().use_count(id).ok()?, ""))
        };
        Some(NearPair { asset: card(asset)?, like: card(like)? })
    }
}

struct Watch<'a>(&'a Importing);

impl Observer for Watch<'_> {
    fn counted(&mut self, total: usize) {
        self.0.update(|job| job.total = total as u32);
    }

    fn seen(&mut self, outcome: &Outcome) {
        let pair = match outcome {
            Outcome::Imported(asset, Some(like)) => self.0.pair(*asset, *like),
            _ => None,
        };
        self.0.move_on(|job| {
            job.done += 1;
            job.near.extend(pair);
            match outcome {
                Outcome::Imported(..) => job.imported += 1,
                Outcome::Merged(_) => job.merged += 1,
                Outcome::Failed(problem) => job.failed.push(problem.clone()),
            }
            job.seconds_left = seconds_left(self.0.host.now() - self.0.started, job.done, job.total);
        });
    }

    fn lacked(&mut self, problem: &Problem) {
        self.0.move_on(|job| job.failed.push(problem.clone()));
    }
}
