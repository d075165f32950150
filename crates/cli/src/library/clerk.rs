use std::{
    path::PathBuf,
    sync::{
        Mutex, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    time::{SystemTime, UNIX_EPOCH},
};

use planche_app::{
    Host,
    wire::{ImportJob, Job, Studio},
};
use uuid::Uuid;

/// The studio's host when there is no window: it keeps what is told until somebody asks.
pub struct Clerk {
    tell: Sender<ImportJob>,
    told: Mutex<Receiver<ImportJob>>,
}

impl Default for Clerk {
    fn default() -> Self {
        let (tell, told) = channel();
        Self { tell, told: Mutex::new(told) }
    }
}

impl Clerk {
    /// What was told next of files on their way in; waits for it.
    pub fn next(&self) -> Option<ImportJob> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
    }
}

impl Host for Clerk {
    fn now(&self) -> i64 {
        now()
    }

    fn id(&self) -> Uuid {
        Uuid::new_v4()
    }

    fn export_folder(&self) -> PathBuf {
        PathBuf::from(".")
    }

    fn studio_changed(&self, _: &Studio) {}

    fn job_changed(&self, _: &Job) {}

    fn import_changed(&self, job: &ImportJob) {
        self.tell.send(job.clone()).expect("the clerk holds the other end as long as itself");
    }

    fn assets_changed(&self, _: Uuid) {}
}

/// Milliseconds since 1970-01-01 UTC.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
