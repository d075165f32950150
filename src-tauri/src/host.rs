use std::path::{Path, PathBuf};

use planche_app::{
    Copied, Host,
    wire::{AssetsChanged, ImportJob, Job, Problem, Studio},
};
use tauri::{AppHandle, Emitter, Manager};
use uuid::Uuid;

use crate::clipboard;

/// The window, as the studio sees it.
pub struct Window(AppHandle);

impl Window {
    /// The window of this application.
    pub fn new(app: AppHandle) -> Self {
        Self(app)
    }

    /// Tells the window. One that is closing does not listen any more, and that is no failure of the studio's.
    fn tell<T: serde::Serialize + Clone>(&self, event: &str, payload: &T) {
        if let Err(error) = self.0.emit(event, payload) {
            eprintln!("warning: the window was not told `{event}`: {error}");
        }
    }
}

impl Host for Window {
    fn now(&self) -> i64 {
        chrono::Utc::now().timestamp_millis()
    }

    fn id(&self) -> Uuid {
        Uuid::new_v4()
    }

    fn export_folder(&self) -> PathBuf {
        let paths = self.0.path();
        paths.document_dir().or_else(|_| paths.home_dir()).unwrap_or_default().join("Planche")
    }

    fn copied(&self) -> Copied {
        clipboard::copied()
    }

    fn open(&self, path: &Path) -> Result<(), Problem> {
        let failed = |error| Problem::new("cannotOpenFile").with("path", path.display()).with("detail", error);
        opener::open(path).map_err(failed)
    }

    fn studio_changed(&self, studio: &Studio) {
        self.tell("planche:studio", studio);
    }

    fn job_changed(&self, job: &Job) {
        self.tell("planche:job", job);
    }

    fn import_changed(&self, job: &ImportJob) {
        self.tell("planche:import", job);
    }

    fn assets_changed(&self, brand: Uuid) {
        self.tell("planche:assets", &AssetsChanged { brand });
    }
}
