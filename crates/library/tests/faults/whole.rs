use planche_library::Library;
use planche_model::{Brand, Document, History};

use crate::soundness::told;

/// Everything a library says of itself.
#[derive(Debug, PartialEq)]
pub struct Whole {
    pub brands: Vec<Brand>,
    pub documents: Vec<(Document, History)>,
    pub note: Option<i64>,
}

impl Whole {
    /// Reads it all, or says what cannot be read.
    pub fn of(library: &Library) -> Result<Self, String> {
        let mut documents = Vec::new();
        for card in told(library.documents().cards(), "the documents")? {
            let document = told(library.documents().load(card.id), "a document")?.document;
            documents.push((document, told(library.histories().load(card.id), "its history")?));
        }
        let note = told(library.preferences().get("note"), "the note")?;
        Ok(Self { brands: told(library.brands().list(), "the brands")?, documents, note })
    }
}
