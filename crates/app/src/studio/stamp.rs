use planche_layout::BrandKit;
use planche_model::{Content, Document, PageId, Position};

/// Names what the page there looks like: everything its picture depends on, in any format.
pub(super) fn stamp(document: &Document, brand: &BrandKit, page: PageId, position: Position) -> String {
    let Position { number, total, layout, nth, before, after } = position;
    let beside = |page: Option<PageId>| page.map(|page| (document.layout(page), has_picture(document, page)));
    let contents: Vec<&Content> = document.nodes(page).into_iter().map(|node| &node.content).collect();
    let seen = (
        contents,
        (layout, nth, number, total),
        (beside(before), beside(after)),
        (&*brand.charter, document.properties().brand),
        brand.family.name(),
    );
    let json = serde_json::to_vec(&seen).expect("plain data always serialises");
    blake3::hash(&json).to_hex()[..16].to_owned()
}

fn has_picture(document: &Document, page: PageId) -> bool {
    document.nodes(page).iter().any(|node| matches!(node.content, Content::Picture { .. }))
}
