use planche_scene::{Glyph, Glyphs, Paint, Stroke};
use vello_cpu::Glyph as CanvasGlyph;

use super::Rasterizer;
use crate::{RenderError, colour_glyph, outline};

impl Rasterizer {
    /// Draws a run: the outline first, the fill over it. Colour glyphs have neither, only their own colours.
    pub(super) fn glyphs(&mut self, run: &Glyphs) -> Result<(), RenderError> {
        let font = outline::open(&run.font)?;
        // What a font names and does not have stops the painter (glifo 0.4.0, `OutlineCacheSession`).
        let count = outline::count(&font);
        let there = run.glyphs.iter().filter(|glyph| glyph.id < count);
        if let Some((stroke, paint)) = &run.stroke {
            let plain = there.clone().filter(|glyph| !colour_glyph::is_coloured(&font, glyph.id));
            self.stroke_glyphs(run, stroke, paint, plain.map(place).collect())?;
        }
        self.set_paint(&run.fill);
        let brush = self.context.glyph_run(&mut self.resources, &run.font);
        let brush = brush.font_size(run.size).hint(false).normalized_coords(&run.coordinates);
        brush.fill_glyphs(there.map(place)).map_err(|error| RenderError::Font(error.to_string()))
    }

    fn stroke_glyphs(
        &mut self,
        run: &Glyphs,
        stroke: &Stroke,
        paint: &Paint,
        glyphs: Vec<CanvasGlyph>,
    ) -> Result<(), RenderError> {
        self.set_paint(paint);
        self.context.set_stroke(stroke.clone());
        let brush = self.context.glyph_run(&mut self.resources, &run.font);
        let brush = brush.font_size(run.size).hint(false).normalized_coords(&run.coordinates);
        brush.stroke_glyphs(glyphs.into_iter()).map_err(|error| RenderError::Font(error.to_string()))
    }
}

fn place(glyph: &Glyph) -> CanvasGlyph {
    CanvasGlyph { id: glyph.id, x: glyph.x, y: glyph.y }
}
