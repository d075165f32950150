use std::ops::Range;

use parley::{Alignment, AlignmentOptions};
use planche_model::template::TextAlign;

use super::{
    Shaper, TextStyle, Words,
    shaper::Source,
    words::{Manner, Run},
};

/// A paragraph in lines. Its direction is that of its first letter that has one.
#[derive(Clone)]
pub(super) struct Paragraph {
    /// Where it is in the words, in bytes.
    pub range: Range<usize>,
    /// Where words are cut, in bytes of the words; each cut has a hyphen in what was shaped.
    pub cuts: Vec<usize>,
    pub lines: parley::Layout<Manner>,
    /// How far the lines stand from the box's left edge together, in u.
    pub indent: f32,
}

impl Paragraph {
    /// The part of the words at `range`, shaped, with a hyphen at each of the `cuts`, which are in order.
    pub fn shape(
        shaper: &mut Shaper,
        words: &Words,
        range: Range<usize>,
        cuts: Vec<usize>,
        style: &TextStyle,
        size: f32,
    ) -> Self {
        let text = with_hyphens(words, &range, &cuts);
        let runs = runs_of(words, &range, &cuts);
        let source = Source { text: &text, runs: &runs, language: &words.language };
        Self { lines: shaper.shape(source, style, size), range, cuts, indent: 0.0 }
    }

    /// The bytes of the words that bytes of what was shaped stand for; a hyphen stands for none.
    pub fn original(&self, shaped: &Range<usize>) -> Range<usize> {
        let original = |at: usize| {
            let mut at = at + self.range.start;
            for cut in &self.cuts {
                if at <= *cut {
                    break;
                }
                at -= 1;
            }
            at
        };
        original(shaped.start)..original(shaped.end)
    }

    pub fn is_rtl(&self) -> bool {
        self.lines.is_rtl()
    }

    /// Moves the lines, broken for `advance` u, to their place in `width` u.
    pub fn align(&mut self, align: TextAlign, advance: f32, width: f32) {
        let (alignment, share) = match (align, self.is_rtl()) {
            (TextAlign::Start, false) => (Alignment::Start, 0.0),
            (TextAlign::Start, true) => (Alignment::Start, 1.0),
            (TextAlign::Center, _) => (Alignment::Center, 0.5),
            (TextAlign::End, false) => (Alignment::End, 1.0),
            (TextAlign::End, true) => (Alignment::End, 0.0),
        };
        self.lines.align(alignment, AlignmentOptions::default());
        self.indent = (width - advance) * share;
    }
}

fn with_hyphens(words: &Words, range: &Range<usize>, cuts: &[usize]) -> String {
    let mut text = String::with_capacity(range.len() + cuts.len());
    let mut at = range.start;
    for cut in cuts {
        text.push_str(&words.text[at..*cut]);
        text.push('-');
        at = *cut;
    }
    text + &words.text[at..range.end]
}

/// The runs of a paragraph, in bytes of what is shaped. A hyphen is set as what comes before it.
fn runs_of(words: &Words, range: &Range<usize>, cuts: &[usize]) -> Vec<Run> {
    let shaped = |at: usize, is_end: bool| {
        let before = cuts.iter().take_while(|cut| if is_end { **cut <= at } else { **cut < at }).count();
        at - range.start + before
    };
    let touching = words.runs.iter().filter(|run| run.range.start < range.end && run.range.end > range.start);
    touching
        .map(|run| {
            let (start, end) = (run.range.start.max(range.start), run.range.end.min(range.end));
            Run { range: shaped(start, false)..shaped(end, true), manner: run.manner }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_stand_for_nothing() {
        let words = Words::from_markup("une **utilisation** facile", "fr");
        let (range, cuts) = (0..words.text.len(), vec![7, 11]);
        assert_eq!(with_hyphens(&words, &range, &cuts), "une uti-lisa-tion facile");
        let strong = runs_of(&words, &range, &cuts).into_iter().find(|run| run.manner.strong).unwrap();
        assert_eq!(strong.range, 4..17);
        let paragraph = Paragraph { range, cuts, lines: parley::Layout::default(), indent: 0.0 };
        let check = |shaped: Range<usize>, original: Range<usize>| assert_eq!(paragraph.original(&shaped), original);
        check(0..1, 0..1);
        check(6..7, 6..7);
        check(7..8, 7..7);
        check(8..9, 7..8);
        check(12..13, 11..11);
        check(13..14, 11..12);
    }
}
