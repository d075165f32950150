//! A brand as an archive. The same brand makes the same bytes: entries are in a fixed order and bear no date.

use std::{
    io::{BufWriter, Read, Write},
    path::{Path, PathBuf},
};

use flate2::{Compression, write::DeflateEncoder};
use planche_library::{Blobs, Hash, LibraryError, Unfinished, files};
use planche_model::asset::ContentHash;
use serde::Serialize;
use zip::{CompressionMethod, System, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{Gathered, KIND, MARKER, MOST_BYTES, MOST_ENTRIES, MOST_SAID, PIECE, RATIO, Refusal, blob, entries};
use crate::wire::Problem;

/// Longer files are stored as they are: they are films and photographs, or would be in memory twice.
const LONGEST_SHRUNK: u64 = 16 << 20;

/// Writes the brand at `path`, or beside it when the name is taken; answers with where it is.
///
/// # Errors
/// `missingBlob` or `damagedBlob` names the first file whose bytes are not what they were; `brandTooLarge` and
/// `packTooLarge` say that nobody would read it; the disk refuses. Nothing is written then.
pub(crate) fn write(gathered: &Gathered, blobs: &Blobs, path: &Path) -> Result<PathBuf, Problem> {
    let named = entries::blobs(&gathered.brand, &gathered.content);
    let count = named.len() + entries::sheets(&gathered.brand).len();
    if count > MOST_ENTRIES {
        let files = Problem::new("brandTooLarge").with("name", gathered.name()).with("files", count);
        return Err(files.with("most", MOST_ENTRIES));
    }
    let file = BufWriter::with_capacity(PIECE, Unfinished::begin(path)?);
    let mut writing = Writing { zip: ZipWriter::new(file), path, said: 0, held: 0 };
    writing.sheets(gathered)?;
    named.into_iter().try_for_each(|blob| writing.blob(gathered, blobs, blob))?;
    writing.finish()
}

struct Writing<'a> {
    zip: ZipWriter<BufWriter<Unfinished>>,
    path: &'a Path,
    /// How many bytes its sheets hold.
    said: u64,
    /// How many bytes it holds in all.
    held: u64,
}

impl Writing<'_> {
    fn sheets(&mut self, gathered: &Gathered) -> Result<(), Problem> {
        self.bytes(MARKER, KIND.as_bytes(), CompressionMethod::Stored)?;
        self.sheet(entries::BRAND, &gathered.brand)?;
        for (version, charter) in gathered.brand.versions.iter().zip(&gathered.charters) {
            self.sheet(&entries::charter(version.number), charter)?;
        }
        if let Some(draft) = &gathered.draft {
            self.sheet(entries::DRAFT, draft)?;
        }
        if gathered.brand.content {
            self.sheet(entries::CONTENT, &gathered.content)?;
        }
        gathered.documents.iter().try_for_each(|document| self.sheet(&entries::document(document.id), document))
    }

    fn sheet(&mut self, name: &str, sheet: &impl Serialize) -> Result<(), Problem> {
        let json = serde_json::to_vec(sheet).expect("plain data always serialises");
        self.said += json.len() as u64;
        within(self.path, self.said, MOST_SAID)?;
        self.bytes(name, &json, method(&json))
    }

    fn bytes(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), Problem> {
        self.begin(name, method, bytes.len() as u64)?;
        self.piece(bytes)
    }

    /// Copies the bytes of that name, and makes sure that they are.
    fn blob(&mut self, gathered: &Gathered, blobs: &Blobs, hash: ContentHash) -> Result<(), Problem> {
        let path = blobs.path(hash.into());
        let told = |code: &str| {
            let name = gathered.names.get(&hash).map_or("", String::as_str);
            Problem::new(code).with("path", name).with("hash", hash)
        };
        let length = files::stamp(&path).map(|(length, _)| length).ok_or_else(|| told("missingBlob"))?;
        let mut source = files::open(&path).map_err(|_| told("missingBlob"))?;
        let copied = if length <= LONGEST_SHRUNK && !gathered.films.contains(&hash) {
            let mut bytes = Vec::new();
            source.read_to_end(&mut bytes).map_err(|_| told("damagedBlob"))?;
            self.bytes(&entries::blob(hash), &bytes, blob::method(&bytes, method))?;
            Hash::of(&bytes)
        } else {
            self.begin(&entries::blob(hash), CompressionMethod::Stored, length)?;
            let read = |error| Refusal::from(LibraryError::reading(&path, error));
            let copied = blob::pieces(source, read, |piece| self.piece(piece).map_err(Refusal::from));
            copied.map_err(|refusal| refusal.told(&path))?
        };
        if copied == hash.into() { Ok(()) } else { Err(told("damagedBlob")) }
    }

    fn begin(&mut self, name: &str, method: CompressionMethod, length: u64) -> Result<(), Problem> {
        self.held += length;
        within(self.path, self.held, MOST_BYTES)?;
        let options = SimpleFileOptions::DEFAULT
            .compression_method(method)
            .system(System::Unix)
            .unix_permissions(0o644)
            .large_file(length >= u64::from(u32::MAX));
        self.zip.start_file(name, options).map_err(|error| unwritten(self.path, error))
    }

    fn piece(&mut self, piece: &[u8]) -> Result<(), Problem> {
        self.zip.write_all(piece).map_err(|error| LibraryError::writing(self.path, error).into())
    }

    fn finish(self) -> Result<PathBuf, Problem> {
        let file = self.zip.finish().map_err(|error| unwritten(self.path, error))?;
        let file = file.into_inner().map_err(|error| LibraryError::writing(self.path, error.into_error()))?;
        Ok(file.keep()?)
    }
}

/// Nobody would read more.
fn within(path: &Path, size: u64, room: u64) -> Result<(), Problem> {
    if size > room { Err(Refusal::TooLarge { size, room }.told(path)) } else { Ok(()) }
}

fn unwritten(path: &Path, error: ZipError) -> Problem {
    match error {
        ZipError::Io(error) => LibraryError::writing(path, error).into(),
        error => crate::problem::internal(&error),
    }
}

/// Deflated, unless it would shrink more than who reads it believes.
fn method(bytes: &[u8]) -> CompressionMethod {
    let shrunk = shrunk(bytes);
    if (bytes.len() as u64) < shrunk.saturating_mul(RATIO / 2) {
        CompressionMethod::Deflated
    } else {
        CompressionMethod::Stored
    }
}

/// How long they are deflated.
fn shrunk(bytes: &[u8]) -> u64 {
    let mut encoder = DeflateEncoder::new(Count(0), Compression::default());
    let counted = encoder.write_all(bytes).and_then(|()| encoder.finish());
    counted.expect("counting refuses nothing").0
}

struct Count(u64);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
