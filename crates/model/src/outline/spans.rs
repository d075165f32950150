/// A run of letters drawn alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The letters, without marks and escapes.
    pub text: String,
    /// Whether it is `**strong**`.
    pub strong: bool,
    /// Whether it is `*emphasis*`.
    pub emphasis: bool,
}

/// Reads the inline marks of a text: spans that differ from their neighbours, in order. Never fails: marks that do not
/// pair are text.
pub fn spans(text: &str) -> Vec<Span> {
    let mut tokens = tokens(text);
    pair(&mut tokens);
    let mut spans: Vec<Span> = Vec::new();
    let (mut strong, mut emphasis) = (false, false);
    for token in &tokens {
        match token {
            Token::Mark { mark: Mark::Strong, paired: true, .. } => strong = !strong,
            Token::Mark { mark: Mark::Emphasis, paired: true, .. } => emphasis = !emphasis,
            Token::Mark { mark, .. } => push(&mut spans, mark.text(), strong, emphasis),
            Token::Text(text) => push(&mut spans, text, strong, emphasis),
        }
    }
    spans
}

#[derive(Debug)]
enum Token {
    Text(String),
    Mark { mark: Mark, opens: bool, closes: bool, paired: bool },
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Mark {
    Strong,
    Emphasis,
}

impl Mark {
    fn text(self) -> &'static str {
        match self {
            Self::Strong => "**",
            Self::Emphasis => "*",
        }
    }
}

fn push(spans: &mut Vec<Span>, text: &str, strong: bool, emphasis: bool) {
    match spans.last_mut() {
        Some(last) if (last.strong, last.emphasis) == (strong, emphasis) => last.text.push_str(text),
        _ => spans.push(Span { text: text.to_owned(), strong, emphasis }),
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut plain = String::new();
    let mut before = None;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let stars = rest.len() - rest.trim_start_matches('*').len();
        let after = rest[stars.max(letter.len_utf8())..].chars().next();
        if letter == '\\' && after.is_some_and(|after| after.is_ascii_punctuation()) {
            plain.extend(after);
            rest = &rest[2..];
        } else if (1..=3).contains(&stars) {
            flush(&mut tokens, &mut plain);
            let (opens, closes) = (touches(after), touches(before));
            tokens.extend(marks(stars, closes).iter().map(|&mark| Token::Mark { mark, opens, closes, paired: false }));
            rest = &rest[stars..];
        } else {
            let length = stars.max(letter.len_utf8());
            plain.push_str(&rest[..length]);
            rest = &rest[length..];
        }
        before = text[..text.len() - rest.len()].chars().next_back();
    }
    flush(&mut tokens, &mut plain);
    tokens
}

/// A mark opens or closes only where it touches a word.
fn touches(neighbour: Option<char>) -> bool {
    neighbour.is_some_and(|letter| !letter.is_whitespace())
}

/// Three stars are both marks, the strong outside.
fn marks(stars: usize, closes: bool) -> &'static [Mark] {
    match (stars, closes) {
        (1, _) => &[Mark::Emphasis],
        (2, _) => &[Mark::Strong],
        (_, false) => &[Mark::Strong, Mark::Emphasis],
        (_, true) => &[Mark::Emphasis, Mark::Strong],
    }
}

fn flush(tokens: &mut Vec<Token>, plain: &mut String) {
    if !plain.is_empty() {
        tokens.push(Token::Text(std::mem::take(plain)));
    }
}

/// Pairs each closing mark with the nearest open one of its kind; marks between them stay text.
fn pair(tokens: &mut [Token]) {
    let mut open: Vec<(usize, Mark)> = Vec::new();
    for at in 0..tokens.len() {
        if are_three_closing(&tokens[at..]) && open.last().is_some_and(|(_, mark)| *mark == Mark::Strong) {
            tokens.swap(at, at + 1);
        }
        let Token::Mark { mark, opens, closes, .. } = tokens[at] else { continue };
        let partner = open.iter().rposition(|(_, other)| *other == mark);
        match partner.filter(|_| closes) {
            Some(depth) => {
                set_paired(&mut tokens[open[depth].0]);
                set_paired(&mut tokens[at]);
                open.truncate(depth);
            }
            None if opens => open.push((at, mark)),
            None => {}
        }
    }
}

/// Whether these begin with the two marks of three closing stars, which close in the order that is open.
fn are_three_closing(tokens: &[Token]) -> bool {
    matches!(tokens, [Token::Mark { mark: Mark::Emphasis, .. }, Token::Mark { mark: Mark::Strong, .. }, ..])
}

fn set_paired(token: &mut Token) {
    if let Token::Mark { paired, .. } = token {
        *paired = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let shown: Vec<String> = spans(text)
            .into_iter()
            .map(|span| match (span.strong, span.emphasis) {
                (false, false) => span.text,
                (true, false) => format!("<b>{}</b>", span.text),
                (false, true) => format!("<i>{}</i>", span.text),
                (true, true) => format!("<bi>{}</bi>", span.text),
            })
            .collect();
        assert_eq!(shown.concat(), expected, "{text}");
    }

    #[test]
    fn marks_make_strong_and_emphasis() {
        check("", "");
        check("du **grès** et de l'*émail*", "du <b>grès</b> et de l'<i>émail</i>");
        check("**a *b* c**", "<b>a </b><bi>b</bi><b> c</b>");
        check("*a **b** c*", "<i>a </i><bi>b</bi><i> c</i>");
        check("***tout***", "<bi>tout</bi>");
        check("*a **b***", "<i>a </i><bi>b</bi>");
        check("**a *b***", "<b>a </b><bi>b</bi>");
        check("dé*mi*tasse", "dé<i>mi</i>tasse");
        check("*deux\nlignes*", "<i>deux\nlignes</i>");
    }

    #[test]
    fn what_does_not_pair_is_text() {
        check("5 * 3 * 2", "5 * 3 * 2");
        check("**ouvert", "**ouvert");
        check("ouvert*", "ouvert*");
        check("*a **b*", "<i>a **b</i>");
        check("****", "****");
        check("** a **", "** a **");
        check("****a****", "****a****");
    }

    #[test]
    fn a_backslash_makes_a_mark_text() {
        check(r"\*a\*", "*a*");
        check(r"*a\**", "<i>a*</i>");
        check(r"\{cover}", "{cover}");
        check(r"c:\dossier\\", r"c:\dossier\");
        check("\\é\\", "\\é\\");
    }
}
