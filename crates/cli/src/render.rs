use std::{
    io::Read,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::Instant,
};

use clap::Args;
use planche_app::{
    Assets, Engine, assets,
    render::{Request, read_text, render},
    wire::{ExportAs, Problem},
};

use crate::report;

/// What `planche render` is told.
#[derive(Args)]
pub struct Arguments {
    /// The charter: a JSON file; the files it names are beside it.
    #[arg(long, value_name = "C.json")]
    charter: PathBuf,
    /// The outline: a Markdown file, or `-` for standard input. Paths of pictures start from its folder.
    #[arg(long, value_name = "PLAN.md")]
    outline: PathBuf,
    /// The formats, separated by commas, for example `ig_carousel_4_5,ig_story`.
    #[arg(long, value_delimiter = ',', required = true, value_name = "ID,…")]
    format: Vec<String>,
    /// Where the files go: a folder for each format is made there.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// What image formats are written as; document formats are always a PDF.
    #[arg(long = "as", value_parser = file_type, default_value = "png", value_name = "png|jpeg|webp|pdf|svg")]
    file_type: ExportAs,
    /// Pixels for each pixel of the format, 0.1 to 4.
    #[arg(long, default_value_t = 1.0, value_parser = scale)]
    scale: f64,
    /// How many threads work; as many as the machine has when absent.
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// The day the files say they were made, for example 2026-12-01; none when absent, so that bytes never change.
    #[arg(long, value_name = "YYYY-MM-DD")]
    seed_date: Option<String>,
    /// Print one JSON value instead of one line a file.
    #[arg(long)]
    json: bool,
}

/// Renders, reports, and tells how it went.
pub fn run(arguments: Arguments) -> Result<ExitCode, Problem> {
    let started = Instant::now();
    let Arguments { json, .. } = arguments;
    let engine = Engine::new(Arc::new(Assets::load(&assets::find()?)?));
    let outcome = render(&engine, request(arguments)?, &())?;
    let seconds = started.elapsed().as_secs_f64();
    Ok(if json { report::json(&outcome, seconds) } else { report::lines(&outcome) })
}

fn request(arguments: Arguments) -> Result<Request, Problem> {
    let threads = arguments.jobs.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from)).max(1);
    Ok(Request {
        outline: outline(&arguments.outline)?,
        pictures: folder_of(&arguments.outline),
        charter: arguments.charter,
        formats: arguments.format,
        file_type: arguments.file_type,
        scale: arguments.scale,
        folder: arguments.out,
        date: arguments.seed_date,
        threads,
    })
}

fn outline(path: &Path) -> Result<String, Problem> {
    if path != Path::new("-") {
        return read_text(path);
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).map_err(|_| Problem::new("notText").with("path", "-"))?;
    Ok(text)
}

/// The folder that pictures are looked for in; the current one for standard input.
fn folder_of(path: &Path) -> PathBuf {
    path.parent().map(Path::to_owned).unwrap_or_default()
}

fn file_type(name: &str) -> Result<ExportAs, String> {
    Ok(match name {
        "png" => ExportAs::Png,
        "jpeg" => ExportAs::Jpeg,
        "webp" => ExportAs::Webp,
        "svg" => ExportAs::Svg,
        "pdf" => ExportAs::Pdf,
        _ => return Err("png, jpeg, webp, pdf and svg are the types there are".to_owned()),
    })
}

fn scale(text: &str) -> Result<f64, String> {
    let scale = text.parse::<f64>().map_err(|_| "this is no number".to_owned())?;
    if (0.1..=4.0).contains(&scale) { Ok(scale) } else { Err("the scale is between 0.1 and 4".to_owned()) }
}
