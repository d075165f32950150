use std::sync::Arc;

use planche_layout::BrandKit;
use planche_library::{BrandFile, Library};
use planche_model::{Brand, BrandId, Charter, Color, charter::Logo};
use planche_prose::Checker;

use super::{Studio, drawings::read_drawing, lock};
use crate::{
    kit,
    wire::{self, BrandCard, NewBrand, OfBrand, Problem},
};

/// A file that a charter names, and its bytes.
pub(super) type CharterFile = (String, Vec<u8>);

/// A brand in one of its charters: ready to compose with, and to hold words against.
#[derive(Clone)]
pub(super) struct Worn {
    pub kit: BrandKit,
    pub checker: Arc<Checker>,
}

/// How many charters are kept ready. One is a few drawings and typefaces; a draft makes many.
const KITS: usize = 24;

/// Which of a brand's charters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wearing {
    /// The one in force.
    InForce,
    /// The one of that number.
    Version(u32),
    /// The one that is being worked on, or else the one in force.
    Draft,
}

/// What a brand's charter is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// The number it was in force under.
    Version(u32),
    /// What a draft says.
    Draft(blake3::Hash),
}

impl Wearing {
    /// The charter that a document keeps, or the one in force.
    pub fn of(version: Option<u32>) -> Self {
        version.map_or(Self::InForce, Self::Version)
    }

    /// What the charter is known by, and the charter itself where that is known by nothing else. One that was in force
    /// never changes: its number is enough, and a list of hundreds of documents reads none of it.
    fn key(self, library: &Library, brand: BrandId) -> Result<(Key, Option<Charter>), Problem> {
        let draft = if self == Self::Draft { library.brands().draft(brand)? } else { None };
        if let Some(draft) = draft {
            let json = serde_json::to_vec(&draft).expect("plain data always serialises");
            return Ok((Key::Draft(blake3::hash(&json)), Some(draft)));
        }
        let number = if let Self::Version(number) = self { number } else { library.brands().in_force(brand)? };
        Ok((Key::Version(number), None))
    }

    pub fn charter(self, library: &Library, brand: BrandId) -> Result<Charter, Problem> {
        let brands = library.brands();
        let in_force = || brands.get(brand).map(|brand| brand.map(|brand| brand.charter));
        let charter = match self {
            Self::InForce => in_force()?,
            Self::Version(number) => brands.charter(brand, number)?,
            Self::Draft => brands.draft(brand)?.map_or_else(in_force, |draft| Ok(Some(draft)))?,
        };
        charter.ok_or_else(|| Problem::new("notFound"))
    }
}

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
        let logo = new.logo.as_deref().map(read_drawing).transpose()?;
        let drawing = logo.as_ref().map(|(file, _)| Logo::new(file.clone(), false));
        let charter = Charter::from_two_colors(&new.name, &new.tagline, colors, pair, drawing);
        self.make_brand(charter, logo.into_iter().collect())
    }

    /// Makes a brand of another one's charter, to vary it: its files, its pictures and its documents stay with the other.
    pub fn duplicate_brand(&self, of: OfBrand) -> Result<BrandCard, Problem> {
        let id = BrandId(of.brand);
        let (mut charter, files) = {
            let library = lock(&self.library);
            let charter = Wearing::InForce.charter(&library, id)?;
            let files: Vec<CharterFile> = charter
                .files()
                .into_iter()
                .map(|name| Ok((name.to_owned(), brand_file(&library, id, name)?)))
                .collect::<Result<_, Problem>>()?;
            (charter, files)
        };
        charter.name = self.free_name(&charter.name)?;
        self.make_brand(charter, files)
    }

    fn make_brand(&self, charter: Charter, files: Vec<CharterFile>) -> Result<BrandCard, Problem> {
        let brand = self.add_brand(charter, files, false)?;
        let card = self.brand_card(&lock(&self.library), &brand)?;
        self.host.studio_changed(&self.overview(wire::Nothing {})?);
        Ok(card)
    }

    /// `Lune 2`, `Lune 3`…: the first that no brand has.
    pub(super) fn free_name(&self, name: &str) -> Result<String, Problem> {
        let brands = lock(&self.library).brands().list()?;
        let is_free = |name: &String| brands.iter().all(|brand| brand.charter.name != *name);
        Ok((2..).map(|number| format!("{name} {number}")).find(is_free).expect("there is always another number"))
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

    /// The brand in one of its charters.
    pub(super) fn worn(&self, id: BrandId, wearing: Wearing) -> Result<Worn, Problem> {
        let library = lock(&self.library);
        let (key, drafted) = wearing.key(&library, id)?;
        if let Some(worn) = lock(&self.brands).get(&(id, key)) {
            return Ok(worn.clone());
        }
        let charter = drafted.map_or_else(|| wearing.charter(&library, id), Ok)?;
        let checker = Arc::new(Checker::new(&charter));
        let kit = kit::build(charter, &self.engine.assets, |name| brand_file(&library, id, name))?;
        let worn = Worn { kit, checker };
        let mut brands = lock(&self.brands);
        if brands.len() >= KITS {
            brands.clear();
        }
        brands.insert((id, key), worn.clone());
        Ok(worn)
    }

    /// One of a brand's files, and its media type: the one with that stamp, or its logo when there is none.
    pub fn brand_drawing(&self, brand: BrandId, stamp: Option<&str>) -> Result<(Vec<u8>, &'static str), Problem> {
        let library = lock(&self.library);
        let nothing = || Problem::new("notFound");
        let hash = if let Some(stamp) = stamp {
            let files = library.brands().files(brand)?;
            files.into_iter().map(|file| file.blob).find(|blob| blob.to_string() == stamp).ok_or_else(nothing)?
        } else {
            let charter = Wearing::InForce.charter(&library, brand)?;
            library.brands().file(brand, &charter.logo.ok_or_else(nothing)?.file)?.ok_or_else(nothing)?
        };
        let bytes = library.blobs().read(hash)?;
        let kind = media_type(&bytes);
        Ok((bytes, kind))
    }

    pub(super) fn brand_cards(&self, library: &Library) -> Result<Vec<BrandCard>, Problem> {
        library.brands().list()?.iter().map(|brand| self.brand_card(library, brand)).collect()
    }

    pub(super) fn brand_card(&self, library: &Library, brand: &Brand) -> Result<BrandCard, Problem> {
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

/// What a browser calls the file's type, told by its first bytes.
fn media_type(bytes: &[u8]) -> &'static str {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xff, 0xd8, ..] => "image/jpeg",
        [b'R', b'I', b'F', b'F', ..] => "image/webp",
        _ => "image/svg+xml",
    }
}
