use std::path::{Path, PathBuf};

use planche_library::{
    files::{self, create_folder},
    folders::{self, Claim},
};
use planche_model::Finding;
use serde::{Deserialize, Serialize};

use crate::{
    export::{Shrunk, Written},
    wire::Problem,
};

/// What earlier runs made in a folder, and the only way to put a row's folder there.
///
/// Beside the rows' folders, `.planche-bulk` keeps an entry a row. The entry says "being placed" before the folder is
/// touched and what it holds after: a run that is killed leaves no row that looks complete and is not.
pub(super) struct Ledger {
    out: PathBuf,
    home: PathBuf,
    _claim: Claim,
}

/// What a complete row's folder holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// What the row was made of.
    pub key: String,
    /// Its files, by their paths from its folder.
    pub files: Vec<Written>,
    /// Its texts that shrank.
    pub shrunk: Vec<Shrunk>,
    /// What there is to say of it.
    pub findings: Vec<Finding>,
}

const HOME: &str = ".planche-bulk";
/// An entry is a few hundred bytes a page.
const LARGEST_ENTRY: u64 = 16 << 20;

impl Ledger {
    /// Opens the ledger of a folder, which is made when it is missing, and clears away what a kill left unfinished.
    ///
    /// # Errors
    /// Nothing can be written there, or another run is at work there.
    pub fn open(out: &Path) -> Result<Self, Problem> {
        let home = out.join(HOME);
        create_folder(&home)?;
        let claim = folders::claim(&home).map_err(|error| match Problem::from(error) {
            problem if problem.code == "libraryLocked" => Problem::new("bulkRunning").with("path", out.display()),
            problem => problem,
        })?;
        let ledger = Self { out: out.to_owned(), home, _claim: claim };
        folders::empty(&ledger.drafts())?;
        folders::empty(&ledger.asides())?;
        create_folder(&ledger.entries())?;
        files::sweep(&ledger.entries())?;
        Ok(ledger)
    }

    /// Where the row's folder is.
    pub fn place(&self, name: &str) -> PathBuf {
        self.out.join(name)
    }

    /// What the row's folder holds, when that was made with this key and is still there.
    pub fn complete(&self, name: &str, key: &str) -> Option<Entry> {
        let bytes = files::read(&self.entry(name), LARGEST_ENTRY).ok()?;
        // An entry that cannot be read says nothing: its row is made again.
        let entry: Option<Entry> = serde_json::from_slice(&bytes).ok()?;
        let is_there = |file: &Written| {
            files::stamp(&self.place(name).join(&file.path)).is_some_and(|(bytes, _)| bytes == file.bytes)
        };
        entry.filter(|entry| entry.key == key && entry.files.iter().all(is_there))
    }

    /// An empty folder to make the row in.
    ///
    /// # Errors
    /// The row's name is that of something we did not make.
    pub fn draft(&self, name: &str) -> Result<PathBuf, Problem> {
        let place = self.place(name);
        if folders::is_taken(&place) && !folders::is_taken(&self.entry(name)) {
            return Err(Problem::new("folderTaken").with("path", place.display()));
        }
        let draft = self.drafts().join(name);
        folders::empty(&draft)?;
        Ok(draft)
    }

    /// Puts the draft in the row's place.
    pub fn keep(&self, name: &str, entry: &Entry) -> Result<(), Problem> {
        self.write(name, None)?;
        folders::replace(&self.drafts().join(name), &self.place(name), &self.asides().join(name))?;
        self.write(name, Some(entry))
    }

    /// Throws the draft away.
    pub fn discard(&self, name: &str) -> Result<(), Problem> {
        Ok(folders::remove(&self.drafts().join(name))?)
    }

    fn write(&self, name: &str, entry: Option<&Entry>) -> Result<(), Problem> {
        let bytes = serde_json::to_vec(&entry).map_err(|error| crate::problem::internal(&error))?;
        Ok(files::write(&self.entry(name), &bytes)?)
    }

    fn entry(&self, name: &str) -> PathBuf {
        self.entries().join(format!("{name}.json"))
    }

    fn entries(&self) -> PathBuf {
        self.home.join("rows")
    }

    /// Where rows are made; emptied when the ledger is opened.
    pub fn drafts(&self) -> PathBuf {
        self.home.join("drafts")
    }

    /// Where what is replaced waits.
    fn asides(&self) -> PathBuf {
        self.home.join("replaced")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(key: &str) -> Entry {
        let file = Written {
            path: PathBuf::from("a/1.png"),
            format: "a".to_owned(),
            page: Some(1),
            width: 1,
            height: 1,
            bytes: 3,
            pages: 1,
        };
        Entry { key: key.to_owned(), files: vec![file], shrunk: Vec::new(), findings: Vec::new() }
    }

    fn make(ledger: &Ledger, name: &str) {
        let draft = ledger.draft(name).unwrap();
        create_folder(&draft.join("a")).unwrap();
        files::write(&draft.join("a/1.png"), b"png").unwrap();
    }

    #[test]
    fn a_row_is_complete_once_it_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::open(folder.path()).unwrap();
        make(&ledger, "001");
        assert_eq!(ledger.complete("001", "k"), None);
        ledger.keep("001", &entry("k")).unwrap();
        assert_eq!(ledger.complete("001", "k"), Some(entry("k")));
        assert_eq!(ledger.complete("001", "other"), None);
        files::write(&ledger.place("001").join("a/1.png"), b"cut short").unwrap();
        assert_eq!(ledger.complete("001", "k"), None);
    }

    #[test]
    fn a_run_killed_while_it_places_a_row_makes_it_again() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::open(folder.path()).unwrap();
        make(&ledger, "001");
        ledger.keep("001", &entry("k")).unwrap();
        ledger.write("001", None).unwrap();
        assert_eq!(ledger.complete("001", "k"), None);
        make(&ledger, "001");
        ledger.keep("001", &entry("k")).unwrap();
        assert_eq!(ledger.complete("001", "k"), Some(entry("k")));
    }

    #[test]
    fn what_is_not_ours_stays() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::open(folder.path()).unwrap();
        create_folder(&ledger.place("001")).unwrap();
        assert_eq!(ledger.draft("001").unwrap_err().code, "folderTaken");
    }

    #[test]
    fn one_run_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let _ledger = Ledger::open(folder.path()).unwrap();
        assert_eq!(Ledger::open(folder.path()).err().unwrap().code, "bulkRunning");
    }
}
