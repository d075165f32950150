use planche_layout::{BrandKit, Job};
use planche_model::{BrandId, Document, DocumentId, Format, FormatId, Layout, PageId, document::Role, outline};
use planche_render::encode::{PngEffort, png};

use super::{Studio, brands::Wearing, lock, previews::WIDEST, stamp};
use crate::{
    kit,
    wire::{AskProof, Problem, ProofPage},
};

/// What a proof shows: every layout, in the three proportions that networks ask for.
const FRAMES: [(Layout, &str); 6] = [
    (Layout::Cover, "ig_carousel_4_5"),
    (Layout::Number, "ig_carousel_4_5"),
    (Layout::Quote, "ig_carousel_4_5"),
    (Layout::List, "ig_carousel_4_5"),
    (Layout::Point, "ig_story"),
    (Layout::Call, "x_image_16_9"),
];

/// How many documents pages are taken from, the last changed first.
const DOCUMENTS: usize = 8;

impl Studio {
    /// Pages of the brand's own, or of a specimen when it has none, as the draft of its charter sets them.
    pub fn proof(&self, ask: AskProof) -> Result<Vec<ProofPage>, Problem> {
        let brand = BrandId(ask.brand);
        let kit = self.worn(brand, Wearing::Draft)?.kit;
        let documents = self.proofed(brand, &kit)?;
        let mut pages: Vec<_> = documents
            .iter()
            .flat_map(|document| document.pages().into_iter().map(move |page| (document, page.id)))
            .collect();
        let turned = ask.turn as usize * FRAMES.len() % pages.len().max(1);
        pages.rotate_left(turned);
        let frames = FRAMES.iter().filter_map(|(layout, format)| {
            let wanted = pages.iter().position(|(document, page)| document.layout(*page) == *layout).unwrap_or(0);
            (!pages.is_empty())
                .then(|| (pages.remove(wanted), self.engine.assets.formats.get(&FormatId::from(*format))))
        });
        Ok(frames.filter_map(|((document, page), format)| self.proof_page(document, page, format?, &kit)).collect())
    }

    /// A page of a proof as a PNG, `width` px wide.
    pub fn proof_picture(
        &self,
        brand: BrandId,
        document: DocumentId,
        page: PageId,
        format: &FormatId,
        width: u32,
    ) -> Result<Vec<u8>, Problem> {
        let format = self.engine.assets.formats.get(format).ok_or_else(|| Problem::new("notFound"))?;
        let mut kit = self.worn(brand, Wearing::Draft)?.kit;
        let document = if document.0 == brand.0 {
            self.specimen(brand, &kit)?
        } else {
            lock(&*self.opened(document)?).document.clone()
        };
        // No brand is shown in the charter of another one.
        if document.properties().brand != brand || document.page(page).is_none() {
            return Err(Problem::new("notFound"));
        }
        kit::dress(&mut kit, &document, &self.engine.assets.families);
        let job = Job { document: &document, page, format, brand: &kit, pictures: &*self.pictures };
        let pixels = self.engine.work(|bench| {
            let composition = bench.compositor.compose(job);
            bench.rasterizer.draw(&composition.scene, width.clamp(1, WIDEST))
        })?;
        Ok(png(&pixels, PngEffort::Fast))
    }

    fn proof_page(&self, document: &Document, page: PageId, format: &Format, kit: &BrandKit) -> Option<ProofPage> {
        let mut kit = kit.clone();
        kit::dress(&mut kit, document, &self.engine.assets.families);
        let look = stamp::look(&kit.charter, kit.family.name());
        let title = document.nodes(page).iter().find_map(|node| node.text(Role::Title)).unwrap_or_default();
        Some(ProofPage {
            document: document.id().0,
            page: page.0,
            format: format.id.to_string(),
            width: format.width,
            height: format.height,
            title: title.to_owned(),
            stamp: stamp::stamp(document, &look, page, document.position(page)?),
        })
    }

    /// What a brand is shown with: its own documents, or a specimen when none of them has a page.
    pub(super) fn proofed(&self, brand: BrandId, kit: &BrandKit) -> Result<Vec<Document>, Problem> {
        let documents = self.shown(brand)?;
        let is_blank = documents.iter().all(|document| document.pages().is_empty());
        if is_blank { Ok(vec![self.specimen(brand, kit)?]) } else { Ok(documents) }
    }

    fn shown(&self, brand: BrandId) -> Result<Vec<Document>, Problem> {
        let cards = lock(&self.library).documents().cards_of(brand)?;
        let documents = cards.iter().take(DOCUMENTS).map(|card| Ok(lock(&*self.opened(card.id)?).document.clone()));
        documents.collect()
    }

    /// The same at every call: its ids are made of the brand's.
    fn specimen(&self, brand: BrandId, kit: &BrandKit) -> Result<Document, Problem> {
        let parsed = outline::parse(&self.engine.assets.specimen(&kit.charter.language)?);
        let master = FormatId::from(FRAMES[0].1);
        let mut last = brand.0.as_u128();
        let mut ids = || {
            last = last.wrapping_add(1);
            uuid::Uuid::from_u128(last)
        };
        Ok(outline::build(parsed, DocumentId(brand.0), brand, master.clone(), vec![master], &mut ids))
    }
}
