//! From a document to files on the disk: what the window's export and `planche render` both do.

mod name;
mod plan;
mod write;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use chrono::NaiveDate;
use planche_layout::BrandKit;
use planche_model::{Document, Finding, Format, PageId, document::Role, outline};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    Engine, checks,
    pictures::PictureStore,
    wire::{ExportAs, Problem},
};

pub use plan::{Planned, plan};

/// A document to export.
pub struct Export {
    /// What.
    pub document: Document,
    /// By which charter.
    pub brand: BrandKit,
    /// Where its photographs are.
    pub pictures: Arc<PictureStore>,
    /// Each format, and the pages that go out in it, in order.
    pub choices: Vec<(Format, Vec<PageId>)>,
    /// What image formats are written as.
    pub file_type: ExportAs,
    /// Pixels for each pixel of the format.
    pub scale: f64,
    /// Where: a folder for each format is made there.
    pub folder: PathBuf,
    /// The day that PDF files say they were made; without one their bytes never change.
    pub date: Option<NaiveDate>,
    /// How many threads work.
    pub threads: usize,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// Its format.
    pub format: String,
    /// The page's number from 1; `None` when the file holds several.
    pub page: Option<usize>,
    /// In px.
    pub width: u32,
    /// In px.
    pub height: u32,
    /// Its weight.
    pub bytes: u64,
    /// How many pages it holds.
    pub pages: u32,
}

impl Written {
    /// The file after its folder has become another.
    pub(crate) fn moved(self, from: &Path, to: &Path) -> Self {
        let path = to.join(self.path.strip_prefix(from).unwrap_or(&self.path));
        Self { path, ..self }
    }
}

/// A text that was set smaller than its template wishes, for want of room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shrunk {
    /// In which format.
    pub format: String,
    /// On which page, from 1.
    pub page: usize,
    /// The text as it is shown.
    pub words: String,
    /// Its size for 1 wished.
    pub share: f64,
}

/// What an export came to. What is not among the files was not written, not even in part.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The files, in the order of the plan.
    pub files: Vec<Written>,
    /// What a person should know of the pages.
    pub findings: Vec<Finding>,
    /// The texts that had too little room.
    pub shrunk: Vec<Shrunk>,
    /// Why the other files are not there.
    pub problems: Vec<Problem>,
}

/// Watches an export and may stop it.
pub trait Observer: Sync {
    /// A page is ready; a file of several pages says so for each.
    fn page_done(&self, format: &str);

    /// A file is on the disk.
    fn file_written(&self, file: &Written);
}

/// What one planned file came to.
#[derive(Default)]
struct Step {
    written: Option<Written>,
    findings: Vec<Finding>,
    shrunk: Vec<Shrunk>,
    problems: Vec<Problem>,
}

impl Export {
    /// What the files call the document: its title, else its first heading.
    pub fn title(&self) -> String {
        title(&self.document)
    }

    /// Writes every file that can be written, until `cancel` is raised.
    pub fn run(&self, engine: &Engine, observer: &dyn Observer, cancel: &AtomicBool) -> Outcome {
        let planned = plan(&self.document, &self.choices, self.file_type, &self.brand.charter.language);
        let steps: Vec<Step> = match rayon::ThreadPoolBuilder::new().num_threads(self.threads).build() {
            Ok(pool) => {
                pool.install(|| planned.par_iter().map(|file| self.step(file, engine, observer, cancel)).collect())
            }
            Err(_) => planned.iter().map(|file| self.step(file, engine, observer, cancel)).collect(),
        };
        let mut outcome = Outcome::default();
        for Step { written, findings, shrunk, problems } in steps {
            outcome.files.extend(written);
            outcome.findings.extend(findings);
            outcome.shrunk.extend(shrunk);
            problems.into_iter().for_each(|problem| outcome.add(problem));
        }
        outcome.findings.extend(self.rights(&planned));
        outcome
    }

    /// What publishing the pages would do against rights: the same in every format, so that each page is asked once.
    fn rights(&self, planned: &[Planned]) -> Vec<Finding> {
        let pages: BTreeMap<usize, PageId> = planned.iter().flat_map(|file| file.pages.iter().copied()).collect();
        let of_page = |(number, page)| {
            let sources = write::sources(self, page);
            sources.filter_map(move |source| checks::rights(page, number, &self.pictures.about(source)))
        };
        pages.into_iter().flat_map(of_page).collect()
    }

    fn step(&self, file: &Planned, engine: &Engine, observer: &dyn Observer, cancel: &AtomicBool) -> Step {
        let mut step = Step::default();
        if cancel.load(Ordering::Relaxed) {
            return step;
        }
        match engine.work(|bench| write::write(self, file, bench, observer, &mut step)) {
            Ok(written) => {
                observer.file_written(&written);
                step.written = Some(written);
            }
            Err(problems) => step.problems = problems,
        }
        step
    }
}

/// What a document is called: its title, else its first heading.
pub(crate) fn title(document: &Document) -> String {
    let own = &document.properties().title;
    if !own.is_empty() {
        return own.clone();
    }
    let nodes = document.pages().into_iter().flat_map(|page| document.nodes(page.id));
    let heading = nodes.into_iter().find_map(|node| node.text(Role::Title));
    heading.map(|markup| outline::spans(markup).into_iter().map(|span| span.text).collect()).unwrap_or_default()
}

impl Outcome {
    /// A picture used on several pages, or a folder that holds several files, is one problem.
    fn add(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

/// Nobody is watching.
impl Observer for () {
    fn page_done(&self, _: &str) {}

    fn file_written(&self, _: &Written) {}
}
