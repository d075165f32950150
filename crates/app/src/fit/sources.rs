use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use planche_library::{LibraryError, Walked, walk};

use crate::wire::Problem;

/// How the names of photographs end. In a folder, other files are passed over; what is named itself is always tried.
const EXTENSIONS: [&str; 16] = [
    "jpg", "jpeg", "jpe", "jfif", "png", "webp", "heic", "heif", "hif", "avif", "jxl", "tif", "tiff", "gif", "bmp",
    "psd",
];

/// The photographs that are asked for, each once, and what is asked for and cannot be had. What was made earlier, in
/// `out`, is no photograph to start from.
pub fn find(inputs: &[PathBuf], out: &Path) -> Vec<Result<PathBuf, (PathBuf, Problem)>> {
    let mut seen = HashSet::new();
    let out = absolute(out);
    let found = inputs.iter().flat_map(|input| one(input, &out));
    found.filter(|found| found.as_ref().map_or(true, |path| seen.insert(absolute(path)))).collect()
}

/// A path that tells a file from any other, as long as links are not looked at.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn one(input: &Path, out: &Path) -> Vec<Result<PathBuf, (PathBuf, Problem)>> {
    let Walked { files, failed } = walk(&[input.to_owned()]);
    let itself = files == [input];
    let wanted = |file: &PathBuf| itself || (is_photograph(file) && !absolute(file).starts_with(out));
    let refused = |error: LibraryError| Err((input.to_owned(), Problem::from(error).with("beside", "nothing")));
    files.into_iter().filter(wanted).map(Ok).chain(failed.into_iter().map(refused)).collect()
}

fn is_photograph(file: &Path) -> bool {
    let extension = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    EXTENSIONS.contains(&extension.as_str())
}
