use std::{io, path::PathBuf};

use thiserror::Error;

/// Why the fonts could not be unpacked.
#[derive(Debug, Error)]
pub enum FontsError {
    #[error("at most one argument is expected: the `node_modules` folder")]
    Usage,
    #[error("no `assets/fonts/manifest.json` here or in any folder above")]
    NoManifest,
    #[error("`{}` is not a valid manifest: {reason}", path.display())]
    Manifest { path: PathBuf, reason: String },
    #[error("the package `{package}` is not in `{}`", modules.display())]
    MissingPackage { package: String, modules: PathBuf },
    #[error("could not read `{}`: {source}", path.display())]
    Read { path: PathBuf, source: io::Error },
    #[error("could not write `{}`: {source}", path.display())]
    Write { path: PathBuf, source: io::Error },
    #[error("`{}` is not a font that can be decoded", path.display())]
    Undecodable { path: PathBuf },
    #[error("the font `{name}` varies along {found}, the manifest says {expected}")]
    Axes { name: String, expected: String, found: String },
}

impl FontsError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Usage => "run `npm run fonts`, or `planche-fonts path/to/node_modules`",
            Self::NoManifest => "run this from inside the project",
            Self::Manifest { .. } => "compare it with `assets/fonts/README.md`",
            Self::MissingPackage { .. } => "run `npm install` at the root of the project",
            Self::Read { .. } | Self::Undecodable { .. } => {
                "the package looks incomplete: delete `node_modules` and run `npm install`"
            }
            Self::Write { .. } => "check the free space and the permissions of `assets/fonts/files`",
            Self::Axes { .. } => "the package changed its files: correct `axes` or `source` in the manifest",
        }
    }
}
