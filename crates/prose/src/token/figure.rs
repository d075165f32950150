/// The length of the figures that a text begins with: `3,5`, `10:30`, `20h30`, `16:9`, `1er`, `24/7`.
pub fn length(rest: &str) -> Option<usize> {
    if !rest.starts_with(|letter: char| letter.is_numeric()) {
        return None;
    }
    let mut letters = rest.char_indices().peekable();
    let mut end = 0;
    while let Some((at, letter)) = letters.next() {
        let joins = |letter: char| ".,:/".contains(letter);
        let is_inside = joins(letter) && letters.peek().is_some_and(|(_, next)| next.is_numeric());
        if !letter.is_alphanumeric() && !is_inside {
            break;
        }
        end = at + letter.len_utf8();
    }
    Some(end)
}
