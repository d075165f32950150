use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use planche_library::{
    files,
    folders::{self, Claim},
};
use unicode_normalization::UnicodeNormalization;

use super::sources::absolute;
use crate::{folder_name::safe, wire::Problem};

/// Which file is made of which photograph: the same photograph gets its own file again, no other one takes its place.
pub struct Names {
    out: PathBuf,
    home: PathBuf,
    /// By the file's path from the folder, as a disk that ignores capitals and accents' spelling compares them: the
    /// hash of its photograph's path. Not the path itself, as the folder may be given to others.
    makers: BTreeMap<String, String>,
    _claim: Claim,
}

const HOME: &str = ".planche-photos";
const MAKERS: &str = "names.json";
/// An entry is about a hundred bytes.
const LARGEST: u64 = 256 << 20;
/// What a photograph is called whose name no system would take.
const NAMELESS: &str = "photo";

impl Names {
    /// Reads what earlier runs made in a folder.
    ///
    /// # Errors
    /// Nothing can be written there, or another run is at work there.
    pub fn open(out: &Path) -> Result<Self, Problem> {
        let home = out.join(HOME);
        files::create_folder(&home)?;
        let claim = folders::claim(&home).map_err(|error| match Problem::from(error) {
            problem if problem.code == "libraryLocked" => Problem::new("bulkRunning").with("path", out.display()),
            problem => problem,
        })?;
        files::sweep(&home)?;
        // What cannot be read says nothing: names that are taken are left alone then.
        let makers =
            files::read(&home.join(MAKERS), LARGEST).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Ok(Self { out: out.to_owned(), home, makers: makers.unwrap_or_default(), _claim: claim })
    }

    /// Where a photograph goes in a format, whole path. `name-2`, `name-3`… when the name is another one's.
    pub fn place(&mut self, source: &Path, format: &str, extension: &str) -> PathBuf {
        let stem = safe(&source.file_stem().unwrap_or_default().to_string_lossy());
        let stem = if stem.is_empty() { NAMELESS } else { &stem };
        let maker = blake3::hash(absolute(source).as_os_str().as_encoded_bytes()).to_hex().to_string();
        let numbered = |copy: u32| if copy == 1 { stem.to_owned() } else { format!("{stem}-{copy}") };
        let mut names = (1..).map(|copy| format!("{format}/{}.{extension}", numbered(copy)));
        let name = names.find(|name| self.is_free(name, &maker)).expect("there is always another number to try");
        self.makers.insert(folded(&name), maker);
        self.out.join(name)
    }

    /// Makes the names durable, before anything is written under them.
    pub fn keep(&self) -> Result<(), Problem> {
        let bytes = serde_json::to_vec(&self.makers).map_err(|error| crate::problem::internal(&error))?;
        Ok(files::write(&self.home.join(MAKERS), &bytes)?)
    }

    fn is_free(&self, name: &str, maker: &str) -> bool {
        match self.makers.get(&folded(name)) {
            Some(other) => other == maker,
            None => !folders::is_taken(&self.out.join(name)),
        }
    }
}

fn folded(name: &str) -> String {
    name.nfkc().flat_map(char::to_lowercase).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places photographs in a new run and expects these names.
    #[track_caller]
    fn check(out: &Path, placed: &[(&str, &str)]) {
        let mut names = Names::open(out).unwrap();
        for (source, expected) in placed {
            assert_eq!(names.place(Path::new(source), "ig", "jpg"), out.join("ig").join(expected), "{source}");
        }
        names.keep().unwrap();
    }

    #[test]
    fn a_photograph_keeps_its_name_and_no_other_takes_it() {
        let out = tempfile::tempdir().unwrap();
        check(out.path(), &[("a/Bol.png", "Bol.jpg"), ("b/bol.jpg", "bol-2.jpg"), ("a/Bol.jpg", "Bol-3.jpg")]);
        check(out.path(), &[("b/bol.jpg", "bol-2.jpg"), ("c/bol.jpg", "bol-4.jpg"), ("a/Bol.png", "Bol.jpg")]);
    }

    #[test]
    fn what_is_not_ours_stays() {
        let out = tempfile::tempdir().unwrap();
        files::create_folder(&out.path().join("ig")).unwrap();
        files::write(&out.path().join("ig/bol.jpg"), b"a stranger").unwrap();
        check(out.path(), &[("bol.jpg", "bol-2.jpg")]);
        check(out.path(), &[("bol.jpg", "bol-2.jpg")]);
    }

    #[test]
    fn names_are_such_that_every_system_takes_them() {
        let out = tempfile::tempdir().unwrap();
        check(
            out.path(),
            &[("con.png", "con_.jpg"), ("...", "photo.jpg"), ("e\u{301}te\u{301} : 1.jpg", "été - 1.jpg")],
        );
    }

    #[test]
    fn one_run_at_a_time() {
        let out = tempfile::tempdir().unwrap();
        let _first = Names::open(out.path()).unwrap();
        assert_eq!(Names::open(out.path()).err().unwrap().code, "bulkRunning");
    }
}
