use kurbo::{Affine, Rect};
use peniko::ImageQuality;
use planche_scene::{Group, Item};
use vello_cpu::{Mask, PixmapMut};

use super::{
    Rasterizer,
    image::brush,
    soft::{self, Soft, View},
};
use crate::{RenderError, crop::onto};

impl Rasterizer {
    /// Draws a group under `transform`, from its space to the canvas' pixels: its shadow, then its content.
    pub(super) fn group(&mut self, group: &Group, transform: Affine) -> Result<(), RenderError> {
        let layer = group.needs_layer();
        if layer {
            self.context.push_layer(None, group.blend, Some(group.opacity), None, None);
        }
        let view = View { transform, visible: self.canvas() };
        if let Some(shadow) = &group.shadow {
            let cast = soft::shadow(group, shadow, view, &self.pictures)?;
            cast.iter().for_each(|cast| self.soft(cast));
        }
        if group.blur > 0.0 {
            let content = soft::blurred(group, view, &self.pictures)?;
            content.iter().for_each(|content| self.soft(content));
        } else {
            self.content(group, transform)?;
        }
        if layer {
            self.context.pop_layer();
        }
        Ok(())
    }

    /// Draws what a group holds, clipped and masked.
    pub(super) fn content(&mut self, group: &Group, transform: Affine) -> Result<(), RenderError> {
        if let Some(clip) = &group.clip {
            self.context.set_transform(transform);
            self.context.push_clip_path(clip);
        }
        match &group.mask {
            Some(mask) => self.masked(&group.items, mask, transform)?,
            None => self.items(&group.items, transform)?,
        }
        if group.clip.is_some() {
            self.context.pop_clip();
        }
        Ok(())
    }

    fn masked(&mut self, items: &[Item], mask: &[Item], transform: Affine) -> Result<(), RenderError> {
        let (width, height) = (self.context.width(), self.context.height());
        let drawn = Self::new(self.pictures.clone()).apart(width, height, |canvas| canvas.items(mask, transform))?;
        let alpha = drawn.as_chunks::<4>().0.iter().map(|pixel| pixel[3]).collect();
        self.context.push_layer(None, None, None, Some(Mask::from_parts(alpha, width, height)), None);
        self.items(items, transform)?;
        self.context.pop_layer();
        Ok(())
    }

    /// Draws on a transparent canvas; returns its premultiplied pixels.
    pub(super) fn apart(
        &mut self,
        width: u16,
        height: u16,
        draw: impl FnOnce(&mut Self) -> Result<(), RenderError>,
    ) -> Result<Vec<u8>, RenderError> {
        self.context.reset_and_resize(width, height);
        draw(self)?;
        Ok(self.pixels())
    }

    fn soft(&mut self, soft: &Soft) {
        let pixels = Rect::new(0.0, 0.0, f64::from(soft.pixels.width()), f64::from(soft.pixels.height()));
        self.context.set_transform(Affine::IDENTITY);
        self.context.set_paint_transform(onto(pixels, soft.area));
        self.context.set_paint(brush(soft.pixels.clone(), ImageQuality::Medium));
        self.context.fill_rect(&soft.area);
    }

    /// The canvas' own pixels.
    pub(super) fn canvas(&self) -> Rect {
        Rect::new(0.0, 0.0, f64::from(self.context.width()), f64::from(self.context.height()))
    }

    /// What was drawn since the last reset, premultiplied.
    pub(super) fn pixels(&mut self) -> Vec<u8> {
        let (width, height) = (self.context.width(), self.context.height());
        let mut rgba = vec![0; usize::from(width) * usize::from(height) * 4];
        let target = PixmapMut::new(width, height, &mut rgba).expect("the buffer was made for this size");
        self.context.flush();
        self.context.render(target, &mut self.resources);
        rgba
    }
}
