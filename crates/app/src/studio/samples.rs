use std::path::Path;

use planche_library::Asset;
use planche_model::{Brand, BrandId, Charter, Content, DocumentId, outline};

use super::{Studio, brands::CharterFile, lock};
use crate::{
    pictures::read_file,
    render::read_text,
    wire::{Nothing, Problem, Sample},
};

/// The sample brands, the first one opened first.
const SAMPLES: [&str; 2] = ["maree-basse", "rustine"];

impl Studio {
    /// Installs the sample brands and their creations; those that are already there stay as they are.
    pub fn open_sample(&self, _: Nothing) -> Result<Sample, Problem> {
        let mut first = None;
        for name in SAMPLES {
            let document = self.install(&self.engine.assets.sample(name))?;
            first = first.or(document);
        }
        let studio = self.overview(Nothing {})?;
        self.host.studio_changed(&studio);
        let document = first.ok_or_else(|| Problem::new("notFound"))?;
        Ok(Sample { studio, document: document.0 })
    }

    /// Installs one sample; the answer is its latest creation.
    fn install(&self, folder: &Path) -> Result<Option<DocumentId>, Problem> {
        let charter = Charter::parse(&read_text(&folder.join("charter.json"))?)?;
        if let Some(brand) = self.installed(&charter.name)? {
            let cards = lock(&self.library).documents().cards_of(brand)?;
            if let Some(card) = cards.first() {
                return Ok(Some(card.id));
            }
            return self.install_creation(brand, folder).map(Some);
        }
        let files = charter_files(&charter, folder)?;
        let brand = self.add_brand(charter, files, true)?;
        self.install_creation(brand.id, folder).map(Some)
    }

    fn installed(&self, name: &str) -> Result<Option<BrandId>, Problem> {
        let brands: Vec<Brand> = lock(&self.library).brands().list()?;
        Ok(brands.into_iter().find(|brand| brand.sample && brand.charter.name == name).map(|brand| brand.id))
    }

    fn install_creation(&self, brand: BrandId, folder: &Path) -> Result<DocumentId, Problem> {
        let mut parsed = outline::parse(&read_text(&folder.join("creation.md"))?);
        for block in parsed.pages.iter_mut().flat_map(|page| &mut page.blocks) {
            if let Content::Picture { source, .. } = block {
                *source = Asset::source(self.bring_in(brand, &folder.join(&*source))?);
            }
        }
        self.add_document(brand, parsed)
    }
}

fn charter_files(charter: &Charter, folder: &Path) -> Result<Vec<CharterFile>, Problem> {
    charter.files().into_iter().map(|file| Ok((file.to_owned(), read_file(&folder.join(file))?))).collect()
}
