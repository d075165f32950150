use std::sync::Arc;

/// What a group means to someone who does not see the page: it becomes a tag in a PDF, a role and a label in an SVG.
///
/// The order of the marks in the scene is the reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A heading, 1 the highest.
    Heading(u8),
    /// A paragraph of running text.
    Paragraph,
    /// A quotation.
    Quote,
    /// A list; its items are groups marked [`Mark::ListItem`].
    List,
    /// One item of a list.
    ListItem,
    /// A picture, and the text that stands for it. An empty text says that the picture adds nothing.
    Figure(Arc<str>),
    /// Decoration: a background, a rule, a page number.
    Artifact,
}
