use crate::{
    PageId,
    document::{EditError, draft::Draft},
    outline,
};

pub(in crate::document) fn write_title(draft: &mut Draft<'_>, page: PageId, text: &str) -> Result<(), EditError> {
    draft.page(page)?;
    let (text, layout) = outline::heading(text);
    if layout.is_some() {
        draft.set_layout(page, layout)?;
    }
    draft.write_heading(page, text);
    Ok(())
}
