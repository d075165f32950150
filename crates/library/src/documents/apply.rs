use planche_model::{DocumentId, Patch, document};

use super::{Documents, DocumentsMut, rows};
use crate::{LibraryError, Timestamp, database::Database};

impl DocumentsMut<'_> {
    /// Writes exactly the rows of the patch, as they are after it. Answers with the document's new revision.
    pub fn apply_patch(&mut self, id: DocumentId, patch: &Patch, now: Timestamp) -> Result<u64, LibraryError> {
        let before = Documents(self.database).brand(id)?;
        for change in &patch.changes {
            write(self.database, id, change)?;
        }
        let revision = self.bump(id, now)?;
        self.changed(id, before);
        self.changed(id, Documents(self.database).brand(id)?);
        Ok(revision)
    }

    fn bump(&mut self, id: DocumentId, now: Timestamp) -> Result<u64, LibraryError> {
        let sql = "UPDATE documents SET revision = revision + 1, changed = ?2 WHERE id = ?1 RETURNING revision";
        self.database.row(sql, (id.0, now), |row| row.get("revision"))?.ok_or(LibraryError::NoSuchDocument(id))
    }
}

fn write(database: &Database, id: DocumentId, change: &document::Change) -> Result<(), LibraryError> {
    match change {
        document::Change::Document { after, .. } => rows::keep_properties(database, id, after),
        document::Change::Page { after: Some(page), .. } => rows::keep_page(database, id, page),
        document::Change::Page { id: page, after: None, .. } => rows::drop_page(database, id, *page),
        document::Change::Node { after: Some(node), .. } => rows::keep_node(database, id, node),
        document::Change::Node { id: node, after: None, .. } => rows::drop_node(database, id, *node),
    }
}
