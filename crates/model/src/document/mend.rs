use super::{Change, Content, Document, Edit, Patch, Role};
use crate::{Fix, outline};

impl Document {
    /// The edit that mends a finding as `fix` says; `None` when its node is not there any more, or has no words.
    pub fn edit_for(&self, fix: &Fix) -> Option<Edit> {
        let node = self.node(fix.node)?;
        let (page, text) = (node.page, fix.text.clone());
        match &node.content {
            Content::Text { role: Role::Title, .. } => Some(Edit::WriteTitle { page, text }),
            Content::Picture { .. } => Some(Edit::DescribePicture { page, alt: text }),
            content => {
                let mut mended = self.clone();
                let after = super::Node { content: with_words(content, text)?, ..node.clone() };
                let change = Change::Node { id: node.id, before: Some(node.clone()), after: Some(after) };
                mended.apply_patch(&Patch { changes: vec![change] });
                Some(Edit::WriteBody { page, text: outline::print_page_body(&mended, page) })
            }
        }
    }
}

fn with_words(content: &Content, words: String) -> Option<Content> {
    match content.clone() {
        Content::Text { role, .. } => Some(Content::Text { role, text: words }),
        Content::Link { address, .. } => Some(Content::Link { label: words, address }),
        Content::Sticker { sticker, choices, .. } => Some(Content::Sticker { sticker, prompt: words, choices }),
        Content::Picture { .. } | Content::Unknown { .. } => None,
    }
}
