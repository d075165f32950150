//! What the studio asks of the program around it.

use std::path::PathBuf;

use uuid::Uuid;

use crate::wire::{ImportJob, Job, Studio};

/// What the studio asks of the program around it: the clock, chance, and someone to tell.
pub trait Host: Send + Sync + 'static {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    fn now(&self) -> i64;

    /// An id never handed out before.
    fn id(&self) -> Uuid;

    /// Where exported files go unless the person says otherwise.
    fn export_folder(&self) -> PathBuf;

    /// Brands or preferences changed.
    fn studio_changed(&self, studio: &Studio);

    /// A job moved on.
    fn job_changed(&self, job: &Job);

    /// Files on their way in moved on.
    fn import_changed(&self, job: &ImportJob);

    /// Files of a brand came, went, or are said something else of.
    fn assets_changed(&self, brand: Uuid);
}
