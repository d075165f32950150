use planche_model::DocumentId;

use super::Studio;
use crate::wire::{OfDocument, Problem};

impl Studio {
    /// Notes that a document was published: it keeps the charter of today.
    pub fn publish_document(&self, of: OfDocument) -> Result<(), Problem> {
        let (id, now) = (DocumentId(of.document), self.now());
        self.transact(|transaction| transaction.documents_mut().publish(id, now))?;
        self.restyle_one(id)
    }

    /// Takes that back: the document follows the charter in force.
    pub fn unpublish_document(&self, of: OfDocument) -> Result<(), Problem> {
        let id = DocumentId(of.document);
        self.transact(|transaction| transaction.documents_mut().unpublish(id))?;
        self.restyle_one(id)
    }
}
