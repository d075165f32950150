//! SVG logos and motifs as scene items.
//!
//! An SVG is a program written by strangers. Nothing it names is fetched or opened, nothing in it runs, and what the
//! scene cannot draw is left out and reported in [`Drawing::ignored`], never silently.

mod clip;
mod embedded;
mod entities;
mod group;
mod measure;
mod paint;
mod region;
mod shape;
mod winding;

use std::{collections::BTreeSet, sync::atomic::AtomicUsize};

use planche_scene::{Color, Group, Item, Rect, Size};
use usvg::{
    Tree,
    roxmltree::{Document, ParsingOptions},
};

use crate::MediaError;
use group::Reader;

/// The most bytes of an SVG. Logos weigh kilobytes; beyond this it is a map or an attack.
const MOST_BYTES: usize = 16 << 20;

/// The most elements, texts and comments of an SVG.
const MOST_NODES: u32 = 200_000;

/// The deepest nesting of elements.
const DEEPEST: usize = 256;

/// The bytes of stack to read an SVG with. The parser recurses for each nested element, down to 1024 once `<use>` is
/// followed, and a stack overflow cannot be caught. Only what is used takes memory.
const STACK: usize = 64 << 20;

/// A drawing, ready to be placed.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// Its size in its own units; the items lie within `0, 0, width, height`.
    pub size: Size,
    /// What to draw, first at the back, in the drawing's units.
    pub items: Vec<Item>,
    /// What the SVG asked for and the items lack.
    pub ignored: BTreeSet<Ignored>,
}

/// A feature of SVG that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ignored {
    /// Live text: the fonts it names are not here. Its author can convert it to outlines.
    Text,
    /// A mask; what it hides shows.
    Mask,
    /// A filter, such as a blur or a shadow.
    Filter,
    /// A pattern; what it fills stays empty.
    Pattern,
    /// An image that is not inside the file, or that cannot be read.
    Image,
    /// A clip that is itself made of clipped parts, taken as if they were whole.
    NestedClip,
    /// An even-odd outline too intricate to convert, filled with the non-zero rule.
    EvenOdd,
    /// Dashes too fine to draw; the line is whole.
    Dashes,
    /// A shape that reaches a thousand times past the edges.
    Far,
    /// Light added to light, which PDF and SVG files cannot say; it is screened.
    Blending,
}

/// Reads an SVG.
///
/// With `ink`, every fill, stroke and gradient stop takes the ink's colour; its own alpha is kept and multiplied with
/// the ink's. Colours that told parts of a logo apart are gone then, so a logo meant for one ink must have been drawn
/// with gaps, not with white. Embedded images keep their colours.
pub fn parse(svg: &[u8], ink: Option<Color>) -> Result<Drawing, MediaError> {
    if svg.len() > MOST_BYTES {
        return Err(MediaError::TooComplex);
    }
    let text = std::str::from_utf8(svg).map_err(|_| MediaError::Damaged)?;
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let reading = thread.spawn_scoped(scope, || read(text, ink)).expect("the system can start a thread");
        reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

fn read(text: &str, ink: Option<Color>) -> Result<Drawing, MediaError> {
    let document = document(text)?;
    let asked = AtomicUsize::new(0);
    let tree = Tree::from_xmltree(&document, &embedded::options(&document, &asked)).map_err(|error| failure(&error))?;
    let mut reader = Reader::new(ink, tree.size().width().max(tree.size().height()));
    let items = reader.children(tree.root())?;
    reader.note_if(has_text(&document), Ignored::Text);
    reader.note_if(asked.into_inner() != reader.images, Ignored::Image);
    let size = Size::new(tree.size().width().into(), tree.size().height().into());
    Ok(Drawing { size, items: within(size, &tree, items), ignored: reader.ignored })
}

/// Whether the bytes could be an SVG: text that opens an `svg` element.
pub fn looks_like_svg(bytes: &[u8]) -> bool {
    let opening = &bytes[..bytes.len().min(4096)];
    let text = opening.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(opening).trim_ascii_start();
    text.starts_with(b"<") && opening.windows(4).any(|word| word == b"<svg")
}

fn document(text: &str) -> Result<Document<'_>, MediaError> {
    entities::check(text)?;
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document =
        Document::parse_with_options(text, options).map_err(|error| failure(&usvg::Error::ParsingFailed(error)))?;
    let too_deep = document.descendants().any(|node| node.ancestors().nth(DEEPEST).is_some());
    if too_deep {
        return Err(MediaError::TooComplex);
    }
    measure::check(&document)?;
    region::check(&document)?;
    Ok(document)
}

fn has_text(document: &Document<'_>) -> bool {
    let is_text = |name: &str| name == "text";
    let mut texts = document.descendants().filter(|node| node.is_element() && is_text(node.tag_name().name()));
    texts.any(|text| text.descendants().any(|node| node.text().is_some_and(|words| !words.trim().is_empty())))
}

/// `items`, cut at the edges of the drawing when something reaches past them, as any viewer would.
fn within(size: Size, tree: &Tree, items: Vec<Item>) -> Vec<Item> {
    let reach = tree.root().abs_stroke_bounding_box();
    let page = Rect::from_origin_size((0.0, 0.0), size);
    let reach = Rect::new(reach.left().into(), reach.top().into(), reach.right().into(), reach.bottom().into());
    let overlap = page.inflate(HAIR, HAIR).intersect(reach);
    if items.is_empty() || overlap == reach {
        return items;
    }
    vec![Item::Group(Group::clipped(kurbo::Shape::to_path(&page, HAIR), items))]
}

/// A distance too small to see, in the drawing's units.
const HAIR: f64 = 0.01;

fn failure(error: &usvg::Error) -> MediaError {
    use usvg::{Error, roxmltree::Error as XmlError};
    match error {
        Error::ElementsLimitReached | Error::ParsingFailed(XmlError::NodesLimitReached) => MediaError::TooComplex,
        Error::ParsingFailed(XmlError::UnexpectedEndOfStream) => MediaError::Truncated,
        Error::InvalidSize => MediaError::NoSize,
        _ => MediaError::Damaged,
    }
}
