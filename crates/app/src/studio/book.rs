use planche_library::Library;
use planche_model::BrandId;

use super::{Studio, brands::Wearing, library::local, lock};
use crate::{
    book::{self, Edition},
    wire::Problem,
};

impl Studio {
    /// The book of a brand as a PDF: of the charter that is being worked on, or else of the one in force.
    ///
    /// # Errors
    /// There is no such brand, its charter cannot be composed with, or one of its typefaces may not be carried in a file.
    pub fn brand_book(&self, brand: BrandId) -> Result<Vec<u8>, Problem> {
        let kit = self.worn(brand, Wearing::Draft)?.kit;
        let number = version(&lock(&self.library), brand)?;
        let documents = self.proofed(brand, &kit)?;
        let date = local(&*self.host).date_naive();
        book::book(&self.engine, &kit, Edition { number, date, documents: &documents, pictures: &*self.pictures })
    }
}

/// The number of the charter in force; none for a draft, which has no number yet.
fn version(library: &Library, brand: BrandId) -> Result<Option<u32>, Problem> {
    if library.brands().draft(brand)?.is_some() {
        return Ok(None);
    }
    Ok(Some(library.brands().in_force(brand)?))
}
