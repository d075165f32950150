//! Files written whole or not at all.
//!
//! A file is filled beside its place under a passing name, made durable, then renamed: a kill, a full disk or a power
//! cut leaves the old file or the new one, never half of either. Renaming alone is not enough: without the two `fsync`
//! a power cut leaves a file of zeros.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Read, Seek, Write},
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

use tempfile::{NamedTempFile, PersistError};

use crate::LibraryError;

/// How the passing names begin.
const UNFINISHED: &str = ".unfinished-";

/// How long to wait before trying to rename again, each time.
///
/// On Windows an antivirus or a synchronised folder holds about one fresh file in twenty-five for a moment.
const PAUSES: [Duration; 4] =
    [Duration::from_millis(10), Duration::from_millis(25), Duration::from_millis(50), Duration::from_millis(100)];

/// Writes `path`, in place of what was there.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), LibraryError> {
    let file = fill(folder_of(path), bytes).map_err(|error| LibraryError::writing(path, error))?;
    place(file, path)
}

/// Writes `path`, or `name-2.png`, `name-3.png`… beside it when the name is taken. Answers with the path written.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<PathBuf, LibraryError> {
    let file = fill(folder_of(path), bytes).map_err(|error| LibraryError::writing(path, error))?;
    place_new(file, path)
}

/// Copies a file of any length to `path`, or beside it when the name is taken, as [`write_new`] does.
pub fn copy_new(source: &Path, path: &Path) -> Result<PathBuf, LibraryError> {
    let copy = duplicate(source, folder_of(path))?;
    copy.as_file().sync_all().map_err(|error| LibraryError::writing(path, error))?;
    place_new(copy, path)
}

pub(crate) fn place_new(mut file: NamedTempFile, path: &Path) -> Result<PathBuf, LibraryError> {
    let failed = |error| LibraryError::writing(path, error);
    for free in names(path) {
        match persist(file, |file| file.persist_noclobber(&free)) {
            Ok(()) => return sync_folder(folder_of(path)).map(|()| free).map_err(failed),
            Err(taken) if taken.error.kind() == ErrorKind::AlreadyExists => file = taken.file,
            Err(refused) => return Err(failed(refused.error)),
        }
    }
    unreachable!("there is always another number to try")
}

/// Makes the folder and those above it, when they are missing.
pub fn create_folder(path: &Path) -> Result<(), LibraryError> {
    if path.is_dir() {
        return Ok(());
    }
    let above = folder_of(path);
    if above != path {
        create_folder(above)?;
    }
    match fs::create_dir(path) {
        Ok(()) => sync_folder(above).map_err(|error| LibraryError::writing(path, error)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(LibraryError::NotAFolder { path: path.to_owned() })
        }
        Err(error) => Err(LibraryError::writing(path, error)),
    }
}

/// The whole file, when it is at most `limit_bytes` long.
pub fn read(path: &Path, limit_bytes: u64) -> Result<Vec<u8>, LibraryError> {
    let failed = |error| LibraryError::reading(path, error);
    let file = File::open(path).map_err(failed)?;
    // Room for all of it at once, and for the byte that would be too much.
    let expected = file.metadata().map_err(failed)?.len().min(limit_bytes) + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or_default());
    let length = file.take(limit_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    if length as u64 > limit_bytes {
        return Err(LibraryError::TooLarge { path: path.to_owned(), limit: limit_bytes });
    }
    Ok(bytes)
}

/// What is in a folder, in the order of the names.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>, LibraryError> {
    let failed = |error| LibraryError::reading(folder, error);
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>().map_err(failed)?;
    paths.sort();
    Ok(paths)
}

/// The file, to be read piece by piece.
pub fn open(path: &Path) -> Result<impl Read + Seek + Send + use<>, LibraryError> {
    File::open(path).map_err(|error| LibraryError::reading(path, error))
}

/// How many bytes there is room for on the disk of a folder.
pub fn room(folder: &Path) -> Result<u64, LibraryError> {
    fs4::available_space(folder).map_err(|error| LibraryError::reading(folder, error))
}

/// What tells that a file is still the one it was: its length in bytes and when it was last changed.
pub fn stamp(path: &Path) -> Option<(u64, Option<SystemTime>)> {
    let file = path.metadata().ok().filter(fs::Metadata::is_file)?;
    Some((file.len(), file.modified().ok()))
}

