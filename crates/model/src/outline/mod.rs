//! The outline: a document as plain text, in a small Markdown.
//!
//! [`parse`] never fails and never drops a word: what it does not know it keeps and reports. [`print()`] writes a
//! document back; text that is written as `print` writes it comes back byte for byte.
//!
//! ```text
//! ---
//! title: Oui, vos bols vont au four
//! ---
//! # Oui, vos bols vont au four.
//! *Grès, mode d'emploi*
//! ![trois bols empilés](photos/bols-empiles.jpg) {focus=52,58}
//!
//! # 1280 °C {number}
//! La température de notre deuxième cuisson.
//!
//! > Un bol qu'on n'ose pas utiliser est un bol raté.
//! > — Anne-Laure Kerdoncuff, tourneuse
//! ```
//!
//! # Front matter
//! Lines between two `---`, the first of them the first line of the text and the second before any heading. `title:`
//! names the document: what follows is taken as it is, quotation marks included. Other lines are kept as they are, after
//! the title. A front matter that nothing closes is ordinary text.
//!
//! # Pages
//! - `# Heading` opens a page; a bare `#` opens one without a heading.
//! - A quote opens a page of its own, unless the page at hand holds nothing yet under its heading but a kicker or
//!   pictures: then the quote is that page's.
//! - Anything else before the first heading opens a first page without a heading.
//! - `{cover}`, `{point}`, `{list}`, `{quote}`, `{number}` or `{call}` at the end of a heading, or at the end of a quote
//!   whose page has no heading, picks the layout. A backslash makes it text: `\{cover}`. Any other `{word}` there is text,
//!   and reported.
//!
//! # Blocks
//! | written | is |
//! |---|---|
//! | lines of text | a paragraph; its line breaks are kept |
//! | `*a paragraph all in emphasis*`, first on its page, pictures apart | the kicker |
//! | `- item` (also `*` and `•`), with indented lines that go on | an item of a list |
//! | `> words`, then `> — author` (also `–` and `--`) | a quote and its attribution |
//! | `![alt](source)` alone on its line, then perhaps `{focus=52,58}` | a picture, and the point of it in per cent that must stay in view |
//! | `[label](address)` alone on its line | a link |
//! | `:poll[Question]{One\|Other}` alone on its line | a sticker: `poll`, `quiz`, `question`, `link`, `countdown`, `mention`, `place`, `music` |
//! | a table, `## subheading`, `1. item`, `<html>`, a closed code fence, a rule `---`, `:other[…]` | unknown: kept as written, reported |
//!
//! What is malformed (`![alt](sour`, `:poll[Que`) is text, and reported; a code fence nothing closes gets a backslash.
//! A label or alt text writes `](` as `\](`. A source may hold spaces and balanced brackets, an address no space.
//!
//! # Spacing
//! A blank line separates pages and blocks. There is none under a heading, between items, between a quote and its
//! attribution, nor before a picture, a link or a sticker. Carriage returns, byte order marks, spaces round a line and
//! items without words are dropped.
//!
//! # Inside a text
//! [`spans`] reads `**strong**`, `*emphasis*`, `==highlight==`, `~~strike~~`, `` `code` ``, `[label](address)` and
//! backslash escapes. Marks that do not pair are text; what looks like a link and is none is text, and reported.

mod attribute;
mod build;
mod fence;
mod front_matter;
mod line;
mod parse;
mod print;
mod reference;
mod spans;
mod sticker;

pub use build::build;
pub use parse::{parse, parse_body};
pub use print::{print, print_page_body};
pub use reference::is_source;
pub use spans::{Span, spans};

use crate::{Content, Finding, Layout, document::Role};

/// A text read as pages, before it is a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// The document's name, from the front matter.
    pub title: Option<String>,
    /// The other lines of the front matter, as written.
    pub front_matter: Vec<String>,
    /// The pages in order.
    pub pages: Vec<OutlinePage>,
    /// What was not understood, each with its page and line.
    pub findings: Vec<Finding>,
}

/// One page of an outline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutlinePage {
    /// The heading, with its inline marks.
    pub title: Option<String>,
    /// The layout the text picks.
    pub layout: Option<Layout>,
    /// What is under the heading, in order.
    pub blocks: Vec<Content>,
}

impl OutlinePage {
    /// The page's contents, its heading first.
    pub fn into_contents(self) -> impl Iterator<Item = Content> {
        let title = self.title.map(|text| Content::Text { role: Role::Title, text });
        title.into_iter().chain(self.blocks)
    }
}

/// A heading as a person types it: the text that is kept, on one line, and the layout picked at its end.
pub fn heading(text: &str) -> (String, Option<Layout>) {
    let line = one_line(text);
    let (text, layout) = attribute::take_layout(&line);
    (text.into_owned(), layout)
}

/// The text on one line, without space round it: as the outline keeps headings, names and alt texts.
pub fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ").replace(BYTE_ORDER_MARK, "").trim().to_owned()
}

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a quote that comes after these blocks is of their page: they only introduce.
fn awaits_quote<'a>(blocks: impl IntoIterator<Item = &'a Content>) -> bool {
    blocks.into_iter().all(|block| block.is_picture() || block.text(Role::Kicker).is_some())
}
