use std::{
    io::{self, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::{LibraryError, files};

/// A file of any length that is being written for a person. It lies beside its place under a passing name, and goes away
/// unless it is [kept](Self::keep).
#[derive(Debug)]
pub struct Unfinished {
    file: NamedTempFile,
    path: PathBuf,
}

impl Unfinished {
    /// Begins the file that will be at `path`, or beside it when that name is taken.
    pub fn begin(path: &Path) -> Result<Self, LibraryError> {
        let file = files::unfinished(files::folder_of(path)).map_err(|error| LibraryError::writing(path, error))?;
        Ok(Self { file, path: path.to_owned() })
    }

    /// Gives it its name for good; answers with its path.
    pub fn keep(self) -> Result<PathBuf, LibraryError> {
        self.file.as_file().sync_all().map_err(|error| LibraryError::writing(&self.path, error))?;
        files::place_new(self.file, &self.path)
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Unfinished {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}
