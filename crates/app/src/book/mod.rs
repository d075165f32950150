//! The brand book: a charter as a PDF, in the brand's own typefaces, colours and shapes.
//!
//! Every page is a scene, made of what the charter says and nothing else: what it does not say has no page. The book's
//! own words are labels, in French or in English (`assets/book`). All measures are in u of a page 1920 u wide.

mod colophon;
mod colors;
mod contrast;
mod cover;
mod desk;
mod facts;
mod flow;
mod grid;
mod hashtags;
mod inks;
mod labels;
mod line;
mod logo;
mod networks;
mod photographs;
mod shapes;
mod sheet;
mod sizes;
mod text;
mod tints;
mod typefaces;
mod uses;
mod voice;
mod words;
mod writing;

use chrono::{Datelike, NaiveDate};
use planche_layout::{BrandKit, Pictures, Typesetter};
use planche_model::{Document, Finding, Severity};
use planche_render::pdf::{self, PdfMetadata, PdfPage};
use planche_scene::Scene;

use self::{desk::Desk, labels::Labels, sheet::Sheet};
use crate::{Engine, wire::Problem};

/// What a book says beside the charter.
#[derive(Clone, Copy)]
pub struct Edition<'a> {
    /// The number of the charter's version; none when it was never put in force.
    pub number: Option<u32>,
    /// The day the book is made.
    pub date: NaiveDate,
    /// Where the pages come from that show the charter in use.
    pub documents: &'a [Document],
    /// Where the photographs of these documents are.
    pub pictures: &'a dyn Pictures,
}

/// How wide a page is, in CSS px: as wide as an A4 sheet on its side.
const WIDTH: u32 = 1123;

/// The charter of a brand as a PDF: tagged, with real text, the same bytes for the same edition.
///
/// # Errors
/// A typeface may not be carried in a PDF, the labels that ship are not there, or a page cannot be written.
pub fn book(engine: &Engine, kit: &BrandKit, edition: Edition<'_>) -> Result<Vec<u8>, Problem> {
    check_licences(kit)?;
    let scenes = pages(engine, kit, edition)?;
    let pages: Vec<PdfPage<'_>> = scenes.iter().map(|scene| PdfPage { scene, width_px: WIDTH }).collect();
    Ok(pdf::render(&pages, &metadata(engine, kit, edition.date)?)?.bytes)
}

/// The pages of a brand's book, ready to draw.
///
/// # Errors
/// The labels that ship are not there.
pub fn pages(engine: &Engine, kit: &BrandKit, edition: Edition<'_>) -> Result<Vec<Scene>, Problem> {
    let labels = Labels::read(&engine.assets, &kit.charter.language)?;
    let mut desk = Desk::new(kit, labels, Typesetter::new(&engine.assets.fonts));
    let sheets = sheets(&mut desk, engine, edition);
    Ok(sheets.into_iter().enumerate().map(|(at, sheet)| sheet.finish(&mut desk, at + 1)).collect())
}

fn sheets(desk: &mut Desk<'_>, engine: &Engine, edition: Edition<'_>) -> Vec<Sheet> {
    let mut sheets = vec![cover::sheet(desk, edition)];
    sheets.extend(colors::sheets(desk));
    sheets.extend(tints::sheets(desk));
    sheets.extend(contrast::sheets(desk));
    sheets.extend(typefaces::sheets(desk, &engine.assets));
    sheets.push(sizes::sheet(desk, edition.documents));
    sheets.extend(logo::sheets(desk));
    sheets.extend(shapes::sheets(desk, edition));
    sheets.extend(photographs::sheets(desk, edition));
    sheets.extend(uses::sheets(desk, engine, edition));
    sheets.extend(voice::sheets(desk));
    sheets.extend(words::sheets(desk));
    sheets.extend(writing::sheets(desk));
    sheets.extend(hashtags::sheets(desk));
    sheets.extend(networks::sheets(desk));
    sheets.extend(line::sheets(desk));
    sheets.push(colophon::sheet(desk, &engine.assets, edition));
    sheets
}

fn metadata(engine: &Engine, kit: &BrandKit, date: NaiveDate) -> Result<PdfMetadata, Problem> {
    let charter = &kit.charter;
    let label = Labels::read(&engine.assets, &charter.language)?;
    Ok(PdfMetadata {
        title: format!("{} — {}", charter.name, label.say("charter")),
        language: charter.language.clone(),
        author: Some(charter.name.clone()),
        creator: "Planche".to_owned(),
        date: Some((date.year() as u16, date.month() as u8, date.day() as u8)),
    })
}

/// A book carries the letters of the brand's own typefaces: none that their licences forbid to carry.
fn check_licences(kit: &BrandKit) -> Result<(), Problem> {
    let forbidden = kit.embedding.iter().find(|finding| finding.severity == Severity::Block);
    let refusal = |finding: &Finding| {
        let problem = Problem::new("fontEmbeddingRestricted").with("path", &kit.charter.name);
        finding.parameters.iter().fold(problem, |problem, (name, value)| problem.with(name, value))
    };
    forbidden.map_or(Ok(()), |finding| Err(refusal(finding)))
}
