mod apply;
mod card;
mod dates;
mod published;
mod rows;
mod trash;

use planche_model::{BrandId, Document, DocumentId};
use rusqlite::Row;

pub use card::Card;
pub use dates::Dates;

use crate::{
    Change, Changes, Library, LibraryError, Timestamp, Transaction, column::Json, column::Name, database::Database,
};

/// The documents.
pub struct Documents<'a>(pub(crate) &'a Database);

/// The documents, to change them.
pub struct DocumentsMut<'a> {
    pub(crate) database: &'a Database,
    pub(crate) changes: &'a mut Changes,
}

/// A document as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The document.
    pub document: Document,
    /// How many patches it took since it was made; pictures of an older revision are stale.
    pub revision: u64,
    /// Its last change.
    pub changed: Timestamp,
    /// When it was put in the trash, if it is there.
    pub trashed: Option<Timestamp>,
    /// The number of the charter it keeps, once it is published; it follows the one in force otherwise.
    pub charter: Option<u32>,
}

impl Library {
    /// The documents.
    pub fn documents(&self) -> Documents<'_> {
        Documents(&self.database)
    }
}

impl Transaction<'_> {
    /// The documents.
    pub fn documents(&self) -> Documents<'_> {
        Documents(self.database)
    }

    /// The documents, to change them.
    pub fn documents_mut(&mut self) -> DocumentsMut<'_> {
        DocumentsMut { database: self.database, changes: &mut self.changes }
    }
}

impl Documents<'_> {
    /// The document of that id, in the trash or not.
    pub fn load(&self, id: DocumentId) -> Result<Stored, LibraryError> {
        let sql = "SELECT * FROM documents WHERE id = ?1";
        let mut stored = self.0.row(sql, [id.0], |row| read(id, row))?.ok_or(LibraryError::NoSuchDocument(id))?;
        let pages = self.0.rows("SELECT * FROM pages WHERE document = ?1", [id.0], rows::page)?;
        let nodes =
            self.0.rows("SELECT id, page, order_key, content FROM nodes WHERE document = ?1", [id.0], rows::node)?;
        stored.document = Document::from_rows(id, stored.document.properties().clone(), pages, nodes);
        Ok(stored)
    }

    fn brand(&self, id: DocumentId) -> Result<BrandId, LibraryError> {
        self.0
            .row("SELECT brand FROM documents WHERE id = ?1", [id.0], |row| row.get("brand"))?
            .map(BrandId)
            .ok_or(LibraryError::NoSuchDocument(id))
    }
}

impl DocumentsMut<'_> {
    /// Adds a document and all it holds, at revision 0 and without a past.
    pub fn insert(&mut self, document: &Document, now: Timestamp) -> Result<(), LibraryError> {
        let properties = document.properties();
        let sql =
            "INSERT INTO documents (id, brand, kind, title, master, formats, front_matter, revision, created, changed)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?8)";
        let row = (
            document.id().0,
            properties.brand.0,
            Name(&properties.kind),
            &properties.title,
            &properties.master.0,
            Json(&properties.formats),
            Json(&properties.front_matter),
            now,
        );
        self.database.execute(sql, row)?;
        for page in document.pages() {
            rows::keep_page(self.database, document.id(), page)?;
            for node in document.nodes(page.id) {
                rows::keep_node(self.database, document.id(), node)?;
            }
        }
        self.changed(document.id(), properties.brand);
        Ok(())
    }

    fn changed(&mut self, id: DocumentId, brand: BrandId) {
        self.changes.add(Change::Document(id));
        self.changes.add(Change::Documents(brand));
    }
}

/// A document's own row: it has no pages yet.
fn read(id: DocumentId, row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        document: Document::from_rows(id, rows::properties(row)?, Vec::new(), Vec::new()),
        revision: row.get("revision")?,
        changed: row.get("changed")?,
        trashed: row.get("trashed")?,
        charter: row.get("charter")?,
    })
}
