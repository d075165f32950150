use std::{
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use csv::{Writer, WriterBuilder};
use planche_app::{
    bulk::{Made, RowState},
    finding::Severity,
    wire::Problem,
};
use tempfile::{Builder, NamedTempFile};

use crate::words;

/// The batch as a table for people: a line a row, to be opened in a spreadsheet.
///
/// It is filled beside its place and takes it at the end, so that a report is never half of one.
pub struct Sheet {
    path: PathBuf,
    rows: Writer<BufWriter<NamedTempFile>>,
}

/// Without it, spreadsheets take UTF-8 for something older.
const BYTE_ORDER_MARK: &str = "\u{feff}";
const HEADER: [&str; 8] = ["row", "line", "folder", "state", "files", "shrunk", "does not fit", "notes"];

impl Sheet {
    /// A report that will be at `path`, and is filled in a file of `scratch`.
    pub fn new(path: &Path, scratch: &Path) -> Result<Self, Problem> {
        let failed = |error: &dyn std::error::Error| not_written(path, error);
        let mut file = BufWriter::new(unfinished(scratch).map_err(|error| failed(&error))?);
        file.write_all(BYTE_ORDER_MARK.as_bytes()).map_err(|error| failed(&error))?;
        let mut sheet = Self { path: path.to_owned(), rows: WriterBuilder::new().delimiter(b';').from_writer(file) };
        sheet.write(HEADER.map(str::to_owned))?;
        Ok(sheet)
    }

    /// Adds a row.
    pub fn add(&mut self, made: &Made) -> Result<(), Problem> {
        let folder = made.folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let out = made.folder.parent().unwrap_or(Path::new(""));
        let files = made.files.iter().map(|file| {
            let path = file.path.strip_prefix(out).unwrap_or(&file.path);
            path.display().to_string().replace('\\', "/")
        });
        let shrunk = made.shrunk.iter().map(|text| {
            let share = (text.share * 100.0).round();
            format!("page {}, {}: {share} % of its size: {}", text.page, text.format, beginning(&text.words))
        });
        let (overflowing, others): (Vec<_>, Vec<_>) =
            made.findings.iter().partition(|finding| finding.code == OVERFLOW);
        let problems = made.problems.iter().map(|problem| words::of_problem(problem).0);
        let findings = others.iter().filter(|finding| finding.severity > Severity::Info);
        let notes = problems.chain(findings.map(|finding| words::of_finding(finding)));
        self.write([
            made.number.to_string(),
            made.line.to_string(),
            folder,
            state(made.state).to_owned(),
            lines(files),
            lines(shrunk),
            lines(overflowing.into_iter().map(words::place)),
            lines(notes),
        ])
    }

    /// Puts the report in its place.
    pub fn keep(self) -> Result<(), Problem> {
        let Self { path, rows } = self;
        let failed = |error: &dyn std::error::Error| not_written(&path, error);
        let file = rows.into_inner().map_err(|error| failed(error.error()))?;
        let file = file.into_inner().map_err(|error| failed(error.error()))?;
        file.as_file().sync_all().map_err(|error| failed(&error))?;
        file.persist(&path).map(|_: File| ()).map_err(|refused| failed(&refused.error))
    }

    fn write(&mut self, cells: [String; 8]) -> Result<(), Problem> {
        let path = &self.path;
        self.rows.write_record(cells.map(harmless)).map_err(|error| not_written(path, &error))
    }
}

/// What a text that does not fit is called.
pub const OVERFLOW: &str = "text-overflow";

/// How a row stands, in words.
pub fn state(state: RowState) -> &'static str {
    match state {
        RowState::Pending => "not done",
        RowState::Made => "made",
        RowState::Unchanged => "unchanged",
        RowState::Failed => "failed",
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// Enough of a text to know it by.
fn beginning(words: &str) -> String {
    const LETTERS: usize = 40;
    match words.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

/// The cell, so that no spreadsheet takes it for a formula (OWASP, "CSV injection").
fn harmless(cell: String) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{cell}") } else { cell }
}

fn unfinished(folder: &Path) -> std::io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    #[cfg(unix)]
    {
        // The default hides the file from everybody else; a report is an ordinary file, as the umask wants it.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn not_written(path: &Path, error: &dyn std::error::Error) -> Problem {
    Problem::new("reportNotWritten").with("path", path.display()).with("detail", error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        let check = |cell: &str, expected: &str| assert_eq!(harmless(cell.to_owned()), expected);
        check("Bol", "Bol");
        check("", "");
        check("=1+1", "'=1+1");
        check("+33 1", "'+33 1");
        check("-5 %", "'-5 %");
        check("@marée", "'@marée");
        check("\t=1", "'\t=1");
        check("a=b", "a=b");
    }
}
