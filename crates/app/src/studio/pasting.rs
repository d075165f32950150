use std::path::{Path, PathBuf};

use planche_library::files;
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
        let paths = match self.host.copied() {
            Copied::Files(paths) => paths,
            Copied::Picture { width, height, rgba } => {
                vec![self.write_copied(&wanted.name, &encode::png_with_alpha(width, height, &rgba)?)?]
            }
            Copied::Nothing => return Err(Problem::new("nothingToPaste")),
        };
        let paths = paths.iter().map(|path| path.display().to_string()).collect();
        self.start_import(StartImport { brand: wanted.brand, paths })
    }

    fn write_copied(&self, name: &str, png: &[u8]) -> Result<PathBuf, Problem> {
        let folder = folder(lock(&self.library).folder());
        files::create_folder(&folder)?;
        Ok(files::write_new(&folder.join(format!("{}.png", safe(name))), png)?)
    }
}

/// Removes copied pictures that have come in.
pub(super) fn forget(library: &Path, paths: &[String]) -> Result<(), Problem> {
    let folder = folder(library);
    let mut copied = paths.iter().map(Path::new).filter(|path| path.parent() == Some(&folder));
    Ok(copied.try_for_each(files::remove)?)
}

fn folder(library: &Path) -> PathBuf {
    library.join(FOLDER)
}
