use std::mem::discriminant;

use crate::{
    PageId,
    document::{Content, EditError, Node, Properties, Role, draft::Draft},
    outline::{self, Outline, OutlinePage},
};

pub(in crate::document) fn write_body(draft: &mut Draft<'_>, page: PageId, text: &str) -> Result<(), EditError> {
    draft.page(page)?;
    let mut pages = read(draft, page, text).into_iter();
    fill(draft, page, pages.next().unwrap_or_default())?;
    let mut last = page;
    for next in pages {
        let layout = next.layout;
        last = draft.add_page(Some(last), layout, next.into_contents());
    }
    Ok(())
}

/// The pages the text makes, the first for the page it is written on.
fn read(draft: &mut Draft<'_>, page: PageId, text: &str) -> Vec<OutlinePage> {
    let document = draft.document();
    let titled = document.title(page).is_some();
    let empty = document.nodes(page).iter().all(|node| node.content.is_picture());
    if empty && document.pages().len() == 1 {
        return adopt(draft, outline::parse(text));
    }
    let mut pages = outline::parse_body(text, titled);
    if empty && pages.len() > 1 && pages[0] == OutlinePage::default() {
        pages.remove(0);
    }
    pages
}

/// A whole outline written into an empty document brings its front matter along.
fn adopt(draft: &mut Draft<'_>, outline: Outline) -> Vec<OutlinePage> {
    let mut properties: Properties = draft.document().properties().clone();
    properties.title = outline.title.unwrap_or(properties.title);
    properties.front_matter.extend(outline.front_matter);
    draft.set_properties(properties);
    outline.pages
}

fn fill(draft: &mut Draft<'_>, id: PageId, page: OutlinePage) -> Result<(), EditError> {
    if page.layout.is_some() {
        draft.set_layout(id, page.layout)?;
    }
    if let Some(title) = page.title {
        draft.write_heading(id, title);
    }
    let old = below_heading(draft, id);
    let mut blocks = page.blocks;
    if !blocks.iter().any(Content::is_picture) {
        keep_pictures(&old, &mut blocks);
    }
    write_blocks(draft, id, &old, blocks);
    Ok(())
}

fn below_heading(draft: &Draft<'_>, page: PageId) -> Vec<Node> {
    let nodes = draft.document().nodes(page);
    nodes.into_iter().filter(|node| node.text(Role::Title).is_none()).cloned().collect()
}

/// Puts the pictures that are there back where they were: those that closed the page still do.
fn keep_pictures(old: &[Node], blocks: &mut Vec<Content>) {
    for (at, node) in old.iter().enumerate().filter(|(_, node)| node.content.is_picture()) {
        let closes = old[at..].iter().all(|node| node.content.is_picture());
        let mut place = if closes { blocks.len() } else { at.min(blocks.len()) };
        if blocks.get(place).is_some_and(|block| block.text(Role::Attribution).is_some()) {
            place += 1;
        }
        blocks.insert(place, node.content.clone());
    }
}

/// Changes as few rows as it can: what stays keeps its node.
fn write_blocks(draft: &mut Draft<'_>, page: PageId, old: &[Node], blocks: Vec<Content>) {
    let pairs = pair(old, &blocks);
    for (at, node) in old.iter().enumerate() {
        if !pairs.contains(&Some(at)) {
            draft.remove_node(node.id);
        }
    }
    let mut last = draft.document().title(page).map(|title| title.order.clone());
    for (at, content) in blocks.into_iter().enumerate() {
        last = Some(match pairs[at] {
            Some(kept) => {
                draft.put_node(Node { content, ..old[kept].clone() });
                old[kept].order.clone()
            }
            None => {
                let next = pairs[at..].iter().flatten().next().map(|&kept| &old[kept].order);
                draft.add_node(page, last.as_ref(), next, content)
            }
        });
    }
}

/// For each new block the old node that becomes it, in the same order: first what did not change at either end, then
/// nodes that play the same part.
fn pair(old: &[Node], new: &[Content]) -> Vec<Option<usize>> {
    let same = |(node, content): &(&Node, &Content)| node.content == **content;
    let head = old.iter().zip(new).take_while(same).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(same).count();
    let (old_tail, new_tail) = (old.len() - tail, new.len() - tail);
    let mut free = head;
    let middle = new[head..new_tail].iter().map(|content| {
        let found = (free..old_tail).find(|&at| same_part(&old[at].content, content))?;
        free = found + 1;
        Some(found)
    });
    (0..head).map(Some).chain(middle.collect::<Vec<_>>()).chain((old_tail..old.len()).map(Some)).collect()
}

fn same_part(a: &Content, b: &Content) -> bool {
    match (a, b) {
        (Content::Text { role: a, .. }, Content::Text { role: b, .. }) => a == b,
        _ => discriminant(a) == discriminant(b),
    }
}
