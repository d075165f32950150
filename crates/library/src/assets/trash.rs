use planche_model::AssetId;

use super::{AssetsMut, words};
use crate::{LibraryError, Timestamp};

/// How long the trash keeps a file: thirty days, in milliseconds.
const KEPT: i64 = 30 * 24 * 3600 * 1000;

impl AssetsMut<'_> {
    /// Puts it in the trash; creations that show it still do.
    pub fn trash(&mut self, id: AssetId, now: Timestamp) -> Result<(), LibraryError> {
        self.set_trashed(id, Some(now))
    }

    /// Takes it out of the trash.
    pub fn restore(&mut self, id: AssetId) -> Result<(), LibraryError> {
        self.set_trashed(id, None)
    }

    /// Forgets what has been in the trash for thirty days and that no creation shows, nor would after an undo; answers
    /// with how many there were. Their blobs stay until they are swept.
    pub fn empty_trash(&mut self, now: Timestamp) -> Result<usize, LibraryError> {
        let sql = "SELECT id FROM assets WHERE trashed < ?1
                   AND NOT EXISTS (SELECT 1 FROM nodes WHERE nodes.asset = assets.id)";
        let old = self.database.rows(sql, [now.0 - KEPT], |row| row.get("id").map(AssetId))?;
        let mut forgotten = 0;
        for id in old {
            if self.is_remembered(id)? {
                continue;
            }
            forgotten += 1;
            let (number, brand, _) = self.row(id)?;
            words::forget(self.database, number)?;
            self.database.execute("DELETE FROM assets WHERE number = ?1", [number])?;
            self.changed(brand);
        }
        Ok(forgotten)
    }

    /// Whether an undo or a redo would show it.
    fn is_remembered(&self, id: AssetId) -> Result<bool, LibraryError> {
        let sql = "SELECT 1 FROM steps WHERE instr(patch, ?1) > 0 LIMIT 1";
        Ok(self.database.row(sql, [id.to_string()], |_| Ok(()))?.is_some())
    }

    fn set_trashed(&mut self, id: AssetId, trashed: Option<Timestamp>) -> Result<(), LibraryError> {
        let (number, brand, _) = self.row(id)?;
        self.database.execute("UPDATE assets SET trashed = ?2 WHERE number = ?1", (number, trashed))?;
        let asset = self.read().get(id)?.ok_or(LibraryError::NoSuchAsset(id))?;
        words::keep(self.database, number, &words::scope(brand, trashed.is_some()), &asset.description)?;
        self.changed(brand);
        Ok(())
    }
}
