use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlinePen},
    raw::{TableProvider, types::F2Dot14},
};

use super::FontError;

/// A size at which text is set; outlines are found at any in the same way.
const SIZE: f32 = 16.0;
/// The end of an axis, normalised (OpenType 1.9, F2DOT14).
const NORMAL: i16 = 1 << 14;

/// Whether every glyph that the font says it has is there and can be drawn, with the axes where they stand and at both
/// their ends: what paints takes it for granted, and stops over one that cannot (glifo 0.4.0, `OutlineCacheSession`).
pub fn check(font: &FontRef<'_>) -> Result<(), FontError> {
    let count = font.maxp().map_err(|_| FontError::Damaged { part: "maxp" })?.num_glyphs();
    let outlines = font.outline_glyphs();
    for position in [0, -NORMAL, NORMAL] {
        let coordinates = vec![F2Dot14::from_bits(position); font.axes().len()];
        for glyph in (0..count).map(GlyphId::from) {
            let settings = DrawSettings::unhinted(Size::new(SIZE), LocationRef::new(&coordinates));
            let drawn = outlines.get(glyph).and_then(|outline| outline.draw(settings, &mut Nothing).ok());
            drawn.ok_or(FontError::Damaged { part: "outlines" })?;
        }
    }
    Ok(())
}

/// A pen that leaves no trace.
struct Nothing;

impl OutlinePen for Nothing {
    fn move_to(&mut self, _: f32, _: f32) {}

    fn line_to(&mut self, _: f32, _: f32) {}

    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}

    fn close(&mut self) {}
}
