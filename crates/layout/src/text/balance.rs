use parley::YieldData;

use super::{limit::graphemes, words::Manner};

type Lines = parley::Layout<Manner>;

/// The narrowest width in u that breaks the text into no more lines than `width` does: the lines come out even.
pub(super) fn balanced_width(lines: &mut Lines, width: f32) -> f32 {
    let mut count = |width: f32| {
        lines.break_all_lines(Some(width));
        lines.len()
    };
    let wanted = count(width);
    let (mut low, mut high) = (width / wanted as f32 * 0.5, width);
    // Under a tenth of a unit no one sees the difference.
    while high - low > 0.1 {
        let middle = (low + high) / 2.0;
        if count(middle) <= wanted { high = middle } else { low = middle }
    }
    // A word wider than that is not cut: lines are aligned in the room that it takes.
    lines.break_all_lines(Some(high));
    high.max(lines.width())
}

/// The most graphemes of a word that looks lost alone on the last line.
const LOST: usize = 4;

/// Gives a short word alone on the last line the company of the word before it, when the last line then fits in `width`.
/// The lines are broken for `balanced` u.
pub(super) fn keep_company(lines: &mut Lines, text: &str, balanced: f32, width: f32) {
    let count = lines.len();
    if count < 2 || !is_lost(lines, text) {
        return;
    }
    let Some(before) = lines.get(count - 2).map(|line| *line.metrics()) else { return };
    let shorter = before.advance - before.hanging_advance - 1.0;
    if shorter > balanced {
        // A word wider than the box stands there: no line can be made shorter by it.
        return;
    }
    break_with(lines, balanced, count - 2, shorter);
    if lines.len() != count || lines.width() > width || is_lost(lines, text) {
        lines.break_all_lines(Some(balanced));
    }
}

fn is_lost(lines: &Lines, text: &str) -> bool {
    let last = lines.lines().next_back().and_then(|line| text.get(line.text_range()));
    last.is_some_and(|last| {
        let word = last.trim_matches(|character: char| !character.is_alphanumeric());
        graphemes(word) <= LOST && !word.contains(char::is_whitespace)
    })
}

/// Breaks lines for `width`, the one at `narrow` for less.
fn break_with(lines: &mut Lines, width: f32, narrow: usize, less: f32) {
    let mut breaker = lines.break_lines();
    breaker.state_mut().set_layout_max_advance(width);
    let mut at = 0;
    loop {
        breaker.state_mut().set_line_max_advance(if at == narrow { less } else { width });
        match breaker.break_next() {
            Some(YieldData::LineBreak(_)) => breaker.set_prior_line_width(width),
            Some(_) => {}
            None => break,
        }
        at += 1;
    }
    breaker.finish();
}
