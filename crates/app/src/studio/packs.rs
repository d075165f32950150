use std::path::Path;

use planche_library::files;
use planche_model::BrandId;

use super::{Studio, lock};
use crate::{
    folder_name::safe,
    pack::{self, EXTENSION, Pack, Refusal},
    wire::{BrandCard, ExportBrand, ImportBrand, Nothing, Problem},
};

impl Studio {
    /// Writes a brand as one file in a folder, with its files and documents or its charter alone; answers with where it is.
    /// What is there is not written over.
    ///
    /// # Errors
    /// The folder cannot be written; `missingBlob` or `damagedBlob` when the library lost one of its files, `damagedDocument`
    /// when the rows of a document do not hold together; `brandTooLarge`, `packTooLarge`.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn export_brand(&self, wanted: ExportBrand) -> Result<String, Problem> {
        let today = self.today();
        let (gathered, blobs) = {
            let library = lock(&self.library);
            (pack::gather(&library, BrandId(wanted.brand), wanted.content, &today)?, library.blobs().clone())
        };
        let folder = Path::new(&wanted.folder);
        files::create_folder(folder)?;
        let name = safe(gathered.name());
        let name = if name.is_empty() { "planche" } else { &name };
        let written = pack::write(&gathered, &blobs, &folder.join(format!("{name}.{EXTENSION}")))?;
        Ok(written.display().to_string())
    }

    /// Makes a brand of a file that [`Self::export_brand`] wrote, here or elsewhere: all of it, or nothing.
    ///
    /// # Errors
    /// `notAPack`, `newerPack`, `damagedPack`, `hostilePack`, `packTooLarge` and `packCharter` say why the file is not taken;
    /// the library cannot be written.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn import_brand(&self, wanted: ImportBrand) -> Result<BrandCard, Problem> {
        let path = Path::new(&wanted.path);
        let card = self.take_in(path).map_err(|refusal| refusal.told(path))?;
        self.host.studio_changed(&self.overview(Nothing {})?);
        Ok(card)
    }

    fn take_in(&self, path: &Path) -> Result<BrandCard, Refusal> {
        let (folder, blobs) = {
            let library = lock(&self.library);
            (library.folder().to_owned(), library.blobs().clone())
        };
        let mut pack = Pack::read(path, files::room(&folder)?)?;
        let proved = pack.prove(&self.engine.assets)?;
        pack.keep_blobs(&blobs)?;
        let name = self.own_name(pack.name())?;
        let arrival = pack.arrive(&name, &proved, &*self.host);
        self.transact(|transaction| arrival.settle(transaction))?;
        Ok(self.brand_card(&lock(&self.library), &arrival.brand)?)
    }

    /// The name, or the first of its [numbers](Self::free_name) when a brand has it.
    fn own_name(&self, name: &str) -> Result<String, Problem> {
        let is_taken = lock(&self.library).brands().list()?.iter().any(|brand| brand.charter.name == name);
        if is_taken { self.free_name(name) } else { Ok(name.to_owned()) }
    }
}
