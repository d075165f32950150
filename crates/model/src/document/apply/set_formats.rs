use crate::{
    FormatId,
    document::{EditError, Properties, draft::Draft},
};

pub(in crate::document) fn set_formats(
    draft: &mut Draft<'_>,
    formats: Vec<FormatId>,
    master: FormatId,
) -> Result<(), EditError> {
    if formats.is_empty() {
        return Err(EditError::NoFormats);
    }
    if let Some(at) = (1..formats.len()).find(|&at| formats[..at].contains(&formats[at])) {
        return Err(EditError::RepeatedFormat(formats[at].clone()));
    }
    if !formats.contains(&master) {
        return Err(EditError::UnknownFormat(master));
    }
    let properties = Properties { formats, master, ..draft.document().properties().clone() };
    draft.set_properties(properties);
    Ok(())
}
