/// A text as it is kept: trimmed, with plain line ends, without what XML cannot hold; `None` when nothing is left.
pub fn clean(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = text.chars().filter(|character| is_kept(*character)).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Bytes of an unstated encoding: UTF-8 when they are, else Latin-1. They end at the first zero.
pub fn decoded(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
    match std::str::from_utf8(bytes) {
        Ok(text) => clean(text),
        Err(_) => clean(&bytes.iter().map(|byte| char::from(*byte)).collect::<String>()),
    }
}

/// Words as they are kept: each clean, each once.
pub fn distinct(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    words.filter_map(|word| clean(&word)).filter(|word| seen.insert(word.clone())).collect()
}

/// Whether a character says something, and can be written in XML.
pub fn is_kept(character: char) -> bool {
    matches!(character, '\n' | '\t') || !(character.is_control() || matches!(character, '\u{FFFE}' | '\u{FFFF}'))
}
