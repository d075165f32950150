//! Custom properties out of a style sheet, read once from left to right (CSS Syntax 3, as far as they need it).

/// A custom property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration<'a> {
    /// Without the hyphens before it.
    pub name: &'a str,
    pub value: &'a str,
    /// What the comment behind it says, on the same line.
    pub comment: Option<&'a str>,
}

/// Every custom property of a style sheet, in order.
pub fn declarations(text: &str) -> impl Iterator<Item = Declaration<'_>> {
    let mut at = 0;
    let mut may_begin = true;
    std::iter::from_fn(move || {
        while at < text.len() {
            let rest = &text[at..];
            if may_begin && let Some((declaration, length)) = declaration(rest) {
                at += length;
                return Some(declaration);
            }
            let length = step(rest);
            may_begin = match rest.as_bytes()[0] {
                b'{' | b'}' | b';' => true,
                b'/' if length > 1 => may_begin,
                byte => may_begin && byte.is_ascii_whitespace(),
            };
            at += length;
        }
        None
    })
}

/// How long the character, comment, string or escape is that a text begins with.
fn step(text: &str) -> usize {
    let bytes = text.as_bytes();
    match bytes {
        [b'/', b'*', ..] => text[2..].find("*/").map_or(text.len(), |end| end + 4),
        [quote @ (b'"' | b'\''), ..] => string(text, *quote),
        [b'\\', _, ..] => 1 + text[1..].chars().next().map_or(0, char::len_utf8),
        _ => text.chars().next().map_or(1, char::len_utf8),
    }
}

/// A string ends at its quote, or at the end of its line where it was never closed.
fn string(text: &str, quote: u8) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'\n' => return at,
            _ if byte == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The declaration that a text begins with, and its length.
fn declaration(text: &str) -> Option<(Declaration<'_>, usize)> {
    let rest = text.strip_prefix("--")?;
    let name_length = rest.find(|character: char| !is_name(character)).unwrap_or(rest.len());
    let (name, after) = rest.split_at(name_length);
    let colon = after.find(|character: char| !character.is_whitespace())?;
    let value = after[colon..].strip_prefix(':')?;
    let length = value_length(value);
    let (value, behind) = value.split_at(length);
    let declaration = Declaration { name, value: value.trim(), comment: comment(behind) };
    (!name.is_empty()).then_some((declaration, text.len() - behind.len()))
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || character == '-' || character == '_' || !character.is_ascii()
}

/// A value ends at a semicolon or at the brace that closes its block, outside brackets of its own.
fn value_length(text: &str) -> usize {
    let mut at = 0;
    let mut depth = 0_usize;
    while at < text.len() {
        match text.as_bytes()[at] {
            b'(' | b'[' | b'{' => depth += 1,
            b'}' | b';' if depth == 0 => return at,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += step(&text[at..]);
    }
    text.len()
}

fn comment(behind: &str) -> Option<&str> {
    let text = behind.strip_prefix(';').unwrap_or(behind).trim_start_matches([' ', '\t']).strip_prefix("/*")?;
    let (comment, _) = text.split_once("*/")?;
    (!comment.contains('\n')).then_some(comment.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_found_wherever_they_stand() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found: Vec<_> = declarations(text).map(|found| (found.name, found.value)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check(":root{--a:1;--b : 2}", &[("a", "1"), ("b", "2")]);
        check("--a: #fff", &[("a", "#fff")]);
        check("/* --no: 1; */ a { color: var(--no); --yes: \"; }\"; }", &[("yes", "\"; }\"")]);
        check("@theme { --c: rgb(1, 2, 3) ; } .dark { --c: {x;y}; }", &[("c", "rgb(1, 2, 3)"), ("c", "{x;y}")]);
        check("a { b--c: 1; content: '--d: 2;'; --é: 3 }", &[("é", "3")]);
        check("--: 1; --a 2; --b", &[]);
        check("a { --x: 'open\n; --y: 2 }", &[("x", "'open"), ("y", "2")]);
        check("--a: ((((;", &[("a", "((((;")]);
        check("", &[]);
    }

    #[test]
    fn a_comment_belongs_to_the_property_before_it() {
        let found: Vec<_> = declarations("--a: 1; /* one */\n--b: 2;\n/* two */").map(|found| found.comment).collect();
        assert_eq!(found, [Some("one"), None]);
    }
}
