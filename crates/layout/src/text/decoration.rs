use std::sync::Arc;

use kurbo::{Rect, RoundedRect, Shape as _};
use parley::{Line, PositionedLayoutItem};
use planche_scene::{Color, Group, Item, Link, Mark, Shape};

use super::{TextBox, words::Manner};

/// What stands around words of a line, in u: what lies behind them, and what is drawn over them.
#[derive(Default)]
pub(super) struct Decoration {
    pub behind: Vec<Item>,
    pub over: Vec<Item>,
}

/// In em: how far a band reaches above and below the baseline and beside the words, and the radius of its corners.
const ABOVE: f32 = 0.82;
const BELOW: f32 = 0.24;
const BESIDE: f32 = 0.08;
const CORNER: f32 = 0.1;

/// The decoration of a line whose paragraph has its corner at (`left`, `top`).
pub(super) fn decoration(line: &Line<'_, Manner>, text: &TextBox, left: f32, top: f32) -> Decoration {
    let mut decoration = Decoration::default();
    for piece in pieces(line, |manner| manner.highlight || manner.code) {
        let color = if piece.manner.highlight { text.band } else { text.color.with_alpha(0.1) };
        decoration.behind.push(band(&piece, color, left, top));
    }
    for piece in pieces(line, |manner| manner.strike) {
        decoration.over.push(rule(&piece, piece.strike, text.color, left, top));
    }
    for piece in pieces(line, |manner| manner.link.is_some()) {
        decoration.over.push(rule(&piece, piece.underline, text.color, left, top));
        let address = piece.manner.link.and_then(|link| text.words.links.get(usize::from(link)));
        decoration.over.extend(address.map(|address| link(&piece, address, left, top)));
    }
    decoration
}

/// Neighbouring words of a line that share a decoration, in u from the paragraph's corner.
struct Piece {
    manner: Manner,
    start: f32,
    end: f32,
    baseline: f32,
    size: f32,
    /// Above the baseline, and how thick.
    strike: (f32, f32),
    underline: (f32, f32),
}

/// The pieces of a line that a decoration belongs to, without the spaces that end the line.
fn pieces(line: &Line<'_, Manner>, belongs: impl Fn(&Manner) -> bool) -> Vec<Piece> {
    let metrics = line.metrics();
    let (first, last) = (metrics.offset + hanging_left(line), metrics.offset + metrics.advance - hanging_right(line));
    let mut pieces: Vec<Piece> = Vec::new();
    for item in line.items() {
        let PositionedLayoutItem::GlyphRun(run) = item else { continue };
        let manner = run.style().brush;
        if !belongs(&manner) {
            continue;
        }
        let (start, end) = (run.offset().max(first), (run.offset() + run.advance()).min(last));
        match pieces.last_mut().filter(|piece| (piece.end - start).abs() < 0.01 && is_alike(piece.manner, manner)) {
            Some(piece) => piece.end = end,
            None if end > start => {
                let font = run.run().font_metrics();
                let (strike, underline) = (
                    (font.strikethrough_offset, font.strikethrough_size),
                    (font.underline_offset, font.underline_size),
                );
                let (baseline, size) = (run.baseline(), run.run().font_size());
                pieces.push(Piece { manner, start, end, baseline, size, strike, underline });
            }
            None => {}
        }
    }
    pieces
}

fn is_alike(a: Manner, b: Manner) -> bool {
    (a.highlight, a.code, a.strike, a.link) == (b.highlight, b.code, b.strike, b.link)
}

fn hanging_left(line: &Line<'_, Manner>) -> f32 {
    if is_rtl(line) { line.metrics().hanging_advance } else { 0.0 }
}

fn hanging_right(line: &Line<'_, Manner>) -> f32 {
    if is_rtl(line) { 0.0 } else { line.metrics().hanging_advance }
}

fn is_rtl(line: &Line<'_, Manner>) -> bool {
    line.runs().all(|run| run.is_rtl())
}

fn band(piece: &Piece, color: Color, left: f32, top: f32) -> Item {
    let Piece { size, baseline, .. } = *piece;
    let area = Rect::new(
        f64::from(left + piece.start - size * BESIDE),
        f64::from(top + baseline - size * ABOVE),
        f64::from(left + piece.end + size * BESIDE),
        f64::from(top + baseline + size * BELOW),
    );
    artifact(Shape::filled(RoundedRect::from_rect(area, f64::from(size * CORNER)).to_path(0.05), color))
}

fn rule(piece: &Piece, (offset, thickness): (f32, f32), color: Color, left: f32, top: f32) -> Item {
    // A few fonts do not say how thick their lines are.
    let thickness = if thickness > 0.0 { thickness } else { piece.size * 0.05 };
    let y = top + piece.baseline - offset;
    let area =
        Rect::new(f64::from(left + piece.start), f64::from(y), f64::from(left + piece.end), f64::from(y + thickness));
    artifact(Shape::filled(area.to_path(0.1), color))
}

fn link(piece: &Piece, address: &Arc<str>, left: f32, top: f32) -> Item {
    let Piece { size, baseline, .. } = *piece;
    let area = Rect::new(
        f64::from(left + piece.start),
        f64::from(top + baseline - size * ABOVE),
        f64::from(left + piece.end),
        f64::from(top + baseline + size * BELOW),
    );
    Item::Link(Link { area, address: address.clone() })
}

fn artifact(shape: Shape) -> Item {
    Item::Group(Group::marked(Mark::Artifact, vec![Item::Shape(shape)]))
}
