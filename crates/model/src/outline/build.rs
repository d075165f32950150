use super::Outline;
use crate::{
    BrandId, Document, DocumentId, FormatId, Ids, Node, NodeId, Page, PageId,
    document::{Order, Properties},
};

/// Makes a document of an outline. Without a title in its front matter the document has none; see [`Document::new`] for
/// the formats.
pub fn build(
    outline: Outline,
    id: DocumentId,
    brand: BrandId,
    master: FormatId,
    formats: Vec<FormatId>,
    ids: &mut dyn Ids,
) -> Document {
    let empty = Document::new(id, brand, outline.title.unwrap_or_default(), master, formats);
    let properties = Properties { front_matter: outline.front_matter, ..empty.properties().clone() };
    let (mut pages, mut nodes) = (Vec::new(), Vec::new());
    for page in outline.pages {
        let row = Page {
            id: PageId(ids.next()),
            order: next(pages.last().map(|page: &Page| &page.order)),
            layout: page.layout,
        };
        let mut last = None;
        for content in page.into_contents() {
            let order = next(last.as_ref());
            last = Some(order.clone());
            nodes.push(Node { id: NodeId(ids.next()), page: row.id, order, content });
        }
        pages.push(row);
    }
    Document::from_rows(id, properties, pages, nodes)
}

fn next(last: Option<&Order>) -> Order {
    Order::between(last, None)
}
