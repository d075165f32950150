//! Photographs in, files out: each photograph cut to each format, under what the network lets it weigh.
//!
//! Photographs are read, cut and told one by one, so that a folder may be of any size. Nothing that a camera wrote beside
//! the pixels (place, serial numbers, previews) is carried over; whose it is and what it shows is, when that is asked for.

mod keep;
mod names;
mod photo;
mod sources;

use std::{
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
};

use planche_library::files;
use planche_model::{Finding, Format};

pub use self::keep::Keep;
use self::{names::Names, photo::Workshop};
use crate::{Engine, export::Written, ordered::work_in_order, render, sidecars::Sidecars, wire::Problem};

/// What to make of photographs.
#[derive(Clone, Debug)]
pub struct Request {
    /// The photographs, and folders of them.
    pub inputs: Vec<PathBuf>,
    /// The formats, in order.
    pub formats: Vec<String>,
    /// Where the files go: a folder for each format is made there.
    pub folder: PathBuf,
    /// What they are written as.
    pub file_type: PhotoType,
    /// The finest quality of a JPEG, 1 to 100; less where the limit of bytes asks for it.
    pub quality: u8,
    /// How many bytes a file may weigh, where the network takes more or does not say.
    pub max_bytes: Option<u64>,
    /// The point that stays in every format, as shares of the upright width and height from the top left.
    pub focus: [f64; 2],
    /// What the files say that the photograph or a sidecar beside it says; nothing when empty.
    pub keep: Vec<Keep>,
    /// How many photographs are worked on at once.
    pub threads: usize,
}

/// What photographs are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoType {
    /// Small.
    Jpeg,
    /// Lossless.
    Png,
    /// Lossless and smaller.
    Webp,
}

/// What became of a photograph.
#[derive(Debug, Default)]
pub struct Made {
    /// The photograph.
    pub source: PathBuf,
    /// Its files, in the order of the formats.
    pub files: Vec<Written>,
    /// What a person should know of them; the parameter `photo` names the photograph.
    pub findings: Vec<Finding>,
    /// Why some or all of them are not there.
    pub problems: Vec<Problem>,
    /// The batch ended before it.
    pub pending: bool,
}

/// Is told of a batch as it goes.
pub trait Watcher {
    /// Before the first photograph: how many there are. An error ends the batch.
    fn begun(&mut self, photographs: usize) -> Result<(), Problem>;

    /// Each photograph, in order. An error ends the batch.
    fn photograph(&mut self, made: Made) -> Result<(), Problem>;
}

/// Makes the files of every photograph, and tells the watcher. When `stop` is raised, the photographs in hand are
/// finished and the others left.
///
/// # Errors
/// What was asked cannot be understood, or nothing can be written. What goes wrong with a photograph is told of that
/// photograph.
pub fn fit(engine: &Engine, request: &Request, watcher: &mut dyn Watcher, stop: &AtomicBool) -> Result<(), Problem> {
    let formats = render::formats(engine, &request.formats)?;
    if formats.is_empty() {
        return Err(Problem::new("noFormat"));
    }
    let found = sources::find(&request.inputs, &request.folder);
    if found.is_empty() {
        return Err(Problem::new("noPhotographs"));
    }
    files::create_folder(&request.folder)?;
    let mut names = Names::open(&request.folder)?;
    let jobs: Vec<Job> = found.into_iter().map(|source| job(source, &formats, request, &mut names)).collect();
    names.keep()?;
    watcher.begun(jobs.len())?;
    let workshop = Workshop { formats: &formats, request, sidecars: Sidecars::default() };
    make_all(&workshop, jobs, watcher, stop)
}

/// A photograph and the files to make of it, or why it cannot be had.
struct Job {
    source: PathBuf,
    places: Result<Vec<PathBuf>, Problem>,
}

fn job(source: Result<PathBuf, (PathBuf, Problem)>, formats: &[Format], request: &Request, names: &mut Names) -> Job {
    match source {
        Ok(source) => {
            let place = |format: &Format| names.place(&source, &format.id.0, request.file_type.extension());
            Job { places: Ok(formats.iter().map(place).collect()), source }
        }
        Err((source, problem)) => Job { source, places: Err(problem) },
    }
}

fn make_all(
    workshop: &Workshop<'_>,
    jobs: Vec<Job>,
    watcher: &mut dyn Watcher,
    stop: &AtomicBool,
) -> Result<(), Problem> {
    let over = AtomicBool::new(false);
    let mut broken_off = None;
    let work = |job: Job| {
        let pending = stop.load(Ordering::Relaxed) || over.load(Ordering::Relaxed);
        if pending { Made { source: job.source, pending, ..Made::default() } } else { workshop.make(job) }
    };
    work_in_order(jobs.into_iter(), workshop.request.threads, work, |made| {
        if broken_off.is_none() {
            broken_off = watcher.photograph(made).err();
            over.fetch_or(broken_off.is_some(), Ordering::Relaxed);
        }
    });
    broken_off.map_or(Ok(()), Err)
}

impl PhotoType {
    const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }
}
