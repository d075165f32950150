use std::collections::BTreeSet;

use super::TextBox;

/// The characters of a text that no typeface has. They are left out of the picture.
pub(crate) fn missing(text: &TextBox) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    for paragraph in text.paragraphs() {
        let clusters = paragraph.lines.lines().flat_map(|line| line.runs()).flat_map(|run| run.clusters());
        for cluster in clusters.filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0)) {
            let range = paragraph.original(&cluster.text_range());
            let characters = text.words.text.get(range).unwrap_or_default().chars();
            missing.extend(characters.filter(|character| shows(*character)));
        }
    }
    missing
}

/// Whether a character is meant to be seen: controls, spaces and joiners leave no gap that anyone would notice.
fn shows(character: char) -> bool {
    !character.is_control()
        && !character.is_whitespace()
        && !matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}
