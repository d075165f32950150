//! What was accepted, in `tests/reference`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use planche_tests::{picture::Picture, project};

use crate::drawn::Drawn;

/// A reference is read by people in a diff: it stays small.
const HEAVIEST: u64 = 20 << 10;

/// With `PLANCHE_ACCEPT=1`, makes what is drawn now the references, and the only ones.
pub fn accept_if_asked(drawn: &[Drawn]) {
    if std::env::var_os("PLANCHE_ACCEPT").is_none_or(|accept| accept != "1") {
        return;
    }
    unused(drawn).iter().for_each(|path| fs::remove_file(path).expect("a reference can be removed"));
    for drawn in drawn.iter().filter(|drawn| drawn.accepted) {
        let path = path(drawn);
        fs::create_dir_all(path.parent().expect("a reference is in an area")).expect("the project takes folders");
        drawn.raster.write(&path);
    }
}

/// The reference of a page.
pub fn of(drawn: &Drawn) -> Option<Picture> {
    let path = path(drawn);
    path.exists().then(|| Picture::read(&path))
}

/// Where the reference of a page is.
pub fn path(drawn: &Drawn) -> PathBuf {
    folder().join(format!("{}.png", drawn.name))
}

/// The references that nothing is compared with.
pub fn unused(drawn: &[Drawn]) -> Vec<PathBuf> {
    let used: Vec<PathBuf> = drawn.iter().filter(|drawn| drawn.accepted).map(path).collect();
    kept().into_iter().filter(|path| !used.contains(path)).collect()
}

/// The references that are too large.
pub fn heavy() -> Vec<String> {
    let weigh = |path: &PathBuf| fs::metadata(path).expect("a listed file can be read").len();
    let heavy = kept().into_iter().map(|path| (weigh(&path), path)).filter(|(bytes, _)| *bytes > HEAVIEST);
    heavy.map(|(bytes, path)| format!("{}: {bytes} bytes", path.display())).collect()
}

fn kept() -> Vec<PathBuf> {
    list(&folder()).iter().filter(|area| area.is_dir()).flat_map(|area| list(area)).collect()
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.expect("a folder of the project can be listed").path()).collect()
}

fn folder() -> PathBuf {
    project::root().join("tests/reference")
}
