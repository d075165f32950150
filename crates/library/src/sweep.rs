use crate::{Library, LibraryError, Timestamp};

/// How old a blob must be to be swept, in ms: a day. A younger one may be waiting for its row.
const AGE_MS: i64 = 24 * 60 * 60 * 1000;

/// What was swept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// How many blobs.
    pub blobs: usize,
    /// How many bytes they were, all together.
    pub bytes: u64,
}

impl Library {
    /// Removes the blobs that nothing names, neither the library nor any of its backups, and that are over a day old.
    ///
    /// While a backup cannot be read, such as a damaged database set aside, nothing is removed: nobody can tell what it
    /// names. Nothing is removed either from a library that can only be read.
    pub fn sweep_orphans(&mut self, now: Timestamp) -> Result<Swept, LibraryError> {
        let mut swept = Swept::default();
        if self.is_read_only() {
            return Ok(swept);
        }
        let Ok(known) = self.named_anywhere()? else { return Ok(swept) };
        let before = Timestamp(now.0.saturating_sub(AGE_MS));
        for blob in self.blobs.list()?.into_iter().filter(|blob| !known.contains(&blob.hash)) {
            if self.blobs.remove(blob.hash, before)? {
                swept.blobs += 1;
                swept.bytes += blob.bytes;
            }
        }
        Ok(swept)
    }
}
