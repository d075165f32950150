use planche_library::BackupReason;

use super::{Studio, lock};
use crate::wire::Problem;

impl Studio {
    /// Copies the library's database when half an hour has passed since the last copy and something changed. To be
    /// called every few minutes.
    pub fn back_up_by_the_clock(&self) -> Result<(), Problem> {
        self.back_up(BackupReason::Scheduled)
    }

    /// Copies the library's database when something changed since the last copy, since nobody will work on it for a
    /// while.
    pub fn back_up_before_quitting(&self) -> Result<(), Problem> {
        self.back_up(BackupReason::Quit)
    }

    fn back_up(&self, reason: BackupReason) -> Result<(), Problem> {
        let now = self.now();
        lock(&self.library).back_up_if_due(now, reason)?;
        Ok(())
    }
}
