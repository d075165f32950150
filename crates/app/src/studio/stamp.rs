use planche_model::{Charter, Content, Document, PageId, Position};
use serde::Serialize;

/// Names what a charter's pages look like, by the templates of a family.
pub(super) fn look(charter: &Charter, family: &str) -> String {
    hash(&(charter.look(), family))
}

/// Names what the page there looks like under that [`look`]: everything its picture depends on, in any format.
pub(super) fn stamp(document: &Document, look: &str, page: PageId, position: Position) -> String {
    let Position { number, total, layout, nth, before, after } = position;
    let beside = |page: Option<PageId>| page.map(|page| (document.layout(page), has_picture(document, page)));
    let contents: Vec<&Content> = document.nodes(page).into_iter().map(|node| &node.content).collect();
    let seen =
        (contents, (layout, nth, number, total), (beside(before), beside(after)), (look, document.properties().brand));
    hash(&seen)
}

fn hash(seen: &impl Serialize) -> String {
    let json = serde_json::to_vec(seen).expect("plain data always serialises");
    blake3::hash(&json).to_hex()[..16].to_owned()
}

fn has_picture(document: &Document, page: PageId) -> bool {
    document.nodes(page).iter().any(|node| matches!(node.content, Content::Picture { .. }))
}
