use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::Size,
    outline::{DrawSettings, OutlinePen},
    raw::TableProvider,
};

use super::FontError;

/// A size at which text is set; outlines are found at any in the same way.
const SIZE: f32 = 16.0;

/// Whether every glyph that the font says it has is there and can be drawn, with the axes where they stand and at both
/// their ends: what paints takes it for granted, and stops over one that cannot (glifo 0.4.0, `OutlineCacheSession`).
pub fn check(font: &FontRef<'_>) -> Result<(), FontError> {
    let count = font.maxp().map_err(|_| FontError::Damaged { part: "maxp" })?.num_glyphs();
    let (outlines, axes) = (font.outline_glyphs(), font.axes());
    let usual = axes.location(axes.iter().map(|axis| (axis.tag(), axis.default_value())));
    let least = axes.location(axes.iter().map(|axis| (axis.tag(), axis.min_value())));
    let most = axes.location(axes.iter().map(|axis| (axis.tag(), axis.max_value())));
    let locations = if axes.is_empty() { vec![usual] } else { vec![usual, least, most] };
    for location in &locations {
        for glyph in (0..count).map(GlyphId::from) {
            let settings = DrawSettings::unhinted(Size::new(SIZE), location);
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
