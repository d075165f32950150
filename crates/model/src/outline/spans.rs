use std::{collections::BTreeMap, ops::Range};

/// A run of letters drawn alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The letters, without marks and escapes.
    pub text: String,
    /// Whether it is `**strong**`.
    pub strong: bool,
    /// Whether it is `*emphasis*`.
    pub emphasis: bool,
    /// Whether it is `==highlighted==`.
    pub highlight: bool,
    /// Whether it is `~~struck~~`.
    pub strike: bool,
    /// Whether it is `` `code` ``: marks and escapes in it are text.
    pub code: bool,
    /// The address that `[it](address)` opens.
    pub link: Option<String>,
}

/// Reads the inline marks of a text: spans that differ from their neighbours, in order. Never fails: marks that do not
/// pair are text.
pub fn spans(text: &str) -> Vec<Span> {
    let mut tokens = Reader::new(text).read();
    pair(&mut tokens);
    let mut spans: Vec<Span> = Vec::new();
    let mut now = Span::default();
    for token in tokens {
        match token {
            Token::Mark { mark, paired: true, .. } => mark.toggle(&mut now),
            Token::Mark { mark, .. } => push(&mut spans, mark.text(), &now),
            Token::Text(text) => push(&mut spans, &text, &now),
            Token::Code(text) => push(&mut spans, text, &Span { code: true, ..now.clone() }),
            Token::Link(address) => now.link = address.map(str::to_owned),
        }
    }
    spans
}

/// Whether a text holds what looks like a link and is none.
pub(super) fn has_stray_link(text: &str) -> bool {
    text.contains("](") && spans(text).iter().any(|span| !span.code && span.text.contains("]("))
}

#[derive(Debug)]
enum Token<'a> {
    Text(String),
    Code(&'a str),
    /// What follows opens this address, or none any more.
    Link(Option<&'a str>),
    Mark {
        mark: Mark,
        opens: bool,
        closes: bool,
        paired: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Mark {
    Strong,
    Emphasis,
    Highlight,
    Strike,
}

impl Mark {
    const COUNT: usize = 4;

    fn text(self) -> &'static str {
        match self {
            Self::Strong => "**",
            Self::Emphasis => "*",
            Self::Highlight => "==",
            Self::Strike => "~~",
        }
    }

    fn toggle(self, span: &mut Span) {
        let field = match self {
            Self::Strong => &mut span.strong,
            Self::Emphasis => &mut span.emphasis,
            Self::Highlight => &mut span.highlight,
            Self::Strike => &mut span.strike,
        };
        *field = !*field;
    }
}

fn push(spans: &mut Vec<Span>, text: &str, like: &Span) {
    match spans.last_mut() {
        Some(last) if is_alike(last, like) => last.text.push_str(text),
        _ => spans.push(Span { text: text.to_owned(), ..like.clone() }),
    }
}

fn is_alike(a: &Span, b: &Span) -> bool {
    let marks = |span: &Span| (span.strong, span.emphasis, span.highlight, span.strike, span.code);
    marks(a) == marks(b) && a.link == b.link
}

/// Reads a text from its start, once.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The links by where they begin.
    links: BTreeMap<usize, Link>,
    /// Where the label of the link at hand ends, and where the link does.
    inside: Option<(usize, usize)>,
    /// Whether a backtick may still find another one.
    code: bool,
    plain: String,
    tokens: Vec<Token<'a>>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let (plain, tokens) = (String::new(), Vec::new());
        Self { text, at: 0, links: links(text), inside: None, code: true, plain, tokens }
    }

    fn read(mut self) -> Vec<Token<'a>> {
        while let Some(letter) = self.text[self.at..].chars().next() {
            let length = match letter {
                '\\' => self.escape(),
                '*' | '=' | '~' => self.marks(letter),
                '`' => self.code(),
                '[' | ']' => self.link(),
                _ => None,
            };
            self.at += length.unwrap_or_else(|| {
                self.plain.push(letter);
                letter.len_utf8()
            });
        }
        self.flush();
        self.tokens
    }

    fn push(&mut self, token: Token<'a>) {
        self.flush();
        self.tokens.push(token);
    }

    fn flush(&mut self) {
        if !self.plain.is_empty() {
            self.tokens.push(Token::Text(std::mem::take(&mut self.plain)));
        }
    }

    fn escape(&mut self) -> Option<usize> {
        let escaped = self.text[self.at + 1..].chars().next().filter(char::is_ascii_punctuation)?;
        self.plain.push(escaped);
        Some(2)
    }

    fn marks(&mut self, letter: char) -> Option<usize> {
        let count = run(&self.text[self.at..], letter);
        let touches = |neighbour: Option<char>| neighbour.is_some_and(|letter| !letter.is_whitespace());
        let opens = touches(self.text[self.at + count..].chars().next());
        let closes = touches(self.text[..self.at].chars().next_back());
        let marks = marks(letter, count, closes);
        if marks.is_empty() {
            self.plain.push_str(&self.text[self.at..self.at + count]);
        }
        for &mark in marks {
            self.push(Token::Mark { mark, opens, closes, paired: false });
        }
        Some(count)
    }

    /// Everything up to the next lone backtick.
    fn code(&mut self) -> Option<usize> {
        let rest = &self.text[self.at..];
        let count = run(rest, '`');
        let end = if count == 1 && self.code { lone_backtick(&rest[1..]) } else { None };
        self.code &= count != 1 || end.is_some();
        match end {
            Some(end) => {
                self.push(Token::Code(&rest[1..=end]));
                Some(end + 2)
            }
            None => {
                self.plain.push_str(&rest[..count]);
                Some(count)
            }
        }
    }

    fn link(&mut self) -> Option<usize> {
        if let Some((label, end)) = self.inside
            && label == self.at
        {
            self.inside = None;
            self.push(Token::Link(None));
            return Some(end - label);
        }
        let link = self.links.remove(&self.at)?;
        self.inside = Some((link.label_end, link.end));
        self.push(Token::Link(Some(&self.text[link.address])));
        Some(1)
    }
}

