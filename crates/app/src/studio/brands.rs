use std::path::Path;

use planche_layout::BrandKit;
use planche_library::{BrandFile, Library};
use planche_model::{Brand, BrandId, Charter, Color, charter::Logo};

use super::{Studio, lock};
use crate::{
    kit,
    pictures::read_file,
    wire::{BrandCard, NewBrand, Problem},
};

/// A file that a charter names, and its bytes.
pub(super) type CharterFile = (String, Vec<u8>);

impl Studio {
    /// Makes a brand from a name, two colours, a pair of typefaces and perhaps a logo.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn create_brand(&self, new: NewBrand) -> Result<BrandCard, Problem> {
        if new.name.trim().is_empty() {
            return Err(Problem::new("emptyName"));
        }
        let colors = [color(&new.primary)?, color(&new.secondary)?];
        let pairs = &self.engine.assets.pairs;
        let pair = pairs
            .iter()
            .find(|pair| pair.id == new.font_pair)
            .ok_or_else(|| Problem::new("unknownFont").with("font", &new.font_pair))?;
        let logo = new.logo.as_deref().map(read_logo).transpose()?;
        let drawing = logo.as_ref().map(|(file, _)| Logo::new(file.clone(), false));
        let charter = Charter::from_two_colors(&new.name, &new.tagline, colors, pair, drawing);
        let brand = self.add_brand(charter, logo.into_iter().collect(), false)?;
        let card = self.brand_card(&lock(&self.library), &brand)?;
        self.host.studio_changed(&self.overview(crate::wire::Nothing {})?);
        Ok(card)
    }

    /// Keeps a brand and the files its charter names.
    pub(super) fn add_brand(&self, charter: Charter, files: Vec<CharterFile>, sample: bool) -> Result<Brand, Problem> {
        let brand = Brand { id: BrandId(self.host.id()), charter, sample };
        let mut library = lock(&self.library);
        let mut kept = Vec::new();
        for (name, bytes) in files {
            kept.push(BrandFile { name, blob: library.blobs().put(&bytes)? });
        }
        let now = self.now();
        library.transact(|transaction| {
            let mut brands = transaction.brands_mut();
            brands.insert(&brand, now)?;
            kept.iter().try_for_each(|file| brands.set_file(brand.id, file))
        })?;
        Ok(brand)
    }

    /// The brand, ready to compose with.
    pub(super) fn brand_kit(&self, id: BrandId) -> Result<BrandKit, Problem> {
        if let Some(kit) = lock(&self.brands).get(&id) {
            return Ok(kit.clone());
        }
        let library = lock(&self.library);
        let brand = library.brands().get(id)?.ok_or_else(|| Problem::new("notFound"))?;
        let kit = kit::build(brand.charter, &self.engine.assets, |name| brand_file(&library, id, name))?;
        lock(&self.brands).insert(id, kit.clone());
        Ok(kit)
    }

    /// The file of a brand's logo and its media type.
    pub fn logo(&self, brand: BrandId) -> Result<(Vec<u8>, &'static str), Problem> {
        let library = lock(&self.library);
        let charter = library.brands().get(brand)?.ok_or_else(|| Problem::new("notFound"))?.charter;
        let logo = charter.logo.ok_or_else(|| Problem::new("notFound"))?;
        let bytes = brand_file(&library, brand, &logo.file)?;
        let kind = media_type(&bytes);
        Ok((bytes, kind))
    }

    pub(super) fn brand_cards(&self, library: &Library) -> Result<Vec<BrandCard>, Problem> {
        library.brands().list()?.iter().map(|brand| self.brand_card(library, brand)).collect()
    }

    fn brand_card(&self, library: &Library, brand: &Brand) -> Result<BrandCard, Problem> {
        let logo = match &brand.charter.logo {
            Some(logo) => library.brands().file(brand.id, &logo.file)?.map(|hash| hash.to_string()),
            None => None,
        };
        Ok(BrandCard::new(brand, logo))
    }
}

fn brand_file(library: &Library, brand: BrandId, name: &str) -> Result<Vec<u8>, Problem> {
    let hash = library.brands().file(brand, name)?.ok_or_else(|| Problem::new("missingFile").with("path", name))?;
    Ok(library.blobs().read(hash)?)
}

fn color(text: &str) -> Result<Color, Problem> {
    text.parse().map_err(|_| Problem::new("badColour").with("value", text))
}

/// A logo's file, proved to be one.
fn read_logo(path: &str) -> Result<CharterFile, Problem> {
    let bytes = read_file(Path::new(path))?;
    kit::parse(path, &bytes).map_err(|_| Problem::new("badLogo").with("path", path))?;
    let name =
        Path::new(path).file_name().map_or_else(|| "logo".to_owned(), |name| name.to_string_lossy().into_owned());
    Ok((name, bytes))
}

/// What a browser calls the file's type, told by its first bytes.
fn media_type(bytes: &[u8]) -> &'static str {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xff, 0xd8, ..] => "image/jpeg",
        [b'R', b'I', b'F', b'F', ..] => "image/webp",
        _ => "image/svg+xml",
    }
}
