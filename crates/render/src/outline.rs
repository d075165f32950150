use kurbo::{Affine, BezPath};
use planche_scene::{Font, Glyph, Glyphs};
use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::{LocationRef, NormalizedCoord, Size},
    outline::{DrawSettings, OutlinePen},
    raw::TableProvider,
};

use crate::RenderError;

/// The parsed form of `font`.
pub fn open(font: &Font) -> Result<FontRef<'_>, RenderError> {
    FontRef::from_index(font.data.data(), font.index).map_err(|error| RenderError::Font(error.to_string()))
}

/// How many glyphs a font has.
pub fn count(font: &FontRef<'_>) -> u32 {
    font.maxp().map_or(0, |table| table.num_glyphs().into())
}

/// The transform from the font's units, y up, to the run's space for one glyph at its origin.
pub fn placement(font: &FontRef<'_>, run: &Glyphs, glyph: &Glyph) -> Affine {
    Affine::translate((f64::from(glyph.x), f64::from(glyph.y))) * scale(font, run.size)
}

/// The transform from the font's units, y up, to an em of `size`, y down.
pub fn scale(font: &FontRef<'_>, size: f32) -> Affine {
    let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
    let scale = f64::from(size) / f64::from(units.max(1));
    Affine::scale_non_uniform(scale, -scale)
}

/// A glyph's outline in the font's units, y up; empty for a space.
pub fn outline(font: &FontRef<'_>, id: u32, coordinates: &[i16]) -> BezPath {
    let coordinates: Vec<_> = coordinates.iter().copied().map(NormalizedCoord::from_bits).collect();
    let mut pen = PathPen(BezPath::new());
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::new(&coordinates));
    match font.outline_glyphs().get(GlyphId::new(id)).map(|glyph| glyph.draw(settings, &mut pen)) {
        Some(Ok(_)) => pen.0,
        // A glyph that the font does not describe draws nothing, as in every text engine.
        Some(Err(_)) | None => BezPath::new(),
    }
}

/// One outline for the whole run, in the run's space.
pub fn run_outline(font: &FontRef<'_>, run: &Glyphs) -> BezPath {
    let mut path = BezPath::new();
    for glyph in &run.glyphs {
        path.extend(placement(font, run, glyph) * outline(font, glyph.id, &run.coordinates));
    }
    path
}

struct PathPen(BezPath);

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((f64::from(x), f64::from(y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((f64::from(x), f64::from(y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to((f64::from(cx), f64::from(cy)), (f64::from(x), f64::from(y)));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.curve_to(
            (f64::from(cx0), f64::from(cy0)),
            (f64::from(cx1), f64::from(cy1)),
            (f64::from(x), f64::from(y)),
        );
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}
