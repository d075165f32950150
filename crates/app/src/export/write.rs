use std::sync::{Mutex, PoisonError};

use chrono::Datelike;
use planche_layout::{Composition, Job};
use planche_library::files;
use planche_model::{Content, Finding, Format, PageId};
use planche_render::{
    RenderError, encode,
    pdf::{self, PdfMetadata, PdfPage},
    svg,
};

use super::{Export, Observer, Planned, Written};
use crate::{
    engine::Workbench,
    wire::{ExportAs, Problem},
};

/// The quality at which coloured text shows no fringes; used when the network states no limit.
const JPEG_QUALITY: u8 = 92;

/// Composes, encodes and writes one file. A page whose picture cannot be had is not written: it would go out wrong.
pub(super) fn write(
    export: &Export,
    file: &Planned,
    bench: &mut Workbench,
    observer: &dyn Observer,
    findings: &Mutex<Vec<Finding>>,
) -> Result<Written, Vec<Problem>> {
    let problems = missing_pictures(export, file);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut composed = Vec::new();
    for (_, page) in &file.pages {
        let Composition { scene, findings: found } = compose(export, &file.format, *page, bench);
        findings.lock().unwrap_or_else(PoisonError::into_inner).extend(found);
        composed.push(scene);
        observer.page_done(&file.format.id.0);
    }
    let width = (f64::from(file.format.width) * export.scale).round() as u32;
    let height = (f64::from(file.format.height) * export.scale).round() as u32;
    let bytes = encode(export, file, &composed, bench, (width, height)).map_err(|problem| vec![problem])?;
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

fn missing_pictures(export: &Export, file: &Planned) -> Vec<Problem> {
    let nodes = file.pages.iter().flat_map(|(_, page)| export.document.nodes(*page));
    let sources = nodes.filter_map(|node| match &node.content {
        Content::Picture { source, .. } => Some(source),
        _ => None,
    });
    sources.filter_map(|source| export.pictures.load(source).err()).collect()
}

fn compose(export: &Export, format: &Format, page: PageId, bench: &mut Workbench) -> Composition {
    bench.compositor.compose(Job {
        document: &export.document,
        page,
        format,
        brand: &export.brand,
        pictures: &*export.pictures,
    })
}

fn encode(
    export: &Export,
    file: &Planned,
    scenes: &[planche_scene::Scene],
    bench: &mut Workbench,
    (width, height): (u32, u32),
) -> Result<Vec<u8>, Problem> {
    let title = export.title();
    let language = &export.brand.charter.language;
    let scene = &scenes[0];
    Ok(match file.file_type {
        ExportAs::Png => encode::png(&bench.rasterizer.draw(scene, width)?, encode::PngEffort::Small),
        ExportAs::Jpeg => jpeg(&bench.rasterizer.draw(scene, width)?, file.format.max_bytes)?,
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
    })
}

fn jpeg(pixels: &planche_render::Pixels, limit: Option<u64>) -> Result<Vec<u8>, RenderError> {
    let fine = encode::jpeg(pixels, JPEG_QUALITY)?;
    match limit {
        Some(limit) if fine.len() as u64 > limit => {
            encode::jpeg_under(pixels, usize::try_from(limit).unwrap_or(usize::MAX))
        }
        _ => Ok(fine),
    }
}
