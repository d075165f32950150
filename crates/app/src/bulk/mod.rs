//! A table and an outline with `{{columns}}` in, a folder of files a row out.
//!
//! Rows are read, made and told one by one, so that a table may be of any length. A row's folder is there whole or not
//! at all, and a second run makes only what is missing or has changed.

mod table;

mod delimiter;
mod encoding;
mod record;

mod column;
mod placeholder;
mod template;
mod value;

mod ledger;
mod row;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use planche_model::Finding;

use self::{
    ledger::{Entry, Ledger},
    row::Workshop,
    template::Template,
};
use crate::{
    Engine,
    export::{Shrunk, Written},
    folder_name::FolderNames,
    ordered::work_in_order,
    pictures::{Folder, PictureStore},
    render::{Press, Style},
    wire::Problem,
};

pub use table::Table;

/// What to make of a table.
#[derive(Clone, Debug)]
pub struct Request {
    /// How the pages are made.
    pub style: Style,
    /// The outline's text.
    pub outline: String,
    /// What the paths of its own pictures start from. Those of pictures that a row names start from the table's folder.
    pub beside_outline: PathBuf,
    /// The table.
    pub table: PathBuf,
    /// What the table is written in (a label of the WHATWG's Encoding Standard); guessed when absent.
    pub encoding: Option<String>,
    /// What stands between its cells; guessed when absent.
    pub delimiter: Option<char>,
    /// The column that folders are named by; they are numbered when absent.
    pub name_by: Option<String>,
    /// Where the folders go.
    pub folder: PathBuf,
    /// How many rows are made at once.
    pub threads: usize,
}

/// What a batch is going to be.
#[derive(Debug)]
pub struct Plan<'a> {
    /// How the table is written.
    pub table: &'a Table,
    /// How many rows it has.
    pub rows: usize,
    /// What is not understood of the outline, whatever the row.
    pub findings: &'a [Finding],
    /// A folder on the disk of the others for what is being written; the next run empties it.
    pub scratch: &'a Path,
}

/// What became of a row.
#[derive(Debug, Default)]
pub struct Made {
    /// Its place among the rows, from 1.
    pub number: usize,
    /// Its first line in the table, from 1.
    pub line: usize,
    /// Where its files are, or would be.
    pub folder: PathBuf,
    /// How it stands.
    pub state: RowState,
    /// Its files; none unless all are there.
    pub files: Vec<Written>,
    /// The texts that had too little room.
    pub shrunk: Vec<Shrunk>,
    /// What a person should know of its pages.
    pub findings: Vec<Finding>,
    /// Why it was not made.
    pub problems: Vec<Problem>,
}

/// How a row stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowState {
    /// The batch ended before it.
    #[default]
    Pending,
    /// Made in this run.
    Made,
    /// As an earlier run made it.
    Unchanged,
    /// It cannot be made.
    Failed,
}

/// Is told of a batch as it goes.
pub trait Watcher {
    /// Before the first row. An error ends the batch.
    fn begun(&mut self, plan: &Plan<'_>) -> Result<(), Problem>;

    /// Each row, in the table's order. An error ends the batch.
    fn row(&mut self, made: Made) -> Result<(), Problem>;
}

/// Makes the folder of every row, and tells the watcher. When `stop` is raised, the rows in hand are finished and the
/// others left for another run.
///
/// # Errors
/// What was asked cannot be understood, or the table breaks off. What goes wrong with a row is told of that row.
pub fn bulk(engine: &Engine, request: &Request, watcher: &mut dyn Watcher, stop: &AtomicBool) -> Result<(), Problem> {
    let press = Press::new(engine, &request.style)?;
    let table = Table::open(&request.table, request.encoding.as_deref(), request.delimiter)?;
    let at_table = |problem: Problem| problem.with("table", request.table.display());
    let template = Template::read(&request.outline, table.header()).map_err(at_table)?;
    let called = request.name_by.as_deref().map(|name| column::find(table.header(), name)).transpose();
    let called = called.map_err(at_table)?;
    let rows = table.count()?;
    if rows == 0 {
        return Err(Problem::new("noRows").with("path", request.table.display()));
    }
    let ledger = Ledger::open(&request.folder)?;
    let mut common = press.made_of.clone();
    common.update(blake3::hash(request.outline.as_bytes()).as_bytes());
    common.update(engine.assets.typefaces_made_of()?.as_bytes());
    watcher.begun(&Plan { table: &table, rows, findings: template.findings(), scratch: &ledger.drafts() })?;
    let workshop = Workshop {
        engine,
        press: &press,
        template: &template,
        pictures: Arc::new(PictureStore::new(Folder(PathBuf::new()))),
        ledger: &ledger,
        columns: table.header().len(),
        beside_table: request.table.parent().unwrap_or(Path::new("")),
        beside_outline: &request.beside_outline,
        common,
        stop,
        over: AtomicBool::new(false),
    };
    make_all(&workshop, &table, FolderNames::new(rows, &[REPORT]), called, request.threads, watcher)
}

/// What hosts write beside the rows' folders.
pub const REPORT: &str = "report.csv";

fn make_all(
    workshop: &Workshop<'_>,
    table: &Table,
    mut names: FolderNames,
    called: Option<usize>,
    threads: usize,
    watcher: &mut dyn Watcher,
) -> Result<(), Problem> {
    let mut broken_off = None;
    let named = table.rows()?.map(|row| {
        row.map(|row| {
            let called = called.and_then(|at| row.values.as_ref().ok()?.get(at));
            let name = names.name(row.number, called.map(String::as_str));
            (row, name)
        })
    });
    work_in_order(
        named,
        threads,
        |named| named.map(|(row, name)| workshop.make(row, &name)),
        |made| {
            if broken_off.is_none() {
                broken_off = made.and_then(|made| watcher.row(made)).err();
                workshop.over.fetch_or(broken_off.is_some(), Ordering::Relaxed);
            }
        },
    );
    broken_off.map_or(Ok(()), Err)
}

impl Made {
    fn failed(self, problems: Vec<Problem>) -> Self {
        Self { state: RowState::Failed, problems, ..self }
    }

    fn with(self, state: RowState, Entry { files, shrunk, findings, .. }: Entry) -> Self {
        let files = files.into_iter().map(|file| file.moved(Path::new(""), &self.folder)).collect();
        Self { state, files, shrunk, findings, ..self }
    }
}
