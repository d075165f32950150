use std::sync::atomic::{AtomicBool, Ordering};

use planche_library::{Backup, BackupReason};

use super::{Studio, lock};
use crate::wire::{BackupCard, CheckReport, Nothing, OfBackup, Problem};

impl Studio {
    /// Copies the library's database when half an hour has passed since the last copy and something changed; forgets what
    /// was in the trash for a month, and the bytes that nothing names. To be called every few minutes.
    pub fn keep_house(&self) -> Result<(), Problem> {
        self.back_up_for(BackupReason::Scheduled)?;
        let now = self.now();
        let mut library = lock(&self.library);
        if !library.is_read_only() {
            library.transact(|transaction| transaction.assets_mut().empty_trash(now))?;
            library.sweep_orphans(now)?;
        }
        Ok(())
    }

    /// Copies the library's database when something changed since the last copy, since nobody will work on it for a
    /// while, and leaves it so that it opens at once.
    pub fn close(&self) -> Result<(), Problem> {
        self.back_up_for(BackupReason::Quit)?;
        Ok(lock(&self.library).settle()?)
    }

    /// The copies of the library, the latest first.
    pub fn backups(&self, _: Nothing) -> Result<Vec<BackupCard>, Problem> {
        Ok(lock(&self.library).backups()?.iter().map(BackupCard::from).collect())
    }

    /// Copies the library now; the answer is the latest copy, which is an older one when nothing changed since.
    pub fn back_up(&self, _: Nothing) -> Result<BackupCard, Problem> {
        let now = self.now();
        let mut library = lock(&self.library);
        let made = library.back_up_if_due(now, BackupReason::Asked)?;
        let latest = made.map_or_else(|| library.backups().map(|all| all.into_iter().next()), |made| Ok(Some(made)))?;
        latest.as_ref().map(BackupCard::from).ok_or_else(|| Problem::new("notFound"))
    }

    /// Goes back to a copy. What the library is now is kept as another copy first.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn restore_backup(&self, of: OfBackup) -> Result<(), Problem> {
        self.stop_imports();
        let now = self.now();
        // No document may be written in the meantime, nor be remembered after it.
        let mut documents = lock(&self.documents);
        let restored = lock(&self.library).go_back(&of.name, now);
        documents.clear();
        drop(documents);
        lock(&self.brands).clear();
        lock(&self.described).clear();
        self.host.studio_changed(&self.overview(Nothing {})?);
        Ok(restored?)
    }

    /// Whether every file of the library is there as it was. Reads everything.
    pub fn verify(&self, _: Nothing) -> Result<CheckReport, Problem> {
        let inventory = lock(&self.library).inventory()?;
        let report = inventory.verify(|_| {}, &AtomicBool::new(false));
        Ok(report.map(CheckReport::from).unwrap_or_default())
    }

    pub(super) fn back_up_for(&self, reason: BackupReason) -> Result<(), Problem> {
        let now = self.now();
        lock(&self.library).back_up_if_due(now, reason)?;
        Ok(())
    }

    fn stop_imports(&self) {
        lock(&self.imports).iter().for_each(|importing| importing.cancel.store(true, Ordering::Relaxed));
    }
}

impl From<&Backup> for BackupCard {
    fn from(backup: &Backup) -> Self {
        Self {
            name: backup.name.clone(),
            at: backup.at.0,
            bytes: backup.bytes,
            reason: reason(backup.reason).to_owned(),
        }
    }
}

fn reason(reason: BackupReason) -> &'static str {
    match reason {
        BackupReason::Asked => "asked",
        BackupReason::Scheduled => "scheduled",
        BackupReason::Quit => "quit",
        BackupReason::BeforeImport => "import",
        BackupReason::BeforeDelete => "delete",
        BackupReason::BeforeRestore => "restore",
        BackupReason::BeforeMigration => "migration",
        BackupReason::Damaged => "damaged",
    }
}
