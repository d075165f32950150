use unicode_properties::{EmojiStatus, UnicodeEmoji};
use unicode_segmentation::UnicodeSegmentation;

/// The length of the emoji that a text begins with.
pub fn length(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    if !may_begin(first, rest) {
        return None;
    }
    let cluster = rest.graphemes(true).next()?;
    is_emoji(cluster).then_some(cluster.len())
}

/// Spares the segmentation of what no emoji begins with.
fn may_begin(first: char, rest: &str) -> bool {
    if first.is_ascii() { rest[1..].starts_with(['\u{fe0f}', '\u{20e3}']) } else { first.is_emoji_char() }
}

/// Whether a grapheme is drawn as an emoji (UTS 51). Pictographs that are signs by default, such as `❤`, are one too:
/// telephones draw them so. Arrows and `©` are not, unless they ask for it.
fn is_emoji(cluster: &str) -> bool {
    let Some(first) = cluster.chars().next() else { return false };
    if cluster.contains('\u{fe0e}') {
        return false;
    }
    if cluster.contains(['\u{fe0f}', '\u{20e3}']) {
        return first.is_emoji_char();
    }
    match first.emoji_status() {
        EmojiStatus::EmojiPresentation
        | EmojiStatus::EmojiPresentationAndModifierBase
        | EmojiStatus::EmojiPresentationAndEmojiComponent
        | EmojiStatus::EmojiPresentationAndModifierAndEmojiComponent => true,
        EmojiStatus::EmojiModifierBase | EmojiStatus::EmojiOther => is_pictograph(first),
        // The rest is no emoji by itself; the table may come to know more kinds.
        _ => false,
    }
}

fn is_pictograph(first: char) -> bool {
    matches!(first, '\u{231a}'..='\u{23ff}' | '\u{2600}'..='\u{27a0}' | '\u{1f000}'..='\u{1faff}')
}
