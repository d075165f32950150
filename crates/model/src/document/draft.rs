use std::collections::BTreeSet;

use super::{Change, Content, Document, EditError, Layout, Node, Order, Page, Patch, Properties, Role, patch::Row};
use crate::{Ids, NodeId, PageId};

/// A document being edited: keeps what each row was when it is first touched, and so knows the patch.
pub(super) struct Draft<'a> {
    document: &'a mut Document,
    ids: &'a mut dyn Ids,
    touched: BTreeSet<Row>,
    changes: Vec<Change>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(document: &'a mut Document, ids: &'a mut dyn Ids) -> Self {
        Self { document, ids, touched: BTreeSet::new(), changes: Vec::new() }
    }

    /// What changed since the draft began; rows that are as they were are not in it.
    pub(super) fn finish(mut self) -> Patch {
        let mut changes = std::mem::take(&mut self.changes);
        for change in &mut changes {
            match change {
                Change::Document { after, .. } => after.clone_from(&self.document.properties),
                Change::Page { id, after, .. } => *after = self.document.pages.get(id).cloned(),
                Change::Node { id, after, .. } => *after = self.document.nodes.get(id).cloned(),
            }
        }
        changes.retain(|change| !change.is_idle());
        Patch { changes }
    }

    /// The document as it is now.
    pub(super) fn document(&self) -> &Document {
        self.document
    }

    /// The page, or the error that says there is none.
    pub(super) fn page(&self, id: PageId) -> Result<&Page, EditError> {
        self.document.page(id).ok_or(EditError::UnknownPage(id))
    }

    pub(super) fn set_properties(&mut self, properties: Properties) {
        let before = self.document.properties.clone();
        self.touch(Change::Document { after: before.clone(), before });
        self.document.properties = properties;
    }

    pub(super) fn put_page(&mut self, page: Page) {
        self.touch_page(page.id);
        self.document.pages_mut().insert(page.id, page);
    }

    /// Takes the page away, and everything on it.
    pub(super) fn remove_page(&mut self, id: PageId) {
        let nodes: Vec<NodeId> = self.document.nodes(id).into_iter().map(|node| node.id).collect();
        self.touch_page(id);
        self.document.pages_mut().remove(&id);
        for node in nodes {
            self.remove_node(node);
        }
    }

    pub(super) fn put_node(&mut self, node: Node) {
        self.touch_node(node.id);
        self.document.nodes_mut().insert(node.id, node);
    }

    pub(super) fn remove_node(&mut self, id: NodeId) {
        self.touch_node(id);
        self.document.nodes_mut().remove(&id);
    }

    pub(super) fn set_layout(&mut self, page: PageId, layout: Option<Layout>) -> Result<(), EditError> {
        let page = Page { layout, ..self.page(page)?.clone() };
        self.put_page(page);
        Ok(())
    }

    /// A new page after another, or before all of them, holding these contents in order.
    pub(super) fn add_page(
        &mut self,
        after: Option<PageId>,
        layout: Option<Layout>,
        contents: impl IntoIterator<Item = Content>,
    ) -> PageId {
        let id = PageId(self.ids.next());
        let order = self.page_order(after, id);
        self.put_page(Page { id, order, layout });
        let mut last = None;
        for content in contents {
            last = Some(self.add_node(id, last.as_ref(), None, content));
        }
        id
    }

    /// A new node between two places of a page; says where it stands.
    pub(super) fn add_node(
        &mut self,
        page: PageId,
        before: Option<&Order>,
        after: Option<&Order>,
        content: Content,
    ) -> Order {
        let order = Order::between(before, after);
        let id = NodeId(self.ids.next());
        self.put_node(Node { id, page, order: order.clone(), content });
        order
    }

    /// A place for `moved` right after a page, or before all of them.
    pub(super) fn page_order(&self, after: Option<PageId>, moved: PageId) -> Order {
        let pages: Vec<&Page> = self.document.pages().into_iter().filter(|page| page.id != moved).collect();
        let next = match after {
            Some(after) => pages.iter().position(|page| page.id == after).map_or(pages.len(), |at| at + 1),
            None => 0,
        };
        let previous = next.checked_sub(1).map(|at| &pages[at].order);
        Order::between(previous, pages.get(next).map(|page| &page.order))
    }

    /// Writes the page's heading; no words, no heading.
    pub(super) fn write_heading(&mut self, page: PageId, text: String) {
        let nodes = self.document.nodes(page);
        let heading = nodes.iter().find(|node| node.text(Role::Title).is_some()).map(|&node| node.clone());
        let first = nodes.first().map(|node| node.order.clone());
        let content = Content::Text { role: Role::Title, text };
        match heading {
            Some(heading) if content.is_blank() => self.remove_node(heading.id),
            Some(heading) => self.put_node(Node { content, ..heading }),
            None if content.is_blank() => {}
            None => drop(self.add_node(page, None, first.as_ref(), content)),
        }
    }

    fn touch_page(&mut self, id: PageId) {
        let before = self.document.pages.get(&id).cloned();
        self.touch(Change::Page { id, before, after: None });
    }

    fn touch_node(&mut self, id: NodeId) {
        let before = self.document.nodes.get(&id).cloned();
        self.touch(Change::Node { id, before, after: None });
    }

    fn touch(&mut self, change: Change) {
        if self.touched.insert(change.row()) {
            self.changes.push(change);
        }
    }
}
