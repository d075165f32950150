use std::{ops::Range, sync::Arc};

use krilla::tagging::{Identifier, Node, Tag, TagGroup};
use planche_scene::Glyphs;

use super::mark::PdfNode;
use crate::label::run_range;

/// What a run of glyphs on the page stands for.
pub struct Words {
    text: Arc<str>,
    range: Range<u32>,
    /// Whether the glyphs, from the left, stand for the text from its start.
    is_in_order: bool,
    /// Whether a hyphen cuts its last word, which goes on in the next run.
    is_cut: bool,
}

impl Words {
    pub fn of(run: &Glyphs) -> Self {
        let ranges = || run.glyphs.iter().map(|glyph| &glyph.range);
        Self {
            text: Arc::clone(&run.text),
            range: run_range(run),
            is_in_order: ranges().is_sorted_by_key(|range| range.start),
            is_cut: ranges().any(Range::is_empty),
        }
    }

    /// Whether `next` is of the same text.
    pub fn go_on_in(&self, next: &Self) -> bool {
        Arc::ptr_eq(&self.text, &next.text)
    }

    /// Whether a paragraph ends between these words and `next`.
    fn end_before(&self, next: &Self) -> bool {
        let between = self.text.get(self.range.end as usize..next.range.start as usize);
        self.go_on_in(next) && between.is_some_and(|between| between.contains('\n'))
    }
}

/// The pieces of one text in the order in which it is read: what lies on a line from right to left is turned around.
///
/// Pieces that do not say what they stand for, as the two halves of a cut word, carry it in writing.
pub fn phrases(mut pieces: Vec<(Identifier, Words)>) -> Vec<Node> {
    pieces.sort_by_key(|(_, words)| words.range.start);
    let mut phrases: Vec<(Vec<Identifier>, Words)> = Vec::new();
    for (leaf, words) in pieces {
        match phrases.last_mut() {
            Some((leaves, open)) if open.is_cut => {
                leaves.push(leaf);
                *open = Words { range: open.range.start..words.range.end, is_in_order: false, ..words };
            }
            _ => phrases.push((vec![leaf], words)),
        }
    }
    phrases.into_iter().map(|(leaves, words)| phrase(leaves, &words)).collect()
}

fn phrase(leaves: Vec<Identifier>, Words { text, range, is_in_order, is_cut }: &Words) -> Node {
    let mut leaves: Vec<Node> = leaves.into_iter().map(Node::Leaf).collect();
    if leaves.len() == 1 && *is_in_order && !is_cut {
        return leaves.remove(0);
    }
    let said = text.get(range.start as usize..range.end as usize).unwrap_or_default().to_owned();
    Node::Group(TagGroup::with_children(Tag::Span.with_actual_text(Some(said)), leaves))
}

/// The nodes of a block, a list for each paragraph of its text.
pub fn paragraphs(nodes: Vec<PdfNode>) -> Vec<Vec<PdfNode>> {
    let mut paragraphs: Vec<Vec<PdfNode>> = Vec::new();
    for node in nodes {
        let goes_on = match (paragraphs.last().and_then(|paragraph| paragraph.last()), &node) {
            (Some(PdfNode::Words(_, words)), PdfNode::Words(_, next)) => !words.end_before(next),
            (last, _) => last.is_some(),
        };
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => paragraph.push(node),
            _ => paragraphs.push(vec![node]),
        }
    }
    paragraphs
}
