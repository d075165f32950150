use planche_model::BrandId;

use super::{Studio, brands::Wearing, library::local, lock};
use crate::{
    book::{self, Edition},
    wire::Problem,
};

impl Studio {
    /// The book of a brand as a PDF: of the charter in force.
    ///
    /// # Errors
    /// There is no such brand, its charter cannot be composed with, or one of its typefaces may not be carried in a file.
    pub fn brand_book(&self, brand: BrandId) -> Result<Vec<u8>, Problem> {
        let kit = self.worn(brand, Wearing::InForce)?.kit;
        let number = Some(lock(&self.library).brands().in_force(brand)?);
        let documents = self.proofed(brand, &kit)?;
        let date = local(&*self.host).date_naive();
        book::book(&self.engine, &kit, Edition { number, date, documents: &documents, pictures: &*self.pictures })
    }
}
