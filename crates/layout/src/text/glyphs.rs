use std::{ops::Range, sync::Arc};

use kurbo::{Point, Stroke};
use parley::PositionedLayoutItem;
use planche_scene::{Color, Glyph, Glyphs, Item, Paint, Variation};

use super::{TextBox, decoration::decoration, paragraph::Paragraph, shaper::optical_size, words::Manner};

/// The text's glyphs and what decorates them, with its box's corner at `origin` in u.
pub(crate) fn glyphs(text: &TextBox, origin: Point) -> Vec<Item> {
    let mut top = origin.y as f32;
    let mut items = Vec::new();
    for paragraph in text.paragraphs() {
        items.extend(lines(paragraph, text, origin.x as f32 + paragraph.indent, top));
        top += paragraph.lines.height();
    }
    items
}

/// Bands first, so that no band covers a letter of the line above.
fn lines(paragraph: &Paragraph, text: &TextBox, left: f32, top: f32) -> Vec<Item> {
    let (mut behind, mut front) = (Vec::new(), Vec::new());
    for line in paragraph.lines.lines() {
        let decoration = decoration(&line, text, left, top);
        behind.extend(decoration.behind);
        let mut ranges = LineRanges::default();
        for item in line.items() {
            if let PositionedLayoutItem::GlyphRun(run) = item {
                front.push(Item::Glyphs(glyph_run(&run, ranges.take(&run, paragraph), text, left, top)));
            }
        }
        front.extend(decoration.over);
    }
    behind.into_iter().chain(front).collect()
}

/// What the glyphs of a line stand for, run after run: those of one font, which its differing parts share.
#[derive(Default)]
struct LineRanges {
    run: Option<usize>,
    left: std::vec::IntoIter<Range<u32>>,
}

impl LineRanges {
    fn take(&mut self, placed: &parley::GlyphRun<'_, Manner>, paragraph: &Paragraph) -> Vec<Range<u32>> {
        let run = placed.run();
        if self.run != Some(run.index()) {
            *self = Self { run: Some(run.index()), left: ranges(run, paragraph).into_iter() };
        }
        self.left.by_ref().take(placed.glyphs().count()).collect()
    }
}

fn glyph_run(
    placed: &parley::GlyphRun<'_, Manner>,
    ranges: Vec<Range<u32>>,
    text: &TextBox,
    left: f32,
    top: f32,
) -> Glyphs {
    let run = placed.run();
    let mut ranges = ranges.into_iter();
    let glyphs = placed.positioned_glyphs().map(|glyph| Glyph {
        id: glyph.id,
        x: left + glyph.x,
        y: top + glyph.y,
        advance: glyph.advance,
        range: ranges.next().unwrap_or_default(),
    });
    let (fill, stroke) = paints(text);
    Glyphs {
        font: run.font().clone(),
        size: run.font_size(),
        coordinates: run.normalized_coords().iter().map(|value| value.to_bits()).collect(),
        variations: variations(run, text.shaped().size),
        fill,
        stroke,
        origin: Point::new(f64::from(left + placed.offset()), f64::from(top + placed.baseline())),
        // The box that a font draws for what it lacks is never shown; a finding tells what is missing.
        glyphs: glyphs.filter(|glyph| glyph.id != 0).collect(),
        text: text.words.text.clone(),
    }
}

/// The fill, or the outline in its place: it grows and shrinks with the letters.
fn paints(text: &TextBox) -> (Paint, Option<(Stroke, Paint)>) {
    let Some(thickness) = text.style.outline else { return (Paint::Solid(text.color), None) };
    let thickness = thickness * text.shaped().size / text.size;
    let stroke = Stroke::new(f64::from(thickness)).with_join(kurbo::Join::Round);
    (Paint::Solid(Color::TRANSPARENT), Some((stroke, Paint::Solid(text.color))))
}

/// The bytes of the words that each glyph of the run stands for; the parts of a ligature stand for all of its letters,
/// a hyphen for none.
fn ranges(run: &parley::Run<'_, Manner>, paragraph: &Paragraph) -> Vec<Range<u32>> {
    let mut ranges: Vec<Range<u32>> = Vec::new();
    // From right to left, the end of a ligature comes before the glyph that stands for it.
    let mut ahead: Option<u32> = None;
    for cluster in run.visual_clusters() {
        let bytes = paragraph.original(&cluster.text_range());
        let bytes = bytes.start as u32..bytes.end as u32;
        if !cluster.is_ligature_continuation() {
            let whole = bytes.start..ahead.take().unwrap_or(bytes.end);
            ranges.extend(cluster.glyphs().map(|_| whole.clone()));
        } else if cluster.is_rtl() {
            ahead = Some(ahead.unwrap_or(bytes.end));
        } else if let Some(last) = ranges.last_mut() {
            last.end = bytes.end;
        }
    }
    ranges
}

/// Where the run stands on its font's axes: what was asked by weight and width, and the optical size of a text `size` u
/// high, which its raised words share.
fn variations(run: &parley::Run<'_, Manner>, size: f32) -> Arc<[Variation]> {
    let asked = run
        .synthesis()
        .variation_settings()
        .iter()
        .map(|(axis, value)| Variation { axis: axis.into_bytes(), value: *value })
        .collect::<Vec<_>>();
    let optical = Variation { axis: *b"opsz", value: optical_size(size) };
    asked.into_iter().chain(std::iter::once(optical)).collect()
}
