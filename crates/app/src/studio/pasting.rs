use std::path::{Path, PathBuf};

use planche_library::{Import, LibraryError, files};
use planche_model::BrandId;
use planche_render::encode;

use super::{Studio, lock};
use crate::{
    Copied,
    folder_name::safe,
    wire::{ImportJob, PasteFiles, Problem, StartImport},
};

/// Where copied pictures wait for their turn, in the library's folder: an import that is interrupted finds them again.
const FOLDER: &str = "pasted";

impl Studio {
    /// Starts bringing in what was copied in another program: files, or a picture. Nothing else can be.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn paste_files(&self, wanted: PasteFiles) -> Result<ImportJob, Problem> {
        match self.host.copied() {
            Copied::Files(paths) => self.start_import(StartImport { brand: wanted.brand, paths: told(&paths) }),
            Copied::Picture { width, height, rgba } => {
                let png = encode::png_with_alpha(width, height, &rgba)?;
                self.paste_picture(BrandId(wanted.brand), &wanted.name, &png)
            }
            Copied::Nothing => Err(Problem::new("nothingToPaste")),
        }
    }

    fn paste_picture(&self, brand: BrandId, name: &str, png: &[u8]) -> Result<ImportJob, Problem> {
        let folder = self.passing_folder(FOLDER)?;
        files::create_folder(&folder)?;
        let path = files::write_new(&folder.join(format!("{}.png", safe(name))), png)?;
        let begun = self.begin_import(brand, told(std::slice::from_ref(&path)));
        if begun.is_err() {
            files::remove(&path)?;
        }
        begun
    }

    /// Removes copied pictures that no import waits for any more.
    pub(super) fn sweep_copied(&self, waiting: &[Import]) -> Result<(), Problem> {
        let Ok(folder) = self.passing_folder(FOLDER) else { return Ok(()) };
        let copied = files::list(&folder).unwrap_or_default();
        let is_waited_for =
            |path: &&PathBuf| waiting.iter().flat_map(|import| &import.paths).any(|one| Path::new(one) == *path);
        Ok(copied.iter().filter(|path| !is_waited_for(path)).try_for_each(|path| files::remove(path))?)
    }

    /// Where files wait or are looked at, in the library's folder. Nothing is written in a library that can only be read.
    pub(super) fn passing_folder(&self, name: &str) -> Result<PathBuf, Problem> {
        let library = lock(&self.library);
        let folder = library.folder().to_owned();
        if library.is_read_only() { Err(LibraryError::ReadOnly { path: folder }.into()) } else { Ok(folder.join(name)) }
    }
}

fn told(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| path.display().to_string()).collect()
}
