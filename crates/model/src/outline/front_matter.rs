use super::line::{Line, read};

const FENCE: &str = "---";
const TITLE: &str = "title:";

/// What stands between the two `---`.
#[derive(Default)]
pub(super) struct FrontMatter {
    pub title: Option<String>,
    pub kept: Vec<String>,
    /// How many lines of the text it takes.
    pub length: usize,
}

/// The front matter a text begins with, if it begins with one.
pub(super) fn parse(lines: &[&str]) -> FrontMatter {
    let mut front = FrontMatter::default();
    let Some(length) = closed(lines) else { return front };
    front.length = length;
    for line in lines[1..length - 1].iter().filter(|line| !line.is_empty()) {
        match line.strip_prefix(TITLE).map(str::trim) {
            Some(title) if front.title.is_none() && !title.is_empty() => front.title = Some(title.to_owned()),
            _ => front.kept.push((*line).to_owned()),
        }
    }
    front
}

/// The front matter as text; nothing when there is nothing to say.
pub(super) fn print(title: &str, kept: &[String]) -> String {
    if title.is_empty() && kept.is_empty() {
        return String::new();
    }
    let title = if title.is_empty() { None } else { Some(format!("{TITLE} {title}")) };
    let lines: Vec<&str> = title.iter().chain(kept).map(String::as_str).collect();
    format!("{FENCE}\n{}\n{FENCE}\n", lines.join("\n"))
}

fn closed(lines: &[&str]) -> Option<usize> {
    if *lines.first()? != FENCE {
        return None;
    }
    let inside = |line: &&&str| **line != FENCE && !matches!(read(line), Line::Heading(_));
    let close = 1 + lines[1..].iter().take_while(inside).count();
    (*lines.get(close)? == FENCE).then_some(close + 1)
}
