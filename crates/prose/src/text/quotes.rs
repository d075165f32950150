//! Who is speaking: words between quotation marks are somebody else's.

use std::ops::Range;

use super::{Quote, Word};
use crate::token::{Kind, Token};

/// Over so many words, what is quoted is what somebody said, and no mere word.
const FEW: usize = 2;

/// Marks the words between quotation marks.
pub fn mark(tokens: &[Token], words: &mut [Word]) {
    for quoted in quotations(tokens) {
        let first = words.partition_point(|word| word.token < quoted.start);
        let after = words.partition_point(|word| word.token < quoted.end);
        let inside = &mut words[first..after];
        let quote = if inside.len() > FEW { Quote::Speech } else { Quote::Words };
        inside.iter_mut().for_each(|word| word.quote = quote);
    }
}

/// What is between quotation marks, in tokens: from the first that opens to the next that closes, in one paragraph.
fn quotations(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut breaks = 0;
    for (index, token) in tokens.iter().enumerate() {
        breaks = match token.kind {
            Kind::Break => breaks + 1,
            Kind::Space => breaks,
            _ => 0,
        };
        match (token.kind, open) {
            (_, Some(_)) if breaks > 1 => open = None,
            (Kind::Sign(sign), Some((start, close))) if sign == close => {
                found.push(start..index);
                open = None;
            }
            (Kind::Sign(sign), None) => open = closing(sign).map(|close| (index, close)),
            _ => {}
        }
    }
    found
}

fn closing(opening: char) -> Option<char> {
    match opening {
        '«' => Some('»'),
        '“' => Some('”'),
        '"' => Some('"'),
        _ => None,
    }
}
