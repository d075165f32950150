use std::sync::Arc;

use kurbo::Rect;
use planche_scene::{Color, Font, Glyph, Glyphs, Paint, Stroke};
use skrifa::FontRef;

use super::{
    Writer,
    shape::{data, stroke},
    xml::{escape, number},
};
use crate::{RenderError, colour_glyph, extent::glyphs_extent, outline};

/// What makes two glyphs the same drawing.
#[derive(PartialEq, Eq, Hash)]
pub struct GlyphKey {
    font: u64,
    index: u32,
    id: u32,
    size: u32,
    coordinates: Arc<[i16]>,
    /// The text's colour, which a colour glyph may use for parts of itself.
    foreground: Option<[u8; 4]>,
}

impl Writer {
    /// Writes a run as outlines, under the words that it says for itself and those after it: the stroke first, the fill
    /// over it, then the colour glyphs.
    pub(super) fn glyphs(&mut self, run: &Glyphs, words: Option<&str>) -> Result<(), RenderError> {
        let font = outline::open(&run.font)?;
        let (coloured, plain): (Vec<_>, Vec<_>) =
            run.glyphs.iter().cloned().partition(|glyph| colour_glyph::is_coloured(&font, glyph.id));
        match words {
            Some(words) => {
                let words = escape(words);
                self.write(format_args!("<g role=\"img\" aria-label=\"{words}\">"));
            }
            None => self.body.push_str("<g aria-hidden=\"true\">"),
        }
        let plain = Glyphs { glyphs: plain, ..run.clone() };
        if let Some((line, paint)) = &run.stroke {
            self.stroked(&font, &plain, line, paint)?;
        }
        self.filled(&font, &plain)?;
        self.coloured(&font, run, &coloured)?;
        self.body.push_str("</g>");
        Ok(())
    }

    fn stroked(&mut self, font: &FontRef<'_>, run: &Glyphs, line: &Stroke, paint: &Paint) -> Result<(), RenderError> {
        let attributes = format!(" fill=\"none\"{}{}", self.paint(paint, "stroke", area(run))?, stroke(line));
        self.outlines(font, run, paint, &attributes);
        Ok(())
    }

    fn filled(&mut self, font: &FontRef<'_>, run: &Glyphs) -> Result<(), RenderError> {
        let attributes = self.paint(&run.fill, "fill", area(run))?;
        self.outlines(font, run, &run.fill, &attributes);
        Ok(())
    }

    /// Writes the outlines of a run's plain glyphs.
    fn outlines(&mut self, font: &FontRef<'_>, run: &Glyphs, paint: &Paint, attributes: &str) {
        if run.glyphs.is_empty() {
            return;
        }
        match paint {
            Paint::Solid(_) => {
                self.write(format_args!("<g{attributes}>"));
                for glyph in &run.glyphs {
                    let id = self.plain_glyph(font, run, glyph);
                    self.place(id, glyph);
                }
                self.body.push_str("</g>");
            }
            // A gradient begins anew in every shared glyph, so the run becomes one outline.
            Paint::Gradient(..) => {
                let path = data(&outline::run_outline(font, run));
                self.write(format_args!("<path d=\"{path}\"{attributes}/>"));
            }
        }
    }

    fn coloured(&mut self, font: &FontRef<'_>, run: &Glyphs, glyphs: &[Glyph]) -> Result<(), RenderError> {
        let foreground = match &run.fill {
            Paint::Solid(color) => *color,
            Paint::Gradient(gradient, _) => {
                gradient.stops.first().map_or(Color::BLACK, |stop| stop.color.to_alpha_color())
            }
        };
        for glyph in glyphs {
            let id = self.colour_glyph(font, run, glyph, foreground)?;
            self.place(id, glyph);
        }
        Ok(())
    }

    fn place(&mut self, id: Option<u32>, glyph: &Glyph) {
        if let Some(id) = id {
            let [x, y] = [glyph.x, glyph.y].map(|value| number(f64::from(value)));
            self.write(format_args!("<use xlink:href=\"#d{id}\" x=\"{x}\" y=\"{y}\"/>"));
        }
    }

    fn plain_glyph(&mut self, font: &FontRef<'_>, run: &Glyphs, glyph: &Glyph) -> Option<u32> {
        let key = key(&run.font, run, glyph, None);
        if let Some(known) = self.glyphs.get(&key) {
            return *known;
        }
        let path = outline::scale(font, run.size) * outline::outline(font, glyph.id, &run.coordinates);
        let id = (!path.elements().is_empty()).then(|| self.next_id());
        if let Some(id) = id {
            let path = data(&path);
            self.define(format_args!("<path id=\"d{id}\" d=\"{path}\"/>"));
        }
        self.glyphs.insert(key, id);
        id
    }

    fn colour_glyph(
        &mut self,
        font: &FontRef<'_>,
        run: &Glyphs,
        glyph: &Glyph,
        foreground: Color,
    ) -> Result<Option<u32>, RenderError> {
        let rgba = foreground.to_rgba8();
        let key = key(&run.font, run, glyph, Some([rgba.r, rgba.g, rgba.b, rgba.a]));
        if let Some(known) = self.glyphs.get(&key) {
            return Ok(*known);
        }
        let transform = outline::scale(font, run.size);
        let items = colour_glyph::items(font, glyph.id, transform, foreground)?.unwrap_or_default();
        let drawing = self.apart(|writer| writer.items(&items))?;
        let id = self.next_id();
        self.define(format_args!("<g id=\"d{id}\">{drawing}</g>"));
        self.glyphs.insert(key, Some(id));
        Ok(Some(id))
    }
}

/// A box that holds the run; an empty run paints nothing, wherever.
fn area(run: &Glyphs) -> Rect {
    glyphs_extent(run).unwrap_or_default()
}

fn key(font: &Font, run: &Glyphs, glyph: &Glyph, foreground: Option<[u8; 4]>) -> GlyphKey {
    GlyphKey {
        font: font.data.id(),
        index: font.index,
        id: glyph.id,
        size: run.size.to_bits(),
        coordinates: Arc::clone(&run.coordinates),
        foreground,
    }
}
