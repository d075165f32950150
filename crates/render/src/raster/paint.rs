use planche_scene::Paint;

use super::Rasterizer;

impl Rasterizer {
    /// Makes `paint` what the next outlines are filled or stroked with.
    pub(super) fn set_paint(&mut self, paint: &Paint) {
        match paint {
            Paint::Solid(color) => {
                self.context.reset_paint_transform();
                self.context.set_paint(*color);
            }
            Paint::Gradient(gradient, transform) => {
                self.context.set_paint_transform(*transform);
                self.context.set_paint(gradient.clone());
            }
        }
    }
}
