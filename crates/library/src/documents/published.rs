use planche_model::DocumentId;

use super::{Documents, DocumentsMut};
use crate::{Brands, LibraryError, Timestamp};

impl DocumentsMut<'_> {
    /// Notes that a document was published: from now on it keeps the charter that is in force.
    pub fn publish(&mut self, id: DocumentId, now: Timestamp) -> Result<(), LibraryError> {
        let brand = Documents(self.database).brand(id)?;
        let charter = Brands(self.database).in_force(brand)?;
        self.set_published(id, Some((now, charter)))
    }

    /// Takes that back: the document follows the charter again.
    pub fn unpublish(&mut self, id: DocumentId) -> Result<(), LibraryError> {
        self.set_published(id, None)
    }

    fn set_published(&mut self, id: DocumentId, published: Option<(Timestamp, u32)>) -> Result<(), LibraryError> {
        let brand = Documents(self.database).brand(id)?;
        let (at, charter) = published.unzip();
        self.database
            .execute("UPDATE documents SET published = ?2, charter = ?3 WHERE id = ?1", (id.0, at, charter))?;
        self.changed(id, brand);
        Ok(())
    }
}
