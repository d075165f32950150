use std::ops::Range;

use krilla::{
    Data,
    geom::Point,
    text::{Font, GlyphId, KrillaGlyph, Tag},
};
use kurbo::Rect;
use planche_scene::{Glyph, Glyphs, Paint, Stroke};
use skrifa::{FontRef, MetadataProvider};

use super::{page::PageWriter, shape::outline as pdf_outline};
use crate::{
    RenderError, colour_glyph,
    extent::glyphs_extent,
    label::run_range,
    outline::{self, run_outline},
};

/// A font file, the face in it, where it stands on its axes, and whether it keeps its colours.
#[derive(PartialEq, Eq, Hash)]
pub struct FontKey {
    file: u64,
    index: u32,
    axes: Vec<([u8; 4], u32)>,
    colours: Colours,
}

/// What becomes of a font's colour glyphs.
///
/// A PDF has colours only in fonts of type 3, whose size readers have to guess: they put an emoji on a line of its own.
/// So the text is set without colours, in which emoji are blank, and these are drawn over it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Colours {
    Blank,
    Drawn,
}

impl PageWriter<'_> {
    /// Draws a run as text that can be selected; its outline first, its colour glyphs and its marks last, as drawings, so
    /// that the text is there once.
    pub(super) fn glyphs(&mut self, run: &Glyphs) -> Result<(), RenderError> {
        let parsed = outline::open(&run.font)?;
        if let Some((line, paint)) = &run.stroke {
            self.stroked(&parsed, run, line, paint)?;
        }
        let font = self.font(&parsed, run, Colours::Blank)?;
        let (glyphs, text) = arrange(&only(run, |glyph| !is_mark(run, glyph)));
        let ink = self.fill(&run.fill, area(run))?;
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(ink));
        let start = Point::from_xy(run.origin.x as f32, run.origin.y as f32);
        self.surface.draw_glyphs(start, &glyphs, font, &text, run.size, false);
        self.drawn(&parsed, run)
    }

    /// Draws what the text goes without: colour glyphs and marks.
    fn drawn(&mut self, parsed: &FontRef<'_>, run: &Glyphs) -> Result<(), RenderError> {
        let drawn = only(run, |glyph| colour_glyph::is_coloured(parsed, glyph.id) || is_mark(run, glyph));
        if !drawn.glyphs.is_empty() {
            let font = self.font(parsed, run, Colours::Drawn)?;
            let start = Point::from_xy(run.origin.x as f32, run.origin.y as f32);
            let (glyphs, text) = arrange(&drawn);
            self.surface.draw_glyphs(start, &glyphs, font, &text, run.size, true);
        }
        Ok(())
    }

    fn stroked(&mut self, font: &FontRef<'_>, run: &Glyphs, line: &Stroke, paint: &Paint) -> Result<(), RenderError> {
        let plain = only(run, |glyph| !colour_glyph::is_coloured(font, glyph.id));
        if let Some(path) = pdf_outline(&run_outline(font, &plain)) {
            let edge = self.stroke(line, paint, area(run))?;
            self.surface.set_fill(None);
            self.surface.set_stroke(Some(edge));
            self.surface.draw_path(&path);
        }
        Ok(())
    }

    fn font(&mut self, parsed: &FontRef<'_>, run: &Glyphs, colours: Colours) -> Result<Font, RenderError> {
        let placed = on_axes(parsed, run);
        let axes = placed.iter().map(|(axis, value)| (*axis, value.to_bits())).collect();
        let key = FontKey { file: run.font.data.id(), index: run.font.index, axes, colours };
        if let Some(known) = self.embedded.fonts.get(&key) {
            return Ok(known.clone());
        }
        let blank = if colours == Colours::Blank { colour_glyph::blank(run.font.data.data()) } else { None };
        let bytes = blank.map_or_else(|| run.font.data.clone().into_raw_parts().0.into(), Data::from);
        let axes: Vec<_> = placed.iter().map(|(axis, value)| (Tag::new(axis), *value)).collect();
        let font = Font::new_variable(bytes, run.font.index, &axes)
            .ok_or_else(|| RenderError::Font("it cannot be embedded".to_owned()))?;
        self.embedded.fonts.insert(key, font.clone());
        Ok(font)
    }
}