/// How many of this letter a text begins with.
fn run(text: &str, letter: char) -> usize {
    text.len() - text.trim_start_matches(letter).len()
}

/// The marks that so many of a letter are: three stars are two marks, the strong outside.
fn marks(letter: char, count: usize, closes: bool) -> &'static [Mark] {
    match (letter, count, closes) {
        ('*', 1, _) => &[Mark::Emphasis],
        ('*', 2, _) => &[Mark::Strong],
        ('*', 3, false) => &[Mark::Strong, Mark::Emphasis],
        ('*', 3, true) => &[Mark::Emphasis, Mark::Strong],
        ('=', 2, _) => &[Mark::Highlight],
        ('~', 2, _) => &[Mark::Strike],
        _ => &[],
    }
}

/// Where the next backtick without another beside it is, when something comes before it.
fn lone_backtick(text: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`').map(|found| at + found) {
        let count = run(&text[found..], '`');
        if count == 1 && found > 0 {
            return Some(found);
        }
        at = found + count;
    }
    None
}

/// A link: what it opens, where its label ends, where it ends.
#[derive(Debug)]
struct Link {
    address: Range<usize>,
    label_end: usize,
    end: usize,
}

/// The links of a text by where they begin; a link holds no other link.
fn links(text: &str) -> BTreeMap<usize, Link> {
    let (mut links, mut open) = (BTreeMap::new(), Vec::new());
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'[' if at == 0 || bytes[at - 1] != b'!' => open.push(at),
            b']' => {
                if let Some(start) = open.pop().filter(|start| start + 1 < at)
                    && let Some(address) = address(text, at + 1)
                {
                    let end = address.end + 1;
                    links.insert(start, Link { address, label_end: at, end });
                    open.clear();
                    at = end - 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    links
}

/// The address between the brackets that open at `start`: no space, brackets in pairs.
fn address(text: &str, start: usize) -> Option<Range<usize>> {
    /// Brackets within brackets: with more it is no address that anyone writes, and no letter is read more often.
    const DEEPEST: usize = 8;
    let inside = text.get(start..)?.strip_prefix('(')?;
    let mut depth = 0;
    for (at, letter) in inside.char_indices() {
        match letter {
            '(' if depth == DEEPEST => return None,
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            ')' => return (at > 0).then_some(start + 1..start + 1 + at),
            _ if letter.is_whitespace() => return None,
            _ => {}
        }
    }
    None
}

/// Pairs each closing mark with the nearest open one of its kind; marks between them stay text.
fn pair(tokens: &mut [Token<'_>]) {
    let mut open = Open::default();
    for at in 0..tokens.len() {
        if are_three_closing(&tokens[at..]) && open.marks.last().is_some_and(|(_, mark)| *mark == Mark::Strong) {
            tokens.swap(at, at + 1);
        }
        let Token::Mark { mark, opens, closes, .. } = tokens[at] else { continue };
        match if closes { open.close(mark) } else { None } {
            Some(partner) => {
                set_paired(&mut tokens[partner]);
                set_paired(&mut tokens[at]);
            }
            None if opens => open.push(at, mark),
            None => {}
        }
    }
}

/// The marks that are open, each with its place among the tokens.
#[derive(Default)]
struct Open {
    marks: Vec<(usize, Mark)>,
    /// How many of each kind: nothing is looked for in vain, so that reading stays linear.
    counts: [usize; Mark::COUNT],
}

impl Open {
    fn push(&mut self, at: usize, mark: Mark) {
        self.marks.push((at, mark));
        self.counts[mark as usize] += 1;
    }

    /// Takes the nearest of this kind and all that opened after it.
    fn close(&mut self, mark: Mark) -> Option<usize> {
        if self.counts[mark as usize] == 0 {
            return None;
        }
        while let Some((at, other)) = self.marks.pop() {
            self.counts[other as usize] -= 1;
            if other == mark {
                return Some(at);
            }
        }
        None
    }
}

/// Whether these begin with the two marks of three closing stars, which close in the order that is open.
fn are_three_closing(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [Token::Mark { mark: Mark::Emphasis, .. }, Token::Mark { mark: Mark::Strong, .. }, ..])
}

fn set_paired(token: &mut Token<'_>) {
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
            .map(|span| {
                let link = span.link.map(|address| format!("a:{address}"));
                let marks = [
                    (span.strong, "b"),
                    (span.emphasis, "i"),
                    (span.highlight, "h"),
                    (span.strike, "s"),
                    (span.code, "c"),
                ];
                let marks: String =
                    marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).chain(link.as_deref()).collect();
                if marks.is_empty() { span.text } else { format!("<{marks}>{}</{marks}>", span.text) }
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
    fn marks_highlight_and_strike() {
        check("un ==bol== bleu", "un <h>bol</h> bleu");
        check("==un **bol** bleu==", "<h>un </h><bh>bol</bh><h> bleu</h>");
        check("~~39 €~~ 29 €", "<s>39 €</s> 29 €");
        check("a == b == c", "a == b == c");
        check("=a= ===b=== ~c~ ~~~d~~~", "=a= ===b=== ~c~ ~~~d~~~");
        check("==ouvert", "==ouvert");
        check(r"\==a\==", "==a==");
    }

    #[test]
    fn code_is_verbatim() {
        check("tapez `a*b*`", "tapez <c>a*b*</c>");
        check("**`a`**", "<bc>a</bc>");
        check(r"`\*`", r"<c>\*</c>");
        check("`a", "`a");
        check("``a`` `b`", "``a`` <c>b</c>");
        check("` `` `", "<c> `` </c>");
    }

    #[test]
    fn links_open_addresses() {
        check("voir [la page](https://a.fr/(b)) ici", "voir <a:https://a.fr/(b)>la page</a:https://a.fr/(b)> ici");
        check("[a **b**](c)", "<a:c>a </a:c><ba:c>b</ba:c>");
        check("[a [b](c) d](e)", "[a <a:c>b</a:c> d](e)");
        check("[a](b c) [](d) [e]() ![f](g)", "[a](b c) [](d) [e]() ![f](g)");
        check(r"\[a](b)", "[a](b)");
    }

    #[test]
    fn what_looks_like_a_link_and_is_none_is_told() {
        let check = |text: &str, expected: bool| assert_eq!(has_stray_link(text), expected, "{text}");
        check("[a](b) et [c](d)", false);
        check("[a](b c)", true);
        check("[a](b", true);
        check("`[a](b`", false);
        check("voir ![a](b)", true);
    }

    /// Read in steps that grow with the square of its length, a text of this one would take hours.
    #[test]
    fn a_megabyte_of_marks_is_read() {
        for part in ["*a ", "**a *b ", "*a **b** ", "==a ~~b ", "`a``", "[a", "](", "[a](b ", "[a](b", "\\"] {
            assert!(!spans(&part.repeat((1 << 20) / part.len())).is_empty(), "{part}");
        }
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
