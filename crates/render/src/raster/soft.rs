use std::sync::Arc;

use kurbo::{Affine, Rect, Vec2};
use peniko::{Gradient, ImageAlphaType};
use planche_resample::{blur_levels, blur_rgba};
use planche_scene::{Color, Group, Paint, Shadow};
use vello_cpu::{PixelMetadata, Pixmap};

use super::{
    Rasterizer,
    likeness::likeness,
    picture_cache::{PictureCache, PictureKey},
};
use crate::{
    RenderError,
    crop::onto,
    extent::{REACH, content_extent},
};

/// The least standard deviation, in pixels, of what is drawn apart. A softer picture has half as many pixels each way:
/// between two of them a Gaussian's edge bends by 255 * 0.242 / (8 * 4 * 4), half a level, from the straight line that
/// enlarging it draws.
const FINE: f64 = 4.0;
/// The longer side of a gradient's picture, in pixels: at least what a small item enlarged to a page asks for, at most
/// what the seam of a sweep over a page needs.
const LEAST_GRADIENT: f64 = 512.0;
const MOST_GRADIENT: f64 = 2048.0;

/// How a group's space is looked at.
#[derive(Clone, Copy)]
pub struct View {
    /// From the group's space to pixels.
    pub transform: Affine,
    /// What can be seen, in pixels.
    pub visible: Rect,
}

/// A soft picture, to be enlarged smoothly until it covers its area.
pub struct Soft {
    pub pixels: Arc<Pixmap>,
    /// In pixels of the view.
    pub area: Rect,
}

/// The shadow of a group's content, as far as it is seen; `None` when nothing of it is.
pub fn shadow(
    group: &Group,
    shadow: &Shadow,
    view: View,
    pictures: &Arc<PictureCache>,
) -> Result<Option<Soft>, RenderError> {
    let offset = moved(view.transform, shadow.offset);
    let seen = View { visible: view.visible - offset, ..view };
    let Some(frame) = Frame::new(group, seen, group.blur.hypot(shadow.deviation)) else { return Ok(None) };
    let cast = || -> Result<Pixmap, RenderError> {
        let mut silhouette = alpha(&frame.draw(group, pictures)?);
        blur_levels(&mut silhouette, frame.width, frame.deviation);
        frame.pixmap(tinted(&silhouette, shadow.color))
    };
    let pixels = match likeness(group) {
        Some(likeness) => pictures.get(PictureKey::Shadow(frame.key(likeness, shadow)), cast)?,
        None => Arc::new(cast()?),
    };
    Ok(Some(Soft { pixels, area: frame.area + offset }))
}

/// A group's content, blurred, as far as it is seen; `None` when nothing of it is.
pub fn blurred(group: &Group, view: View, pictures: &Arc<PictureCache>) -> Result<Option<Soft>, RenderError> {
    let Some(frame) = Frame::new(group, view, group.blur) else { return Ok(None) };
    let mut content = frame.draw(group, pictures)?;
    blur_rgba(&mut content, frame.width, frame.deviation);
    hold_premultiplied(&mut content);
    Ok(Some(Soft { pixels: Arc::new(frame.pixmap(content)?), area: frame.area }))
}

/// The part of a gradient that `area` of its item shows.
pub fn gradient(gradient: &Gradient, transform: Affine, area: Rect) -> Result<Soft, RenderError> {
    let longest = area.width().max(area.height());
    let finely = (2.0 * longest).clamp(LEAST_GRADIENT, MOST_GRADIENT) / longest;
    let [width, height] = [area.width(), area.height()].map(|side| (side * finely).ceil().max(1.0));
    let pixels = Rect::new(0.0, 0.0, width, height);
    let paint = Paint::Gradient(gradient.clone(), transform);
    let rgba = Rasterizer::new(Arc::default()).apart(width as u16, height as u16, |canvas| {
        canvas.context.set_transform(onto(area, pixels));
        canvas.set_paint(&paint);
        canvas.context.fill_rect(&area);
        Ok(())
    })?;
    Ok(Soft { pixels: Arc::new(premultiplied(rgba, width as u16, height as u16)), area })
}

impl Soft {
    /// The pixels with straight alpha: RGBA, rows from the top.
    pub fn straight(&self) -> Vec<u8> {
        (*self.pixels).clone().take_rgba8(ImageAlphaType::Alpha)
    }
}

