//! An outline and a charter in, files out: no library, no window.

use std::{path::PathBuf, sync::Arc, sync::atomic::AtomicBool};

use chrono::NaiveDate;
use planche_library::files;
use planche_model::{BrandId, Charter, Document, DocumentId, Finding, Format, FormatId, outline};
use uuid::Uuid;

use crate::{
    Engine,
    export::{Export, Observer, Outcome},
    kit,
    pictures::{Folder, PictureStore},
    wire::{ExportAs, Problem},
};

/// What to render.
#[derive(Clone, Debug)]
pub struct Request {
    /// The charter's JSON; the files it names are beside it.
    pub charter: PathBuf,
    /// The outline's text.
    pub outline: String,
    /// What the paths of its pictures start from.
    pub pictures: PathBuf,
    /// The formats, in order; the first leads.
    pub formats: Vec<String>,
    /// What image formats are written as.
    pub file_type: ExportAs,
    /// Pixels for each pixel of the format.
    pub scale: f64,
    /// Where the files go.
    pub folder: PathBuf,
    /// The day the files say they were made, `YYYY-MM-DD`; none when absent.
    pub date: Option<String>,
    /// How many threads work.
    pub threads: usize,
}

/// A charter or an outline larger than this is a mistake.
const LARGEST_TEXT: u64 = 16 << 20;

/// Renders every page in every format.
///
/// # Errors
/// What was asked cannot be understood: nothing was written then. What goes wrong with a page or a file is in the
/// [`Outcome`], and the others are written.
pub fn render(engine: &Engine, request: Request, observer: &dyn Observer) -> Result<Outcome, Problem> {
    let date = request.date.as_deref().map(date).transpose()?;
    let charter = read_charter(&request.charter)?;
    let formats = formats(engine, &request.formats)?;
    let (document, mut findings) = document(&request.outline, &formats)?;
    // The outline's own findings already say what it does not know, with the line.
    findings.extend(
        document.findings(&engine.assets.formats).into_iter().filter(|finding| finding.code != "outline-unknown"),
    );
    let beside = request.charter.parent().map(PathBuf::from).unwrap_or_default();
    let brand = kit::build(charter, &engine.assets, |name| Ok(files::read(&beside.join(name), LARGEST_TEXT)?))?;
    files::create_folder(&request.folder)?;
    let pages: Vec<_> = document.pages().iter().map(|page| page.id).collect();
    let export = Export {
        document,
        brand,
        pictures: Arc::new(PictureStore::new(Folder(request.pictures))),
        choices: formats.into_iter().map(|format| (format, pages.clone())).collect(),
        file_type: request.file_type,
        scale: request.scale,
        folder: request.folder,
        date,
        threads: request.threads,
    };
    let mut outcome = export.run(engine, observer, &AtomicBool::new(false));
    findings.append(&mut outcome.findings);
    Ok(Outcome { findings, ..outcome })
}

fn date(text: &str) -> Result<NaiveDate, Problem> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| Problem::new("badDate").with("date", text))
}

/// A text file, read whole.
pub fn read_text(path: &std::path::Path) -> Result<String, Problem> {
    let bytes = files::read(path, LARGEST_TEXT)?;
    String::from_utf8(bytes).map_err(|_| Problem::new("notText").with("path", path.display()))
}

fn read_charter(path: &std::path::Path) -> Result<Charter, Problem> {
    Charter::parse(&read_text(path)?).map_err(|error| Problem::from(error).with("path", path.display()))
}

fn formats(engine: &Engine, ids: &[String]) -> Result<Vec<Format>, Problem> {
    let known = &engine.assets.formats;
    let unknown = |id: &String| {
        Problem::new("unknownFormat").with("format", id).with("known", list(known.iter().map(|format| &format.id)))
    };
    ids.iter().map(|id| known.get(&FormatId(id.clone())).cloned().ok_or_else(|| unknown(id))).collect()
}

fn list<'a>(ids: impl Iterator<Item = &'a FormatId>) -> String {
    ids.map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The document an outline describes. Its ids are counted, so that the same text gives the same files.
fn document(text: &str, formats: &[Format]) -> Result<(Document, Vec<Finding>), Problem> {
    let parsed = outline::parse(text);
    if parsed.pages.is_empty() {
        return Err(Problem::new("emptyOutline"));
    }
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let names: Vec<FormatId> = formats.iter().map(|format| format.id.clone()).collect();
    let Some(master) = names.first().cloned() else { return Err(Problem::new("noFormat")) };
    let findings = parsed.findings.clone();
    let document = outline::build(parsed, DocumentId(Uuid::nil()), BrandId(Uuid::nil()), master, names, &mut ids);
    Ok((document, findings))
}
