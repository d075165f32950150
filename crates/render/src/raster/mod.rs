//! A scene as pixels.
//!
//! A [`Rasterizer`] belongs to one thread and draws one page after the other; pages, not parts of a page, are what
//! threads share out. What it draws never depends on what it drew before.

mod effect;
mod image;
mod paint;
mod shape;
mod text;

mod likeness;
mod picture_cache;
pub(crate) mod soft;

use std::sync::Arc;

use kurbo::Affine;
use peniko::color::palette::css::WHITE;
use planche_scene::{Item, Scene};
use vello_cpu::{RenderContext, RenderSettings, Resources};

use crate::{Pixels, RenderError};

pub use picture_cache::PictureCache;

/// Draws scenes on opaque white canvases; keeps its working memory from one page to the next.
pub struct Rasterizer {
    context: RenderContext,
    resources: Resources,
    pictures: Arc<PictureCache>,
}

impl Rasterizer {
    /// A rasterizer that shares resampled `pictures` with others.
    pub fn new(pictures: Arc<PictureCache>) -> Self {
        // Zero threads: pages run in parallel, and one page drawn on one thread is the fastest way through a batch.
        let settings = RenderSettings { num_threads: 0, ..RenderSettings::default() };
        Self { context: RenderContext::new_with(1, 1, settings), resources: Resources::new(), pictures }
    }

    /// Draws `scene` on a canvas `width_px` pixels wide and as high as the page's proportions ask, to the nearest pixel.
    ///
    /// # Errors
    /// The canvas is empty or larger than 65 535 pixels a side, a font does not parse, or an image's pixels do not
    /// match its size.
    pub fn draw(&mut self, scene: &Scene, width_px: u32) -> Result<Pixels, RenderError> {
        let (width, height) = canvas(scene, width_px)?;
        self.context.reset_and_resize(width, height);
        self.clear();
        // The height is rounded: a scale of its own keeps the last row from being half covered.
        let page =
            Affine::scale_non_uniform(f64::from(width) / scene.size.width, f64::from(height) / scene.size.height);
        self.items(&scene.items, page)?;
        Ok(Pixels { width: u32::from(width), height: u32::from(height), rgba: self.pixels() })
    }

    fn clear(&mut self) {
        self.context.set_transform(Affine::IDENTITY);
        self.context.set_paint(WHITE);
        self.context.fill_rect(&self.canvas());
    }

    /// Draws items under `transform`, from their space to the canvas' pixels.
    fn items(&mut self, items: &[Item], transform: Affine) -> Result<(), RenderError> {
        items.iter().try_for_each(|item| {
            self.context.set_transform(transform);
            match item {
                Item::Group(group) => self.group(group, transform * group.transform),
                Item::Shape(shape) => {
                    self.shape(shape);
                    Ok(())
                }
                Item::Glyphs(glyphs) => self.glyphs(glyphs),
                Item::Picture(picture) => self.picture(picture, transform),
                Item::Link(_) => Ok(()),
            }
        })
    }
}

/// The canvas' size in pixels.
fn canvas(scene: &Scene, width_px: u32) -> Result<(u16, u16), RenderError> {
    let height_px = (f64::from(width_px) * scene.size.height / scene.size.width).round();
    let side = |pixels: f64| (1.0..=f64::from(u16::MAX)).contains(&pixels).then_some(pixels as u16);
    let size = side(f64::from(width_px)).zip(side(height_px));
    size.ok_or(RenderError::Canvas { width: f64::from(width_px), height: height_px })
}
