use std::collections::BTreeMap;

use super::{
    BYTE_ORDER_MARK, Outline, OutlinePage, attribute, awaits_quote, fence, front_matter, heading,
    line::{Line, is_malformed, plain, read},
};
use crate::{Content, Finding, Place, Severity, document::Role};

/// Reads an outline. What it does not know is kept and reported.
pub fn parse(text: &str) -> Outline {
    let text = normalize(text);
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    let front = front_matter::parse(&lines);
    let mut reader = Reader { at: front.length, ..Reader::new(lines) };
    reader.read_all();
    Outline { title: front.title, front_matter: front.kept, pages: reader.pages, findings: reader.findings }
}

/// Reads what is under the heading of a page, `titled` or without one: the first page is what goes on that page, the
/// others those that the text opens.
pub fn parse_body(text: &str, titled: bool) -> Vec<OutlinePage> {
    let text = normalize(text);
    let lines = text.split('\n').map(str::trim_end).collect();
    let mut reader = Reader { pages: vec![OutlinePage::default()], titled, ..Reader::new(lines) };
    reader.read_all();
    reader.pages
}

fn normalize(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace(BYTE_ORDER_MARK, "")
}

#[derive(Default)]
struct Reader<'a> {
    lines: Vec<&'a str>,
    /// The lines that close code fences, by those that open them.
    fences: BTreeMap<usize, usize>,
    /// The line to read next.
    at: usize,
    pages: Vec<OutlinePage>,
    /// Whether the last page has a heading of its own.
    titled: bool,
    findings: Vec<Finding>,
}

impl<'a> Reader<'a> {
    fn new(lines: Vec<&'a str>) -> Self {
        Self { fences: fence::closings(&lines), lines, ..Self::default() }
    }

    fn read_all(&mut self) {
        while let Some(line) = self.line(self.at) {
            match line {
                Line::Blank => self.at += 1,
                Line::Heading(text) => self.heading(text),
                Line::Quote(_) => self.quote(),
                Line::Item(text) => self.item(text),
                Line::Whole(content) => self.whole(content),
                Line::Fence => self.unknown(self.fences.get(&self.at).unwrap_or(&self.at) + 1),
                Line::Unknown => self.unknown(self.at + 1),
                Line::UnknownBlock => self.unknown(self.block_end(self.at)),
                Line::Text(_) => self.paragraph(),
            }
        }
    }

