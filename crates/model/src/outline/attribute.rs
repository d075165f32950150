use std::borrow::Cow;

use crate::{Layout, document::Focus};

/// Takes the layout picked at the end of a text. A second one before it becomes text: it gets a backslash.
pub(super) fn take_layout(text: &str) -> (Cow<'_, str>, Option<Layout>) {
    match split_word(text).and_then(|(rest, word)| Some((rest, word.parse().ok()?))) {
        Some((rest, layout)) => (escape_layout(rest), Some(layout)),
        None => (Cow::Borrowed(text), None),
    }
}

/// The text, so that its end picks no layout.
pub(super) fn escape_layout(text: &str) -> Cow<'_, str> {
    match split_word(text) {
        Some((_, word)) if word.parse::<Layout>().is_ok() => {
            let brace = text.len() - word.len() - "{}".len();
            Cow::Owned(format!("{}\\{}", &text[..brace], &text[brace..]))
        }
        _ => Cow::Borrowed(text),
    }
}

/// Whether the text ends with a `{word}` that picks nothing.
pub(super) fn ends_with_unknown(text: &str) -> bool {
    split_word(text).is_some_and(|(_, word)| word.parse::<Layout>().is_err())
}

/// `text {word}` in two.
fn split_word(text: &str) -> Option<(&str, &str)> {
    let (rest, word) = text.strip_suffix('}')?.rsplit_once('{')?;
    let is_word = !word.is_empty() && word.chars().all(char::is_alphanumeric);
    let apart = rest.is_empty() || rest.ends_with(char::is_whitespace);
    (is_word && apart).then(|| (rest.trim_end(), word))
}

/// `line {focus=52,58}` in two; the focus is the middle when the line ends with none, and nothing when it is malformed.
pub(super) fn split_focus(line: &str) -> Option<(&str, Focus)> {
    let Some((rest, point)) = line.strip_suffix('}').and_then(|line| line.rsplit_once("{focus=")) else {
        return Some((line, Focus::default()));
    };
    let (x, y) = point.split_once(',')?;
    Some((rest.trim_end(), Focus::new(fraction(x)?, fraction(y)?)?))
}

fn fraction(percent: &str) -> Option<f64> {
    percent.trim().parse::<f64>().ok().map(|percent| percent / 100.0)
}

/// The attribute that says so, with the space before it; nothing for the middle.
pub(super) fn print_focus(focus: Focus) -> String {
    if focus == Focus::default() {
        return String::new();
    }
    format!(" {{focus={},{}}}", percent(focus.x), percent(focus.y))
}

/// A focus is kept to the thousandth: one decimal at most.
fn percent(fraction: f64) -> f64 {
    (fraction * 1000.0).round() / 10.0
}
