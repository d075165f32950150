use std::sync::{Arc, Mutex};

use chrono::{DateTime, SecondsFormat};
use planche_library::Card;
use planche_model::{BrandId, Document, DocumentId, FormatId, outline};

use super::{Open, Studio, brands::Wearing, lock};
use crate::wire::{DocumentCard, DocumentView, NewDocument, OfBrand, OfDocument, Problem};

/// Where a new creation goes out until the person says otherwise: the four proportions, the first one leading.
const FORMATS: [&str; 4] = ["ig_carousel_4_5", "ig_story", "li_document_1_1", "x_image_16_9"];

impl Studio {
    /// A brand's documents, the last changed first.
    pub fn documents(&self, of: OfBrand) -> Result<Vec<DocumentCard>, Problem> {
        let cards = lock(&self.library).documents().cards_of(BrandId(of.brand))?;
        cards.into_iter().map(|card| self.card(card)).collect()
    }

    /// Makes a document of an outline, or of a cover with the title.
    pub fn create_document(&self, new: NewDocument) -> Result<DocumentView, Problem> {
        let title = outline::one_line(&new.title);
        let mut parsed = outline::parse(&new.outline.unwrap_or_else(|| format!("# {title}\n")));
        parsed.title = Some(title).filter(|title| !title.is_empty()).or(parsed.title);
        let document = self.add_document(BrandId(new.brand), parsed)?;
        self.open_document(OfDocument { document: document.0 })
    }

    /// Makes a copy of a document.
    pub fn duplicate_document(&self, of: OfDocument) -> Result<DocumentCard, Problem> {
        let open = self.opened(DocumentId(of.document))?;
        let (parsed, brand, formats) = {
            let open = lock(&open);
            let properties = open.document.properties();
            (outline::parse(&outline::print(&open.document)), properties.brand, properties.formats.clone())
        };
        let copy = self.add_document_in(brand, parsed, formats)?;
        let card = lock(&self.library).documents().cards_of(brand)?.into_iter().find(|card| card.id == copy);
        self.card(card.ok_or_else(|| Problem::new("notFound"))?)
    }

    /// Puts a document in the trash.
    pub fn trash_document(&self, of: OfDocument) -> Result<(), Problem> {
        let now = self.now();
        self.transact(|transaction| transaction.documents_mut().trash(DocumentId(of.document), now))
    }

    /// Takes a document out of the trash.
    pub fn restore_document(&self, of: OfDocument) -> Result<(), Problem> {
        self.transact(|transaction| transaction.documents_mut().restore(DocumentId(of.document)))
    }

    /// Opens a document.
    pub fn open_document(&self, of: OfDocument) -> Result<DocumentView, Problem> {
        let open = self.opened(DocumentId(of.document))?;
        let mut open = lock(&open);
        open.look(&self.engine, &self.pictures);
        Ok(open.view(&self.engine.assets.formats))
    }

    /// The whole document as outline text.
    pub fn outline(&self, of: OfDocument) -> Result<String, Problem> {
        let open = self.opened(DocumentId(of.document))?;
        let open = lock(&open);
        Ok(outline::print(&open.document))
    }

    pub(super) fn add_document(&self, brand: BrandId, parsed: outline::Outline) -> Result<DocumentId, Problem> {
        self.add_document_in(brand, parsed, FORMATS.map(FormatId::from).into())
    }

    fn add_document_in(
        &self,
        brand: BrandId,
        parsed: outline::Outline,
        formats: Vec<FormatId>,
    ) -> Result<DocumentId, Problem> {
        let id = DocumentId(self.host.id());
        let master = formats.first().cloned().ok_or_else(|| Problem::new("noFormat"))?;
        let document: Document = outline::build(parsed, id, brand, master, formats, &mut || self.host.id());
        let now = self.now();
        self.transact(|transaction| transaction.documents_mut().insert(&document, now))?;
        Ok(id)
    }

    /// The document, from memory or from the library.
    pub(super) fn opened(&self, id: DocumentId) -> Result<Arc<Mutex<Open>>, Problem> {
        if let Some(open) = lock(&self.documents).get(&id) {
            return Ok(open.clone());
        }
        let (stored, history, waivers) = {
            let library = lock(&self.library);
            (library.documents().load(id)?, library.histories().load(id)?, library.documents().waivers(id)?)
        };
        let worn = self.worn(stored.document.properties().brand, Wearing::of(stored.charter))?;
        let open = Open::new(stored, history, waivers, worn);
        Ok(lock(&self.documents).entry(id).or_insert_with(|| Arc::new(Mutex::new(open))).clone())
    }

    fn card(&self, card: Card) -> Result<DocumentCard, Problem> {
        let first_stamp = match card.first_page {
            Some(page) => lock(&*self.opened(card.id)?).stamp(page).unwrap_or_default(),
            None => String::new(),
        };
        Ok(DocumentCard {
            id: card.id.0,
            brand: card.brand.0,
            title: card.title,
            page_count: card.pages,
            first_page: card.first_page.map(|page| page.0),
            first_stamp,
            master: card.master.to_string(),
            formats: card.formats.iter().map(ToString::to_string).collect(),
            changed: DateTime::from_timestamp_millis(card.changed.0)
                .unwrap_or_default()
                .to_rfc3339_opts(SecondsFormat::Secs, true),
            published: card.published.is_some(),
        })
    }
}
