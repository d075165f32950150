//! What a cell becomes in the outline.

/// A cell as words: without space round it, control characters and byte order marks; its lines end with `\n`.
pub(super) fn clean(cell: &str) -> String {
    let lines = cell.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], "\n");
    let is_kept =
        |letter: &char| *letter == '\n' || !(letter.is_control() || *letter == '\u{feff}' || is_pointer(*letter));
    lines.replace('\t', " ").chars().filter(is_kept).collect::<String>().trim().to_owned()
}

/// The most values an outline can point to: as many as a spreadsheet has columns.
pub(super) const MOST_VALUES: usize = 16_384;
/// Where the pointers begin: characters that are nobody's, so that nothing in an outline reads them as syntax.
const FIRST_POINTER: u32 = 0xf_0000;
/// Stands for a value that is empty, while marks are looked at.
const EMPTY: char = '\u{fffff}';

/// The character that stands for a value until the row is known.
pub(super) fn pointer(at: usize) -> char {
    assert!(at < MOST_VALUES, "a table has fewer columns");
    char::from_u32(FIRST_POINTER + at as u32).expect("the whole plane is for private use")
}

/// Whether that character may stand for a value.
pub(super) fn is_pointer(letter: char) -> bool {
    u32::from(letter) >= FIRST_POINTER
}

/// The text with the values where it points to them.
pub(super) fn fill(text: &str, values: &[String]) -> String {
    let mut filled = String::with_capacity(text.len());
    for letter in text.chars() {
        match value(letter, values) {
            Some(value) => filled.push_str(value),
            None => filled.push(letter),
        }
    }
    filled
}

/// The markup with the values, which are words: marks in them are no marks. Marks that hold nothing but empty values go.
pub(super) fn fill_markup(markup: &str, values: &[String]) -> String {
    let is_empty = |letter: char| value(letter, values).is_some_and(str::is_empty);
    let letters = markup.chars().map(|letter| if is_empty(letter) { EMPTY } else { letter });
    let mut filled = String::with_capacity(markup.len());
    for letter in without_hollow_marks(letters.collect()) {
        match value(letter, values) {
            Some(value) => filled.push_str(&escape(value)),
            None => filled.push(letter),
        }
    }
    filled
}

/// Without what stands for empty values, the stars on both sides of nothing else, and the space of one side.
fn without_hollow_marks(mut letters: Vec<char>) -> Vec<char> {
    while let Some(at) = letters.iter().position(|letter| *letter == EMPTY) {
        let hollow = |letter: &&char| **letter == EMPTY || letter.is_whitespace();
        let start = at - letters[..at].iter().rev().take_while(hollow).count();
        let end = at + letters[at..].iter().take_while(hollow).count();
        let marks = marks_before(&letters[..start]).min(stars(letters[end..].iter()));
        let (start, end) = if marks > 0 { (start - marks, end + marks) } else { (at, at + 1) };
        let spaced = letters[..start].last().is_none_or(|before| before.is_whitespace())
            && letters.get(end).is_some_and(|after| *after == ' ');
        letters.drain(start..end + usize::from(spaced));
    }
    letters
}

/// How many stars the letters end with; one that a backslash makes a word is none.
fn marks_before(letters: &[char]) -> usize {
    let count = stars(letters.iter().rev());
    let escaped = letters[..letters.len() - count].last() == Some(&'\\');
    count - usize::from(escaped && count > 0)
}

fn stars<'a>(letters: impl Iterator<Item = &'a char>) -> usize {
    letters.take_while(|letter| **letter == '*').count()
}

fn value(letter: char, values: &[String]) -> Option<&str> {
    let at = u32::from(letter).checked_sub(FIRST_POINTER)?;
    values.get(at as usize).map(String::as_str)
}

/// The words, so that the outline's inline marks in them stay words.
fn escape(words: &str) -> String {
    /// What begins an inline mark: strong, emphasis, highlight, strike, code, link, and the escape itself.
    const MARKS: [char; 6] = ['\\', '*', '=', '~', '`', '['];
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        if MARKS.contains(&letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use planche_model::outline;
    use proptest::prelude::*;

    use super::*;

    /// Fills a markup in which `1` and `2` stand for values.
    fn filled(markup: &str, values: [&str; 2]) -> String {
        let markup: String = markup
            .chars()
            .map(|letter| match letter {
                '1' => pointer(0),
                '2' => pointer(1),
                other => other,
            })
            .collect();
        fill_markup(&markup, &values.map(str::to_owned))
    }

    #[test]
    fn empty_values_leave_no_marks() {
        let check = |markup: &str, expected: &str| assert_eq!(filled(markup, ["", "x"]), expected, "{markup}");
        check("**1**", "");
        check("a **1** b", "a b");
        check("a *1 1* b", "a b");
        check("***1***", "");
        check("**1 2**", "** x**".trim_start_matches(' '));
        check("1, 2", ", x");
        check("2 1", "x ");
        check(r"\*1*", r"\**");
    }

    #[test]
    fn cells_are_cleaned() {
        let check = |cell: &str, expected: &str| assert_eq!(clean(cell), expected);
        check("  a b\t", "a b");
        check("a\r\nb\rc\u{2028}d", "a\nb\nc\nd");
        check("\u{feff}a\0\u{7}b", "ab");
        check("a\tb", "a b");
    }

    proptest! {
        #[test]
        fn words_stay_words(value in any::<String>(), mark in "\\*{0,3}") {
            let value = clean(&value);
            let spans = outline::spans(&filled(&format!("{mark}1{mark}"), [&value, ""]));
            let text: String = spans.iter().map(|span| span.text.as_str()).collect();
            prop_assert_eq!(text, value);
        }
    }
}
