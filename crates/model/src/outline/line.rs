use super::{fence, reference, spans::has_stray_link, sticker};
use crate::Content;

/// What a line is, looked at alone.
#[derive(Debug, PartialEq)]
pub(super) enum Line<'a> {
    Blank,
    /// What follows `#`.
    Heading(&'a str),
    /// What follows `>`.
    Quote(&'a str),
    /// What follows the bullet.
    Item(&'a str),
    /// A picture, a link or a sticker.
    Whole(Content),
    /// Opens a code fence, if another line closes it.
    Fence,
    /// Unknown, and alone.
    Unknown,
    /// Unknown, with the lines that follow.
    UnknownBlock,
    Text(&'a str),
}

/// Reads one line; space round it means nothing.
pub(super) fn read(line: &str) -> Line<'_> {
    let line = line.trim();
    if line.is_empty() {
        Line::Blank
    } else if let Some(text) = after_mark(line, "#") {
        Line::Heading(text)
    } else if let Some(text) = line.strip_prefix('>') {
        Line::Quote(text.trim())
    } else if let Some(text) = ["-", "*", "•"].into_iter().find_map(|bullet| after_mark(line, bullet)) {
        Line::Item(text)
    } else if let Some(whole) =
        reference::picture(line).or_else(|| reference::link(line)).or_else(|| sticker::parse(line))
    {
        Line::Whole(whole)
    } else if fence::open(line).is_some() {
        Line::Fence
    } else if is_rule(line) || is_subheading(line) || sticker::is_unknown(line) {
        Line::Unknown
    } else if line.starts_with('|') || is_html(line) || is_numbered(line) {
        Line::UnknownBlock
    } else {
        Line::Text(line)
    }
}

/// Whether a line of text looks like syntax that went wrong, or that we do not know inside a text.
pub(super) fn is_malformed(line: &str) -> bool {
    line.starts_with("![") || has_stray_link(line) || sticker::name(line).is_some()
}

/// The line as text: a code fence that nothing closes gets a backslash, or a fence further on would close it one day.
pub(super) fn plain(line: &str) -> String {
    if fence::open(line).is_some() { format!("\\{line}") } else { line.to_owned() }
}

/// What follows a mark and a space; nothing follows a mark alone.
fn after_mark<'a>(line: &'a str, mark: &str) -> Option<&'a str> {
    let rest = line.strip_prefix(mark)?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

fn is_rule(line: &str) -> bool {
    line.len() >= 3 && ['-', '*', '_'].into_iter().any(|mark| line.chars().all(|letter| letter == mark))
}

fn is_subheading(line: &str) -> bool {
    let text = line.trim_start_matches('#');
    (2..=6).contains(&(line.len() - text.len())) && (text.is_empty() || text.starts_with(char::is_whitespace))
}

fn is_html(line: &str) -> bool {
    let tag = line.strip_prefix('<').and_then(|tag| tag.chars().next());
    tag.is_some_and(|letter| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!'))
}

/// `1. ` to `99. `: a greater number is a year or a price.
fn is_numbered(line: &str) -> bool {
    let text = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    (1..=2).contains(&(line.len() - text.len())) && [".", ")"].into_iter().any(|mark| after_mark(text, mark).is_some())
}
