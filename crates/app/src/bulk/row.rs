use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use planche_library::files;
use planche_model::{Content, Document, outline::Outline};
use unicode_normalization::UnicodeNormalization;

use super::{
    Made, RowState,
    ledger::{Entry, Ledger},
    table::{self, Row},
    template::Template,
};
use crate::{Engine, export::Outcome, pictures::PictureStore, render::Press, wire::Problem};

/// What every row is made with.
pub(super) struct Workshop<'a> {
    pub engine: &'a Engine,
    pub press: &'a Press,
    pub template: &'a Template,
    pub pictures: Arc<PictureStore>,
    pub ledger: &'a Ledger,
    pub columns: usize,
    pub beside_table: &'a Path,
    pub beside_outline: &'a Path,
    /// Tells apart everything that is the same for all rows.
    pub common: blake3::Hasher,
    /// Raised when no other row is to be begun.
    pub stop: &'a AtomicBool,
    /// Raised when there is no point in going on: the disk takes no more, for example.
    pub over: AtomicBool,
}

impl Workshop<'_> {
    /// Makes the row's folder, unless it is there already or the batch is over.
    pub fn make(&self, Row { number, line, values }: Row, name: &str) -> Made {
        let row = Made { number, line, folder: self.ledger.place(name), ..Made::default() };
        let values = match values {
            Ok(values) => self.template.values(&values),
            Err(fault) => return row.failed(vec![table::problem_of(fault, self.columns)]),
        };
        let outline = located(self.template.fill(&values, self.beside_table, self.beside_outline));
        let document = self.press.document(outline);
        let keyed = document.and_then(|document| Ok((self.key(&values, &document)?, document)));
        let (key, document) = match keyed {
            Ok(keyed) => keyed,
            Err(problem) => return row.failed(vec![problem]),
        };
        if let Some(entry) = self.ledger.complete(name, &key) {
            return row.with(RowState::Unchanged, entry);
        }
        if self.stop.load(Ordering::Relaxed) || self.over.load(Ordering::Relaxed) {
            return row;
        }
        match self.export(document, name, key) {
            Ok(entry) => row.with(RowState::Made, entry),
            Err(problems) => {
                let full =
                    problems.iter().any(|problem| matches!(problem.code.as_str(), "diskFull" | "folderNotWritable"));
                self.over.fetch_or(full, Ordering::Relaxed);
                row.failed(problems)
            }
        }
    }

    /// Names everything the row's files depend on.
    fn key(&self, values: &[String], document: &Document) -> Result<String, Problem> {
        let mut key = self.common.clone();
        for value in values {
            key.update(&(value.len() as u64).to_le_bytes());
            key.update(value.as_bytes());
        }
        for source in pictures(document) {
            key.update(format!("{source:?} {:?}", files::stamp(Path::new(source))).as_bytes());
        }
        let family = self.press.dressed(document, self.engine).family;
        key.update(self.engine.assets.families.made_of(family.name())?.as_bytes());
        Ok(key.finalize().to_string())
    }

    fn export(&self, document: Document, name: &str, key: String) -> Result<Entry, Vec<Problem>> {
        let alone = |problem: Problem| vec![problem];
        let draft = self.ledger.draft(name).map_err(alone)?;
        let mut findings = self.press.findings(&document, self.engine);
        let export = self.press.export(self.engine, document, self.pictures.clone(), draft.clone(), 1);
        // A row that was begun is finished: only whole rows are kept.
        let Outcome { files, shrunk, findings: found, problems } =
            export.run(self.engine, &(), &AtomicBool::new(false));
        if !problems.is_empty() {
            let place = self.ledger.place(name);
            let mut problems: Vec<Problem> =
                problems.into_iter().map(|problem| in_place(problem, &draft, &place)).collect();
            problems.extend(self.ledger.discard(name).err());
            return Err(problems);
        }
        findings.extend(found);
        let files = files.into_iter().map(|file| file.moved(&draft, Path::new(""))).collect();
        let entry = Entry { key, files, shrunk, findings };
        self.ledger.keep(name, &entry).map_err(alone)?;
        Ok(entry)
    }
}

/// A problem as it is told of a row: what happened to its draft happened to its place, and its pictures may be beside
/// the table.
fn in_place(mut problem: Problem, draft: &Path, place: &Path) -> Problem {
    if let Some(path) = problem.parameters.get_mut("path")
        && let Ok(inside) = Path::new(path.as_str()).strip_prefix(draft)
    {
        *path = place.join(inside).display().to_string();
    }
    if problem.code == "missingFile" { problem.with("beside", "table") } else { problem }
}

fn pictures(document: &Document) -> impl Iterator<Item = &str> {
    let nodes = document.pages().into_iter().flat_map(|page| document.nodes(page.id));
    nodes.filter_map(|node| match &node.content {
        Content::Picture { source, .. } => Some(source.as_str()),
        _ => None,
    })
}

/// The outline with its pictures' names spelled as the disk does: a table from a Mac writes `é` in two characters.
fn located(mut outline: Outline) -> Outline {
    for block in outline.pages.iter_mut().flat_map(|page| &mut page.blocks) {
        if let Content::Picture { source, .. } = block {
            let spellings = [source.clone(), source.nfc().collect(), source.nfd().collect()];
            let there = spellings.into_iter().find(|source| files::stamp(Path::new(source)).is_some());
            *source = there.unwrap_or_else(|| source.clone());
        }
    }
    outline
}