/// The folder a file is in; `.` for a bare name.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => path,
    }
}

/// An empty file of the folder that goes away unless it is placed.
pub(crate) fn unfinished(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    #[cfg(unix)]
    {
        // The default hides the file from everybody else; an export is an ordinary file, as the umask wants it.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// A durable file of the folder that holds `bytes` and goes away unless it is placed.
pub(crate) fn fill(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = unfinished(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Gives a filled file its name, in place of what had it, for good.
pub(crate) fn place(file: NamedTempFile, path: &Path) -> Result<(), LibraryError> {
    persist(file, |file| file.persist(path))
        .map_err(|refused| refused.error)
        .and_then(|()| sync_folder(folder_of(path)))
        .map_err(|error| LibraryError::writing(path, error))
}

/// A copy of `path` in the folder, which is not durable yet and goes away unless it is placed.
pub(crate) fn duplicate(path: &Path, folder: &Path) -> Result<NamedTempFile, LibraryError> {
    let mut source = File::open(path).map_err(|error| LibraryError::reading(path, error))?;
    let mut copy = unfinished(folder).map_err(|error| LibraryError::writing(folder, error))?;
    match io::copy(&mut source, &mut copy) {
        Ok(_) => Ok(copy),
        Err(error) => Err(unreadable(path).unwrap_or_else(|| LibraryError::writing(copy.path(), error))),
    }
}

/// Why a file cannot be read to its end: copying does not say which of the two files failed.
fn unreadable(path: &Path) -> Option<LibraryError> {
    let read = File::open(path).and_then(|mut file| io::copy(&mut file, &mut io::sink()));
    read.err().map(|error| LibraryError::reading(path, error))
}

/// Gives a file a second name for good, on the same disk: when the first one goes, its bytes stay. The second must be
/// free.
pub(crate) fn keep(path: &Path, other: &Path) -> Result<(), LibraryError> {
    let failed = |error| LibraryError::writing(other, error);
    if fs::hard_link(path, other).is_ok() {
        return sync_folder(folder_of(other)).map_err(failed);
    }
    // Disks of cameras and keys have one name for each file.
    let copy = duplicate(path, folder_of(other))?;
    copy.as_file().sync_all().map_err(failed)?;
    place(copy, other)
}

/// Removes a file, when it is there.
pub fn remove(path: &Path) -> Result<(), LibraryError> {
    match retry(|| fs::remove_file(path)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done.map_err(|error| LibraryError::writing(path, error)),
    }
}

/// Removes what a kill left unfinished in the folder. Nobody else may be writing there.
pub fn sweep(folder: &Path) -> Result<(), LibraryError> {
    let is_unfinished =
        |path: &&PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(UNFINISHED));
    for path in list(folder)?.iter().filter(is_unfinished) {
        remove(path)?;
    }
    Ok(())
}

/// Makes the names in a folder durable.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network file systems know no such thing as a durable folder.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

/// Windows gives no way to ask for it: its file systems log names themselves.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

fn persist(
    mut file: NamedTempFile,
    rename: impl Fn(NamedTempFile) -> Result<File, PersistError>,
) -> Result<(), PersistError> {
    for pause in PAUSES {
        match rename(file) {
            Err(refused) if is_held(&refused.error) => file = refused.file,
            renamed => return renamed.map(drop),
        }
        thread::sleep(pause);
    }
    rename(file).map(drop)
}

/// Tries again for a while what another program hinders.
pub(crate) fn retry(attempt: impl Fn() -> io::Result<()>) -> io::Result<()> {
    for pause in PAUSES {
        match attempt() {
            Err(error) if is_held(&error) => thread::sleep(pause),
            done => return done,
        }
    }
    attempt()
}

/// Whether another program holds the file: `ERROR_ACCESS_DENIED` and `ERROR_SHARING_VIOLATION`.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32))
}

/// The names to try for a file, the first that is free to be taken: `a.png`, `a-2.png`, `a-3.png`…
pub fn names(path: &Path) -> impl Iterator<Item = PathBuf> {
    let numbered = |number: u64| {
        let mut name = path.file_stem().unwrap_or_default().to_owned();
        name.push(format!("-{number}"));
        if let Some(extension) = path.extension() {
            name.push(".");
            name.push(extension);
        }
        path.with_file_name(name)
    };
    std::iter::once(path.to_owned()).chain((2..).map(numbered))
}
