use std::sync::Arc;

use krilla::{
    Data,
    geom::Size,
    image::{BitsPerComponent, CustomImage, Image as PdfImage, ImageColorspace},
    paint::FillRule,
};
use kurbo::Shape as _;
use planche_scene::{Encoding, Image, Picture};

use super::{page::PageWriter, paint::transform, shape::outline};
use crate::{
    RenderError,
    crop::{bounds, onto},
    raster::soft::Soft,
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
    Straight::new((image.width, image.height), &image.pixels).embed()
}

/// A picture drawn apart.
pub fn soft_image(soft: &Soft) -> Result<PdfImage, RenderError> {
    let size = (soft.pixels.width().into(), soft.pixels.height().into());
    Straight::new(size, &soft.straight()).embed()
}

/// Pixels as the file stores them, colour and alpha apart, to be enlarged smoothly.
#[derive(Clone, Hash)]
struct Straight {
    size: (u32, u32),
    color: Arc<[u8]>,
    /// `None` when every pixel is opaque.
    alpha: Option<Arc<[u8]>>,
}

impl Straight {
    fn new(size: (u32, u32), rgba: &[u8]) -> Self {
        let (pixels, _) = rgba.as_chunks::<4>();
        let transparent = pixels.iter().any(|pixel| pixel[3] < u8::MAX);
        Self {
            size,
            color: pixels.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect(),
            alpha: transparent.then(|| pixels.iter().map(|pixel| pixel[3]).collect()),
        }
    }

    fn embed(self) -> Result<PdfImage, RenderError> {
        PdfImage::from_custom(self, true).map_err(RenderError::Image)
    }
}

impl CustomImage for Straight {
    fn color_channel(&self) -> &[u8] {
        &self.color
    }

    fn alpha_channel(&self) -> Option<&[u8]> {
        self.alpha.as_deref()
    }

    fn bits_per_component(&self) -> BitsPerComponent {
        BitsPerComponent::Eight
    }

    fn size(&self) -> (u32, u32) {
        self.size
    }

    fn icc_profile(&self) -> Option<&[u8]> {
        None
    }

    fn color_space(&self) -> ImageColorspace {
        ImageColorspace::Rgb
    }
}
