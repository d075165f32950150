//! The studio with a real library on a real disk, as the window uses it.
#![expect(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "a test that cannot go on fails, and says where"
)]

mod agreements;
mod charters;
mod documents;
mod films;
mod findings;
mod hostile_packs;
mod library;
mod packs;
mod palettes;
mod shut;
mod sidecars;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use planche_app::{
    Assets, Copied, Engine, Host, Studio,
    wire::{
        self, DocumentDelta, DocumentView, ExportAs, ExportChoice, ImportJob, Job, JobState, Nothing, OfDocument,
        Problem, StartExport,
    },
};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

/// A host with a clock that moves by a second each time it is read.
#[derive(Default)]
struct Desk {
    clock: AtomicI64,
    jobs: Mutex<Vec<Job>>,
    imports: Mutex<Vec<ImportJob>>,
    changed: Mutex<Vec<Uuid>>,
    copied: Mutex<Option<Copied>>,
    opened: Mutex<Vec<PathBuf>>,
}

impl Host for Desk {
    fn now(&self) -> i64 {
        self.clock.fetch_add(1000, Ordering::Relaxed)
    }

    fn id(&self) -> Uuid {
        Uuid::new_v4()
    }

    fn export_folder(&self) -> PathBuf {
        PathBuf::from("exports")
    }

    fn copied(&self) -> Copied {
        self.copied.lock().unwrap().clone().unwrap_or(Copied::Nothing)
    }

    fn open(&self, path: &Path) -> Result<(), Problem> {
        self.opened.lock().unwrap().push(path.to_owned());
        Ok(())
    }

    fn studio_changed(&self, _: &wire::Studio) {}

    fn job_changed(&self, job: &Job) {
        self.jobs.lock().unwrap().push(job.clone());
    }

    fn import_changed(&self, job: &ImportJob) {
        self.imports.lock().unwrap().push(job.clone());
    }

    fn assets_changed(&self, brand: Uuid) {
        self.changed.lock().unwrap().push(brand);
    }
}

struct Bench {
    folder: TempDir,
    engine: Arc<Engine>,
    host: Arc<Desk>,
    studio: Option<Studio>,
}

impl Bench {
    fn new() -> Self {
        let assets = Assets::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets")).unwrap();
        let mut bench = Self {
            folder: TempDir::new().unwrap(),
            engine: Arc::new(Engine::new(Arc::new(assets))),
            host: Arc::default(),
            studio: None,
        };
        bench.reopen();
        bench
    }

    fn reopen(&mut self) {
        // The library is locked: the old one has to close first.
        self.studio = None;
        self.studio = Some(Studio::open(self.folder.path(), self.engine.clone(), self.host.clone()).unwrap());
    }

    fn studio(&self) -> &Studio {
        self.studio.as_ref().unwrap()
    }

    fn sample(&self) -> DocumentView {
        let sample = self.studio().open_sample(Nothing {}).unwrap();
        self.studio().open_document(OfDocument { document: sample.document }).unwrap()
    }

    fn edit(&self, document: Uuid, edit: Value) -> DocumentDelta {
        let input = serde_json::from_value(json!({ "document": document, "edit": edit })).unwrap();
        self.studio().edit(input).unwrap()
    }

    fn open(&self, document: Uuid) -> DocumentView {
        self.studio().open_document(OfDocument { document }).unwrap()
    }

    fn export(&self, view: &DocumentView, formats: &[&str], file_type: ExportAs, folder: &Path) -> Job {
        let pages: Vec<Uuid> = view.pages.iter().map(|page| page.id).collect();
        let choices =
            formats.iter().map(|format| ExportChoice { format: (*format).to_owned(), pages: pages.clone() }).collect();
        let wanted = StartExport { document: view.id, choices, file_type, folder: folder.display().to_string() };
        let job = self.studio().start_export(wanted).unwrap();
        self.wait(job.id)
    }

    fn wait(&self, job: Uuid) -> Job {
        let deadline = Instant::now() + Duration::from_secs(120);
        loop {
            let jobs = self.studio().jobs(Nothing {}).unwrap();
            let job = jobs.into_iter().find(|known| known.id == job).unwrap();
            if job.state != JobState::Running {
                return job;
            }
            assert!(Instant::now() < deadline, "the export does not end");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}
