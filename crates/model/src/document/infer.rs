use super::{Content, Document, Layout, Node, Role};
use crate::{PageId, outline};

/// What may stand before a figure and still be part of it: a sign, a comparison, a currency.
const BEFORE_FIGURE: [char; 12] = ['+', '-', '−', '±', '~', '≈', '<', '>', '≤', '≥', '€', '$'];

impl Document {
    /// The arrangement a page's place and text suggest.
    ///
    /// The first page is a cover; then items make a list, a quote a quote, a title that begins with a figure a number,
    /// a link on the last page a call; anything else is a point.
    pub fn inferred_layout(&self, page: PageId) -> Layout {
        let nodes = self.nodes(page);
        if self.pages.is_first(page) {
            Layout::Cover
        } else if any(&nodes, Role::Item) {
            Layout::List
        } else if any(&nodes, Role::Quote) {
            Layout::Quote
        } else if nodes.iter().filter_map(|node| node.text(Role::Title)).any(leads_with_figure) {
            Layout::Number
        } else if self.pages.is_last(page) && nodes.iter().any(|node| matches!(node.content, Content::Link { .. })) {
            Layout::Call
        } else {
            Layout::Point
        }
    }
}

fn any(nodes: &[&Node], role: Role) -> bool {
    nodes.iter().any(|node| node.text(role).is_some())
}

fn leads_with_figure(title: &str) -> bool {
    let words: String = outline::spans(title).into_iter().map(|span| span.text).collect();
    let figure = words.trim_start_matches(|letter: char| BEFORE_FIGURE.contains(&letter) || letter.is_whitespace());
    figure.starts_with(|letter: char| letter.is_ascii_digit())
}
