//! From a charter and the files it names to what the engine composes with.

use std::sync::Arc;

use planche_layout::BrandKit;
use planche_media::logo::{self, Logo};
use planche_model::{Charter, charter::Drawing};
use planche_scene::{Item, Picture, Rect, Scene, Size};

use crate::{Assets, wire::Problem};

/// Makes a brand ready to compose with. `read` gives the bytes of a file that the charter names.
///
/// # Errors
/// The charter names a family of templates, a typeface or a file that is not there, or a drawing that cannot be read.
pub fn build(
    charter: Charter,
    assets: &Assets,
    read: impl Fn(&str) -> Result<Vec<u8>, Problem>,
) -> Result<BrandKit, Problem> {
    let family = assets
        .families
        .get(&charter.template)
        .cloned()
        .ok_or_else(|| Problem::new("unknownTemplate").with("template", &charter.template))?;
    for face in [&charter.fonts.title, &charter.fonts.text] {
        if !assets.fonts.has(&face.family) {
            return Err(Problem::new("unknownFont").with("font", &face.family));
        }
    }
    let draw = |drawing: &Option<Drawing>| {
        drawing.as_ref().map(|drawing| parse(&drawing.file, &read(&drawing.file)?)).transpose()
    };
    let (logo, motif) = (draw(&charter.logo)?, draw(&charter.motif)?);
    Ok(BrandKit { charter: Arc::new(charter), family, logo: logo.map(Arc::new), motif: motif.map(Arc::new) })
}

/// A logo or a motif as scene items in its own space.
pub(crate) fn parse(name: &str, bytes: &[u8]) -> Result<Scene, Problem> {
    match logo::read(bytes).map_err(|error| Problem::of_picture(name, &error))? {
        Logo::Vector(drawing) => Ok(Scene { size: drawing.size, items: drawing.items }),
        Logo::Raster(decoded) => {
            let size = Size::new(f64::from(decoded.image.width), f64::from(decoded.image.height));
            let area = Rect::from_origin_size((0.0, 0.0), size);
            Ok(Scene { size, items: vec![Item::Picture(Picture { image: decoded.image, source: area, target: area })] })
        }
    }
}
