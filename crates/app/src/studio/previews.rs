use planche_library::Asset;
use planche_model::{AssetId, DocumentId, FormatId, PageId};
use planche_render::encode::{PngEffort, png};
use planche_scene::{Item, Picture, Rect, Scene, Size};

use super::{Studio, lock};
use crate::wire::Problem;

/// No screen shows a page wider than this, in px.
const WIDEST: u32 = 4096;

impl Studio {
    /// A page's picture as a PNG, `width` px wide: drawn by the same hands as the exported file.
    pub fn preview(
        &self,
        document: DocumentId,
        page: PageId,
        format: &FormatId,
        width: u32,
    ) -> Result<Vec<u8>, Problem> {
        let format = self.engine.assets.formats.get(format).ok_or_else(|| Problem::new("notFound"))?;
        let open = self.opened(document)?;
        let composition = {
            let open = lock(&open);
            open.document.page(page).ok_or_else(|| Problem::new("notFound"))?;
            open.composition(page, format, &self.engine, &self.pictures)
        };
        let pixels = self.engine.work(|bench| bench.rasterizer.draw(&composition.scene, width.clamp(1, WIDEST)))?;
        Ok(png(&pixels, PngEffort::Fast))
    }

    /// A photograph of the library as a PNG, `width` px wide.
    pub fn photo(&self, asset: AssetId, width: u32) -> Result<Vec<u8>, Problem> {
        let image = self.pictures.load(&Asset::source(asset))?;
        let size = Size::new(f64::from(image.width), f64::from(image.height));
        let area = Rect::from_origin_size((0.0, 0.0), size);
        let scene = Scene { size, items: vec![Item::Picture(Picture { image, source: area, target: area })] };
        let pixels = self.engine.work(|bench| bench.rasterizer.draw(&scene, width.clamp(1, WIDEST)))?;
        Ok(png(&pixels, PngEffort::Fast))
    }
}
