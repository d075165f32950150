use std::{borrow::Cow, collections::BTreeSet, ops::Range};

use parley::{
    AlignmentBaseline, BaselineShift, FontFamily, FontFamilyName, FontStyle, FontVariation, FontVariations, FontWeight,
    FontWidth, LayoutContext, LineHeight, OverflowWrap, RangedBuilder, StyleProperty, VerticalAlign, WordBreak,
};
use planche_model::template::{Fit, TextAlign};

use super::{
    script::Script,
    words::{Manner, Run},
};
use crate::fonts::{Chain, Fonts, Typefaces};

/// Shapes words; one a thread.
pub(crate) struct Shaper {
    typefaces: Typefaces,
    scratch: LayoutContext<Manner>,
    unreadable: BTreeSet<String>,
}

/// How a text is set, apart from its size.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TextStyle {
    pub family: String,
    pub weight: f32,
    pub strong: f32,
    /// In percent of the normal width.
    pub width: f32,
    /// In em.
    pub tracking: f32,
    /// In em.
    pub leading: f32,
    pub fit: Fit,
    pub balance: bool,
    pub align: TextAlign,
    /// Whether words may be cut at the end of a line.
    pub hyphenate: bool,
    /// Whether a word wider than its line is cut anywhere, without a hyphen.
    pub breaks: bool,
    /// The thickness of the letters' outline in u, when they are not filled.
    pub outline: Option<f32>,
}

/// A piece of text to shape: what it says, which parts of it differ, and in which language.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub text: &'a str,
    /// In bytes of `text`.
    pub runs: &'a [Run],
    pub language: &'a str,
}

/// How large raised words are and how high they stand, in em of what they follow.
const RAISED_SIZE: f32 = 0.36;
const RAISED_SHIFT: f32 = 0.36;
/// How large code is, in em of what it stands in: monospaced letters look larger than others.
const CODE_SIZE: f32 = 0.88;

impl Shaper {
    pub fn new(fonts: &Fonts) -> Self {
        Self { typefaces: Typefaces::new(fonts), scratch: LayoutContext::new(), unreadable: BTreeSet::new() }
    }

    /// Makes a brand's own typefaces known.
    pub fn add_families(&mut self, families: &[crate::fonts::FontFamily]) {
        self.typefaces.add(families);
    }

    /// The families that should have been used since the last call and could not be read.
    pub fn take_unreadable(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.unreadable)
    }

    pub(super) fn shape(&mut self, source: Source<'_>, style: &TextStyle, size: f32) -> parley::Layout<Manner> {
        let chain = self.typefaces.chain(&style.family, source.text, source.language);
        let lines = self.shape_in(&chain, source, style, size);
        if !chain.is_short || !has_gaps(lines.clone()) {
            return lines;
        }
        let chain = self.typefaces.whole_chain(&style.family, source.text, source.language);
        self.shape_in(&chain, source, style, size)
    }

    fn shape_in(&mut self, chain: &Chain, source: Source<'_>, style: &TextStyle, size: f32) -> parley::Layout<Manner> {
        self.unreadable.extend(chain.unreadable.iter().cloned());
        let code = if source.runs.iter().any(|run| run.manner.code) { self.typefaces.code() } else { None };
        let script = Script::of(source.text);
        let mut builder = self.scratch.ranged_builder(&mut self.typefaces.context, source.text, 1.0, false);
        builder.push_default(families(chain.families.iter()));
        push_style(&mut builder, style, size, script);
        if let Ok(language) = source.language.parse() {
            builder.push_default(StyleProperty::Locale(Some(language)));
        }
        for run in source.runs {
            if let (true, Some(code)) = (run.manner.code, &code) {
                builder.push(families(std::iter::once(code).chain(&chain.families)), run.range.clone());
            }
            push_manner(&mut builder, run.manner, run.range.clone(), style, size);
        }
        builder.build(source.text)
    }
}

/// Whether a text has characters that none of its families has.
fn has_gaps(mut lines: parley::Layout<Manner>) -> bool {
    lines.break_all_lines(None);
    let runs = lines.lines().flat_map(|line| line.runs().collect::<Vec<_>>());
    runs.flat_map(|run| run.clusters().collect::<Vec<_>>()).any(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0))
}

/// The size a face's drawing is meant for, in CSS px: a page is looked at on a telephone, about 360 CSS px wide.
pub(super) fn optical_size(size: f32) -> f32 {
    size / 3.0
}

fn families<'a>(names: impl Iterator<Item = &'a String>) -> StyleProperty<'a, Manner> {
    let names = names.map(|name| FontFamilyName::Named(Cow::Borrowed(name.as_str()))).collect();
    StyleProperty::FontFamily(FontFamily::List(Cow::Owned(names)))
}

fn push_style(builder: &mut RangedBuilder<'_, Manner>, style: &TextStyle, size: f32, script: Script) {
    let leading = style.leading.max(script.least_leading());
    let tracking = if script.is_joined() { 0.0 } else { style.tracking };
    let optical = [FontVariation::new(parley::setting::Tag::new(b"opsz"), optical_size(size))];
    builder.push_default(StyleProperty::FontSize(size));
    builder.push_default(StyleProperty::FontWeight(FontWeight::new(style.weight)));
    builder.push_default(StyleProperty::FontWidth(FontWidth::from_ratio(style.width / 100.0)));
    builder.push_default(StyleProperty::LetterSpacing(tracking * size));
    builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(leading * size)));
    builder.push_default(StyleProperty::FontVariations(FontVariations::List(Cow::Borrowed(&optical))));
    if style.breaks {
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
    }
    if script.keeps_words_whole() {
        builder.push_default(StyleProperty::WordBreak(WordBreak::KeepAll));
    }
}

fn push_manner(
    builder: &mut RangedBuilder<'_, Manner>,
    manner: Manner,
    range: Range<usize>,
    style: &TextStyle,
    size: f32,
) {
    builder.push(StyleProperty::Brush(manner), range.clone());
    if manner.strong {
        builder.push(StyleProperty::FontWeight(FontWeight::new(style.strong)), range.clone());
    }
    if manner.emphasis {
        // A family without an italic answers with its upright face; letters are never slanted.
        builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
    }
    if manner.code {
        builder.push(StyleProperty::FontSize(size * CODE_SIZE), range.clone());
    }
    if manner.raised {
        builder.push(StyleProperty::FontSize(size * RAISED_SIZE), range.clone());
        builder.push(StyleProperty::LetterSpacing(0.0), range.clone());
        // The line is as high as the figure alone makes it.
        builder.push(StyleProperty::LineHeight(LineHeight::Absolute(size * 0.05)), range.clone());
        let raised = VerticalAlign::new(AlignmentBaseline::Baseline, BaselineShift::Length(size * RAISED_SHIFT));
        builder.push(StyleProperty::VerticalAlign(raised), range);
    }
}
