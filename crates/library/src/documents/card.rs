use planche_model::{
    BrandId, DocumentId, FormatId, PageId,
    document::{Kind, Properties},
};
use rusqlite::{Params, Row};

use super::{Documents, rows};
use crate::{LibraryError, Timestamp};

/// What a list of documents shows of one, without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Which document.
    pub id: DocumentId,
    /// Whose it is.
    pub brand: BrandId,
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// How many pages it has.
    pub pages: u32,
    /// The page that stands for it; `None` when it has none.
    pub first_page: Option<PageId>,
    /// The format the others follow.
    pub master: FormatId,
    /// The formats it goes out in, in order.
    pub formats: Vec<FormatId>,
    /// How many patches it took since it was made.
    pub revision: u64,
    /// Its last change.
    pub changed: Timestamp,
    /// When it was put in the trash, if it is there.
    pub trashed: Option<Timestamp>,
    /// When it was published, if it was.
    pub published: Option<Timestamp>,
}

/// The columns of a card; what to list and in which order comes after.
const CARDS: &str = "
    SELECT *,
        (SELECT count(*) FROM pages WHERE document = documents.id) AS pages,
        (SELECT id FROM pages WHERE document = documents.id ORDER BY order_key, id LIMIT 1) AS first_page
    FROM documents";

impl Documents<'_> {
    /// The cards of every document that is not in the trash, the last changed first.
    pub fn cards(&self) -> Result<Vec<Card>, LibraryError> {
        self.list("WHERE trashed IS NULL ORDER BY changed DESC, id", [])
    }

    /// The cards of a brand's documents that are not in the trash, the last changed first.
    pub fn cards_of(&self, brand: BrandId) -> Result<Vec<Card>, LibraryError> {
        self.list("WHERE brand = ?1 AND trashed IS NULL ORDER BY changed DESC, id", [brand.0])
    }

    /// The cards of what is in the trash, the last put there first.
    pub fn trashed_cards(&self) -> Result<Vec<Card>, LibraryError> {
        self.list("WHERE trashed IS NOT NULL ORDER BY trashed DESC, id", [])
    }

    fn list(&self, which: &str, params: impl Params) -> Result<Vec<Card>, LibraryError> {
        self.0.rows(&format!("{CARDS} {which}"), params, read)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Card> {
    let Properties { brand, kind, title, master, formats, front_matter: _ } = rows::properties(row)?;
    Ok(Card {
        id: DocumentId(row.get("id")?),
        brand,
        kind,
        title,
        pages: row.get("pages")?,
        first_page: row.get::<_, Option<_>>("first_page")?.map(PageId),
        master,
        formats,
        revision: row.get("revision")?,
        changed: row.get("changed")?,
        trashed: row.get("trashed")?,
        published: row.get("published")?,
    })
}
