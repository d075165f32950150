use crate::{
    PageId,
    document::{Content, EditError, Page, draft::Draft},
};

pub(in crate::document) fn insert_page(draft: &mut Draft<'_>, after: Option<PageId>) -> Result<(), EditError> {
    after.map_or(Ok(()), |after| draft.page(after).map(drop))?;
    draft.add_page(after, None, []);
    Ok(())
}

pub(in crate::document) fn duplicate_page(draft: &mut Draft<'_>, page: PageId) -> Result<(), EditError> {
    let layout = draft.page(page)?.layout;
    let contents: Vec<Content> = draft.document().nodes(page).into_iter().map(|node| node.content.clone()).collect();
    draft.add_page(Some(page), layout, contents);
    Ok(())
}

pub(in crate::document) fn remove_page(draft: &mut Draft<'_>, page: PageId) -> Result<(), EditError> {
    draft.page(page)?;
    draft.remove_page(page);
    Ok(())
}

pub(in crate::document) fn move_page(
    draft: &mut Draft<'_>,
    page: PageId,
    after: Option<PageId>,
) -> Result<(), EditError> {
    let moved = draft.page(page)?.clone();
    after.map_or(Ok(()), |after| draft.page(after).map(drop))?;
    if after != Some(page) && after != page_before(draft, page) {
        let order = draft.page_order(after, page);
        draft.put_page(Page { order, ..moved });
    }
    Ok(())
}

fn page_before(draft: &Draft<'_>, page: PageId) -> Option<PageId> {
    let pages = draft.document().pages();
    let at = pages.iter().position(|other| other.id == page)?;
    at.checked_sub(1).map(|before| pages[before].id)
}
