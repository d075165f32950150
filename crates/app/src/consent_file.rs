//! The signed documents of agreements as files of a folder: taken from there, and put there.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use planche_library::{AGREEMENTS, Blobs, Content, Hash, LibraryError, files};
use planche_model::asset::ConsentFile;
use unicode_normalization::UnicodeNormalization;

use crate::{folder_name::safe, pictures::file_name, wire::Problem};

/// No signed document is larger, in MiB: scans of many pages are smaller, and the words can say where a film is.
pub const LARGEST_MIB: u64 = 50;

/// Keeps the file at `path` for good.
pub fn take(path: &Path, blobs: &Blobs) -> Result<ConsentFile, Problem> {
    let content = read(path)?;
    let blob = blobs.put_content(&content)?;
    Ok(ConsentFile { name: file_name(path).nfc().collect(), blob: blob.into() })
}

fn read(path: &Path) -> Result<Content, Problem> {
    match files::read(path, LARGEST_MIB << 20) {
        Err(LibraryError::TooLarge { path, .. }) => {
            Err(Problem::new("proofTooLarge").with("path", path.display()).with("limit", LARGEST_MIB))
        }
        read => Ok(Content::new(read?)),
    }
}

/// Copies the file to a folder under a name that tells it from others; one that is there is not copied again. Answers
/// with the copy.
///
/// # Errors
/// `missingProof` when its bytes are gone; the folder cannot be written.
pub fn put(file: &ConsentFile, folder: &Path, blobs: &Blobs) -> Result<PathBuf, Problem> {
    files::create_folder(folder)?;
    let (path, blob) = (folder.join(name(file)), blobs.path(file.blob.into()));
    if is_there(&path, file.blob.into()) {
        return Ok(path);
    }
    match files::copy_new(&blob, &path) {
        Err(LibraryError::MissingFile { path } | LibraryError::Io { path, .. }) if path == blob => Err(missing(file)),
        copied => Ok(copied?),
    }
}

/// What is said of a file that its agreement names, and that did not come along with it.
pub fn lacking(file: &ConsentFile) -> Problem {
    Problem::new("lackingProof").with("path", &file.name)
}

/// What is said of a file whose bytes are gone.
pub fn missing(file: &ConsentFile) -> Problem {
    Problem::new("missingProof").with("path", &file.name)
}

fn is_there(path: &Path, hash: Hash) -> bool {
    files::open(path).is_ok_and(|file| Hash::of_reader(file).is_ok_and(|found| found == hash))
}

/// `accord-1f2e3d4c.pdf`: what it was called, fit for any disk, and the beginning of its hash.
fn name(file: &ConsentFile) -> String {
    let (stem, extension) = file.name.rsplit_once('.').unwrap_or((&file.name, ""));
    let (stem, extension) = (safe(stem), safe(extension));
    let stem = if stem.is_empty() { "document" } else { &stem };
    let dot = if extension.is_empty() { "" } else { "." };
    format!("{stem}-{}{dot}{extension}", &file.blob.to_string()[..8])
}

/// The signed documents that lie beside the files that come in, each read once.
#[derive(Default)]
pub struct Beside(Mutex<Seen>);

#[derive(Default)]
struct Seen {
    kept: HashSet<PathBuf>,
    lacking: HashSet<PathBuf>,
}

/// What became of a signed document that a sidecar names.
pub enum Came {
    /// It is kept for good.
    Kept,
    /// It is not there, or other bytes are.
    Lacking,
    /// So it is, and it was told.
    LackingStill,
}

impl Beside {
    /// Keeps the signed document that left with the file at `path`.
    ///
    /// # Errors
    /// The library cannot be written.
    pub fn take(&self, file: &ConsentFile, path: &Path, blobs: &Blobs) -> Result<Came, LibraryError> {
        let document = path.with_file_name(AGREEMENTS).join(name(file));
        // The sets are whole between two statements, so a panic elsewhere leaves nothing broken.
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.kept.contains(&document) {
            return Ok(Came::Kept);
        }
        match read(&document).ok().filter(|content| content.hash() == file.blob.into()) {
            Some(content) => {
                blobs.put_content(&content)?;
                seen.kept.insert(document);
                Ok(Came::Kept)
            }
            None if seen.lacking.insert(document) => Ok(Came::Lacking),
            None => Ok(Came::LackingStill),
        }
    }
}

#[cfg(test)]
mod tests {
    use planche_model::asset::ContentHash;

    use super::*;

    #[track_caller]
    fn check(called: &str, expected: &str) {
        assert_eq!(name(&ConsentFile { name: called.to_owned(), blob: ContentHash([0xab; 32]) }), expected);
    }

    #[test]
    fn a_name_is_fit_for_any_disk_and_tells_documents_of_one_name_apart() {
        check("Accord Anaïs.pdf", "Accord Anaïs-abababab.pdf");
        check("accord", "accord-abababab");
        check("../../etc/passwd", "document-abababab.etc-passwd");
        check("..", "document-abababab");
        check("a.p/df", "a-abababab.p-df");
        check(".pdf", "document-abababab.pdf");
    }
}
