//! `planche` on the command line: the studio's use cases without a window.
//!
//! Exit codes: 0 done, 1 done with blocking findings or files missing, 2 bad input or usage, 130 stopped by Ctrl-C. Errors
//! are one line `error: …` and one line `hint: …` on standard error.

mod brand;
mod bulk;
mod library;
mod photo;
mod render;

mod interrupt;
mod pages;
mod progress;
mod report;
mod spool;
mod words;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

/// The content studio for community managers, on the command line.
#[derive(Parser)]
#[command(name = "planche", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Turn an outline into files: every page in every format.
    Render(render::Arguments),
    /// Turn an outline with `{{columns}}` and a table into files: a folder for every row.
    Bulk(bulk::Arguments),
    /// Bring files into a library, find them, keep them safe.
    Library(library::Arguments),
    /// Take a brand along in one file, and bring one in.
    #[command(subcommand)]
    Brand(brand::Command),
    /// Work on photographs, without an outline.
    #[command(subcommand)]
    Photo(photo::Command),
}

fn main() -> ExitCode {
    let Arguments { command } = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return report::usage(&error, &asked()),
    };
    let done = match command {
        Command::Render(arguments) => render::run(arguments),
        Command::Bulk(arguments) => bulk::run(&arguments),
        Command::Library(arguments) => library::run(arguments),
        Command::Brand(command) => brand::run(command),
        Command::Photo(command) => photo::run(command),
    };
    done.unwrap_or_else(|problem| {
        report::problem(&problem);
        ExitCode::from(2)
    })
}

/// The program with the command that was asked for, if there is one of that name.
fn asked() -> String {
    let mut command = Arguments::command();
    let mut asked = "planche".to_owned();
    for name in std::env::args().skip(1) {
        let Some(inner) = command.find_subcommand(&name).cloned() else { break };
        asked = format!("{asked} {name}");
        command = inner;
    }
    asked
}
