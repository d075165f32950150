use crate::{
    document::{EditError, draft::Draft},
    outline,
};

pub(in crate::document) fn set_template(draft: &mut Draft<'_>, template: Option<&str>) -> Result<(), EditError> {
    let name = template.map(outline::one_line).filter(|name| !name.is_empty());
    let properties = draft.document().properties().with_template(name.as_deref());
    draft.set_properties(properties);
    Ok(())
}
