use std::num::NonZeroU16;

use krilla::tagging::{BBox, Identifier, ListNumbering, Node, Tag, TagGroup, TagKind};
use kurbo::{Affine, Rect, Shape as _};
use planche_scene::{Item, Mark};

use super::words::{Words, paragraphs, phrases};

/// A page's structure while the page is drawn: links get their identity only afterwards.
pub enum PdfNode {
    /// A piece of the page.
    Content(Identifier),
    /// A piece of a text.
    Words(Identifier, Words),
    /// A link, by its number on the page.
    Link(usize),
    /// Nodes with a meaning.
    Block(Block, Vec<PdfNode>),
}

/// What a block of content means.
pub enum Block {
    Heading { level: u8, text: String },
    Paragraph,
    Quote,
    List,
    ListItem,
    Figure { text: String, area: Option<(usize, Rect)> },
}

/// The structure of what was drawn as one piece, `leaf`: when it held one meaning, the piece has that meaning; when it
/// held several, they cannot be told apart.
pub fn attach(leaf: Identifier, mut inside: Vec<PdfNode>) -> Vec<PdfNode> {
    if let [PdfNode::Block(_, children)] = inside.as_mut_slice() {
        *children = attach(leaf, std::mem::take(children));
        return inside;
    }
    let mut flat = vec![PdfNode::Content(leaf)];
    keep_links(inside, &mut flat);
    flat
}

/// Moves the links among `nodes` to `links`; what else they meant is lost.
pub fn keep_links(nodes: Vec<PdfNode>, links: &mut Vec<PdfNode>) {
    for node in nodes {
        match node {
            PdfNode::Link(_) => links.push(node),
            PdfNode::Block(_, children) => keep_links(children, links),
            PdfNode::Content(_) | PdfNode::Words(..) => {}
        }
    }
}

/// Whether a screen reader has something to say of `items`.
pub fn speaks(items: &[Item]) -> bool {
    items.iter().any(|item| match item {
        Item::Glyphs(_) => true,
        Item::Group(group) => match &group.mark {
            Some(Mark::Artifact) => false,
            Some(Mark::Figure(text)) => !text.is_empty(),
            _ => speaks(&group.items),
        },
        Item::Shape(_) | Item::Picture(_) | Item::Link(_) => false,
    })
}

/// Where `items` lie under `transform`: a box around them, text by its ems.
pub fn bounds(items: &[Item], transform: Affine) -> Option<Rect> {
    let boxes = items.iter().filter_map(|item| match item {
        Item::Group(group) => {
            let inner = transform * group.transform;
            let area = bounds(&group.items, inner)?;
            let clip = group.clip.as_ref().map(|clip| inner.transform_rect_bbox(clip.bounding_box()));
            Some(clip.map_or(area, |clip| area.intersect(clip)))
        }
        Item::Shape(shape) => Some(transform.transform_rect_bbox(shape.path.bounding_box())),
        Item::Picture(picture) => Some(transform.transform_rect_bbox(picture.target)),
        Item::Glyphs(run) => {
            let width = run.glyphs.iter().map(|glyph| f64::from(glyph.advance)).sum();
            let em = Rect::new(0.0, -f64::from(run.size), width, 0.0) + run.origin.to_vec2();
            Some(transform.transform_rect_bbox(em))
        }
        Item::Link(_) => None,
    });
    boxes.reduce(|all, area| all.union(area))
}

/// The nodes as the blocks of a page or of a quotation: content that stands alone becomes a paragraph.
pub fn blocks(nodes: Vec<PdfNode>, links: &[Identifier]) -> Vec<Node> {
    let mut blocks: Vec<Node> = Vec::new();
    let mut loose = Vec::new();
    for node in nodes {
        let PdfNode::Block(block, children) = node else {
            loose.push(node);
            continue;
        };
        blocks.extend(spread(std::mem::take(&mut loose), links));
        match block {
            Block::ListItem => blocks.push(group(Tag::L(ListNumbering::None), vec![list_item(children, links)])),
            Block::Paragraph => blocks.extend(spread(children, links)),
            block => blocks.push(self::block(block, children, links)),
        }
    }
    blocks.extend(spread(loose, links));
    blocks
}

/// A paragraph for each that the nodes hold.
fn spread(nodes: Vec<PdfNode>, links: &[Identifier]) -> impl Iterator<Item = Node> {
    paragraphs(nodes).into_iter().map(|nodes| group(Tag::P, inlines(nodes, links)))
}

fn block(block: Block, children: Vec<PdfNode>, links: &[Identifier]) -> Node {
    match block {
        Block::Heading { level, text } => {
            let level = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
            group(Tag::Hn(level, Some(text)), inlines(children, links))
        }
        Block::Paragraph => group(Tag::P, inlines(children, links)),
        Block::Quote => group(Tag::BlockQuote, blocks(children, links)),
        Block::List => group(Tag::L(ListNumbering::None), list_items(children, links)),
        Block::ListItem => list_item(children, links),
        Block::Figure { text, area } => {
            let area = area.and_then(|(page, area)| Some(BBox::new(page, pdf_rect(area)?)));
            group(Tag::Figure(Some(text)).with_bbox(area), inlines(children, links))
        }
    }
}

/// A list may hold nothing but items.
fn list_items(children: Vec<PdfNode>, links: &[Identifier]) -> Vec<Node> {
    let item = |child| match child {
        PdfNode::Block(Block::ListItem, children) => list_item(children, links),
        other => list_item(vec![other], links),
    };
    children.into_iter().map(item).collect()
}

fn list_item(children: Vec<PdfNode>, links: &[Identifier]) -> Node {
    group(Tag::LI, vec![group(Tag::LBody, inlines(children, links))])
}

fn inlines(nodes: Vec<PdfNode>, links: &[Identifier]) -> Vec<Node> {
    let mut inlines = Vec::new();
    let mut text: Vec<(Identifier, Words)> = Vec::new();
    for node in nodes {
        if let PdfNode::Words(leaf, words) = node {
            if text.last().is_some_and(|(_, last)| !last.go_on_in(&words)) {
                inlines.extend(phrases(std::mem::take(&mut text)));
            }
            text.push((leaf, words));
        } else {
            inlines.extend(phrases(std::mem::take(&mut text)));
            inlines.push(inline(node, links));
        }
    }
    inlines.extend(phrases(text));
    inlines
}

fn inline(node: PdfNode, links: &[Identifier]) -> Node {
    match node {
        PdfNode::Content(leaf) | PdfNode::Words(leaf, _) => Node::Leaf(leaf),
        PdfNode::Link(number) => group(Tag::Link, vec![Node::Leaf(links[number])]),
        PdfNode::Block(block, children) => self::block(block, children, links),
    }
}

fn group(tag: impl Into<TagKind>, children: Vec<Node>) -> Node {
    Node::Group(TagGroup::with_children(tag, children))
}

/// A rectangle as the file writes it, or `None` when it has no area.
pub fn pdf_rect(area: Rect) -> Option<krilla::geom::Rect> {
    krilla::geom::Rect::from_ltrb(area.x0 as f32, area.y0 as f32, area.x1 as f32, area.y1 as f32)
}
