use std::sync::Arc;

use krilla::{Data, geom::Size, image::Image as PdfImage, paint::FillRule};
use kurbo::Shape as _;
use planche_scene::{Encoding, Image, Picture};

use super::{page::PageWriter, paint::transform, shape::outline};
use crate::{
    RenderError,
    crop::{bounds, onto},
};

impl PageWriter<'_> {
    /// Places an image; the part that does not show is clipped away, so that one copy serves every crop of it.
    pub(super) fn picture(&mut self, picture: &Picture) -> Result<(), RenderError> {
        let whole = bounds(&picture.image);
        let clip = outline(&picture.target.to_path(0.1));
        let size = Size::from_wh(whole.width() as f32, whole.height() as f32);
        let (Some(clip), Some(size), false) = (clip, size, picture.source.is_zero_area()) else { return Ok(()) };
        let image = self.image(&picture.image)?;
        self.surface.push_clip_path(&clip, &FillRule::NonZero);
        self.surface.push_transform(&transform(onto(picture.source, picture.target)));
        self.surface.draw_image(image, size);
        self.surface.pop();
        self.surface.pop();
        Ok(())
    }

    fn image(&mut self, image: &Image) -> Result<PdfImage, RenderError> {
        if let Some(known) = self.embedded.images.get(&image.id) {
            return Ok(known.clone());
        }
        let embedded = embed(image)?;
        self.embedded.images.insert(image.id, embedded.clone());
        Ok(embedded)
    }
}

/// The image's own file, or else its pixels.
fn embed(image: &Image) -> Result<PdfImage, RenderError> {
    let Some(file) = &image.encoded else { return pixels(image) };
    let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(Arc::clone(&file.bytes));
    let embedded = match file.encoding {
        Encoding::Jpeg => PdfImage::from_jpeg(Data::from(bytes), true),
        Encoding::Png => PdfImage::from_png(Data::from(bytes), true),
    };
    embedded.map_err(RenderError::Image)
}

fn pixels(image: &Image) -> Result<PdfImage, RenderError> {
    let expected = image.width as usize * image.height as usize * 4;
    if image.pixels.len() != expected {
        return Err(RenderError::Image(format!("{} bytes of pixels, {expected} expected", image.pixels.len())));
    }
    Ok(PdfImage::from_rgba8(image.pixels.to_vec(), image.width, image.height))
}
