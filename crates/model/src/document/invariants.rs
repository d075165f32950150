use std::collections::BTreeSet;

use thiserror::Error;

use super::{Content, Document, Focus, Node, Role};
use crate::{FormatId, NodeId, PageId};

/// What holds of every document and does not of this one.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Violation {
    /// A document goes out somewhere.
    #[error("the document has no format")]
    NoFormats,
    /// A format is listed twice.
    #[error("the format `{0}` is there twice")]
    RepeatedFormat(FormatId),
    /// The master is one of the formats.
    #[error("the master `{0}` is not among the formats")]
    MasterNotAmongFormats(FormatId),
    /// A row is filed under its own id.
    #[error("the page `{0}` is filed under another id")]
    MisfiledPage(PageId),
    /// A row is filed under its own id.
    #[error("the node `{0}` is filed under another id")]
    MisfiledNode(NodeId),
    /// Two pages do not stand in one place.
    #[error("the page `{0}` shares its place with another")]
    SharedPagePlace(PageId),
    /// Two nodes of a page do not stand in one place.
    #[error("the node `{0}` shares its place with another")]
    SharedNodePlace(NodeId),
    /// A node is on a page.
    #[error("the node `{0}` is on no page")]
    Stray(NodeId),
    /// The heading comes first, and there is one.
    #[error("the title `{0}` is not the first of its page")]
    TitleNotFirst(NodeId),
    /// What introduces the page comes before all but pictures.
    #[error("the kicker or quote `{0}` is not at the head of its page")]
    NotAtHead(NodeId),
    /// Whose words they are comes right after the words.
    #[error("the attribution `{0}` follows no quote")]
    AttributionWithoutQuote(NodeId),
    /// A text has words, on one line where it has one line.
    #[error("the text `{0}` is empty, or has a line too many")]
    BadText(NodeId),
    /// The point of a picture lies inside, on a thousandth.
    #[error("the focus of the picture `{0}` is outside of it")]
    BadFocus(NodeId),
}

impl Document {
    /// Whether everything holds that holds of every document: it is true after every edit.
    pub fn validate(&self) -> Result<(), Violation> {
        self.validate_formats()?;
        self.validate_pages()?;
        self.pages.filed().try_for_each(|(page, _)| validate_sequence(&self.nodes(page)))?;
        self.nodes.filed().try_for_each(|(id, node)| self.validate_node(id, node))
    }

    fn validate_formats(&self) -> Result<(), Violation> {
        let formats = &self.properties.formats;
        let master = &self.properties.master;
        if formats.is_empty() {
            return Err(Violation::NoFormats);
        }
        if let Some(at) = (1..formats.len()).find(|&at| formats[..at].contains(&formats[at])) {
            return Err(Violation::RepeatedFormat(formats[at].clone()));
        }
        ensure(formats.contains(master), || Violation::MasterNotAmongFormats(master.clone()))
    }

    fn validate_pages(&self) -> Result<(), Violation> {
        let mut places = BTreeSet::new();
        for (id, page) in self.pages.filed() {
            ensure(page.id == id, || Violation::MisfiledPage(id))?;
            ensure(places.insert(&page.order), || Violation::SharedPagePlace(id))?;
        }
        Ok(())
    }

    fn validate_node(&self, id: NodeId, node: &Node) -> Result<(), Violation> {
        ensure(node.id == id, || Violation::MisfiledNode(id))?;
        ensure(self.pages.get(&node.page).is_some(), || Violation::Stray(id))?;
        match &node.content {
            Content::Text { role, text } => ensure(is_sound(*role, text), || Violation::BadText(id)),
            Content::Picture { focus, .. } => {
                ensure(Focus::new(focus.x, focus.y) == Some(*focus), || Violation::BadFocus(id))
            }
            Content::Link { .. } | Content::Sticker { .. } | Content::Unknown { .. } => Ok(()),
        }
    }
}

/// The order of a page's nodes, without which the outline could not write them.
fn validate_sequence(nodes: &[&Node]) -> Result<(), Violation> {
    for (at, node) in nodes.iter().enumerate() {
        let before = &nodes[..at];
        ensure(before.last().is_none_or(|last| last.order < node.order), || Violation::SharedNodePlace(node.id))?;
        let Content::Text { role, .. } = node.content else { continue };
        match role {
            Role::Title => ensure(at == 0, || Violation::TitleNotFirst(node.id))?,
            Role::Kicker => ensure(all(before, &[Role::Title]), || Violation::NotAtHead(node.id))?,
            Role::Quote => ensure(all(before, &[Role::Title, Role::Kicker]), || Violation::NotAtHead(node.id))?,
            Role::Attribution => {
                let quoted = before.last().is_some_and(|last| last.text(Role::Quote).is_some());
                ensure(quoted, || Violation::AttributionWithoutQuote(node.id))?;
            }
            Role::Body | Role::Item => {}
        }
    }
    Ok(())
}

/// Whether all are pictures or texts of these roles.
fn all(nodes: &[&Node], roles: &[Role]) -> bool {
    nodes.iter().all(|node| node.content.is_picture() || roles.iter().any(|role| node.text(*role).is_some()))
}

fn is_sound(role: Role, text: &str) -> bool {
    let one_line = matches!(role, Role::Title | Role::Attribution);
    !text.is_empty() && text.trim() == text && !(one_line && text.contains('\n'))
}

fn ensure(holds: bool, violation: impl FnOnce() -> Violation) -> Result<(), Violation> {
    if holds { Ok(()) } else { Err(violation()) }
}
