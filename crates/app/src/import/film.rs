use std::{
    io::{self, Read},
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

use planche_library::{Blobs, Hash, Incoming, LibraryError, files};
use planche_media::video::{self, Video};

use super::Stop;

/// How much of a film is in memory at once, in bytes.
const PIECE: usize = 1 << 20;

/// What a file's headers say when it is a film; they may be anywhere in a file of gigabytes.
pub fn probe(path: &Path) -> Option<Video> {
    video::probe(files::open(path).ok()?)
}

/// The name of a file of any length.
pub fn hash(path: &Path, cancel: &AtomicBool) -> Result<Hash, Stop> {
    Hash::of_reader(Cancellable { source: files::open(path)?, cancel }).map_err(|error| unread(path, error, cancel))
}

/// Brings in a file of any length, which goes away again unless it is kept.
pub fn receive(path: &Path, blobs: &Blobs, cancel: &AtomicBool) -> Result<Incoming, Stop> {
    let mut source = Cancellable { source: files::open(path)?, cancel };
    let mut incoming = blobs.receive().map_err(Stop::Refused)?;
    let mut piece = vec![0; PIECE];
    loop {
        match source.read(&mut piece).map_err(|error| unread(path, error, cancel))? {
            0 => return Ok(incoming),
            length => incoming.add(&piece[..length]).map_err(Stop::Refused)?,
        }
    }
}

fn unread(path: &Path, source: io::Error, cancel: &AtomicBool) -> Stop {
    if cancel.load(Ordering::Relaxed) {
        return Stop::Cancelled;
    }
    LibraryError::Io { path: path.to_owned(), source }.into()
}

/// A file that cannot be read any further once nobody wants it.
struct Cancellable<'a, R> {
    source: R,
    cancel: &'a AtomicBool,
}

impl<R: Read> Read for Cancellable<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(io::Error::other("cancelled"));
        }
        self.source.read(buffer)
    }
}
