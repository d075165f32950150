use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::error::FontsError;

/// An installed npm package.
pub struct Package {
    folder: PathBuf,
    /// Its version, as the package states it.
    pub version: String,
}

#[derive(Deserialize)]
struct Description {
    version: String,
}

impl Package {
    /// Finds the package `name` in `modules`.
    pub fn find(modules: &Path, name: &str) -> Result<Self, FontsError> {
        let missing = || FontsError::MissingPackage { package: name.into(), modules: modules.into() };
        let folder = modules.join(name);
        let text = fs::read(folder.join("package.json")).map_err(|_| missing())?;
        let Description { version } = serde_json::from_slice(&text).map_err(|_| missing())?;
        Ok(Self { folder, version })
    }

    /// Where `file` of this package is.
    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    /// The bytes of `file`.
    pub fn read(&self, file: &str) -> Result<Vec<u8>, FontsError> {
        let path = self.path(file);
        fs::read(&path).map_err(|source| FontsError::Read { path, source })
    }

    /// The files of this package named `before`, a number, `after`, in the order of their numbers.
    pub fn numbered(&self, before: &str, after: &str) -> Result<Vec<String>, FontsError> {
        let folder = self.path(before.rsplit_once('/').map_or("", |(folder, _)| folder));
        let unreadable = |source| FontsError::Read { path: folder.clone(), source };
        let mut found = Vec::new();
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let name = entry.map_err(unreadable)?.file_name();
            let start = before.rsplit('/').next().unwrap_or(before);
            let number =
                name.to_str().and_then(|name| name.strip_prefix(start)?.strip_suffix(after)?.parse::<u32>().ok());
            found.extend(number);
        }
        found.sort_unstable();
        if found.is_empty() {
            let path = self.path(&format!("{before}0{after}"));
            return Err(FontsError::Read { path, source: io::ErrorKind::NotFound.into() });
        }
        Ok(found.into_iter().map(|number| format!("{before}{number}{after}")).collect())
    }
}
