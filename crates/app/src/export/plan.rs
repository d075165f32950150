use std::path::PathBuf;

use planche_model::{Document, Format, PageId};

use super::name;
use crate::wire::ExportAs;

/// A file to write.
#[derive(Clone, Debug)]
pub struct Planned {
    /// From the export's folder.
    pub path: PathBuf,
    /// Its format.
    pub format: Format,
    /// What it is written as.
    pub file_type: ExportAs,
    /// The pages it holds, with their numbers from 1.
    pub pages: Vec<(usize, PageId)>,
}

/// The files an export comes to, in order.
pub fn plan(
    document: &Document,
    choices: &[(Format, Vec<PageId>)],
    file_type: ExportAs,
    language: &str,
) -> Vec<Planned> {
    choices.iter().flat_map(|(format, chosen)| plan_format(document, format, chosen, file_type, language)).collect()
}

fn plan_format(
    document: &Document,
    format: &Format,
    chosen: &[PageId],
    file_type: ExportAs,
    language: &str,
) -> Vec<Planned> {
    let all = document.pages();
    let pages: Vec<(usize, PageId)> =
        all.iter().zip(1..).map(|(page, number)| (number, page.id)).filter(|(_, page)| chosen.contains(page)).collect();
    let folder = PathBuf::from(&format.id.0);
    if pages.is_empty() {
        return Vec::new();
    }
    if format.document || file_type == ExportAs::Pdf {
        let path = folder.join(format!("{}.pdf", name::slug(&super::title(document))));
        return vec![Planned { path, format: format.clone(), file_type: ExportAs::Pdf, pages }];
    }
    let file = |(number, page): (usize, PageId)| {
        let name = name::page(number, all.len(), document.layout(page), language, extension(file_type));
        Planned { path: folder.join(name), format: format.clone(), file_type, pages: vec![(number, page)] }
    };
    pages.into_iter().map(file).collect()
}

const fn extension(file_type: ExportAs) -> &'static str {
    match file_type {
        ExportAs::Png => "png",
        ExportAs::Jpeg => "jpg",
        ExportAs::Webp => "webp",
        ExportAs::Svg => "svg",
        ExportAs::Pdf => "pdf",
    }
}
