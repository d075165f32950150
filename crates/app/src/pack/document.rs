use planche_library::{Asset, Dates, Timestamp};
use planche_model::{
    AssetId, BrandId, Content, Document, DocumentId, FormatId, Layout, Node, NodeId, Page, PageId,
    document::{Kind, Order, Properties},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A document, its pages and what is on them in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentSheet {
    /// Which.
    pub id: DocumentId,
    /// When it was made, in milliseconds since 1970-01-01 UTC.
    pub created: i64,
    /// Its last change.
    pub changed: i64,
    /// When it was published, if it was.
    pub published: Option<PublishedSheet>,
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// The format the others follow.
    pub master: FormatId,
    /// The formats it goes out in.
    pub formats: Vec<FormatId>,
    /// The other lines of the outline's front matter.
    pub front_matter: Vec<String>,
    /// Its pages.
    pub pages: Vec<PageSheet>,
    /// The findings that were let be, the oldest first.
    pub waivers: Vec<WaiverSheet>,
}

/// That a document was published.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishedSheet {
    /// When, in milliseconds since 1970-01-01 UTC.
    pub at: i64,
    /// The number of the charter it keeps.
    pub charter: u32,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PageSheet {
    /// Which.
    pub id: PageId,
    /// The arrangement a person chose.
    pub layout: Option<Layout>,
    /// What is on it, in reading order.
    pub nodes: Vec<NodeSheet>,
}

/// One thing on a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeSheet {
    /// Which.
    pub id: NodeId,
    /// What it holds.
    pub content: Content,
}

/// A finding that was let be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaiverSheet {
    /// Which, by what it is about.
    pub finding: String,
    /// Why.
    pub reason: String,
}

impl DocumentSheet {
    /// The assets that its pictures show.
    pub fn shown(&self) -> impl Iterator<Item = AssetId> {
        let nodes = self.pages.iter().flat_map(|page| &page.nodes);
        nodes.filter_map(|node| match &node.content {
            Content::Picture { source, .. } => Asset::of_source(source),
            _ => None,
        })
    }

    /// The same, with its pictures' assets called something else; those that have no other name are no asset any more.
    #[must_use]
    pub fn renamed(mut self, name: impl Fn(AssetId) -> Option<AssetId>) -> Self {
        for node in self.pages.iter_mut().flat_map(|page| &mut page.nodes) {
            if let Content::Picture { source, .. } = &mut node.content
                && let Some(shown) = Asset::of_source(source)
            {
                *source = Asset::source(name(shown).unwrap_or(AssetId(Uuid::nil())));
            }
        }
        self
    }

    /// The document of this id that it says. Places among siblings are made anew: a stranger's could leave no room.
    pub fn document(&self, id: DocumentId, brand: BrandId) -> Document {
        let Self { kind, title, master, formats, front_matter, .. } = self.clone();
        let properties = Properties { brand, kind, title, master, formats, front_matter };
        let pages = self.pages.iter().zip(orders());
        let pages = pages.map(|(page, order)| Page { id: page.id, order, layout: page.layout });
        let nodes = self.pages.iter().flat_map(|page| {
            let nodes = page.nodes.iter().zip(orders());
            nodes.map(|(node, order)| Node { id: node.id, page: page.id, order, content: node.content.clone() })
        });
        Document::from_rows(id, properties, pages, nodes)
    }

    /// When things happened to it.
    pub fn dates(&self) -> Dates {
        Dates {
            created: Timestamp(self.created),
            changed: Timestamp(self.changed),
            published: self.published.map(|published| (Timestamp(published.at), published.charter)),
        }
    }
}

/// Places in a row, the first first.
fn orders() -> impl Iterator<Item = Order> {
    std::iter::successors(Some(Order::between(None, None)), |last| Some(Order::between(Some(last), None)))
}
