use chrono::Datelike;
use planche_layout::{Composition, Job};
use planche_library::files;
use planche_model::{Content, Finding, Format, PageId, Place, Severity};
use planche_render::{
    encode::{self, Jpeg},
    pdf::{self, PdfMetadata, PdfPage},
    svg,
};

use super::{Export, Observer, Planned, Shrunk, Step, Written};
use crate::{
    checks::{self, Delivery},
    engine::Workbench,
    wire::{ExportAs, Problem},
};

/// Composes, encodes and writes one file; what is seen on the way goes into the step. A page whose picture cannot be
/// had is not written: it would go out wrong.
pub(super) fn write(
    export: &Export,
    file: &Planned,
    bench: &mut Workbench,
    observer: &dyn Observer,
    seen: &mut Step,
) -> Result<Written, Vec<Problem>> {
    let problems = missing_pictures(export, file);
    if !problems.is_empty() {
        return Err(problems);
    }
    if file.file_type == ExportAs::Pdf {
        check_licences(export, file, seen)?;
    }
    let mut composed = Vec::new();
    for (number, page) in &file.pages {
        let Composition { scene, findings, shrunk, .. } = compose(export, &file.format, *page, bench);
        let shrunk = shrunk.into_iter().map(|text| Shrunk {
            format: file.format.id.to_string(),
            page: *number,
            words: text.words,
            share: text.share,
        });
        seen.findings.extend(findings);
        seen.shrunk.extend(shrunk);
        composed.push(scene);
        observer.page_done(&file.format.id.0);
    }
    let width = (f64::from(file.format.width) * export.scale).round() as u32;
    let height = (f64::from(file.format.height) * export.scale).round() as u32;
    let place = place(file);
    let encoded = encode(export, file, &composed, bench, (width, height)).map_err(|problem| vec![problem])?;
    let Encoded { bytes, quality } = encoded;
    let limit = file.format.max_bytes.unwrap_or_default();
    seen.findings.extend(quality.and_then(|quality| checks::lowered(quality, encode::FINE, limit, &place)));
    let delivery = Delivery { format: &file.format, bytes: &bytes, scale: export.scale, place: &place };
    seen.findings.extend(checks::check(delivery));
    let path = export.folder.join(&file.path);
    files::create_folder(path.parent().unwrap_or(&export.folder)).map_err(|error| vec![error.into()])?;
    files::write(&path, &bytes).map_err(|error| vec![error.into()])?;
    Ok(Written {
        path,
        format: file.format.id.to_string(),
        page: (file.file_type != ExportAs::Pdf).then(|| file.pages[0].0),
        width,
        height,
        bytes: bytes.len() as u64,
        pages: file.pages.len() as u32,
    })
}

/// Nothing that a licence forbids is written, whatever the finding says of it.
fn check_licences(export: &Export, file: &Planned, seen: &mut Step) -> Result<(), Vec<Problem>> {
    let carried = checks::carried(&export.brand, &file.format);
    let forbidden = carried.iter().filter(|finding| finding.severity == Severity::Block);
    let refusal = |finding: &Finding| {
        let problem = Problem::new("fontEmbeddingRestricted").with("path", file.path.display());
        finding.parameters.iter().fold(problem, |problem, (name, value)| problem.with(name, value))
    };
    let problems: Vec<Problem> = forbidden.map(refusal).collect();
    seen.findings.extend(carried);
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Where a file's findings are: its page when it holds one.
fn place(file: &Planned) -> Place {
    let page = if let [page] = file.pages[..] { Some(page) } else { None };
    let (number, page) = page.unzip();
    Place { number, page, format: Some(file.format.id.clone()), ..Place::default() }
}

fn missing_pictures(export: &Export, file: &Planned) -> Vec<Problem> {
    let sources = file.pages.iter().flat_map(|(_, page)| sources(export, *page));
    sources.filter_map(|source| export.pictures.load(source).err()).collect()
}

/// What the pictures of a page name.
pub(super) fn sources(export: &Export, page: PageId) -> impl Iterator<Item = &String> {
    export.document.nodes(page).into_iter().filter_map(|node| match &node.content {
        Content::Picture { source, .. } => Some(source),
        _ => None,
    })
}

fn compose(export: &Export, format: &Format, page: PageId, bench: &mut Workbench) -> Composition {
    bench.compose(Job { document: &export.document, page, format, brand: &export.brand, pictures: &*export.pictures })
}

fn encode(
    export: &Export,
    file: &Planned,
    scenes: &[planche_scene::Scene],
    bench: &mut Workbench,
    (width, height): (u32, u32),
) -> Result<Encoded, Problem> {
    let title = export.title();
    let language = &export.brand.charter.language;
    let scene = &scenes[0];
    let bytes = match file.file_type {
        ExportAs::Jpeg => {
            let limit = file.format.max_bytes.unwrap_or(u64::MAX);
            let Jpeg { bytes, quality } = encode::jpeg_under(&bench.rasterizer.draw(scene, width)?, limit)?;
            return Ok(Encoded { bytes, quality: Some(quality) });
        }
        ExportAs::Png => encode::png(&bench.rasterizer.draw(scene, width)?, encode::PngEffort::Small),
        ExportAs::Webp => encode::webp(&bench.rasterizer.draw(scene, width)?)?,
        ExportAs::Svg => svg::render(scene, width, height, Some(&title), language)?.into_bytes(),
        ExportAs::Pdf => {
            let pages: Vec<PdfPage<'_>> = scenes.iter().map(|scene| PdfPage { scene, width_px: width }).collect();
            let metadata = PdfMetadata {
                title,
                language: language.clone(),
                author: Some(export.brand.charter.name.clone()),
                creator: "Planche".to_owned(),
                date: export.date.map(|date| (date.year() as u16, date.month() as u8, date.day() as u8)),
            };
            pdf::render(&pages, &metadata)?.bytes
        }
    };
    Ok(Encoded { bytes, quality: None })
}

/// A file, and at which quality when that could be lowered.
struct Encoded {
    bytes: Vec<u8>,
    quality: Option<u8>,
}
