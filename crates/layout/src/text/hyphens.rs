//! Words cut at the end of a line, where a text asks for it.
//!
//! The rules are those of the French composing room (Lexique des règles typographiques, "Coupures"), which suit English
//! and German too: two letters before and three after, no capitalised word, nothing with a figure or a sign in it, not
//! the last word of a paragraph, and never three cut lines in a row.

use std::ops::Range;

use hypher::Lang;

use super::{Shaper, TextStyle, Words, paragraph::Paragraph};

/// A line shorter than this share of the width is worth a cut: on a ragged edge less is not seen.
const ZONE: f32 = 0.14;
/// The fewest letters before and after a cut.
const BEFORE: usize = 2;
const AFTER: usize = 3;
/// The most cut lines that follow each other.
const IN_A_ROW: usize = 2;
/// About how wide a hyphen is, in em; the lines are broken again with the real one.
const HYPHEN: f32 = 0.34;

/// A paragraph broken for `width` u, words cut where that makes its lines more even.
pub(super) fn hyphenated(
    shaper: &mut Shaper,
    words: &Words,
    range: Range<usize>,
    style: &TextStyle,
    size: f32,
    width: f32,
) -> Paragraph {
    let mut broken = Paragraph::shape(shaper, words, range, Vec::new(), style, size);
    broken.lines.break_all_lines(Some(width));
    let Some(language) = language(&words.language) else { return broken };
    let (mut line, mut in_a_row) = (0, 0);
    while line + 1 < broken.lines.len() {
        let cut = if in_a_row < IN_A_ROW { cut_after(&broken, words, language, line, size, width) } else { None };
        let with_cut = cut.and_then(|cut| {
            let cuts: Vec<usize> = broken.cuts.iter().copied().chain(std::iter::once(cut)).collect();
            let mut with_cut = Paragraph::shape(shaper, words, broken.range.clone(), cuts, style, size);
            with_cut.lines.break_all_lines(Some(width));
            // The hyphen was wider than thought, and went down with its word.
            (end_of_line(&with_cut, line) == Some(cut)).then_some(with_cut)
        });
        in_a_row = if with_cut.is_some() { in_a_row + 1 } else { 0 };
        broken = with_cut.unwrap_or(broken);
        line += 1;
    }
    broken
}

fn language(tag: &str) -> Option<Lang> {
    match tag.get(..2) {
        Some("fr") => Some(Lang::French),
        Some("en") => Some(Lang::English),
        Some("de") => Some(Lang::German),
        _ => None,
    }
}

/// Where a line ends, in bytes of the words.
fn end_of_line(paragraph: &Paragraph, line: usize) -> Option<usize> {
    let end = paragraph.lines.get(line)?.text_range().end;
    Some(paragraph.original(&(end..end)).end)
}

/// Where to cut the word after a line so that as much of it as has room ends the line, in bytes of the words.
fn cut_after(
    paragraph: &Paragraph,
    words: &Words,
    language: Lang,
    line: usize,
    size: f32,
    width: f32,
) -> Option<usize> {
    let (above, below) = (paragraph.lines.get(line)?, paragraph.lines.get(line + 1)?);
    let metrics = above.metrics();
    if width - metrics.advance + metrics.hanging_advance < width * ZONE {
        return None;
    }
    let start = paragraph.original(&below.text_range()).start;
    let rest = &words.text[start..paragraph.range.end];
    let token = rest.split(char::is_whitespace).next().unwrap_or_default();
    if token.len() == rest.trim_end().len() {
        return None;
    }
    let word = cuttable(token)?;
    let room = width - metrics.advance - size * HYPHEN;
    let mut cuts = cuts(&token[word.clone()], language);
    cuts.retain(|cut| width_before(paragraph, line + 1, start + word.start + cut) <= room);
    cuts.last().map(|cut| start + word.start + cut)
}

/// The width in u of what a line has before a place in the words.
fn width_before(paragraph: &Paragraph, line: usize, end: usize) -> f32 {
    let Some(line) = paragraph.lines.get(line) else { return f32::INFINITY };
    let clusters = line.runs().flat_map(|run| run.clusters().collect::<Vec<_>>());
    clusters
        .filter(|cluster| paragraph.original(&cluster.text_range()).end <= end)
        .map(|cluster| cluster.advance())
        .sum()
}

/// The letters of a token that may be cut, in bytes: what follows its last apostrophe, when all of it is small letters
/// but for the punctuation around it. Addresses, hashtags, names, figures and composed words stay whole.
fn cuttable(token: &str) -> Option<Range<usize>> {
    let inner = token.trim_start_matches(['«', '"', '“', '(', '[']);
    let inner =
        inner.trim_end_matches(['.', ',', ';', ':', '!', '?', '…', '»', '"', '”', ')', ']', '\u{202f}', '\u{a0}']);
    let elided = inner.rfind(['\'', '’']).map_or(0, |at| at + inner[at..].chars().next().map_or(0, char::len_utf8));
    let (article, word) = inner.split_at(elided);
    let small = |text: &str| text.chars().all(char::is_lowercase);
    let is_article =
        article.chars().count() <= 3 && article.chars().all(|letter| letter.is_lowercase() || "'’".contains(letter));
    if !small(word) || !is_article || word.chars().count() < BEFORE + AFTER {
        return None;
    }
    let start = token.len() - token.trim_start_matches(['«', '"', '“', '(', '[']).len() + elided;
    Some(start..start + word.len())
}

/// Where a word may be cut, in bytes.
fn cuts(word: &str, language: Lang) -> Vec<usize> {
    let mut at = 0;
    let syllables = hypher::hyphenate_bounded(word, language, BEFORE, AFTER);
    let mut ends: Vec<usize> = syllables
        .map(|syllable| {
            at += syllable.len();
            at
        })
        .collect();
    ends.pop();
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_words_are_cut() {
        let check = |token: &str, expected: Option<&str>| {
            assert_eq!(cuttable(token).map(|range| &token[range]), expected, "{token}");
        };
        check("utilisation", Some("utilisation"));
        check("l’utilisation,", Some("utilisation"));
        check("«utilisation»", Some("utilisation"));
        check("(qu'elle", None);
        check("Kerdoncuff", None);
        check("peut-être", None);
        check("mareebasse.fr", None);
        check("https://mareebasse.fr", None);
        check("#céramique", None);
        check("@maree", None);
        check("1280", None);
        check("four", None);
        check("", None);
    }

    #[test]
    fn words_are_cut_between_syllables() {
        let check = |word: &str, language: Lang, expected: &str| {
            let mut cut = word.to_owned();
            cuts(word, language).into_iter().rev().for_each(|at| cut.insert(at, '-'));
            assert_eq!(cut, expected);
        };
        check("utilisation", Lang::French, "uti-li-sa-tion");
        check("température", Lang::French, "tem-pé-ra-ture");
        check("extensive", Lang::English, "ex-ten-sive");
        check("geschwindigkeit", Lang::German, "ge-schwin-dig-keit");
        check("âme", Lang::French, "âme");
    }
}
