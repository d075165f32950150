//! `planche` on the command line: the studio's use cases without a window.
//!
//! Exit codes: 0 done, 1 done with blocking findings or files missing, 2 bad input or usage. Errors are one line
//! `error: …` and one line `hint: …` on standard error.

mod render;
mod report;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

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
}

fn main() -> ExitCode {
    let Arguments { command } = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return report::usage(&error),
    };
    let done = match command {
        Command::Render(arguments) => render::run(arguments),
    };
    done.unwrap_or_else(|problem| {
        report::problem(&problem);
        ExitCode::from(2)
    })
}
