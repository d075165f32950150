//! What the studio asks of the program around it.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::wire::{ImportJob, Job, Problem, Studio};

/// What the clipboard holds.
#[derive(Clone, Debug)]
pub enum Copied {
    /// Files and folders.
    Files(Vec<PathBuf>),
    /// A picture without a file.
    Picture {
        /// In px.
        width: u32,
        /// In px.
        height: u32,
        /// Four bytes a pixel, row by row, the alpha straight.
        rgba: Vec<u8>,
    },
    /// Nothing that can be brought in.
    Nothing,
}

/// What the studio asks of the program around it: the clock, chance, and someone to tell.
pub trait Host: Send + Sync + 'static {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    fn now(&self) -> i64;

    /// An id never handed out before.
    fn id(&self) -> Uuid;

    /// Where exported files go unless the person says otherwise.
    fn export_folder(&self) -> PathBuf;

    /// What the person copied last, in whatever program.
    fn copied(&self) -> Copied {
        Copied::Nothing
    }

    /// Opens a file in the program that is for it, or a folder in the file manager. Without a window nobody would see it.
    fn open(&self, path: &Path) -> Result<(), Problem> {
        Err(Problem::new("cannotOpenFile").with("path", path.display()))
    }

    /// Brands or preferences changed.
    fn studio_changed(&self, studio: &Studio);

    /// A job moved on.
    fn job_changed(&self, job: &Job);

    /// Files on their way in moved on.
    fn import_changed(&self, job: &ImportJob);

    /// Files of a brand came, went, or are said something else of.
    fn assets_changed(&self, brand: Uuid);
}
