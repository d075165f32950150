use planche_model::{BrandId, DocumentId, FormatId, Node, NodeId, Page, PageId, document::Properties};
use rusqlite::Row;

use crate::{
    LibraryError,
    column::{Json, Name, OrderKey},
    database::Database,
};

pub(super) fn properties(row: &Row<'_>) -> rusqlite::Result<Properties> {
    let Name(kind) = row.get("kind")?;
    let Json(formats) = row.get("formats")?;
    let Json(front_matter) = row.get("front_matter")?;
    Ok(Properties {
        brand: BrandId(row.get("brand")?),
        kind,
        title: row.get("title")?,
        master: FormatId(row.get("master")?),
        formats,
        front_matter,
    })
}

pub(super) fn page(row: &Row<'_>) -> rusqlite::Result<Page> {
    let OrderKey(order) = row.get("order_key")?;
    let layout: Option<Name<_>> = row.get("layout")?;
    Ok(Page { id: PageId(row.get("id")?), order, layout: layout.map(|Name(layout)| layout) })
}

pub(super) fn node(row: &Row<'_>) -> rusqlite::Result<Node> {
    let OrderKey(order) = row.get("order_key")?;
    let Json(content) = row.get("content")?;
    Ok(Node { id: NodeId(row.get("id")?), page: PageId(row.get("page")?), order, content })
}

/// Makes the document's own row say this.
pub(super) fn keep_properties(
    database: &Database,
    id: DocumentId,
    properties: &Properties,
) -> Result<(), LibraryError> {
    let sql = "UPDATE documents SET brand = ?2, kind = ?3, title = ?4, master = ?5, formats = ?6, front_matter = ?7
               WHERE id = ?1";
    let row = (
        id.0,
        properties.brand.0,
        Name(&properties.kind),
        &properties.title,
        &properties.master.0,
        Json(&properties.formats),
        Json(&properties.front_matter),
    );
    database.execute(sql, row).map(drop)
}

/// Makes the page's row say this.
pub(super) fn keep_page(database: &Database, document: DocumentId, page: &Page) -> Result<(), LibraryError> {
    let sql = "INSERT INTO pages (document, id, order_key, layout) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (document, id) DO UPDATE SET order_key = excluded.order_key, layout = excluded.layout";
    let row = (document.0, page.id.0, OrderKey(&page.order), page.layout.as_ref().map(Name));
    database.execute(sql, row).map(drop)
}

/// Makes the node's row say this.
pub(super) fn keep_node(database: &Database, document: DocumentId, node: &Node) -> Result<(), LibraryError> {
    let sql = "INSERT INTO nodes (document, id, page, order_key, content) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT (document, id) DO UPDATE
               SET page = excluded.page, order_key = excluded.order_key, content = excluded.content";
    let row = (document.0, node.id.0, node.page.0, OrderKey(&node.order), Json(&node.content));
    database.execute(sql, row).map(drop)
}

/// Removes the page's row.
pub(super) fn drop_page(database: &Database, document: DocumentId, id: PageId) -> Result<(), LibraryError> {
    database.execute("DELETE FROM pages WHERE document = ?1 AND id = ?2", (document.0, id.0)).map(drop)
}

/// Removes the node's row.
pub(super) fn drop_node(database: &Database, document: DocumentId, id: NodeId) -> Result<(), LibraryError> {
    database.execute("DELETE FROM nodes WHERE document = ?1 AND id = ?2", (document.0, id.0)).map(drop)
}
