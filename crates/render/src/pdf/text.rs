use std::{ops::Range, sync::Arc};

use krilla::{
    geom::Point,
    text::{Font, GlyphId, KrillaGlyph, Tag},
};
use kurbo::Rect;
use planche_scene::{Glyphs, Paint, Stroke};
use skrifa::{FontRef, MetadataProvider};

use super::{page::PageWriter, shape::outline as pdf_outline};
use crate::{
    RenderError, colour_glyph,
    extent::glyphs_extent,
    outline::{self, run_outline},
};

/// A font file, the face in it and where it stands on its axes.
#[derive(PartialEq, Eq, Hash)]
pub struct FontKey {
    file: u64,
    index: u32,
    axes: Vec<([u8; 4], u32)>,
}

impl PageWriter<'_> {
    /// Draws a run as text that can be selected; its outline first, as a drawing, so that the text is there once.
    pub(super) fn glyphs(&mut self, run: &Glyphs) -> Result<(), RenderError> {
        let parsed = outline::open(&run.font)?;
        if let Some((line, paint)) = &run.stroke {
            self.stroked(&parsed, run, line, paint)?;
        }
        let font = self.font(&parsed, run)?;
        let (glyphs, text) = arrange(run);
        let ink = self.fill(&run.fill, area(run))?;
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(ink));
        let start = Point::from_xy(run.origin.x as f32, run.origin.y as f32);
        self.surface.draw_glyphs(start, &glyphs, font, &text, run.size, false);
        Ok(())
    }

    fn stroked(&mut self, font: &FontRef<'_>, run: &Glyphs, line: &Stroke, paint: &Paint) -> Result<(), RenderError> {
        let plain = run.glyphs.iter().filter(|glyph| !colour_glyph::is_coloured(font, glyph.id)).cloned().collect();
        if let Some(path) = pdf_outline(&run_outline(font, &Glyphs { glyphs: plain, ..run.clone() })) {
            let edge = self.stroke(line, paint, area(run))?;
            self.surface.set_fill(None);
            self.surface.set_stroke(Some(edge));
            self.surface.draw_path(&path);
        }
        Ok(())
    }

    fn font(&mut self, parsed: &FontRef<'_>, run: &Glyphs) -> Result<Font, RenderError> {
        let placed = on_axes(parsed, run);
        let axes = placed.iter().map(|(axis, value)| (*axis, value.to_bits())).collect();
        let key = FontKey { file: run.font.data.id(), index: run.font.index, axes };
        if let Some(known) = self.embedded.fonts.get(&key) {
            return Ok(known.clone());
        }
        let (bytes, _) = run.font.data.clone().into_raw_parts();
        let axes: Vec<_> = placed.iter().map(|(axis, value)| (Tag::new(axis), *value)).collect();
        let font = Font::new_variable(bytes.into(), run.font.index, &axes)
            .ok_or_else(|| RenderError::Font("it cannot be embedded".to_owned()))?;
        self.embedded.fonts.insert(key, font.clone());
        Ok(font)
    }
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
    let mut text = RunText::default();
    let mut pen = run.origin.x as f32;
    let mut glyphs = Vec::with_capacity(run.glyphs.len());
    for glyph in &run.glyphs {
        let (x, y) = ((glyph.x - pen) / run.size, (run.origin.y as f32 - glyph.y) / run.size);
        let range = text.take(&run.text, &glyph.range);
        glyphs.push(KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance / run.size, x, y, 0.0, range, None));
        pen += glyph.advance;
    }
    (glyphs, text.text)
}

/// The part of a text that one run stands for, with one kind of space.
///
/// Fonts draw the no-break spaces with the glyph of the plain one. Readers that meet a glyph under two characters lose
/// the rest of the line, so each glyph keeps to one.
#[derive(Default)]
struct RunText {
    text: String,
    last: Option<(Range<u32>, Range<usize>)>,
}

impl RunText {
    /// Copies the characters in `range` of `from`, once for the glyphs that share them; returns where they went.
    fn take(&mut self, from: &Arc<str>, range: &Range<u32>) -> Range<usize> {
        if let Some((last, copied)) = &self.last
            && last == range
        {
            return copied.clone();
        }
        let start = self.text.len();
        let characters = from.get(range.start as usize..range.end as usize).unwrap_or("");
        self.text.extend(characters.chars().map(|character| match character {
            '\u{A0}' | '\u{2009}' | '\u{202F}' => ' ',
            other => other,
        }));
        let copied = start..self.text.len();
        self.last = Some((range.clone(), copied.clone()));
        copied
    }
}
