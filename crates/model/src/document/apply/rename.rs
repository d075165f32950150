use crate::{
    document::{EditError, Properties, draft::Draft},
    outline,
};

pub(in crate::document) fn rename(draft: &mut Draft<'_>, title: &str) -> Result<(), EditError> {
    let title = outline::one_line(title);
    if !title.is_empty() {
        let properties = Properties { title, ..draft.document().properties().clone() };
        draft.set_properties(properties);
    }
    Ok(())
}
