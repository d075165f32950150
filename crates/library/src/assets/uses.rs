use planche_model::{AssetId, DocumentId, PageId};

use super::Assets;
use crate::{LibraryError, Timestamp};

/// A creation that shows an asset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Which.
    pub document: DocumentId,
    /// What it is called.
    pub title: String,
    /// The pages that show it, first to last.
    pub pages: Vec<PageId>,
    /// Its last change.
    pub changed: Timestamp,
}

impl Assets<'_> {
    /// The creations that show an asset and are not in the trash, the last changed first.
    pub fn uses(&self, id: AssetId) -> Result<Vec<Use>, LibraryError> {
        let sql = "SELECT documents.id, title, changed FROM documents
                   WHERE trashed IS NULL AND id IN (SELECT document FROM nodes WHERE asset = ?1)
                   ORDER BY changed DESC, documents.id";
        let mut uses = self.0.rows(sql, [id.0], |row| {
            let document = DocumentId(row.get("id")?);
            Ok(Use { document, title: row.get("title")?, pages: Vec::new(), changed: row.get("changed")? })
        })?;
        for used in &mut uses {
            used.pages = self.pages(id, used.document)?;
        }
        Ok(uses)
    }

    /// How many creations show it and are not in the trash.
    pub fn use_count(&self, id: AssetId) -> Result<u32, LibraryError> {
        let sql = "SELECT count(DISTINCT document) AS uses FROM nodes JOIN documents ON documents.id = document
                   WHERE asset = ?1 AND trashed IS NULL";
        Ok(self.0.row(sql, [id.0], |row| row.get("uses"))?.unwrap_or(0))
    }

    fn pages(&self, id: AssetId, document: DocumentId) -> Result<Vec<PageId>, LibraryError> {
        let sql =
            "SELECT DISTINCT pages.id FROM nodes JOIN pages ON pages.document = nodes.document AND pages.id = page
                   WHERE nodes.asset = ?1 AND nodes.document = ?2 ORDER BY pages.order_key, pages.id";
        self.0.rows(sql, (id.0, document.0), |row| row.get("id").map(PageId))
    }
}
