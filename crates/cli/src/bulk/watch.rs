#![expect(clippy::print_stdout, reason = "printing is what a command line does")]

use std::{
    io::{self, Write, stdout},
    path::{Path, PathBuf},
    time::Instant,
};

use planche_app::{
    bulk::{Made, Plan, REPORT, RowState, Watcher},
    finding::{Finding, Severity},
    wire::Problem,
};
use serde_json::{Value, json};

use super::sheet::{OVERFLOW, Sheet, state};
use crate::{progress::Progress, report, spool::Spool, words};

/// Prints a batch as it goes and keeps its report.
pub struct Watch {
    out: PathBuf,
    started: Instant,
    tally: Tally,
    begun: Option<(Sheet, Progress)>,
    json: Option<Json>,
}

/// How many rows stand how.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    made: usize,
    unchanged: usize,
    /// Rows that cannot be made.
    pub failed: usize,
    /// Rows left for another run.
    pub pending: usize,
    /// Whether something that was made cannot go out as it is.
    pub blocked: bool,
}

/// What `--json` prints in the end.
struct Json {
    table: Value,
    files: Spool,
    findings: Spool,
    rows: Spool,
}

impl Watch {
    /// Nothing yet.
    pub fn new(out: &Path, json: bool) -> Result<Self, Problem> {
        let json = json.then(Json::new).transpose().map_err(|error| not_spooled(&error))?;
        Ok(Self { out: out.to_owned(), started: Instant::now(), tally: Tally::default(), begun: None, json })
    }

    /// Puts the report in its place, prints what is left to print, and tells how many rows stand how.
    pub fn close(self, interrupted: bool) -> Result<Tally, Problem> {
        let Self { out, started, tally, begun, json } = self;
        if let Some((sheet, progress)) = begun {
            progress.clear();
            sheet.keep()?;
        }
        if let Some(json) = json {
            json.print(interrupted, started.elapsed().as_secs_f64()).map_err(|error| not_spooled(&error))?;
        }
        eprintln!("{}: see {}", tally.words(), out.join(REPORT).display());
        if tally.pending > 0 {
            eprintln!("run the same command again to go on: what is made is not made twice");
        }
        Ok(tally)
    }
}

impl Watcher for Watch {
    fn begun(&mut self, plan: &Plan<'_>) -> Result<(), Problem> {
        self.begun = Some((Sheet::new(&self.out.join(REPORT), plan.scratch)?, Progress::new(plan.rows, "rows")));
        let table = plan.table;
        match &mut self.json {
            Some(json) => {
                let delimiter = table.delimiter().to_string();
                json.table = json!({
                    "encoding": table.encoding(), "delimiter": delimiter, "columns": table.header(), "rows": plan.rows,
                });
                for finding in plan.findings {
                    json.findings
                        .push(&of_row(report::finding(finding), Value::Null))
                        .map_err(|error| not_spooled(&error))?;
                }
            }
            None => plan.findings.iter().for_each(|finding| tell(finding, "")),
        }
        Ok(())
    }

    fn row(&mut self, made: Made) -> Result<(), Problem> {
        self.tally.count(&made);
        let (sheet, progress) = self.begun.as_mut().expect("a batch begins before its rows");
        sheet.add(&made)?;
        progress.clear();
        match &mut self.json {
            Some(json) => json.add(&made).map_err(|error| not_spooled(&error))?,
            None => print(&made),
        }
        tell_problems(&made);
        progress.count(made.state == RowState::Made);
        Ok(())
    }
}

impl Tally {
    fn count(&mut self, made: &Made) {
        *match made.state {
            RowState::Made => &mut self.made,
            RowState::Unchanged => &mut self.unchanged,
            RowState::Failed => &mut self.failed,
            RowState::Pending => &mut self.pending,
        } += 1;
        self.blocked |= made.findings.iter().any(|finding| finding.severity == Severity::Block);
    }

    /// `3 rows made, 1 failed`; what is nothing is not told, but for the rows made.
    fn words(self) -> String {
        let others = [(self.unchanged, "unchanged"), (self.failed, "failed"), (self.pending, "not done")];
        let others = others.into_iter().filter(|(count, _)| *count > 0);
        let others: String = others.map(|(count, word)| format!(", {count} {word}")).collect();
        format!("{} {} made{others}", self.made, if self.made == 1 { "row" } else { "rows" })
    }
}

impl Json {
    fn new() -> io::Result<Self> {
        Ok(Self { table: Value::Null, files: Spool::new()?, findings: Spool::new()?, rows: Spool::new()? })
    }

    fn add(&mut self, made: &Made) -> io::Result<()> {
        let number = Value::from(made.number);
        for file in &made.files {
            self.files.push(&of_row(report::file(file), number.clone()))?;
        }
        for finding in &made.findings {
            self.findings.push(&of_row(report::finding(finding), number.clone()))?;
        }
        let overflowing = made.findings.iter().filter(|finding| finding.code == OVERFLOW);
        self.rows.push(&json!({
            "row": made.number, "line": made.line, "folder": made.folder, "state": state(made.state),
            "shrunk": made.shrunk,
            "overflowing": overflowing.map(|finding| json!({
                "format": finding.place.format, "page": finding.place.number,
            })).collect::<Vec<_>>(),
            "problems": made.problems,
        }))
    }

    fn print(self, interrupted: bool, seconds: f64) -> io::Result<()> {
        let mut out = stdout().lock();
        write!(out, "{{\"files\":")?;
        self.files.write_to(&mut out)?;
        write!(out, ",\"findings\":")?;
        self.findings.write_to(&mut out)?;
        write!(out, ",\"rows\":")?;
        self.rows.write_to(&mut out)?;
        writeln!(out, ",\"table\":{},\"interrupted\":{interrupted},\"seconds\":{seconds}}}", self.table)
    }
}

/// A line for each file on standard output, a line for each finding on standard error.
fn print(made: &Made) {
    for file in &made.files {
        println!("{}", file.path.display());
    }
    made.findings.iter().for_each(|finding| tell(finding, &format!("row {}: ", made.number)));
}

fn tell(finding: &Finding, row: &str) {
    eprintln!("{}: {row}{}", report::severity(finding), words::of_finding(finding));
}

fn tell_problems(made: &Made) {
    for problem in &made.problems {
        let (error, hint) = words::of_problem(problem);
        eprintln!("error: row {}, line {}: {error}\nhint: {hint}", made.number, made.line);
    }
}

fn of_row(mut value: Value, row: Value) -> Value {
    value["row"] = row;
    value
}

fn not_spooled(error: &io::Error) -> Problem {
    Problem::new("internal").with("detail", error)
}
