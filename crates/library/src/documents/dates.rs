use planche_model::DocumentId;

use super::{Documents, DocumentsMut};
use crate::{LibraryError, Timestamp};

/// When things happened to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// When it was made.
    pub created: Timestamp,
    /// Its last change.
    pub changed: Timestamp,
    /// When it was published, and the number of the charter it keeps since.
    pub published: Option<(Timestamp, u32)>,
}

impl Documents<'_> {
    /// When things happened to a document.
    pub fn dates(&self, id: DocumentId) -> Result<Dates, LibraryError> {
        let sql = "SELECT created, changed, published, charter FROM documents WHERE id = ?1";
        let dates = self.0.row(sql, [id.0], |row| {
            let published: Option<Timestamp> = row.get("published")?;
            let charter: Option<u32> = row.get("charter")?;
            Ok(Dates { created: row.get("created")?, changed: row.get("changed")?, published: published.zip(charter) })
        })?;
        dates.ok_or(LibraryError::NoSuchDocument(id))
    }
}

impl DocumentsMut<'_> {
    /// Says when things happened to a document that comes from elsewhere.
    pub fn set_dates(&mut self, id: DocumentId, dates: &Dates) -> Result<(), LibraryError> {
        let brand = Documents(self.database).brand(id)?;
        let (published, charter) = dates.published.unzip();
        let sql = "UPDATE documents SET created = ?2, changed = ?3, published = ?4, charter = ?5 WHERE id = ?1";
        self.database.execute(sql, (id.0, dates.created, dates.changed, published, charter))?;
        self.changed(id, brand);
        Ok(())
    }
}
