//! An outline and a charter in, files out: no library, no window.

use std::{
    cell::RefCell,
    path::PathBuf,
    sync::{Arc, atomic::AtomicBool},
};

use chrono::NaiveDate;
use planche_layout::BrandKit;
use planche_library::files;
use planche_model::{
    BrandId, Charter, Document, DocumentId, Finding, Format, FormatId,
    outline::{self, Outline},
};
use planche_prose::Checker;
use uuid::Uuid;

use crate::{
    Engine, checks,
    export::{Export, Observer, Outcome},
    kit,
    pictures::{Folder, PictureStore},
    wire::{ExportAs, Problem},
};

/// What to render.
#[derive(Clone, Debug)]
pub struct Request {
    /// How the pages are made.
    pub style: Style,
    /// The outline's text.
    pub outline: String,
    /// What the paths of its pictures start from.
    pub pictures: PathBuf,
    /// Where the files go.
    pub folder: PathBuf,
    /// How many threads work.
    pub threads: usize,
}

/// How pages are made, whatever they say.
#[derive(Clone, Debug)]
pub struct Style {
    /// The charter's JSON; the files it names are beside it.
    pub charter: PathBuf,
    /// The formats, in order; the first leads.
    pub formats: Vec<String>,
    /// What image formats are written as.
    pub file_type: ExportAs,
    /// Pixels for each pixel of the format.
    pub scale: f64,
    /// The day the files say they were made, `YYYY-MM-DD`; none when absent.
    pub date: Option<String>,
}

/// A charter or an outline larger than this is a mistake.
const LARGEST_TEXT: u64 = 16 << 20;

/// Renders every page in every format.
///
/// # Errors
/// What was asked cannot be understood: nothing was written then. What goes wrong with a page or a file is in the
/// [`Outcome`], and the others are written.
pub fn render(engine: &Engine, request: Request, observer: &dyn Observer) -> Result<Outcome, Problem> {
    let press = Press::new(engine, &request.style)?;
    let parsed = outline::parse(&request.outline);
    let mut findings = parsed.findings.clone();
    let document = press.document(parsed)?;
    findings.extend(press.findings(&document, engine));
    files::create_folder(&request.folder)?;
    let pictures = Arc::new(PictureStore::new(Folder(request.pictures)));
    let export = press.export(engine, document, pictures, request.folder, request.threads);
    let mut outcome = export.run(engine, observer, &AtomicBool::new(false));
    findings.append(&mut outcome.findings);
    Ok(Outcome { findings, ..outcome })
}

/// A style, read: all there is to make files of an outline, but the outline.
pub(crate) struct Press {
    brand: BrandKit,
    checker: Checker,
    formats: Vec<Format>,
    file_type: ExportAs,
    scale: f64,
    date: Option<NaiveDate>,
    /// Tells this style from any other: the charter and the files it names, the formats, the options, the studio's
    /// version. The family comes with the document (see [`Press::dressed`]).
    pub made_of: blake3::Hasher,
}

impl Press {
    /// Reads the charter and what it names.
    ///
    /// # Errors
    /// The style cannot be understood.
    pub fn new(engine: &Engine, style: &Style) -> Result<Self, Problem> {
        let date = style.date.as_deref().map(date).transpose()?;
        let text = read_text(&style.charter)?;
        let charter =
            Charter::parse(&text).map_err(|error| Problem::from(error).with("path", style.charter.display()))?;
        let checker = Checker::new(&charter);
        let formats = formats(engine, &style.formats)?;
        let mut made_of = blake3::Hasher::new();
        for part in
            [env!("CARGO_PKG_VERSION"), &text, &format!("{formats:?} {:?} {} {date:?}", style.file_type, style.scale)]
        {
            made_of.update(blake3::hash(part.as_bytes()).as_bytes());
        }
        let beside = style.charter.parent().map(PathBuf::from).unwrap_or_default();
        let drawings = RefCell::new(made_of);
        let brand = kit::build(charter, &engine.assets, |name| {
            let bytes = files::read(&beside.join(name), LARGEST_TEXT)?;
            drawings.borrow_mut().update(blake3::hash(&bytes).as_bytes());
            Ok(bytes)
        })?;
        let made_of = drawings.into_inner();
        Ok(Self { brand, checker, formats, file_type: style.file_type, scale: style.scale, date, made_of })
    }

    /// The document an outline describes. Its ids are counted, so that the same text gives the same files.
    ///
    /// # Errors
    /// The outline has no page, or the style no format.
    pub fn document(&self, outline: Outline) -> Result<Document, Problem> {
        if outline.pages.is_empty() {
            return Err(Problem::new("emptyOutline"));
        }
        let mut last = 0;
        let mut ids = || {
            last += 1;
            Uuid::from_u128(last)
        };
        let names: Vec<FormatId> = self.formats.iter().map(|format| format.id.clone()).collect();
        let Some(master) = names.first().cloned() else { return Err(Problem::new("noFormat")) };
        Ok(outline::build(outline, DocumentId(Uuid::nil()), BrandId(Uuid::nil()), master, names, &mut ids))
    }

    /// What there is to say of a document before it is composed. What its outline does not know, the outline's own
    /// findings say, with the line.
    pub fn findings(&self, document: &Document, engine: &Engine) -> Vec<Finding> {
        let formats = &engine.assets.formats;
        let findings = document.findings(formats).into_iter().filter(|finding| finding.code != "outline-unknown");
        let graded = findings.filter_map(|finding| self.brand.charter.graded(finding));
        let words = checks::editorial(document, &self.brand.charter, &self.checker, formats);
        graded.chain(words).chain(checks::template(document, &engine.assets.families)).collect()
    }

    /// The brand in the family that a document is set in.
    pub fn dressed(&self, document: &Document, engine: &Engine) -> BrandKit {
        let mut brand = self.brand.clone();
        kit::dress(&mut brand, document, &engine.assets.families);
        brand
    }

    /// Every page of a document in every format.
    pub fn export(
        &self,
        engine: &Engine,
        document: Document,
        pictures: Arc<PictureStore>,
        folder: PathBuf,
        threads: usize,
    ) -> Export {
        let pages: Vec<_> = document.pages().iter().map(|page| page.id).collect();
        Export {
            brand: self.dressed(&document, engine),
            document,
            pictures,
            choices: self.formats.iter().map(|format| (format.clone(), pages.clone())).collect(),
            file_type: self.file_type,
            scale: self.scale,
            folder,
            date: self.date,
            threads,
        }
    }
}

fn date(text: &str) -> Result<NaiveDate, Problem> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| Problem::new("badDate").with("date", text))
}

/// A text file, read whole.
pub fn read_text(path: &std::path::Path) -> Result<String, Problem> {
    let bytes = files::read(path, LARGEST_TEXT)?;
    String::from_utf8(bytes).map_err(|_| Problem::new("notText").with("path", path.display()))
}

/// The formats of these names, in order.
pub(crate) fn formats(engine: &Engine, ids: &[String]) -> Result<Vec<Format>, Problem> {
    let known = &engine.assets.formats;
    let unknown = |id: &String| {
        Problem::new("unknownFormat").with("format", id).with("known", list(known.iter().map(|format| &format.id)))
    };
    ids.iter().map(|id| known.get(&FormatId(id.clone())).cloned().ok_or_else(|| unknown(id))).collect()
}

fn list<'a>(ids: impl Iterator<Item = &'a FormatId>) -> String {
    ids.map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
