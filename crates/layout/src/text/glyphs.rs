use std::sync::Arc;

use kurbo::Point;
use parley::PositionedLayoutItem;
use planche_scene::{Glyph, Glyphs, Item, Paint, Variation};

use super::{TextBox, shape::optical_size};

/// The text's glyphs, with its box's corner at `origin` in u.
pub(crate) fn glyphs(text: &TextBox, origin: Point) -> Vec<Item> {
    let runs = text.shaped().lines.lines().flat_map(|line| line.items().collect::<Vec<_>>());
    runs.filter_map(|item| match item {
        PositionedLayoutItem::GlyphRun(run) => Some(Item::Glyphs(glyph_run(&run, text, origin))),
        PositionedLayoutItem::InlineBox(_) => None,
    })
    .collect()
}

fn glyph_run(placed: &parley::GlyphRun<'_, ()>, text: &TextBox, origin: Point) -> Glyphs {
    let run = placed.run();
    let (left, top) = (origin.x as f32, origin.y as f32);
    let ranges = ranges(placed);
    let glyphs = placed.positioned_glyphs().enumerate().map(|(at, glyph)| Glyph {
        id: glyph.id,
        x: left + glyph.x,
        y: top + glyph.y,
        advance: glyph.advance,
        range: ranges.get(at).cloned().unwrap_or_default(),
    });
    Glyphs {
        font: run.font().clone(),
        size: run.font_size(),
        coordinates: run.normalized_coords().iter().map(|value| value.to_bits()).collect(),
        variations: variations(run),
        fill: Paint::Solid(text.color),
        stroke: None,
        origin: Point::new(f64::from(left + placed.offset()), f64::from(top + placed.baseline())),
        glyphs: glyphs.collect(),
        text: text.words.text.clone(),
    }
}

/// The bytes each glyph of the run stands for; the parts of a ligature stand for all of its letters.
fn ranges(placed: &parley::GlyphRun<'_, ()>) -> Vec<std::ops::Range<u32>> {
    let mut ranges: Vec<std::ops::Range<u32>> = Vec::new();
    for cluster in placed.run().visual_clusters().filter(|cluster| cluster.style_index() == placed.style_index()) {
        let bytes = cluster.text_range();
        let bytes = bytes.start as u32..bytes.end as u32;
        if cluster.is_ligature_continuation() {
            if let Some(last) = ranges.last_mut() {
                last.end = bytes.end;
            }
        } else {
            ranges.extend(cluster.glyphs().map(|_| bytes.clone()));
        }
    }
    ranges
}

/// Where the run stands on its font's axes: what was asked by weight and width, and the optical size.
fn variations(run: &parley::Run<'_, ()>) -> Arc<[Variation]> {
    let asked = run
        .synthesis()
        .variation_settings()
        .iter()
        .map(|(axis, value)| Variation { axis: axis.into_bytes(), value: *value })
        .collect::<Vec<_>>();
    let optical = Variation { axis: *b"opsz", value: optical_size(run.font_size()) };
    asked.into_iter().chain(std::iter::once(optical)).collect()
}