    /// What a line is: a code fence is one when it is closed, else text.
    fn line(&self, at: usize) -> Option<Line<'a>> {
        let line = *self.lines.get(at)?;
        Some(match read(line) {
            Line::Fence if !self.fences.contains_key(&at) => Line::Text(line.trim()),
            other => other,
        })
    }

    fn block_end(&self, start: usize) -> usize {
        let goes_on = |at: &usize| matches!(self.line(*at), Some(Line::Text(_) | Line::UnknownBlock));
        start + 1 + (start + 1..self.lines.len()).take_while(goes_on).count()
    }

    fn heading(&mut self, text: &str) {
        let (title, layout) = heading(text);
        self.titled = !title.is_empty();
        let unknown = attribute::ends_with_unknown(&title);
        self.pages.push(OutlinePage {
            title: Some(title).filter(|title| !title.is_empty()),
            layout,
            blocks: Vec::new(),
        });
        if unknown {
            self.report(self.at, text);
        }
        self.at += 1;
    }

    fn quote(&mut self) {
        let start = self.at;
        let mut lines: Vec<String> = Vec::new();
        while let Some(Line::Quote(text)) = self.line(self.at) {
            lines.push(text.to_owned());
            self.at += 1;
        }
        let Some(end) = lines.iter().rposition(|line| !line.is_empty()) else { return };
        lines.truncate(end + 1);
        if self.pages.last().is_none_or(|page| !awaits_quote(&page.blocks)) {
            self.open_untitled();
        }
        if attribute::ends_with_unknown(&lines[end]) {
            self.report(start + end, &lines[end]);
        }
        lines[end] = self.end_of_quote(&lines[end]);
        trim_blank(&mut lines);
        if let Some(last) = lines.last_mut() {
            *last = attribute::escape_layout(last).into_owned();
        }
        self.page().blocks.extend(quote_blocks(lines));
    }

    /// The last line of a quote, without the layout it picks where no heading can.
    fn end_of_quote(&mut self, line: &str) -> String {
        let titled = self.titled;
        let page = self.page();
        if titled || page.layout.is_some() {
            return line.to_owned();
        }
        let (text, layout) = attribute::take_layout(line);
        page.layout = layout;
        text.into_owned()
    }

    fn item(&mut self, text: &str) {
        let mut lines = Vec::from_iter((!text.is_empty()).then(|| text.to_owned()));
        self.at += 1;
        while let Some(Line::Text(text)) = self.line(self.at).filter(|_| self.is_indented(self.at)) {
            lines.push(plain(text));
            self.at += 1;
        }
        if !lines.is_empty() {
            self.push_text(Role::Item, lines.join("\n"));
        }
    }

    fn is_indented(&self, at: usize) -> bool {
        self.lines[at].starts_with(char::is_whitespace)
    }

    fn whole(&mut self, content: Content) {
        self.page().blocks.push(content);
        self.at += 1;
    }

    fn unknown(&mut self, end: usize) {
        let is_fence = read(self.lines[self.at]) == Line::Fence;
        let lines = &self.lines[self.at..end];
        let text = if is_fence {
            lines.join("\n")
        } else {
            lines.iter().map(|line| verbatim(line)).collect::<Vec<_>>().join("\n")
        };
        let first = self.lines[self.at];
        self.page().blocks.push(Content::Unknown { text });
        self.report(self.at, first);
        self.at = end;
    }

    fn paragraph(&mut self) {
        let mut lines = Vec::new();
        self.page();
        while let Some(Line::Text(text)) = self.line(self.at) {
            if is_malformed(text) {
                self.report(self.at, text);
            }
            lines.push(plain(text));
            self.at += 1;
        }
        let text = lines.join("\n");
        // From the last: what is no picture is near, however many there are before it.
        match emphasized(&text).filter(|_| self.page().blocks.iter().rev().all(Content::is_picture)) {
            Some(kicker) => self.push_text(Role::Kicker, kicker.to_owned()),
            None => self.push_text(Role::Body, text),
        }
    }

    fn push_text(&mut self, role: Role, text: String) {
        self.page().blocks.push(Content::Text { role, text });
    }

    /// The page at hand: what comes before any heading opens one.
    fn page(&mut self) -> &mut OutlinePage {
        if self.pages.is_empty() {
            self.open_untitled();
        }
        self.pages.last_mut().expect("a page has just been opened if there was none")
    }

    fn open_untitled(&mut self) {
        self.titled = false;
        self.pages.push(OutlinePage::default());
    }

    fn report(&mut self, line: usize, text: &str) {
        let place = Place { number: Some(self.pages.len()), line: Some(line + 1), ..Place::default() };
        self.findings.push(Finding::new("outline-unknown", Severity::Info, place).with("text", text.trim()));
    }
}

/// An unknown line as it was written, a code fence that nothing closes apart.
fn verbatim(line: &str) -> String {
    let text = line.trim_start();
    format!("{}{}", &line[..line.len() - text.len()], plain(text))
}

fn quote_blocks(mut lines: Vec<String>) -> impl Iterator<Item = Content> {
    let author = if lines.len() > 1 { lines.last().and_then(|line| author(line)).map(str::to_owned) } else { None };
    if author.is_some() {
        lines.pop();
        trim_blank(&mut lines);
    }
    let quote = (!lines.is_empty()).then(|| Content::Text { role: Role::Quote, text: lines.join("\n") });
    quote.into_iter().chain(author.map(|text| Content::Text { role: Role::Attribution, text }))
}

fn trim_blank(lines: &mut Vec<String>) {
    let kept = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    lines.truncate(kept);
    lines.drain(..lines.iter().take_while(|line| line.is_empty()).count());
}

fn author(line: &str) -> Option<&str> {
    let name = ["—", "–", "--"].into_iter().find_map(|dash| line.strip_prefix(dash))?;
    name.starts_with(char::is_whitespace).then(|| name.trim_start())
}

/// The inside of a text that one pair of stars holds whole.
fn emphasized(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('*')?.strip_suffix('*')?;
    let whole = super::spans(text).iter().all(|span| span.emphasis);
    (whole && !inside.is_empty() && !inside.starts_with('*')).then_some(inside)
}
