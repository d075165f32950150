//! From a charter and the files it names to what the engine composes with.

use std::sync::Arc;

use planche_layout::{BrandKit, LogoDrawing};
use planche_media::logo::{self, Logo as LogoFile};
use planche_model::{
    Charter, Document,
    charter::{Logo, Role},
};
use planche_scene::{Item, Picture, Rect, Scene, Size};

use crate::{Assets, Families, typefaces, wire::Problem};

/// Makes a brand ready to compose with. `read` gives the bytes of a file that the charter names.
///
/// # Errors
/// The charter names a family of templates, a typeface or a file that is not there, or a drawing or a font that cannot
/// be read.
pub fn build(
    mut charter: Charter,
    assets: &Assets,
    read: impl Fn(&str) -> Result<Vec<u8>, Problem>,
) -> Result<BrandKit, Problem> {
    let family = assets.families.get(&charter.template)?;
    let own = typefaces::find(&mut charter, assets, &read)?;
    let draw = |file: &str| Ok(Arc::new(parse(file, &read(file)?)?));
    let motif = charter.motif.as_ref().map(|motif| draw(&motif.file)).transpose()?;
    let logos = charter.logo.as_ref().map_or(Ok(Vec::new()), |logo| logos(logo, &draw))?;
    Ok(BrandKit { charter: Arc::new(charter), family, logos, motif, fonts: own.families, embedding: own.embedding })
}

/// The logo, then its variants.
fn logos(logo: &Logo, draw: &dyn Fn(&str) -> Result<Arc<Scene>, Problem>) -> Result<Vec<LogoDrawing>, Problem> {
    let first = (&logo.file, logo.ink, &Vec::new());
    let variants = logo.variants.iter().map(|variant| (&variant.file, variant.ink, &variant.on));
    let drawn = |(file, takes_ink, on): (&String, bool, &Vec<Role>)| {
        Ok(LogoDrawing { drawing: draw(file)?, takes_ink, on: on.clone() })
    };
    std::iter::once(first).chain(variants).map(drawn).collect()
}

/// Sets a document in the family that it names; in the charter's when it names none, or one that there is not.
pub(crate) fn dress(brand: &mut BrandKit, document: &Document, families: &Families) {
    let named = document.properties().template().filter(|name| families.has(name));
    let wanted = named.unwrap_or(&brand.charter.template);
    if brand.family.name() != wanted
        && let Ok(family) = families.get(wanted)
    {
        brand.family = family;
    }
}

/// A logo or a motif as scene items in its own space.
pub(crate) fn parse(name: &str, bytes: &[u8]) -> Result<Scene, Problem> {
    match logo::read(bytes).map_err(|error| Problem::of_picture(name, &error))? {
        LogoFile::Vector(drawing) => Ok(Scene { size: drawing.size, items: drawing.items }),
        LogoFile::Raster(decoded) => {
            let size = Size::new(f64::from(decoded.image.width), f64::from(decoded.image.height));
            let area = Rect::from_origin_size((0.0, 0.0), size);
            Ok(Scene { size, items: vec![Item::Picture(Picture { image: decoded.image, source: area, target: area })] })
        }
    }
}
