use std::{ops::Range, sync::Arc};

use kurbo::Stroke;

use crate::Paint;

/// A font file in memory; cheap to clone.
pub type Font = peniko::FontData;

/// A run of glyphs in one font at one size, on one line.
#[derive(Clone, Debug)]
pub struct Glyphs {
    /// The font file.
    pub font: Font,
    /// The em in u.
    pub size: f32,
    /// The position on the font's axes, normalised (what outlines and rasters need).
    pub coordinates: Arc<[i16]>,
    /// The same position in the axes' own units (what a PDF needs).
    pub variations: Arc<[Variation]>,
    /// What fills the glyphs. Colour glyphs keep their own colours.
    pub fill: Paint,
    /// What outlines the glyphs, under the fill.
    pub stroke: Option<(Stroke, Paint)>,
    /// The pen's start on the baseline, in u.
    pub origin: kurbo::Point,
    /// The glyphs in visual order.
    pub glyphs: Vec<Glyph>,
    /// The text that the glyphs' ranges refer to.
    pub text: Arc<str>,
}

/// One glyph, placed.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u32,
    /// Its origin, in u.
    pub x: f32,
    /// Its origin on the baseline, in u, y down.
    pub y: f32,
    /// How far the pen moves after it, in u.
    pub advance: f32,
    /// The bytes of [`Glyphs::text`] it stands for; none for the hyphen of a word cut at the end of its line.
    pub range: Range<u32>,
}

/// One axis of a variable font and where the run stands on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Variation {
    /// The axis' tag, for example `wght`.
    pub axis: [u8; 4],
    /// The value in the axis' units.
    pub value: f32,
}
