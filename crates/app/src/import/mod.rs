//! Files in: from folders of the disk to a brand's library.
//!
//! Each file is read, proved to be what it says, looked at, kept under its hash, then named in a row: a kill at any
//! moment leaves the files that were acknowledged, and doing it again takes up where it ended, as the same bytes come in
//! once. A broken file is named and never stops the others. Photographs are read whole, as they have to be decoded; films
//! pass through in pieces.

mod film;
mod prepare;
mod ties;

use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use planche_library::{ALIKE, Asset, Blobs, Hash, Library, LibraryError, Timestamp, files, walk};
use planche_media::video::Video;
use planche_model::{AssetId, BrandId};

use self::prepare::Prepared;
pub(crate) use self::prepare::{film_file, focus, picture_file};
use crate::{
    Host,
    consent_file::{self, Came},
    ordered::work_in_order,
    sidecars::Sidecars,
    studio::lock,
    wire::Problem,
};

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

    /// Something did not come along with a file that was brought in.
    fn lacked(&mut self, problem: &Problem);
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
        let beside = Beside::default();
        let ready = |path: &PathBuf| self.ready(path, &beside, cancel);
        work_in_order(files, self.threads, ready, |ready| {
            if refused.is_some() {
                return;
            }
            ready.lacking().iter().for_each(|problem| observer.lacked(problem));
            match self.keep(ready, &mut looks) {
                Ok(outcome) => outcome.iter().for_each(|outcome| observer.seen(outcome)),
                Err(problem) => {
                    cancel.store(true, Ordering::Relaxed);
                    refused = Some(problem);
                }
            }
        });
        refused.map_or(Ok(()), Err)
    }

    /// Everything about the file but its row, which is written in turn.
    fn ready(&self, path: &Path, beside: &Beside, cancel: &AtomicBool) -> Ready {
        let made = match film::probe(path) {
            Some(video) => self.film(path, &video, beside, cancel),
            None => self.picture(path, beside),
        };
        made.unwrap_or_else(Ready::Stopped)
    }

    fn picture(&self, path: &Path, beside: &Beside) -> Result<Ready, Stop> {
        let (mut prepared, content) = prepare::picture(path, &beside.sidecars)?;
        if let Some(known) = self.known(content.hash())? {
            return Ok(known);
        }
        self.blobs().put_content(&content).map_err(Stop::Refused)?;
        self.take_signed(path, &mut prepared, beside)?;
        Ok(Ready::Prepared(Box::new(prepared)))
    }

    fn film(&self, path: &Path, video: &Video, beside: &Beside, cancel: &AtomicBool) -> Result<Ready, Stop> {
        let length = files::stamp(path).map_or(0, |(length, _)| length);
        // Only a film as long as one that is there may be the same. It is read for its hash first: gigabytes that are
        // there are not to be copied again.
        if lock(self.library).assets().any_of_length(self.brand, length).map_err(Stop::Refused)?
            && let Some(known) = self.known(film::hash(path, cancel)?)?
        {
            return Ok(known);
        }
        let incoming = film::receive(path, &self.blobs(), cancel)?;
        let (hash, length) = (incoming.hash(), incoming.bytes());
        // It may have come in twice since.
        if let Some(known) = self.known(hash)? {
            return Ok(known);
        }
        incoming.keep().map_err(Stop::Refused)?;
        let mut prepared = prepare::film(path, &beside.sidecars, video, hash, length);
        self.take_signed(path, &mut prepared, beside)?;
        Ok(Ready::Prepared(Box::new(prepared)))
    }

    /// Keeps the signed documents that lie beside the file; its agreements name no others.
    fn take_signed(&self, path: &Path, prepared: &mut Prepared, beside: &Beside) -> Result<(), Stop> {
        for consent in &mut prepared.ties.consents {
            let Some(file) = &consent.file else { continue };
            match beside.signed.take(file, path, &self.blobs()).map_err(Stop::Refused)? {
                Came::Kept => continue,
                Came::Lacking => prepared.lacking.push(consent_file::lacking(file)),
                Came::LackingStill => {}
            }
            consent.file = None;
        }
        Ok(())
    }

    /// What becomes of bytes that are there.
    fn known(&self, hash: Hash) -> Result<Option<Ready>, Stop> {
        let known = lock(self.library).assets().with_blob(self.brand, hash).map_err(Stop::Refused)?;
        let known = known.filter(|known| known.trashed.is_none());
        Ok(known.map(|known| Ready::Merged(known.id)))
    }

    fn blobs(&self) -> Blobs {
        lock(self.library).blobs().clone()
    }

    /// Writes the row; nothing became of a file that was not wanted any more.
    fn keep(&self, ready: Ready, looks: &mut Vec<(AssetId, u64)>) -> Result<Option<Outcome>, Problem> {
        let prepared = match ready {
            Ready::Merged(id) => return Ok(Some(Outcome::Merged(id))),
            Ready::Stopped(Stop::Failed(problem)) => return Ok(Some(Outcome::Failed(problem))),
            Ready::Stopped(Stop::Refused(error)) => return Err(error.into()),
            Ready::Stopped(Stop::Cancelled) => return Ok(None),
            Ready::Prepared(prepared) => *prepared,
        };
        let (id, now) = (AssetId(self.host.id()), Timestamp(self.host.now()));
        let look = prepared.file.look;
        let asset = Asset::new(id, self.brand, prepared.file, prepared.description, now);
        let (kept, _) = lock(self.library).transact(|transaction| {
            let kept = transaction.assets_mut().insert(&asset)?;
            if kept == id {
                ties::tie(transaction, &asset, &prepared.ties, self.host)?;
            }
            Ok(kept)
        })?;
        if kept != id {
            return Ok(Some(Outcome::Merged(kept)));
        }
        let near = look.and_then(|look| nearest(looks, look));
        looks.extend(look.map(|look| (id, look)));
        Ok(Some(Outcome::Imported(id, near)))
    }
}

/// A file that waits for its turn.
enum Ready {
    Prepared(Box<Prepared>),
    Merged(AssetId),
    Stopped(Stop),
}

impl Ready {
    fn lacking(&self) -> &[Problem] {
        if let Self::Prepared(prepared) = self { &prepared.lacking } else { &[] }
    }
}

/// What lies beside the files.
#[derive(Default)]
struct Beside {
    sidecars: Sidecars,
    signed: consent_file::Beside,
}

/// Why a file does not come in.
enum Stop {
    /// It is broken, or cannot be read.
    Failed(Problem),
    /// The library cannot be written.
    Refused(LibraryError),
    /// Nobody wants it any more.
    Cancelled,
}

/// What goes wrong with the file itself; see [`Stop::Refused`] for the library.
impl From<LibraryError> for Stop {
    fn from(error: LibraryError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Failed(problem)
    }
}

/// The one that looks most like it, if one does.
fn nearest(looks: &[(AssetId, u64)], look: u64) -> Option<AssetId> {
    let distance = |(_, of): &&(AssetId, u64)| (of ^ look).count_ones();
    looks.iter().min_by_key(distance).filter(|near| distance(near) <= ALIKE).map(|(id, _)| *id)
}