/// What is drawn apart: part of the view, in pixels that may be larger than the view's.
struct Frame {
    /// In pixels of the view, a whole number of steps on each side.
    area: Rect,
    /// From the group's space to the frame's pixels.
    transform: Affine,
    width: u32,
    height: u32,
    /// In the frame's pixels.
    deviation: f64,
}

impl Frame {
    /// The part of `group` that shows in `view` once softened by `deviation` u.
    fn new(group: &Group, view: View, deviation: f64) -> Option<Self> {
        let deviation = deviation * scale(view.transform);
        // How many of the view's pixels one of the frame's is worth, a power of two.
        let step = (deviation / FINE).log2().floor().exp2().max(1.0);
        let reach = REACH * deviation + step;
        let content = view.transform.transform_rect_bbox(content_extent(group)?);
        let seen = content.intersect(view.visible.inflate(reach, reach));
        if seen.is_zero_area() {
            return None;
        }
        let Rect { x0, y0, x1, y1 } = seen.inflate(reach, reach).scale_from_origin(1.0 / step).expand();
        let transform = Affine::translate((-x0, -y0)) * Affine::scale(1.0 / step) * view.transform;
        Some(Self {
            area: Rect::new(x0, y0, x1, y1).scale_from_origin(step),
            transform,
            width: (x1 - x0) as u32,
            height: (y1 - y0) as u32,
            deviation: deviation / step,
        })
    }

    fn draw(&self, group: &Group, pictures: &Arc<PictureCache>) -> Result<Vec<u8>, RenderError> {
        let (width, height) = self.sides()?;
        Rasterizer::new(Arc::clone(pictures)).apart(width, height, |canvas| canvas.content(group, self.transform))
    }

    /// `rgba`, premultiplied, as a picture.
    fn pixmap(&self, rgba: Vec<u8>) -> Result<Pixmap, RenderError> {
        self.sides().map(|(width, height)| premultiplied(rgba, width, height))
    }

    fn sides(&self) -> Result<(u16, u16), RenderError> {
        let sides = u16::try_from(self.width).ok().zip(u16::try_from(self.height).ok());
        sides.ok_or(RenderError::Canvas { width: self.width.into(), height: self.height.into() })
    }

    /// What makes two shadows the same picture, wherever they lie.
    fn key(&self, mut likeness: Vec<u64>, shadow: &Shadow) -> Arc<[u64]> {
        likeness.extend(self.transform.as_coeffs().map(f64::to_bits));
        likeness.extend([self.width.into(), self.height.into(), self.deviation.to_bits()]);
        likeness.extend(shadow.color.components.map(|component| u64::from(component.to_bits())));
        likeness.into()
    }
}

/// How many times longer `transform` makes a length, on average.
pub fn scale(transform: Affine) -> f64 {
    transform.determinant().abs().sqrt()
}

/// Where `transform` takes a vector.
fn moved(transform: Affine, vector: Vec2) -> Vec2 {
    transform * vector.to_point() - transform * kurbo::Point::ORIGIN
}

fn premultiplied(rgba: Vec<u8>, width: u16, height: u16) -> Pixmap {
    let metadata = PixelMetadata { may_have_transparency: true, alpha_type: ImageAlphaType::AlphaPremultiplied };
    Pixmap::from_parts(rgba, width, height, metadata)
}

fn alpha(rgba: &[u8]) -> Vec<u8> {
    rgba.as_chunks::<4>().0.iter().map(|pixel| pixel[3]).collect()
}

/// Undoes what rounding may do: a colour stronger than its alpha.
fn hold_premultiplied(rgba: &mut [u8]) {
    for [red, green, blue, alpha] in rgba.as_chunks_mut::<4>().0 {
        for channel in [red, green, blue] {
            *channel = (*channel).min(*alpha);
        }
    }
}

/// One colour as thick as `silhouette` says, premultiplied.
fn tinted(silhouette: &[u8], color: Color) -> Vec<u8> {
    let levels: Vec<[u8; 4]> = (0..=u8::MAX)
        .map(|level| {
            let tint = color.multiply_alpha(f32::from(level) / 255.0).premultiply().to_rgba8();
            [tint.r, tint.g, tint.b, tint.a]
        })
        .collect();
    silhouette.iter().flat_map(|level| levels[usize::from(*level)]).collect()
}
