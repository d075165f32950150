use std::path::{Path, PathBuf};

use crate::{LibraryError, files};

/// What was found where a person pointed.
#[derive(Debug, Default)]
pub struct Walked {
    /// The files: in the order they were chosen, those of a folder by name, each folder's after its own.
    pub files: Vec<PathBuf>,
    /// The folders that could not be listed, and what was chosen and is not there.
    pub failed: Vec<LibraryError>,
}

/// How deep folders are looked into: nobody sorts photographs deeper, and a loop of mounts ends.
const DEEPEST: usize = 32;

/// What systems leave in folders: nobody means it.
const LEFT_OUT: [&str; 3] = ["thumbs.db", "desktop.ini", "ehthumbs.db"];

/// The folder beside files that left a library where the signed documents of their agreements lie.
pub const AGREEMENTS: &str = "planche-accords";

/// Every file that was chosen, and every file of the folders that were. Hidden ones are left out, and so are links to
/// folders. Sidecars are left out even when they were chosen: they come along with what they lie beside, as the signed
/// documents of [agreements](AGREEMENTS) do.
pub fn walk(chosen: &[PathBuf]) -> Walked {
    let mut walked = Walked::default();
    for path in chosen {
        if path.is_dir() {
            walked.enter(path, DEEPEST);
        } else if path.exists() {
            walked.files.extend(Some(path.clone()).filter(|path| !is_sidecar(path)));
        } else {
            walked.failed.push(LibraryError::MissingFile { path: path.clone() });
        }
    }
    walked
}

/// Whether it is a note that goes with a photograph, by its name.
pub fn is_sidecar(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xmp"))
}

impl Walked {
    fn enter(&mut self, folder: &Path, deepest: usize) {
        let inside = match files::list(folder) {
            Ok(inside) => inside,
            Err(error) => return self.failed.push(error),
        };
        let (folders, files): (Vec<_>, Vec<_>) =
            inside.into_iter().filter(|path| is_meant(path)).partition(|path| path.is_dir());
        self.files.extend(files);
        if deepest > 0 {
            folders.iter().filter(|folder| !folder.is_symlink()).for_each(|folder| self.enter(folder, deepest - 1));
        }
    }
}

fn is_meant(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    !name.starts_with('.') && name != AGREEMENTS && !LEFT_OUT.contains(&name.as_str()) && !is_sidecar(path)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_files_of_folders_are_found_by_name() {
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        fs::create_dir_all(at("b/c")).unwrap();
        fs::create_dir_all(at("b").join(AGREEMENTS)).unwrap();
        for file in
            ["z.jpg", "a.jpg", "a.xmp", ".hidden", "Thumbs.db", "b/d.png", "b/c/e.png", "b/planche-accords/a.pdf"]
        {
            fs::write(at(file), "x").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(root.path(), at("b/loop")).unwrap();
        let walked = walk(&[at("z.jpg"), at("a.xmp"), root.path().to_owned(), at("gone.jpg")]);
        assert_eq!(walked.files, ["z.jpg", "a.jpg", "z.jpg", "b/d.png", "b/c/e.png"].map(at));
        assert!(matches!(walked.failed.as_slice(), [LibraryError::MissingFile { path }] if *path == at("gone.jpg")));
    }
}
