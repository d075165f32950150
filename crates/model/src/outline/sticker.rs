use crate::{Content, document::Sticker};

/// The sticker that a whole line is.
pub(super) fn parse(line: &str) -> Option<Content> {
    let name = name(line)?;
    let sticker: Sticker = name.parse().ok()?;
    let rest = &line[":[".len() + name.len()..];
    let (prompt, choices) = match rest.strip_suffix('}') {
        Some(rest) => rest.split_once("]{")?,
        None => (rest.strip_suffix(']')?, ""),
    };
    let choices = choices.split('|').map(str::trim).filter(|choice| !choice.is_empty()).map(str::to_owned).collect();
    Some(Content::Sticker { sticker, prompt: prompt.trim().to_owned(), choices })
}

/// The line of a sticker.
pub(super) fn print(sticker: Sticker, prompt: &str, choices: &[String]) -> String {
    let choices = if choices.is_empty() { String::new() } else { format!("{{{}}}", choices.join("|")) };
    format!(":{sticker}[{prompt}]{choices}")
}

/// Whether the line has the shape of a sticker and the name of none.
pub(super) fn is_unknown(line: &str) -> bool {
    name(line).is_some_and(|name| name.parse::<Sticker>().is_err())
}

/// The `name` of `:name[`.
pub(super) fn name(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix(':')?.split_once('[')?;
    (!name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase())).then_some(name)
}
