use super::{BYTE_ORDER_MARK, attribute};
use crate::Content;

/// The picture that a whole line is.
pub(super) fn picture(line: &str) -> Option<Content> {
    let (reference, focus) = attribute::split_focus(line.strip_prefix('!')?)?;
    let (alt, source) = split(reference)?;
    Some(Content::Picture { source: source.to_owned(), alt: unescape_alt(alt).trim().to_owned(), focus })
}

/// The link that a whole line is.
pub(super) fn link(line: &str) -> Option<Content> {
    let (label, address) = split(line)?;
    let spaced = address.contains(char::is_whitespace);
    (!spaced).then(|| Content::Link { label: label.to_owned(), address: address.to_owned() })
}

/// The alt text, so that nothing in it ends it.
pub(super) fn escape_alt(alt: &str) -> String {
    alt.replace('\\', "\\\\").replace("](", "\\](")
}

fn unescape_alt(alt: &str) -> String {
    let mut plain = String::with_capacity(alt.len());
    let mut letters = alt.chars().peekable();
    while let Some(letter) = letters.next() {
        let escaped = letters.next_if(|next| letter == '\\' && matches!(next, '\\' | ']'));
        plain.push(escaped.unwrap_or(letter));
    }
    plain
}

/// Whether the outline can write a picture with this source.
pub fn is_source(source: &str) -> bool {
    !source.is_empty()
        && source.trim() == source
        && !source.contains(['\n', '\r', BYTE_ORDER_MARK])
        && !source.contains("](")
        && is_balanced(source)
}

/// `[label](target)` in two.
fn split(line: &str) -> Option<(&str, &str)> {
    let inside = line.strip_prefix('[')?.strip_suffix(')')?;
    let end = label_end(inside)?;
    let (label, target) = (&inside[..end], &inside[end + "](".len()..]);
    is_source(target).then_some((label, target))
}

/// Where the first `](` is that no backslash escapes.
fn label_end(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        if !escaped && text[at..].starts_with("](") {
            return Some(at);
        }
        escaped = letter == '\\' && !escaped;
    }
    None
}

fn is_balanced(text: &str) -> bool {
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => return false,
            ')' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}
