use serde::{Deserialize, Serialize};

use super::{
    Content, Layout, Order, Role,
    position::Positions,
    rows::{Nodes, Pages},
};
use crate::{BrandId, DocumentId, FormatId, NodeId, PageId};

/// A piece of work: pages and their nodes, held as flat tables that the library stores row by row.
///
/// It is changed by [`Document::apply`] and by nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    id: DocumentId,
    pub(super) properties: Properties,
    pub(super) pages: Pages,
    pub(super) nodes: Nodes,
    pub(super) positions: Positions,
}

/// What a document says of itself as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Properties {
    /// Whose it is.
    pub brand: BrandId,
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// The format the others follow; one of `formats`.
    pub master: FormatId,
    /// The formats it goes out in, in order; never empty.
    pub formats: Vec<FormatId>,
    /// The other lines of the outline's front matter, kept as they were written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub front_matter: Vec<String>,
}

/// How the front matter names the family of templates.
const TEMPLATE: &str = "template:";

impl Properties {
    /// The family of templates it is set in; `None` leaves that to the charter.
    pub fn template(&self) -> Option<&str> {
        let named = self.front_matter.iter().find_map(|line| line.strip_prefix(TEMPLATE));
        named.map(str::trim).filter(|name| !name.is_empty())
    }

    /// The same, set in another family.
    pub fn with_template(&self, template: Option<&str>) -> Self {
        let others = self.front_matter.iter().filter(|line| !line.starts_with(TEMPLATE)).cloned();
        let named = template.map(|name| format!("{TEMPLATE} {name}"));
        Self { front_matter: named.into_iter().chain(others).collect(), ..self.clone() }
    }
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Several pages to swipe.
    Carousel,
    /// Full-screen pages that pass.
    Story,
    /// One visual.
    Single,
}

/// A page: where it stands and how it is arranged. What is on it are the nodes that name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Which page this is.
    pub id: PageId,
    /// Where it stands among the pages.
    pub order: Order,
    /// The arrangement a person chose; `None` lets the text decide.
    pub layout: Option<Layout>,
}

/// One thing on a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// Which node this is.
    pub id: NodeId,
    /// The page it is on.
    pub page: PageId,
    /// Where it stands among the page's nodes: also the reading order.
    pub order: Order,
    /// What it holds.
    pub content: Content,
}

impl Document {
    /// A carousel without pages. The master is added to the formats when it is not among them; repeats are left out.
    pub fn new(id: DocumentId, brand: BrandId, title: String, master: FormatId, formats: Vec<FormatId>) -> Self {
        let mut unique = Vec::with_capacity(formats.len());
        for format in formats {
            if !unique.contains(&format) {
                unique.push(format);
            }
        }
        if !unique.contains(&master) {
            unique.insert(0, master.clone());
        }
        let kind = Kind::Carousel;
        let properties = Properties { brand, kind, title, master, formats: unique, front_matter: Vec::new() };
        Self::from_rows(id, properties, [], [])
    }

    /// A document of these rows. Rows may come in any order.
    pub fn from_rows(
        id: DocumentId,
        properties: Properties,
        pages: impl IntoIterator<Item = Page>,
        nodes: impl IntoIterator<Item = Node>,
    ) -> Self {
        let (pages, nodes) = (pages.into_iter().collect(), nodes.into_iter().collect());
        Self { id, properties, pages, nodes, positions: Positions::default() }
    }

    /// Which document this is.
    pub fn id(&self) -> DocumentId {
        self.id
    }

    /// What it says of itself.
    pub fn properties(&self) -> &Properties {
        &self.properties
    }

    /// The pages in order.
    pub fn pages(&self) -> Vec<&Page> {
        self.pages.in_order().collect()
    }

    /// One page.
    pub fn page(&self, id: PageId) -> Option<&Page> {
        self.pages.get(&id)
    }

    /// A page's nodes in reading order.
    pub fn nodes(&self, page: PageId) -> Vec<&Node> {
        let mut nodes: Vec<&Node> = self.nodes.on(page).collect();
        nodes.sort_by(|a, b| (&a.order, a.id).cmp(&(&b.order, b.id)));
        nodes
    }

    /// One node.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(&id)
    }

    /// A page's heading.
    pub fn title(&self, page: PageId) -> Option<&Node> {
        self.nodes.on(page).find(|node| node.text(Role::Title).is_some())
    }

    /// A page's picture: the first in reading order.
    pub fn picture(&self, page: PageId) -> Option<&Node> {
        self.nodes(page).into_iter().find(|node| node.content.is_picture())
    }

    /// The page rows, to be changed.
    pub(super) fn pages_mut(&mut self) -> &mut Pages {
        self.positions.forget();
        &mut self.pages
    }

    /// The node rows, to be changed.
    pub(super) fn nodes_mut(&mut self) -> &mut Nodes {
        self.positions.forget();
        &mut self.nodes
    }

    /// How a page is arranged: as a person chose, else as its text suggests.
    pub fn layout(&self, page: PageId) -> Layout {
        self.page(page).and_then(|page| page.layout).unwrap_or_else(|| self.inferred_layout(page))
    }
}

impl Node {
    /// The words, when the node is a text of that role.
    pub fn text(&self, wanted: Role) -> Option<&str> {
        self.content.text(wanted)
    }
}
