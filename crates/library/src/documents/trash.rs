use planche_model::{BrandId, DocumentId};

use super::{Documents, DocumentsMut};
use crate::{LibraryError, Timestamp};

impl DocumentsMut<'_> {
    /// Puts a document in the trash: it is kept whole, and no list but the trash's shows it.
    pub fn trash(&mut self, id: DocumentId, now: Timestamp) -> Result<(), LibraryError> {
        self.set_trashed(id, Some(now))
    }

    /// Takes a document out of the trash.
    pub fn restore(&mut self, id: DocumentId) -> Result<(), LibraryError> {
        self.set_trashed(id, None)
    }

    /// Destroys what was put in the trash before `limit`, with its past. Answers with what is gone.
    pub fn purge_trashed_before(&mut self, limit: Timestamp) -> Result<Vec<DocumentId>, LibraryError> {
        let sql = "DELETE FROM documents WHERE trashed < ?1 RETURNING id, brand";
        let gone =
            self.database.rows(sql, [limit], |row| Ok((DocumentId(row.get("id")?), BrandId(row.get("brand")?))))?;
        for (id, brand) in &gone {
            self.changed(*id, *brand);
        }
        Ok(gone.into_iter().map(|(id, _)| id).collect())
    }

    fn set_trashed(&mut self, id: DocumentId, trashed: Option<Timestamp>) -> Result<(), LibraryError> {
        let brand = Documents(self.database).brand(id)?;
        self.database.execute("UPDATE documents SET trashed = ?2 WHERE id = ?1", (id.0, trashed))?;
        self.changed(id, brand);
        Ok(())
    }
}
