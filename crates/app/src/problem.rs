use std::path::Path;

use planche_library::LibraryError;
use planche_media::{MediaError, font::FontError};
use planche_model::{EditError, charter::CharterError};
use planche_render::RenderError;

use crate::wire::Problem;

impl From<LibraryError> for Problem {
    fn from(error: LibraryError) -> Self {
        let at = |code: &str, path: &Path| Self::new(code).with("path", path.display());
        match &error {
            LibraryError::Locked { path } => at("libraryLocked", path),
            LibraryError::Damaged { path } => at("libraryDamaged", path),
            LibraryError::NotALibrary { path } => at("notALibrary", path),
            LibraryError::ReadOnly { path } => at("libraryNewer", path),
            LibraryError::Synced { path, service } => at("librarySynced", path).with("service", service),
            LibraryError::Network { path, system } => at("libraryOnNetwork", path).with("system", system),
            LibraryError::FolderNotWritable { path } => at("folderNotWritable", path),
            LibraryError::DiskFull { path } => at("diskFull", path),
            LibraryError::NotAFolder { path } => at("notAFolder", path),
            LibraryError::MissingFile { path } => at("missingFile", path),
            LibraryError::TooLarge { path, limit } => at("fileTooLarge", path).with("limit", limit),
            LibraryError::Io { path, source } => at("unreadableFile", path).with("detail", source),
            LibraryError::NoSuchBrand(_)
            | LibraryError::NoSuchDocument(_)
            | LibraryError::NoSuchAsset(_)
            | LibraryError::NoSuchCollection(_)
            | LibraryError::BadPlace => Self::new("notFound"),
            LibraryError::Database { .. } | LibraryError::OldSqlite { .. } => internal(&error),
        }
    }
}

impl From<EditError> for Problem {
    fn from(error: EditError) -> Self {
        Self::new("badEdit").with("detail", error)
    }
}

impl From<CharterError> for Problem {
    fn from(error: CharterError) -> Self {
        Self::new("badCharter").with("detail", error)
    }
}

impl From<RenderError> for Problem {
    fn from(error: RenderError) -> Self {
        internal(&error)
    }
}

impl Problem {
    /// Why the picture at `path` (or called that) cannot be used.
    pub fn of_picture(path: &str, error: &MediaError) -> Self {
        let problem = |code: &str| Self::new(code).with("path", path);
        match error {
            MediaError::UnknownFormat | MediaError::Unsupported { .. } | MediaError::NoSize => {
                problem("unknownPictureFormat")
            }
            MediaError::TooLarge { width, height } => {
                problem("pictureTooLarge").with("width", width).with("height", height)
            }
            MediaError::Truncated => problem("truncatedPicture"),
            MediaError::Damaged => problem("damagedPicture"),
            MediaError::TooComplex => problem("drawingTooComplex"),
        }
    }
}

impl Problem {
    /// Why the font file at `path` (or called that) cannot be used.
    pub fn of_font(path: &str, error: &FontError) -> Self {
        let code = match error {
            FontError::Unknown | FontError::Container { .. } => "unknownFontFormat",
            FontError::TooLarge { .. } => "fontTooLarge",
            FontError::Compressed | FontError::Damaged { .. } | FontError::Missing { .. } | FontError::Loop { .. } => {
                "damagedFont"
            }
            FontError::TooComplex { .. } => "fontTooComplex",
            FontError::NoLetters => "fontWithoutLetters",
        };
        Self::new(code).with("path", path).with("detail", error)
    }
}

/// A failure that no person caused and no hint would mend.
pub(crate) fn internal(error: &dyn std::error::Error) -> Problem {
    Problem::new("internal").with("detail", error)
}
