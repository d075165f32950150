//! Scenes as the pages of one PDF: real text, tagged for people who listen to it.
//!
//! The file declares PDF/UA-1 when nothing stands in the way. What does is reported next to the file, which then is
//! tagged all the same. Nothing in it depends on the day: equal pages give equal bytes.

mod effect;
mod image;
mod link;
mod mark;
mod page;
mod paint;
mod shape;
mod text;
mod words;

use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder, ValidationError},
    destination::XyzDestination,
    error::KrillaError,
    geom::Point,
    metadata::{DateTime, Metadata},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    tagging::{Node, Tag, TagGroup, TagTree},
};
use planche_scene::Scene;

use crate::RenderError;

use self::page::{Embedded, Heading, PageWriter};

/// CSS pixels are 1/96 inch and points 1/72.
const POINTS_PER_PIXEL: f64 = 0.75;

/// One page of a PDF.
#[derive(Clone, Copy, Debug)]
pub struct PdfPage<'a> {
    /// What to draw.
    pub scene: &'a Scene,
    /// How wide the page is, in CSS pixels (1/96 inch); its height follows from its proportions.
    pub width_px: u32,
}

/// What a PDF says of itself.
#[derive(Clone, Debug, Default)]
pub struct PdfMetadata {
    /// The document's title; without one the file cannot declare PDF/UA-1.
    pub title: String,
    /// The language of the text, as a BCP 47 tag.
    pub language: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// The program that made it.
    pub creator: String,
    /// The day it says it was made, as year, month and day; without one its bytes never change.
    pub date: Option<(u16, u8, u8)>,
}

/// A PDF, and what keeps it from being accessible to the letter.
#[derive(Clone, Debug)]
pub struct PdfFile {
    /// The file.
    pub bytes: Vec<u8>,
    /// Why the file does not declare PDF/UA-1; empty when it does.
    pub barriers: Vec<Barrier>,
}

/// A reason why a PDF is not accessible to the letter of PDF/UA-1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// A font has no glyph for this text, so a box stands in for it.
    MissingGlyph(String),
    /// A glyph stands for no text.
    UnreadableGlyph,
    /// The text holds a character that means nothing to a reader.
    ForbiddenCharacter(char),
    /// A font's licence does not allow embedding.
    RestrictedFont,
    /// The document has no title.
    MissingTitle,
    /// A picture has no text to stand for it.
    MissingAlternative,
    /// Another rule, by its technical name.
    Other(String),
}

