//! Rust sources read roughly: enough to see names, braces and lengths, not enough to compile.

/// A function found in a source.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// From `fn` to the closing brace.
    pub lines: usize,
}

/// The source without its comments and without what its literals hold; lines stay where they are.
pub fn code(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(character) = rest.chars().next() {
        let length = foreign(rest, code.chars().next_back());
        let (seen, after) = rest.split_at(length.unwrap_or(character.len_utf8()));
        match length {
            Some(_) => code.extend(seen.chars().filter(|character| *character == '\n')),
            None => code.push(character),
        }
        rest = after;
    }
    code
}

/// Code without the items that are only compiled for tests; lines stay where they are.
pub fn without_tests(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some((before, marked)) = rest.split_once(CONDITION) {
        kept.push_str(before);
        let length = if is_for_tests(marked) { item_length(marked) } else { 0 };
        let (tests, after) = marked.split_at(length);
        kept.extend(tests.chars().filter(|character| *character == '\n'));
        rest = after;
    }
    kept + rest
}

const CONDITION: &str = "#[cfg(";

/// Whether the rest of a condition asks for tests.
fn is_for_tests(marked: &str) -> bool {
    let condition = marked.split(']').next().unwrap_or_default();
    condition.split(|character| !is_name(character)).any(|word| word == "test") && !condition.contains("not(test")
}

/// The functions of code that have a body.
pub fn functions(code: &str) -> Vec<Function> {
    let starts = code.match_indices("fn ").filter(|(at, _)| !code[..*at].ends_with(is_name));
    starts.filter_map(|(at, _)| function(&code[at..])).collect()
}

/// The numbers of the lines, from 1, that hold one of the names, with that name.
pub fn lines_naming<'a>(code: &'a str, names: &'a [&str]) -> impl Iterator<Item = (usize, &'a str)> {
    let named = |line: &'a str| names.iter().copied().find(|name| holds(line, name));
    code.lines().zip(1..).filter_map(move |(line, number)| Some((number, named(line)?)))
}

/// Whether a name stands there, and not only as the end of a longer one.
fn holds(line: &str, name: &str) -> bool {
    let begins_word = name.starts_with(is_name);
    line.match_indices(name).any(|(at, _)| !(begins_word && line[..at].ends_with(is_name)))
}

/// How long the comment or literal is that `text` begins with.
fn foreign(text: &str, before: Option<char>) -> Option<usize> {
    match text.as_bytes() {
        [b'/', b'/', ..] => Some(text.find('\n').unwrap_or(text.len())),
        [b'/', b'*', ..] => Some(block_comment(text)),
        [b'"', ..] => Some(quoted(text, '"')),
        [b'r', b'"' | b'#', ..] if before.is_none_or(|before| before == 'b' || !is_name(before)) => raw(text),
        [b'\'', b'\\', ..] => Some(quoted(text, '\'')),
        // Anything else behind a quote is a lifetime.
        [b'\'', ..] => text[1..].char_indices().nth(1).filter(|(_, close)| *close == '\'').map(|(at, _)| at + 2),
        _ => None,
    }
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    for (at, _) in text.char_indices() {
        if text[at..].starts_with("/*") {
            depth += 1;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            if depth == 0 {
                return at + 2;
            }
        }
    }
    text.len()
}

fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// `r#name` is no literal.
fn raw(text: &str) -> Option<usize> {
    let hashes = text[1..].bytes().take_while(|byte| *byte == b'#').count();
    let inside = text[1 + hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let length = inside.find(&close).map_or(inside.len(), |at| at + close.len());
    Some(text.len() - inside.len() + length)
}

/// To the brace that closes the item, or to its semicolon.
fn item_length(text: &str) -> usize {
    body(text).map_or_else(|| text.find(';').map_or(text.len(), |at| at + 1), |(_, end)| end)
}

fn function(text: &str) -> Option<Function> {
    let name = text["fn ".len()..].chars().take_while(|character| is_name(*character)).collect();
    let (_, end) = body(text)?;
    Some(Function { name, lines: text[..end].lines().count() })
}

/// Where the first block opens and closes, unless a semicolon comes first.
fn body(text: &str) -> Option<(usize, usize)> {
    let (mut open, mut depth, mut nested) = (0, 0, 0);
    for (at, character) in text.char_indices() {
        match character {
            '(' | '[' => nested += 1,
            ')' | ']' => nested -= 1,
            ';' if nested == 0 && depth == 0 => return None,
            '{' => {
                open = if depth == 0 { at } else { open };
                depth += 1;
            }
            '}' if depth == 1 => return Some((open, at + 1)),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_literals_are_not_code() {
        let check = |source: &str, expected: &str| assert_eq!(code(source), expected, "{source}");
        check("a // b\nc", "a \nc");
        check("a /* b /* c */ d */ e", "a  e");
        check("f(\"{ \\\" }\", '{', '\\'')", "f(, , )");
        check("f(r#\"a \"b\" c\"#, br\"d\", r#match)", "f(, b, r#match)");
        check("fn f<'a>(x: &'a str) {}", "fn f<'a>(x: &'a str) {}");
        check("\"é\n\" x", "\n x");
    }

    #[test]
    fn tests_are_left_out() {
        let check = |source: &str, expected: &str| assert_eq!(without_tests(source), expected, "{source}");
        check("a\n#[cfg(test)]\nmod tests {\n{}\n}\nb", "a\n\n\n\n\nb");
        check("#[cfg(test)]\nmod tests;\nb", "\n\nb");
        check("#[cfg(all(test, unix))] mod tests {} b", " b");
    }

    #[test]
    fn names_are_found_whole() {
        let found: Vec<_> =
            lines_naming("use brand::x;\nuse rand::y;\nfiles::read(); std::fs::read()", &["rand::", "fs::"]).collect();
        assert_eq!(found, [(2, "rand::"), (3, "fs::")]);
    }

    #[test]
    fn functions_are_measured() {
        let found = functions("fn a(x: [u8; 4]) {\n{}\n}\ntrait T { fn b(); }\nfn c() {}");
        let expected = [("a", 3), ("c", 1)].map(|(name, lines)| Function { name: name.to_owned(), lines });
        assert_eq!(found, expected);
    }
}
