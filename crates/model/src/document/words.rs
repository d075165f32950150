use super::{Content, Document};
use crate::{PageId, outline};

impl Document {
    /// How many words a page shows. Stickers and unknown blocks are never drawn, so theirs do not count.
    pub fn words(&self, page: PageId) -> usize {
        self.nodes(page).into_iter().filter_map(|node| shown(&node.content)).map(count).sum()
    }
}

fn shown(content: &Content) -> Option<&str> {
    match content {
        Content::Text { text, .. } => Some(text),
        Content::Link { label, .. } => Some(label),
        Content::Picture { .. } | Content::Sticker { .. } | Content::Unknown { .. } => None,
    }
}

/// A word holds a letter or a figure: `Oui : non` has two.
fn count(text: &str) -> usize {
    let words: String = outline::spans(text).into_iter().map(|span| span.text).collect();
    words.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
