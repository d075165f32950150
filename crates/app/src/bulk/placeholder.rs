/// A part of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words as they are.
    Text(&'a str),
    /// What stands between `{{` and `}}`, without the space round it.
    Column(&'a str),
    /// A `{{` that nothing closes on its line.
    Open,
}

/// The parts of a line in order. A backslash makes `\{{` words; of three braces, the last two open.
pub(super) fn pieces(line: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = line;
    let mut next = None;
    std::iter::from_fn(move || {
        if let Some(piece) = next.take() {
            return Some(piece);
        }
        let open = opening(rest);
        let (text, after) = rest.split_at(open.unwrap_or(rest.len()));
        rest = after;
        if open.is_some() {
            let (piece, length) = placeholder(after);
            rest = &after[length..];
            next = Some(piece);
        }
        if text.is_empty() { next.take() } else { Some(Piece::Text(text)) }
    })
}

/// Where the first `{{` is that opens a placeholder.
fn opening(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at + 1 < bytes.len() {
        match (bytes[at], bytes[at + 1]) {
            (b'\\', b'{') if bytes.get(at + 2) == Some(&b'{') => at += "\\{{".len(),
            (b'\\', _) => at += 2,
            (b'{', b'{') if bytes.get(at + 2) != Some(&b'{') => return Some(at),
            _ => at += 1,
        }
    }
    None
}

fn placeholder(text: &str) -> (Piece<'_>, usize) {
    match text.find("}}") {
        Some(close) => (Piece::Column(text["{{".len()..close].trim()), close + "}}".len()),
        None => (Piece::Open, text.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Piece::{Column, Open, Text},
        *,
    };

    #[track_caller]
    fn check(line: &str, expected: &[Piece<'_>]) {
        assert_eq!(pieces(line).collect::<Vec<_>>(), expected, "{line}");
    }

    #[test]
    fn columns_stand_between_two_braces() {
        check("", &[]);
        check("# Bonjour", &[Text("# Bonjour")]);
        check("# {{ Prénom }} !", &[Text("# "), Column("Prénom"), Text(" !")]);
        check("{{a}}{{b}}", &[Column("a"), Column("b")]);
        check("{{}}", &[Column("")]);
        check("{{prix (€)}} {cover}", &[Column("prix (€)"), Text(" {cover}")]);
    }

    #[test]
    fn braces_that_are_none() {
        check(r"\{{a}} {{b}}", &[Text(r"\{{a}} "), Column("b")]);
        check(r"\\{{a}}", &[Text(r"\\"), Column("a")]);
        check("{a} }}", &[Text("{a} }}")]);
        check(
            ":poll[{{q}}]{{{a}}|{{b}}}",
            &[Text(":poll["), Column("q"), Text("]{"), Column("a"), Text("|"), Column("b"), Text("}")],
        );
        check("a {{b", &[Text("a "), Open]);
    }
}
