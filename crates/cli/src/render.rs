use std::{process::ExitCode, time::Instant};

use clap::Args;
use planche_app::{
    render::{Request, render},
    wire::Problem,
};

use crate::{pages::Pages, report};

/// What `planche render` is told.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    pages: Pages,
}

/// Renders, reports, and tells how it went.
pub fn run(Arguments { pages }: Arguments) -> Result<ExitCode, Problem> {
    let started = Instant::now();
    let engine = pages.engine()?;
    let request = Request {
        style: pages.style(),
        outline: pages.read_outline()?,
        pictures: pages.beside_outline(),
        folder: pages.out.clone(),
        threads: pages.threads(),
    };
    let outcome = render(&engine, request, &())?;
    let seconds = started.elapsed().as_secs_f64();
    Ok(if pages.json { report::json(&outcome, seconds) } else { report::lines(&outcome) })
}
