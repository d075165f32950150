//! What is printed: lines for people, one JSON value for programs.
#![expect(clippy::print_stdout, reason = "printing is what a command line does")]

use std::process::ExitCode;

use planche_app::{
    export::{Outcome, Written},
    finding::{Finding, Severity},
    wire::Problem,
};
use serde_json::{Value, json};

use crate::words;

/// One `error:` line and one `hint:` line.
pub fn problem(problem: &Problem) {
    let (error, hint) = words::of_problem(problem);
    eprintln!("error: {error}\nhint: {hint}");
}

/// Help and version as they are; a wrong argument as one `error:` line and one `hint:` line.
pub fn usage(error: &clap::Error, command: &str) -> ExitCode {
    if !error.use_stderr() {
        print!("{error}");
        return ExitCode::SUCCESS;
    }
    let text = error.to_string();
    eprintln!("{}\nhint: see `{command} --help`", text.lines().next().unwrap_or_default());
    ExitCode::from(2)
}

/// A line for each file on standard output; findings and problems on standard error.
pub fn lines(outcome: &Outcome) -> ExitCode {
    for file in &outcome.files {
        println!("{}", file.path.display());
    }
    for finding in &outcome.findings {
        eprintln!("{}: {}", severity(finding), words::of_finding(finding));
    }
    close(outcome)
}

/// One JSON value on standard output; problems on standard error.
pub fn json(outcome: &Outcome, seconds: f64) -> ExitCode {
    let value = json!({
        "files": outcome.files.iter().map(file).collect::<Vec<_>>(),
        "findings": outcome.findings.iter().map(finding).collect::<Vec<_>>(),
        "seconds": seconds,
    });
    println!("{value}");
    close(outcome)
}

/// What `--json` says of a file.
pub fn file(file: &Written) -> Value {
    json!({
        "path": file.path, "format": file.format, "page": file.page,
        "width": file.width, "height": file.height, "bytes": file.bytes,
    })
}

/// What `--json` says of a finding.
pub fn finding(finding: &Finding) -> Value {
    json!({
        "code": finding.code, "severity": finding.severity, "place": finding.place,
        "parameters": finding.parameters, "fix": finding.fix.is_some(),
    })
}

fn close(outcome: &Outcome) -> ExitCode {
    outcome.problems.iter().for_each(problem);
    let blocked = outcome.findings.iter().any(|finding| finding.severity == Severity::Block);
    if blocked || !outcome.problems.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// How grave it is, in a word.
pub fn severity(finding: &Finding) -> &'static str {
    match finding.severity {
        Severity::Block => "block",
        Severity::Review => "review",
        Severity::Info => "info",
    }
}
