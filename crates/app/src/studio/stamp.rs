use planche_layout::BrandKit;
use planche_model::{Content, Document, Page, PageId};

/// Names what a page looks like: everything its picture depends on, in any format.
pub(super) fn stamp(document: &Document, brand: &BrandKit, pages: &[&Page], at: usize) -> String {
    let page = pages[at].id;
    let layout = document.layout(page);
    let nth = pages[..at].iter().filter(|before| document.layout(before.id) == layout).count();
    let beside = |at: Option<usize>| {
        at.and_then(|at| pages.get(at)).map(|page| (document.layout(page.id), has_picture(document, page.id)))
    };
    let contents: Vec<&Content> = document.nodes(page).into_iter().map(|node| &node.content).collect();
    let seen = (
        contents,
        (layout, nth, at, pages.len()),
        (beside(at.checked_sub(1)), beside(Some(at + 1))),
        (&*brand.charter, document.properties().brand),
        brand.family.name(),
    );
    let json = serde_json::to_vec(&seen).expect("plain data always serialises");
    blake3::hash(&json).to_hex()[..16].to_owned()
}

fn has_picture(document: &Document, page: PageId) -> bool {
    document.nodes(page).iter().any(|node| matches!(node.content, Content::Picture { .. }))
}
