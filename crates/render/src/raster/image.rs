use std::sync::Arc;

use kurbo::{Affine, Rect};
use peniko::{ImageAlphaType, ImageBrush, ImageQuality, ImageSampler};
use planche_resample::{Part, Source};
use planche_scene::{Image, Picture};
use vello_cpu::{ImageSource, PixelMetadata, Pixmap};

use super::{Rasterizer, picture_cache::PictureKey};
use crate::{
    RenderError,
    crop::{bounds, onto},
};

impl Rasterizer {
    /// Draws a picture under `transform`, from its space to the canvas' pixels.
    pub(super) fn picture(&mut self, picture: &Picture, transform: Affine) -> Result<(), RenderError> {
        let [a, b, c, d, _, _] = transform.as_coeffs();
        if picture.source.is_zero_area() || picture.target.is_zero_area() {
            Ok(())
        } else if b == 0.0 && c == 0.0 && a > 0.0 && d > 0.0 {
            self.upright_picture(picture, transform.transform_rect_bbox(picture.target))
        } else {
            self.turned_picture(picture, transform)
        }
    }

    /// Resamples once, to the very pixels of the canvas, then copies: nothing is sharper.
    fn upright_picture(&mut self, picture: &Picture, target: Rect) -> Result<(), RenderError> {
        let whole = bounds(&picture.image);
        let covered = onto(picture.source, target).transform_rect_bbox(whole);
        let Some(pixels) = whole_pixels(target.expand().intersect(self.canvas()), covered) else { return Ok(()) };
        let source = onto(target, picture.source).transform_rect_bbox(pixels).intersect(whole);
        let image = self.resample(&picture.image, source, pixels.width(), pixels.height())?;
        self.context.set_transform(Affine::IDENTITY);
        self.context.set_paint_transform(Affine::translate(pixels.origin().to_vec2()));
        self.context.set_paint(brush(image, ImageQuality::Low));
        self.context.fill_rect(&target);
        Ok(())
    }

    /// Resamples to about the size on the canvas, then lets the canvas turn it.
    fn turned_picture(&mut self, picture: &Picture, transform: Affine) -> Result<(), RenderError> {
        let [a, b, c, d, _, _] = transform.as_coeffs();
        let (width, height) = (picture.target.width() * a.hypot(b), picture.target.height() * c.hypot(d));
        let source = picture.source.intersect(bounds(&picture.image));
        let side = |length: f64| length.ceil().clamp(1.0, f64::from(u16::MAX));
        let image = self.resample(&picture.image, source, side(width), side(height))?;
        let level = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        self.context.set_paint_transform(onto(level, picture.target));
        self.context.set_paint(brush(image, ImageQuality::High));
        self.context.fill_rect(&picture.target);
        Ok(())
    }

    fn resample(&self, image: &Image, source: Rect, width: f64, height: f64) -> Result<Arc<Pixmap>, RenderError> {
        let (width, height) = (width as u16, height as u16);
        let key = PictureKey::resampled(image.id, source, width, height);
        self.pictures.get(key, || resample(image, source, width, height))
    }
}

/// The pixels of `wanted` that an image over `covered` fills: where the image ends, a pixel it fills in part would be
/// made of less than the others, so it repeats its neighbour instead.
fn whole_pixels(wanted: Rect, covered: Rect) -> Option<Rect> {
    if wanted.is_zero_area() {
        return None;
    }
    // A millionth of a pixel absorbs what the two transforms lose.
    let inward = covered.inflate(1e-6, 1e-6);
    let full = Rect::new(inward.x0.ceil(), inward.y0.ceil(), inward.x1.floor(), inward.y1.floor());
    let filled = wanted.intersect(full);
    let thin = filled.is_zero_area();
    Some(if thin { wanted } else { filled })
}

/// `source`, in the image's pixels, as `width` by `height` premultiplied pixels.
fn resample(image: &Image, source: Rect, width: u16, height: u16) -> Result<Pixmap, RenderError> {
    let from = Source { width: image.width, height: image.height, bytes: &image.pixels, alpha: !image.opaque };
    let part = Part { left: source.x0, top: source.y0, width: source.width(), height: source.height() };
    let bytes = planche_resample::resample(from, part, u32::from(width), u32::from(height))
        .map_err(|error| RenderError::Image(error.to_string()))?;
    let metadata = PixelMetadata { may_have_transparency: !image.opaque, alpha_type: ImageAlphaType::Alpha };
    Ok(Pixmap::from_parts(bytes, width, height, metadata))
}

/// `image` as something to paint with.
pub(super) fn brush(image: Arc<Pixmap>, quality: ImageQuality) -> ImageBrush<ImageSource> {
    ImageBrush { image: ImageSource::Pixmap(image), sampler: ImageSampler { quality, ..ImageSampler::default() } }
}