/// Writes one PDF of all `pages`, in order.
///
/// # Errors
/// A page has no area, a font or an image cannot be read, or a scene uses what PDF lacks: a way of compositing other than
/// over.
pub fn render(pages: &[PdfPage<'_>], metadata: &PdfMetadata) -> Result<PdfFile, RenderError> {
    let strict = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let strict = strict.expect("PDF/UA-1 needs nothing of the version that is the default");
    match write(pages, metadata, SerializeSettings { configuration: strict, ..settings() }) {
        Ok(bytes) => Ok(PdfFile { bytes, barriers: Vec::new() }),
        Err(Failure::Barriers(barriers)) => match write(pages, metadata, settings()) {
            Ok(bytes) => Ok(PdfFile { bytes, barriers }),
            Err(Failure::Barriers(_)) => unreachable!("nothing is validated without a validator"),
            Err(Failure::Render(error)) => Err(error),
        },
        Err(Failure::Render(error)) => Err(error),
    }
}

enum Failure {
    Render(RenderError),
    Barriers(Vec<Barrier>),
}

fn settings() -> SerializeSettings {
    SerializeSettings { enable_tagging: true, ..SerializeSettings::default() }
}

fn write(pages: &[PdfPage<'_>], metadata: &PdfMetadata, settings: SerializeSettings) -> Result<Vec<u8>, Failure> {
    let mut document = Document::new_with(settings);
    let (mut embedded, mut tags, mut outline) = (Embedded::default(), TagTree::new(), Outline::new());
    for (index, page) in pages.iter().enumerate() {
        let drawn = draw(&mut document, &mut embedded, page, index).map_err(Failure::Render)?;
        tags.push(TagGroup::with_children(Tag::Section, drawn.tags));
        bookmarks(drawn.headings, index).into_iter().for_each(|bookmark| outline.push_child(bookmark));
    }
    document.set_tag_tree(tags.with_lang(Some(metadata.language.clone())));
    document.set_outline(outline);
    document.set_metadata(describe(metadata));
    document.finish().map_err(explain)
}

struct Drawn {
    tags: Vec<Node>,
    headings: Vec<Heading>,
}

fn draw(
    document: &mut Document,
    embedded: &mut Embedded,
    page: &PdfPage<'_>,
    index: usize,
) -> Result<Drawn, RenderError> {
    let scale = page.scene.scale_for_width(page.width_px) * POINTS_PER_PIXEL;
    let size = page.scene.size * scale;
    let settings = PageSettings::from_wh(size.width as f32, size.height as f32);
    let settings = settings.ok_or(RenderError::Canvas { width: size.width, height: size.height })?;
    let mut page_of_document = document.start_page_with(settings);
    let area = size.to_rect();
    let mut writer = PageWriter::new(page_of_document.surface(), embedded, area, index);
    let nodes = writer.page(page.scene, scale)?;
    let (links, headings) = writer.finish();
    let links: Vec<_> = links.iter().map(|link| page_of_document.add_tagged_annotation(link.annotation())).collect();
    page_of_document.finish();
    Ok(Drawn { tags: mark::blocks(nodes, &links), headings })
}

/// An entry for each heading, or the page's number where there is none, so that every page can be reached.
fn bookmarks(headings: Vec<Heading>, page: usize) -> Vec<OutlineNode> {
    if headings.is_empty() {
        let top = XyzDestination::new(page, Point::from_xy(0.0, 0.0));
        return vec![OutlineNode::new((page + 1).to_string(), top)];
    }
    let entry = |heading: Heading| {
        OutlineNode::new(heading.text, XyzDestination::new(page, Point::from_xy(0.0, heading.top as f32)))
    };
    headings.into_iter().map(entry).collect()
}

fn describe(metadata: &PdfMetadata) -> Metadata {
    let described = Metadata::new()
        .title(metadata.title.clone())
        .language(metadata.language.clone())
        .authors(metadata.author.iter().cloned().collect())
        .creator(metadata.creator.clone());
    match metadata.date {
        Some((year, month, day)) => described.creation_date(DateTime::new(year).month(month).day(day)),
        None => described,
    }
}

fn explain(error: KrillaError) -> Failure {
    match error {
        KrillaError::Validation(errors) => {
            let mut barriers: Vec<_> = errors.into_iter().map(|(error, _)| Barrier::from(error)).collect();
            barriers.dedup();
            Failure::Barriers(barriers)
        }
        KrillaError::Font(_, message) => Failure::Render(RenderError::Font(message)),
        KrillaError::Image(_, _, message) => Failure::Render(RenderError::Image(message)),
        other => Failure::Render(RenderError::Encode(other.to_string())),
    }
}

impl From<ValidationError> for Barrier {
    fn from(error: ValidationError) -> Self {
        match error {
            ValidationError::ContainsNotDefGlyph(_, _, text) => Self::MissingGlyph(text),
            ValidationError::NoCodepointMapping(..) => Self::UnreadableGlyph,
            ValidationError::InvalidCodepointMapping(_, _, character, _) => Self::ForbiddenCharacter(character),
            ValidationError::RestrictedLicense(_) => Self::RestrictedFont,
            ValidationError::NoDocumentTitle => Self::MissingTitle,
            ValidationError::MissingAltText(_) => Self::MissingAlternative,
            other => Self::Other(format!("{other:?}")),
        }
    }
}
