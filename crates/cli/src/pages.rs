use std::{
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use planche_app::{
    Assets, Engine, assets,
    render::{Style, read_text},
    wire::{ExportAs, Problem},
};

/// What every command that makes pages is told.
#[derive(Args)]
pub struct Pages {
    /// The charter: a JSON file; the files it names are beside it.
    #[arg(long, value_name = "C.json")]
    charter: PathBuf,
    /// The outline: a Markdown file, or `-` for standard input. Paths of pictures start from its folder.
    #[arg(long, value_name = "PLAN.md")]
    outline: PathBuf,
    /// The formats, separated by commas, for example `ig_carousel_4_5,ig_story`.
    #[arg(long, value_delimiter = ',', required = true, value_name = "ID,…")]
    format: Vec<String>,
    /// Your own formats: a JSON file whose entries correct ours or come after them (`assets/platforms/README.md`).
    #[arg(long, value_name = "FORMATS.json")]
    formats_file: Option<PathBuf>,
    /// Where the files go: a folder is made there for each format, or for each row of a table.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
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
    pub json: bool,
}

impl Pages {
    /// An engine with the assets of this program and the person's own formats.
    pub fn engine(&self) -> Result<Engine, Problem> {
        engine(self.formats_file.as_deref())
    }

    /// How the pages are made.
    pub fn style(&self) -> Style {
        Style {
            charter: self.charter.clone(),
            formats: self.format.clone(),
            file_type: self.file_type,
            scale: self.scale,
            date: self.seed_date.clone(),
        }
    }

    /// The outline's text.
    pub fn read_outline(&self) -> Result<String, Problem> {
        if self.outline != Path::new("-") {
            return read_text(&self.outline);
        }
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(|_| Problem::new("notText").with("path", "-"))?;
        Ok(text)
    }

    /// The folder that pictures are looked for in; the current one for standard input.
    pub fn beside_outline(&self) -> PathBuf {
        self.outline.parent().map(Path::to_owned).unwrap_or_default()
    }

    /// How many threads work.
    pub fn threads(&self) -> usize {
        threads(self.jobs)
    }
}

/// An engine with the assets of this program and the person's own formats.
pub fn engine(formats_file: Option<&Path>) -> Result<Engine, Problem> {
    let assets = Assets::load(&assets::find()?)?;
    let assets = match formats_file {
        Some(path) => assets.with_formats(path)?,
        None => assets,
    };
    Ok(Engine::new(Arc::new(assets)))
}

/// How many threads work: as many as asked for, else as the machine has.
pub fn threads(jobs: Option<usize>) -> usize {
    jobs.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from)).max(1)
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
