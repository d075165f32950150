use std::{borrow::Cow, sync::Arc};

use parley::{
    AlignmentBaseline, BaselineShift, FontContext, FontFamily, FontFamilyName, FontStyle, FontVariation,
    FontVariations, FontWeight, FontWidth, LayoutContext, LineHeight, RangedBuilder, StyleProperty, VerticalAlign,
};
use planche_model::template::Fit;
use planche_scene::Color;

use super::{Words, balance::balanced_width, words::Manner};
use crate::world::Fonts;

/// Shapes words; one a thread.
pub(crate) struct Shaper {
    fonts: FontContext,
    fallback: Arc<[String]>,
    scratch: LayoutContext<()>,
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
}

/// A text and the room it takes.
pub(crate) struct TextBox {
    pub words: Words,
    pub style: TextStyle,
    /// The size when there is room, in u.
    pub size: f32,
    /// The size below which it must not fall, in u.
    pub least: f32,
    pub color: Color,
    shaped: Option<Shaped>,
}

/// Words in lines.
#[derive(Clone)]
pub(crate) struct Shaped {
    /// The size they are set in, in u.
    pub size: f32,
    pub lines: parley::Layout<()>,
}

/// Slack that keeps a box exactly as wide as its words from breaking them differently, in u.
const SLACK: f32 = 0.05;
/// How large raised words are and how high they stand, in em of what they follow.
const RAISED_SIZE: f32 = 0.36;
const RAISED_SHIFT: f32 = 0.36;

impl Shaper {
    pub fn new(fonts: &Fonts) -> Self {
        Self { fonts: fonts.context.clone(), fallback: fonts.fallback.clone(), scratch: LayoutContext::new() }
    }

    fn shape(&mut self, words: &Words, style: &TextStyle, size: f32) -> parley::Layout<()> {
        let families: Vec<FontFamilyName<'_>> = std::iter::once(&style.family)
            .chain(self.fallback.iter())
            .map(|name| FontFamilyName::Named(Cow::Borrowed(name.as_str())))
            .collect();
        let mut builder = self.scratch.ranged_builder(&mut self.fonts, &words.text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Owned(families))));
        builder.push_default(StyleProperty::FontSize(size));
        builder.push_default(StyleProperty::FontWeight(FontWeight::new(style.weight)));
        builder.push_default(StyleProperty::FontWidth(FontWidth::from_ratio(style.width / 100.0)));
        builder.push_default(StyleProperty::LetterSpacing(style.tracking * size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(style.leading * size)));
        let optical = [FontVariation::new(parley::setting::Tag::new(b"opsz"), optical_size(size))];
        builder.push_default(StyleProperty::FontVariations(FontVariations::List(Cow::Borrowed(&optical))));
        for run in &words.runs {
            push_manner(&mut builder, run.manner, run.range.clone(), style, size);
        }
        builder.build(&*words.text)
    }
}

/// The size a face's drawing is meant for, in CSS px: a page is looked at on a telephone, about 360 CSS px wide.
pub(super) fn optical_size(size: f32) -> f32 {
    size / 3.0
}

fn push_manner(
    builder: &mut RangedBuilder<'_, ()>,
    manner: Manner,
    range: std::ops::Range<usize>,
    style: &TextStyle,
    size: f32,
) {
    if manner.strong {
        builder.push(StyleProperty::FontWeight(FontWeight::new(style.strong)), range.clone());
    }
    if manner.emphasis {
        builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
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

/// The room a text is offered across.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Room {
    /// So many u.
    Width(f32),
    /// As little as the longest word allows.
    Least,
    /// Any.
    Any,
}

/// The room a text takes, in u.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    pub width: f32,
    pub height: f32,
    pub baseline: f32,
}

impl TextBox {
    pub fn new(words: Words, style: TextStyle, size: f32, least: f32, color: Color) -> Self {
        Self { words, style, size, least: least.min(size), color, shaped: None }
    }

    /// Breaks the words for that room, with sizes that may shrink multiplied by `factor`.
    pub fn measure(&mut self, shaper: &mut Shaper, factor: f32, room: Room) -> Extent {
        let size = match self.style.fit {
            Fit::Page => (self.size * factor).max(self.least),
            Fit::Line => self.size_for_one_line(shaper, room),
            Fit::Never => self.size,
        };
        let shaped = self.at_size(shaper, size);
        shaped.lines.break_all_lines(match room {
            Room::Width(width) => Some(width + SLACK),
            Room::Least => Some(shaped.lines.calculate_content_widths().min),
            Room::Any => None,
        });
        Extent {
            width: shaped.lines.width(),
            height: shaped.lines.height(),
            baseline: shaped.lines.first_baseline().unwrap_or(size),
        }
    }

    /// The words as they were last measured, in a box `width` u wide; `false` when a word is wider than that.
    pub fn settle(&mut self, width: f32) -> bool {
        let (words, balance) = (&self.words, self.style.balance);
        let shaped = self.shaped.as_mut().expect("a text is measured before it is settled");
        shaped.lines.break_all_lines(Some(width + SLACK));
        let fits = shaped.lines.width() <= width + 1.0;
        if balance && shaped.lines.len() > 1 && !words.text.contains('\n') {
            let balanced = balanced_width(&mut shaped.lines, width + SLACK);
            shaped.lines.break_all_lines(Some(balanced));
        }
        fits
    }

    /// The words, settled.
    pub fn shaped(&self) -> &Shaped {
        self.shaped.as_ref().expect("a text is measured before it is drawn")
    }

    fn at_size(&mut self, shaper: &mut Shaper, size: f32) -> &mut Shaped {
        if self.shaped.as_ref().is_none_or(|shaped| shaped.size != size) {
            self.shaped = Some(Shaped { size, lines: shaper.shape(&self.words, &self.style, size) });
        }
        self.shaped.as_mut().expect("it was shaped a line above")
    }

    fn size_for_one_line(&mut self, shaper: &mut Shaper, room: Room) -> f32 {
        let Room::Width(width) = room else { return self.least };
        let full = self.size;
        let natural = self.at_size(shaper, full).lines.calculate_content_widths().max;
        if natural <= width { full } else { (full * width / natural).max(self.least) }
    }
}