/// The run with some of its glyphs.
fn only(run: &Glyphs, is_kept: impl Fn(&Glyph) -> bool) -> Glyphs {
    Glyphs { glyphs: run.glyphs.iter().filter(|glyph| is_kept(glyph)).cloned().collect(), ..run.clone() }
}

/// Whether the glyph lies over another that stands for the same letter, as the dots of an Arabic one: readers that
/// measure both take the letter for narrower than it is, and see spaces around it.
fn is_mark(run: &Glyphs, glyph: &Glyph) -> bool {
    let carries = |other: &Glyph| other.advance != 0.0 && other.range == glyph.range;
    glyph.advance == 0.0 && run.glyphs.iter().any(carries)
}

/// A box that holds the run; an empty run paints nothing, wherever.
fn area(run: &Glyphs) -> Rect {
    glyphs_extent(run).unwrap_or_default()
}

/// Where the run stands on the axes that its font has, within their ends: what the font lacks would only make it be
/// embedded again for each size.
fn on_axes(font: &FontRef<'_>, run: &Glyphs) -> Vec<([u8; 4], f32)> {
    let axes = font.axes();
    let placed = axes.iter().filter_map(|axis| {
        let asked = run.variations.iter().find(|variation| variation.axis == axis.tag().into_bytes())?;
        Some((asked.axis, asked.value.clamp(axis.min_value(), axis.max_value())))
    });
    placed.collect()
}

/// The run as the file writes it: glyphs in ems from a pen that advances, and the text they stand for.
fn arrange(run: &Glyphs) -> (Vec<KrillaGlyph>, String) {
    let mut text = RunText::of(run);
    let mut pen = run.origin.x as f32;
    let mut glyphs = Vec::with_capacity(run.glyphs.len());
    for glyph in &run.glyphs {
        let (x, y) = ((glyph.x - pen) / run.size, (run.origin.y as f32 - glyph.y) / run.size);
        let range = text.range(&glyph.range);
        glyphs.push(KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance / run.size, x, y, 0.0, range, None));
        pen += glyph.advance;
    }
    (glyphs, text.text)
}

/// The part of a text that one run stands for, in the order in which it is read, with one kind of space.
///
/// Fonts draw the no-break spaces with the glyph of the plain one. Readers that meet a glyph under two characters lose
/// the rest of the line, so each glyph keeps to one.
struct RunText {
    text: String,
    /// Where the part starts in the whole, in bytes.
    start: usize,
    /// Where each byte of the part went, and its end.
    places: Vec<usize>,
}

/// What a hyphen that stands for nothing is in the file: readers that meet it at the end of a line put its word together.
const HYPHEN: char = '-';

impl RunText {
    fn of(run: &Glyphs) -> Self {
        let whole = run_range(run);
        let (mut text, mut places) = (String::new(), Vec::new());
        for character in run.text.get(whole.start as usize..whole.end as usize).unwrap_or("").chars() {
            places.extend(std::iter::repeat_n(text.len(), character.len_utf8()));
            text.push(match character {
                '\u{A0}' | '\u{2009}' | '\u{202F}' => ' ',
                other => other,
            });
        }
        places.push(text.len());
        Self { text, start: whole.start as usize, places }
    }

    /// Where the bytes in `range` of the whole text went.
    fn range(&mut self, range: &Range<u32>) -> Range<usize> {
        let place = |at: u32| self.places.get((at as usize).saturating_sub(self.start)).copied();
        match (place(range.start), place(range.end)) {
            (Some(start), Some(end)) if start < end => start..end,
            _ => {
                let start = self.text.len();
                self.text.push(HYPHEN);
                start..self.text.len()
            }
        }
    }
}
