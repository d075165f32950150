//! Files in: from folders of the disk to a brand's library.
//!
//! Each file is read, proved to be what it says, looked at, kept under its hash, then named in a row: a kill at any
//! moment leaves the files that were acknowledged, and doing it again takes up where it ended, as the same bytes come in
//! once. A broken file is named and never stops the others.

mod prepare;

use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use planche_library::{ALIKE, Asset, Library, LibraryError, Timestamp, walk};
use planche_model::{AssetId, BrandId};

pub(crate) use self::prepare::focus;
use self::prepare::{Prepared, prepare};
use crate::{Host, ordered::work_in_order, sidecars::Sidecars, studio::lock, wire::Problem};

/// Files to bring in.
pub struct Import<'a> {
    /// Where to.
    pub library: &'a Mutex<Library>,
    /// Whose they will be.
    pub brand: BrandId,
    /// The files and folders that were chosen.
    pub chosen: Vec<PathBuf>,
    /// The clock, and ids.
    pub host: &'a dyn Host,
    /// How many files are read at once.
    pub threads: usize,
}

/// Who is told how it goes.
pub trait Observer {
    /// So many files were found.
    fn counted(&mut self, total: usize);

    /// One more was looked at.
    fn seen(&mut self, outcome: &Outcome);
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is in the library; when it looks like one that was there, like which.
    Imported(AssetId, Option<AssetId>),
    /// The same bytes were there.
    Merged(AssetId),
    /// It was not brought in.
    Failed(Problem),
}

impl Import<'_> {
    /// Brings them in, in the order they were chosen. What was acknowledged before `cancel` was set stays.
    ///
    /// # Errors
    /// The library cannot be written any more: its disk is full, or gone. Files that cannot be read are only
    /// [failed](Outcome::Failed).
    pub fn run(&self, observer: &mut dyn Observer, cancel: &AtomicBool) -> Result<(), Problem> {
        let walked = walk(&self.chosen);
        observer.counted(walked.files.len() + walked.failed.len());
        walked.failed.into_iter().for_each(|error| observer.seen(&Outcome::Failed(error.into())));
        let mut looks = lock(self.library).assets().looks(self.brand)?;
        let mut refused = None;
        let files = walked.files.iter().take_while(|_| !cancel.load(Ordering::Relaxed));
        let sidecars = Sidecars::default();
        let ready = |path: &PathBuf| self.ready(path, &sidecars);
        work_in_order(files, self.threads, ready, |ready| {
            if refused.is_some() {
                return;
            }
            match self.keep(ready, &mut looks) {
                Ok(outcome) => observer.seen(&outcome),
                Err(problem) => {
                    cancel.store(true, Ordering::Relaxed);
                    refused = Some(problem);
                }
            }
        });
        refused.map_or(Ok(()), Err)
    }

    /// Everything about the file but its row, which is written in turn.
    fn ready(&self, path: &Path, sidecars: &Sidecars) -> Ready {
        let prepared = match prepare(path, sidecars) {
            Ok(prepared) => prepared,
            Err(problem) => return Ready::Outcome(Outcome::Failed(problem)),
        };
        match self.put(prepared) {
            Ok(ready) => ready,
            Err(error) => Ready::Refused(error),
        }
    }

    fn put(&self, prepared: Prepared) -> Result<Ready, LibraryError> {
        let (known, blobs) = {
            let library = lock(self.library);
            (library.assets().with_blob(self.brand, prepared.hash)?, library.blobs().clone())
        };
        if let Some(known) = known.filter(|known| known.trashed.is_none()) {
            return Ok(Ready::Outcome(Outcome::Merged(known.id)));
        }
        prepared.put(&blobs)?;
        Ok(Ready::Prepared(Box::new(prepared)))
    }

    fn keep(&self, ready: Ready, looks: &mut Vec<(AssetId, u64)>) -> Result<Outcome, Problem> {
        let prepared = match ready {
            Ready::Outcome(outcome) => return Ok(outcome),
            Ready::Refused(error) => return Err(error.into()),
            Ready::Prepared(prepared) => *prepared,
        };
        let (id, now) = (AssetId(self.host.id()), Timestamp(self.host.now()));
        let look = prepared.file.look;
        let asset = Asset::new(id, self.brand, prepared.file, prepared.description, now);
        let kept = lock(self.library).transact(|transaction| transaction.assets_mut().insert(&asset))?.0;
        if kept != id {
            return Ok(Outcome::Merged(kept));
        }
        let near = look.and_then(|look| nearest(looks, look));
        looks.extend(look.map(|look| (id, look)));
        Ok(Outcome::Imported(id, near))
    }
}

/// A file that waits for its turn.
enum Ready {
    Outcome(Outcome),
    Prepared(Box<Prepared>),
    Refused(LibraryError),
}

/// The one that looks most like it, if one does.
fn nearest(looks: &[(AssetId, u64)], look: u64) -> Option<AssetId> {
    let distance = |(_, of): &&(AssetId, u64)| (of ^ look).count_ones();
    looks.iter().min_by_key(distance).filter(|near| distance(near) <= ALIKE).map(|(id, _)| *id)
}
