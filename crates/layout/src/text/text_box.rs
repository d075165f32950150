use planche_model::template::Fit;
use planche_scene::Color;

use super::{
    Shaper, TextStyle, Words,
    balance::{balanced_width, keep_company},
    hyphens::hyphenated,
    paragraph::Paragraph,
};

/// A text and the room it takes.
pub(crate) struct TextBox {
    pub words: Words,
    pub style: TextStyle,
    /// The size when there is room, in u.
    pub size: f32,
    /// The size below which it must not fall, in u.
    pub least: f32,
    pub color: Color,
    /// What lies behind words that are highlighted.
    pub band: Color,
    shaped: Option<Shaped>,
}

/// Words in lines.
pub(crate) struct Shaped {
    /// The size they are set in, in u.
    pub size: f32,
    paragraphs: Vec<Paragraph>,
    /// The same words with some of them cut, and the width in u that they were cut for; one for each width asked for.
    cut: Vec<(f32, Vec<Paragraph>)>,
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

/// Slack that keeps a box exactly as wide as its words from breaking them differently, in u.
const SLACK: f32 = 0.05;
/// How much of the text's colour a band has, unless the page says otherwise: the text stays readable on any ground.
const BAND: f32 = 0.14;

impl TextBox {
    pub fn new(words: Words, style: TextStyle, size: f32, least: f32, color: Color) -> Self {
        let band = color.with_alpha(color.components[3] * BAND);
        Self { words, style, size, least: least.min(size), color, band, shaped: None }
    }

    /// Breaks the words for that room, with sizes that may shrink multiplied by `factor`.
    pub fn measure(&mut self, shaper: &mut Shaper, factor: f32, room: Room) -> Extent {
        let size = match self.style.fit {
            Fit::Page => (self.size * factor).max(self.least),
            Fit::Line => self.size_for_one_line(shaper, room),
            Fit::Never => self.size,
        };
        let hyphenate = self.style.hyphenate;
        self.at_size(shaper, size).break_for(room);
        let mut extent = self.shaped().extent();
        if let (true, Room::Width(width)) = (hyphenate, room) {
            extent = self.cut_for(shaper, width);
        }
        match room {
            // Lines that read from the right begin at the right edge of the room there is.
            Room::Width(width) if self.paragraphs().iter().any(Paragraph::is_rtl) => {
                Extent { width: width.max(extent.width), ..extent }
            }
            _ => extent,
        }
    }

    /// The words as they were last measured, in a box `width` u wide; `false` when a word is wider than that, or when
    /// they are too many to be set at all.
    pub fn settle(&mut self, width: f32) -> bool {
        let (balance, align) = (self.style.balance, self.style.align);
        let room = width + SLACK;
        let text = self.words.text.clone();
        let shaped = self.shaped.as_mut().expect("a text is measured before it is settled");
        match shaped.cut_for(width) {
            Some(cut) => shaped.paragraphs = cut,
            None => shaped.paragraphs.iter_mut().for_each(|paragraph| paragraph.lines.break_all_lines(Some(room))),
        }
        let fits = shaped.width() <= width + 1.0;
        let alone = shaped.paragraphs.len() == 1;
        for paragraph in &mut shaped.paragraphs {
            let mut advance = room;
            if balance && alone && paragraph.lines.len() > 1 {
                advance = balanced_width(&mut paragraph.lines, room);
                paragraph.lines.break_all_lines(Some(advance));
                keep_company(&mut paragraph.lines, &text, advance, room);
            }
            paragraph.align(align, advance, room);
        }
        fits && !self.words.cut
    }

    /// The words, settled.
    pub fn shaped(&self) -> &Shaped {
        self.shaped.as_ref().expect("a text is measured before it is drawn")
    }

    pub(super) fn paragraphs(&self) -> &[Paragraph] {
        &self.shaped().paragraphs
    }

    /// Puts other words in the box.
    pub fn replace(&mut self, words: Words) -> Words {
        self.shaped = None;
        std::mem::replace(&mut self.words, words)
    }

    fn at_size(&mut self, shaper: &mut Shaper, size: f32) -> &mut Shaped {
        if self.shaped.as_ref().is_none_or(|shaped| shaped.size != size) {
            let Self { words, style, .. } = self;
            let paragraphs =
                words.paragraphs().map(|range| Paragraph::shape(shaper, words, range, Vec::new(), style, size));
            self.shaped = Some(Shaped { size, paragraphs: paragraphs.collect(), cut: Vec::new() });
        }
        self.shaped.as_mut().expect("it was shaped a line above")
    }

    /// Breaks the words for that width, some of them cut at the end of a line.
    fn cut_for(&mut self, shaper: &mut Shaper, width: f32) -> Extent {
        let Self { words, style, shaped, .. } = self;
        let shaped = shaped.as_mut().expect("words are shaped before they are cut");
        if let Some((_, known)) = shaped.cut.iter().find(|(known, _)| *known == width) {
            return extent_of(known, shaped.size);
        }
        let whole = shaped.paragraphs.iter().map(|paragraph| paragraph.range.clone());
        let cut = |range| hyphenated(shaper, words, range, style, shaped.size, width + SLACK);
        let paragraphs: Vec<Paragraph> = whole.map(cut).collect();
        let extent = extent_of(&paragraphs, shaped.size);
        shaped.cut.push((width, paragraphs));
        extent
    }

    fn size_for_one_line(&mut self, shaper: &mut Shaper, room: Room) -> f32 {
        let Room::Width(width) = room else { return self.least };
        let mut size = self.size;
        // Letters drawn for another size are not exactly as much narrower: the second guess corrects the first.
        for _ in 0..2 {
            let natural = self.at_size(shaper, size).natural_width();
            if natural <= width || size <= self.least {
                break;
            }
            size = (size * width / natural).max(self.least);
        }
        size
    }
}

impl Shaped {
    /// The width of the widest line, in u.
    pub fn width(&self) -> f32 {
        width_of(&self.paragraphs)
    }

    /// The words cut for a box of that width, or for the room in which it was made as narrow as its words.
    fn cut_for(&mut self, width: f32) -> Option<Vec<Paragraph>> {
        let suits =
            |(cut_for, cut): &&(f32, Vec<Paragraph>)| *cut_for >= width - SLACK && width_of(cut) <= width + SLACK;
        let narrowest = self.cut.iter().filter(suits).min_by(|a, b| a.0.total_cmp(&b.0))?;
        Some(narrowest.1.clone())
    }

    fn extent(&self) -> Extent {
        extent_of(&self.paragraphs, self.size)
    }

    fn natural_width(&self) -> f32 {
        let widths = self.paragraphs.iter().map(|paragraph| paragraph.lines.calculate_content_widths().max);
        widths.fold(0.0, f32::max)
    }

    fn break_for(&mut self, room: Room) {
        for paragraph in &mut self.paragraphs {
            let lines = &mut paragraph.lines;
            lines.break_all_lines(match room {
                Room::Width(width) => Some(width + SLACK),
                Room::Least => Some(lines.calculate_content_widths().min),
                Room::Any => None,
            });
        }
    }
}

fn width_of(paragraphs: &[Paragraph]) -> f32 {
    paragraphs.iter().map(|paragraph| paragraph.lines.width()).fold(0.0, f32::max)
}

fn extent_of(paragraphs: &[Paragraph], size: f32) -> Extent {
    Extent {
        width: width_of(paragraphs),
        height: paragraphs.iter().map(|paragraph| paragraph.lines.height()).sum(),
        baseline: paragraphs.first().and_then(|first| first.lines.first_baseline()).unwrap_or(size),
    }
}
