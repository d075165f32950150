use planche_model::{Document, Finding, Place, Severity};

use crate::Families;

/// A document that names a family of templates that there is not is set in the charter's.
pub(crate) fn template(document: &Document, families: &Families) -> Option<Finding> {
    let named = document.properties().template().filter(|name| !families.has(name))?;
    let finding = Finding::new("template-unknown", Severity::Review, Place::default());
    Some(finding.with("template", named))
}
