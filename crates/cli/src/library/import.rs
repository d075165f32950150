use std::{
    io::{IsTerminal, stderr},
    path::PathBuf,
    process::ExitCode,
    time::Instant,
};

use clap::Args;
use planche_app::{
    Studio,
    wire::{BrandCard, ImportJob, JobState, NewBrand, Nothing, Problem, StartImport},
};
use serde_json::json;
use uuid::Uuid;

use super::{Where, clerk::Clerk};
use crate::report;

/// What `planche library import` is told.
#[derive(Args)]
pub struct Arguments {
    /// Files and folders.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    library: Where,
    /// Whose they will be: a brand's name. The only one when absent; made when the library has none.
    #[arg(long, value_name = "NAME")]
    brand: Option<String>,
}

/// The brand that a library without one is given, for its files to be somebody's.
const FIRST: &str = "Planche";

/// Brings the files in, reports, and tells how it went.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    let started = Instant::now();
    let (studio, clerk) = arguments.library.open()?;
    let brand = match studio.overview(Nothing {})?.brands.is_empty() {
        true => first(&studio, arguments.brand.as_deref())?,
        false => chosen(&studio, arguments.brand.as_deref())?,
    };
    let paths = arguments.paths.iter().map(|path| path.display().to_string()).collect();
    studio.start_import(StartImport { brand, paths })?;
    let job = watched(&clerk)?;
    let done = tell(&job, started.elapsed().as_secs_f64(), arguments.library.json);
    studio.close()?;
    Ok(done)
}

/// The brand of that name, or the only one.
///
/// # Errors
/// `whichBrand` when there are several, or none of that name.
pub fn chosen(studio: &Studio, name: Option<&str>) -> Result<Uuid, Problem> {
    let brands = studio.overview(Nothing {})?.brands;
    let found = match name {
        Some(name) => brands.iter().find(|brand| brand.name.to_lowercase() == name.to_lowercase()),
        None => brands.first().filter(|_| brands.len() == 1),
    };
    found.map(|brand| brand.id).ok_or_else(|| which(&brands))
}

fn which(brands: &[BrandCard]) -> Problem {
    let names: Vec<&str> = brands.iter().map(|brand| brand.name.as_str()).collect();
    Problem::new("whichBrand").with("names", names.join(", "))
}

fn first(studio: &Studio, name: Option<&str>) -> Result<Uuid, Problem> {
    let pair = studio.overview(Nothing {})?.font_pairs.into_iter().next().ok_or_else(|| Problem::new("notFound"))?;
    let plain = NewBrand {
        name: name.unwrap_or(FIRST).to_owned(),
        tagline: String::new(),
        primary: "#171716".to_owned(),
        secondary: "#e9e9e7".to_owned(),
        logo: None,
        font_pair: pair.id,
    };
    Ok(studio.create_brand(plain)?.id)
}

/// What is told until it ends; a line that moves on is for people who look.
fn watched(clerk: &Clerk) -> Result<ImportJob, Problem> {
    let shown = stderr().is_terminal();
    while let Some(job) = clerk.next() {
        if job.state != JobState::Running {
            if shown {
                eprintln!();
            }
            return Ok(job);
        }
        if shown {
            let left = job.seconds_left.map(|left| format!(", {left} s left")).unwrap_or_default();
            eprint!("\r{} of {} files{left}   ", job.done, job.total);
        }
    }
    Err(Problem::new("internal").with("detail", "the import ended without a word"))
}

fn tell(job: &ImportJob, seconds: f64, as_json: bool) -> ExitCode {
    if as_json {
        let failed: Vec<_> = job
            .failed
            .iter()
            .map(|problem| json!({ "path": problem.parameters.get("path"), "code": problem.code }))
            .collect();
        println!("{}", json!({ "imported": job.imported, "merged": job.merged, "failed": failed, "seconds": seconds }));
    } else {
        println!("{} imported, {} there already, {} failed", job.imported, job.merged, job.failed.len());
    }
    job.failed.iter().for_each(report::problem);
    if job.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) }
}
