//! A database that nobody has touched since it was last left need not be read whole before it is trusted: that takes a
//! second for two hundred thousand files. What a disk does to it by itself is found by the next backup or check, as
//! while the library is open.

use std::{path::Path, time::UNIX_EPOCH};

use crate::{Library, LibraryError, files, library::DATABASE};

/// What the database was like when it was left, in the library's folder.
const NOTE: &str = "LEFT";

/// Longer than any note, in bytes.
const LONGEST: u64 = 100;

impl Library {
    /// Puts all that was written into the database's one file, and notes what that file is like. Called as the library
    /// is left; whatever is written after it makes the note void.
    pub fn settle(&self) -> Result<(), LibraryError> {
        if self.is_read_only() {
            return Ok(());
        }
        self.database.gather()?;
        let Some(note) = note(&self.folder().join(DATABASE)) else { return Ok(()) };
        files::write(&self.folder().join(NOTE), note.as_bytes())
    }
}

/// Whether the database is as it was left.
pub(crate) fn is_as_left(folder: &Path) -> bool {
    let left = files::read(&folder.join(NOTE), LONGEST).ok();
    left.is_some() && left == note(&folder.join(DATABASE)).map(String::into_bytes)
}

/// How long it is, and when it was last written.
fn note(database: &Path) -> Option<String> {
    let (bytes, written) = files::stamp(database)?;
    let written = written?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    Some(format!("{bytes} {written}"))
}
