use planche_library::{AssetFile, LibraryError};
use planche_media::{thumbnail, vector};
use planche_model::{AssetId, DocumentId, FormatId, PageId, asset::AssetKind};
use planche_render::{
    Pixels,
    encode::{PngEffort, jpeg, png, png_with_alpha},
};
use planche_scene::{Image, Scene};

use super::{Studio, lock};
use crate::wire::Problem;

/// No screen shows a page wider than this, in px.
pub(super) const WIDEST: u32 = 4096;

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

    /// A picture of the library, at least `width` px wide unless its file is smaller, and its media type.
    ///
    /// # Errors
    /// `notFound` when there is no such file, or nothing to see in it, as in a film.
    pub fn photo(&self, asset: AssetId, width: u32) -> Result<(Vec<u8>, &'static str), Problem> {
        let (file, blobs, thumbs) = {
            let library = lock(&self.library);
            let asset = library.assets().get(asset)?.ok_or(LibraryError::NoSuchAsset(asset))?;
            (asset.file, library.blobs().clone(), library.thumbs())
        };
        let side = side(&file, width.clamp(1, WIDEST));
        if let Some(bytes) = thumbs.get(file.blob, side) {
            return Ok(with_type(bytes));
        }
        let picture = match file.kind {
            AssetKind::Photo => photo(&blobs.read(file.blob)?, side)?,
            AssetKind::Drawing => self.drawing(&blobs.read(file.blob)?, side)?,
            AssetKind::Video => return Err(Problem::new("notFound")),
        };
        thumbs.put(file.blob, side, &picture)?;
        Ok(with_type(picture))
    }

    fn drawing(&self, bytes: &[u8], side: u32) -> Result<Vec<u8>, Problem> {
        let drawing = vector::parse(bytes, None).map_err(|error| Problem::of_picture("", &error))?;
        let scene = Scene { size: drawing.size, items: drawing.items };
        let longest = scene.size.width.max(scene.size.height);
        let width = (f64::from(side) * scene.size.width / longest).round().max(1.0) as u32;
        let pixels = self.engine.work(|bench| bench.rasterizer.draw(&scene, width))?;
        Ok(png(&pixels, PngEffort::Fast))
    }
}

/// The sizes that are kept, in px of the longer side.
const SIDES: [u32; 5] = [256, 512, 1024, 2048, WIDEST];
/// Nobody sees the difference on a wall.
const QUALITY: u8 = 85;

/// The least of the kept sizes that shows the file at that width.
fn side(file: &AssetFile, width: u32) -> u32 {
    let longest = u64::from(width) * u64::from(file.height.max(file.width)) / u64::from(file.width.max(1));
    SIDES.into_iter().find(|side| u64::from(*side) >= longest).unwrap_or(WIDEST)
}

fn photo(bytes: &[u8], side: u32) -> Result<Vec<u8>, Problem> {
    let image = thumbnail::of(bytes, side).map_err(|error| Problem::of_picture("", &error))?.image;
    let Image { width, height, pixels, opaque, .. } = image;
    if !opaque {
        return Ok(png_with_alpha(width, height, &pixels)?);
    }
    Ok(jpeg(&Pixels { width, height, rgba: pixels.to_vec() }, QUALITY)?)
}

fn with_type(bytes: Vec<u8>) -> (Vec<u8>, &'static str) {
    let kind = if bytes.starts_with(&[0xFF, 0xD8]) { "image/jpeg" } else { "image/png" };
    (bytes, kind)
}
