use unicode_segmentation::UnicodeSegmentation;

/// The most graphemes of one text that are set. A story holds about 5 000 at the smallest size that can be read
/// (12 u a letter, 30 u a line, on 1080 × 1920 u): what is longer overflows anyway.
const MOST_GRAPHEMES: usize = 6_000;
/// The most graphemes of all texts of a page that are set.
pub(crate) const MOST_ON_A_PAGE: usize = 12_000;
/// The most characters of one grapheme that are set: 30 marks on a letter is the Stream-Safe Text Format of Unicode
/// (UAX #15, 13), which nothing that is read exceeds.
const MOST_CHARACTERS: usize = 31;
/// The most bytes that are looked at: as many graphemes of the longest emoji that exist.
const MOST_BYTES: usize = MOST_GRAPHEMES * 44;

/// The beginning of a text, as far as a page could ever hold it, and whether that is not all of it.
pub(super) fn limited(text: &str) -> (String, bool) {
    let seen = &text[..text.floor_char_boundary(MOST_BYTES)];
    let mut kept = String::with_capacity(seen.len());
    let mut cut = seen.len() < text.len();
    for (at, grapheme) in seen.graphemes(true).enumerate() {
        if at == MOST_GRAPHEMES {
            cut = true;
            break;
        }
        let end = grapheme.char_indices().nth(MOST_CHARACTERS).map_or(grapheme.len(), |(end, _)| end);
        cut |= end < grapheme.len();
        kept.push_str(&grapheme[..end]);
    }
    (kept, cut)
}

/// How many graphemes a text has: what a person would count.
pub(super) fn graphemes(text: &str) -> usize {
    text.graphemes(true).count()
}

/// Where the first `count` graphemes end, in bytes.
pub(super) fn end_of(text: &str, count: usize) -> usize {
    text.grapheme_indices(true).nth(count).map_or(text.len(), |(end, _)| end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_set_as_far_as_a_page_could_hold_it() {
        let check = |text: &str, expected: usize, is_cut: bool| {
            let (kept, cut) = limited(text);
            assert_eq!((kept.chars().count(), cut), (expected, is_cut));
        };
        check("", 0, false);
        check("un bol", 6, false);
        check(&"a".repeat(6_000), 6_000, false);
        check(&"a".repeat(2 << 20), 6_000, true);
        check(&format!("e{}", "\u{301}".repeat(100_000)), 31, true);
        check(&"👩🏽‍💻".repeat(7_000), 24_000, true);
        check(&"\u{200b}".repeat(10_000), 6_000, true);
    }
}
