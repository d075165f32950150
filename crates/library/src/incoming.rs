use std::io::Write;

use blake3::Hasher;
use tempfile::NamedTempFile;

use crate::{Blobs, Hash, LibraryError};

/// A file that comes in piece by piece, as it is too long for the memory. It lies in the library's folder under a passing
/// name, and goes away unless it is [kept](Self::keep).
#[derive(Debug)]
pub struct Incoming {
    blobs: Blobs,
    file: NamedTempFile,
    hasher: Hasher,
    bytes: u64,
}

impl Incoming {
    pub(crate) fn new(blobs: Blobs, file: NamedTempFile) -> Self {
        Self { blobs, file, hasher: Hasher::new(), bytes: 0 }
    }

    /// Adds what comes next.
    pub fn add(&mut self, piece: &[u8]) -> Result<(), LibraryError> {
        self.file.write_all(piece).map_err(|error| LibraryError::writing(self.file.path(), error))?;
        self.hasher.update(piece);
        self.bytes += piece.len() as u64;
        Ok(())
    }

    /// The name of what came so far.
    pub fn hash(&self) -> Hash {
        Hash::so_far(&self.hasher)
    }

    /// How many bytes came so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Keeps what came. When it returns it is on the disk for good; the same bytes are kept once.
    pub fn keep(self) -> Result<Hash, LibraryError> {
        let hash = self.hash();
        let durable = || self.file.as_file().sync_all().map(|()| self.file);
        self.blobs.settle(hash, durable)
    }
}
