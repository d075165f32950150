use std::{
    collections::HashSet,
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use planche_model::{DocumentId, Format, FormatId, PageId};

use super::{Studio, lock, pace::seconds_left, points::points};
use crate::{
    Engine, Host,
    export::{Export, Observer, Written},
    wire::{ExportAs, ExportChoice, Job, JobState, JobStep, Nothing, OfJob, Problem, StartExport},
};

/// A job and the flag that stops it.
pub(super) struct Running {
    job: Mutex<Job>,
    started: i64,
    cancel: AtomicBool,
    host: Arc<dyn Host>,
    /// The findings that a person let be, by their keys.
    waived: HashSet<String>,
}

impl Studio {
    /// Starts writing files; [`Host::job_changed`] tells how it goes.
    pub fn start_export(&self, wanted: StartExport) -> Result<Job, Problem> {
        let export = self.export(&wanted)?;
        let steps = export.choices.iter().map(|(format, pages)| JobStep {
            format: format.id.to_string(),
            done: 0,
            total: pages.len() as u32,
            gathered: gathered(format, export.file_type),
            bytes: 0,
        });
        let job = Job {
            id: self.host.id(),
            document: wanted.document,
            state: JobState::Running,
            steps: steps.collect(),
            folder: wanted.folder,
            seconds_left: None,
            problems: Vec::new(),
            points: Vec::new(),
        };
        let running = Arc::new(Running {
            job: Mutex::new(job.clone()),
            started: self.host.now(),
            cancel: AtomicBool::new(false),
            host: self.host.clone(),
            waived: self.waived(DocumentId(wanted.document))?,
        });
        lock(&self.jobs).push(running.clone());
        let engine = self.engine.clone();
        thread::spawn(move || running.work(&export, &engine));
        Ok(job)
    }

    /// Stops a job; what it wrote is there.
    pub fn cancel_job(&self, of: OfJob) -> Result<(), Problem> {
        let jobs = lock(&self.jobs);
        let running =
            jobs.iter().find(|running| lock(&running.job).id == of.job).ok_or_else(|| Problem::new("notFound"))?;
        running.cancel.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Every job since the studio was opened, the latest first.
    pub fn jobs(&self, _: Nothing) -> Result<Vec<Job>, Problem> {
        Ok(lock(&self.jobs).iter().rev().map(|running| lock(&running.job).clone()).collect())
    }

    fn waived(&self, document: DocumentId) -> Result<HashSet<String>, Problem> {
        let open = self.opened(document)?;
        let open = lock(&open);
        Ok(open.waivers.iter().map(|waiver| waiver.finding.clone()).collect())
    }

    fn export(&self, wanted: &StartExport) -> Result<Export, Problem> {
        let open = self.opened(DocumentId(wanted.document))?;
        let open = lock(&open);
        let choice = |ExportChoice { format, pages }: &ExportChoice| {
            let format =
                self.engine.assets.formats.get(&FormatId(format.clone())).ok_or_else(|| Problem::new("notFound"))?;
            Ok((format.clone(), pages.iter().copied().map(PageId).collect()))
        };
        Ok(Export {
            document: open.document.clone(),
            brand: open.brand.clone(),
            pictures: self.pictures.clone(),
            choices: wanted.choices.iter().map(choice).collect::<Result<_, Problem>>()?,
            file_type: wanted.file_type,
            scale: 1.0,
            folder: PathBuf::from(&wanted.folder),
            date: None,
            threads: thread::available_parallelism().map_or(1, usize::from),
        })
    }
}

/// Whether all pages of a format go into one file.
fn gathered(format: &Format, file_type: ExportAs) -> bool {
    format.document || file_type == ExportAs::Pdf
}

impl Running {
    fn work(&self, export: &Export, engine: &Engine) {
        let mut outcome = export.run(engine, self, &self.cancel);
        outcome.findings.retain(|finding| !self.waived.contains(&finding.key()));
        let state = match (self.cancel.load(Ordering::Relaxed), outcome.problems.is_empty()) {
            (true, _) => JobState::Cancelled,
            (false, true) => JobState::Done,
            (false, false) => JobState::Failed,
        };
        self.update(|job| {
            job.state = state;
            job.seconds_left = None;
            job.points = points(&outcome, &export.folder);
            job.problems = outcome.problems;
        });
    }

    fn update(&self, change: impl FnOnce(&mut Job)) {
        let job = {
            let mut job = lock(&self.job);
            change(&mut job);
            job.clone()
        };
        self.host.job_changed(&job);
    }

    /// What is left at the pace so far, in whole seconds.
    fn seconds_left(&self, job: &Job) -> Option<u32> {
        let (done, total) = job.steps.iter().fold((0, 0), |(done, total), step| (done + step.done, total + step.total));
        seconds_left(self.host.now() - self.started, done, total)
    }
}

impl Observer for Running {
    fn page_done(&self, format: &str) {
        self.update(|job| {
            if let Some(step) = job.steps.iter_mut().find(|step| step.format == format) {
                step.done += 1;
            }
            job.seconds_left = self.seconds_left(job);
        });
    }

    fn file_written(&self, file: &Written) {
        self.update(|job| {
            if let Some(step) = job.steps.iter_mut().find(|step| step.format == file.format) {
                step.bytes += file.bytes;
            }
        });
    }
}
