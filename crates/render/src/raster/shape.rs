use planche_scene::Shape;

use super::Rasterizer;

impl Rasterizer {
    /// Fills an outline, then strokes it.
    pub(super) fn shape(&mut self, shape: &Shape) {
        if let Some(fill) = &shape.fill {
            self.set_paint(fill);
            self.context.fill_path(&shape.path);
        }
        if let Some((stroke, paint)) = &shape.stroke {
            self.set_paint(paint);
            self.context.set_stroke(stroke.clone());
            self.context.stroke_path(&shape.path);
        }
    }
}
