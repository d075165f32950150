use std::path::Path;

use planche_library::files;
use planche_model::{BrandId, Charter};
use planche_tokens::{Target, write};

use super::{Studio, brands::Wearing, lock};
use crate::{
    folder_name::safe,
    wire::{CharterKind, ExportBrand, ExportCharter, Problem},
};

impl Studio {
    /// Writes the charter in force, once in each form; answers with the files. None is written over.
    ///
    /// # Errors
    /// The folder cannot be written.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn export_charter(&self, wanted: ExportCharter) -> Result<Vec<String>, Problem> {
        let charter = Wearing::InForce.charter(&lock(&self.library), BrandId(wanted.brand))?;
        let folder = Path::new(&wanted.folder);
        files::create_folder(folder)?;
        wanted.kinds.iter().map(|kind| self.give(&wanted, &charter, *kind)).collect()
    }

    fn give(&self, wanted: &ExportCharter, charter: &Charter, kind: CharterKind) -> Result<String, Problem> {
        let target = match kind {
            CharterKind::Dtcg => Target::Tokens,
            CharterKind::Legacy => Target::TextTokens,
            CharterKind::Ase => Target::Ase,
            CharterKind::Gpl => Target::Gpl,
            CharterKind::Css => Target::Css,
            CharterKind::Pdf => {
                let name = format!("{} (charte).pdf", safe(&charter.name));
                return put(&self.brand_book(BrandId(wanted.brand))?, &name, &wanted.folder);
            }
            CharterKind::Brand => {
                return self.export_brand(ExportBrand {
                    brand: wanted.brand,
                    folder: wanted.folder.clone(),
                    content: true,
                });
            }
        };
        put(&write(charter, target), &file_name(&charter.name, target), &wanted.folder)
    }
}

fn put(bytes: &[u8], name: &str, folder: &str) -> Result<String, Problem> {
    Ok(files::write_new(&Path::new(folder).join(name), bytes)?.display().to_string())
}

fn file_name(brand: &str, target: Target) -> String {
    let kept_apart = if target == Target::TextTokens { " (texte)" } else { "" };
    format!("{}{kept_apart}.{}", safe(brand), target.ending())
}
