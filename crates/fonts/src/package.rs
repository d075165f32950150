use std::{
    fs,
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
}
