#![expect(clippy::print_stdout, reason = "printing is what a command line does")]

use std::{
    io::{self, Write, stdout},
    path::PathBuf,
    process::ExitCode,
    sync::atomic::Ordering,
    time::Instant,
};

use clap::{Args, Subcommand};
use planche_app::{
    finding::Severity,
    fit::{Keep, Made, PhotoType, Request, Watcher, fit},
    wire::Problem,
};

use crate::{interrupt, pages, progress::Progress, report, spool::Spool, words};

/// What is done to photographs.
#[derive(Subcommand)]
pub enum Command {
    /// Cut each photograph to each format: a folder for every format.
    Fit(Fit),
}

/// What `planche photo fit` is told.
#[derive(Args)]
pub struct Fit {
    /// The photographs, and folders of them.
    #[arg(required = true, value_name = "IN")]
    inputs: Vec<PathBuf>,
    /// The formats, separated by commas, for example `ig_carousel_4_5,ig_story`.
    #[arg(long, value_delimiter = ',', required = true, value_name = "ID,…")]
    format: Vec<String>,
    /// Your own formats: a JSON file whose entries correct ours or come after them (`assets/platforms/README.md`).
    #[arg(long, value_name = "FORMATS.json")]
    formats_file: Option<PathBuf>,
    /// Where the files go: a folder is made there for each format.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// How many bytes a file may weigh, where the network takes more or does not say.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    max_bytes: Option<u64>,
    /// The point that stays in every format, from the top left, each between 0 and 1; the middle when absent.
    #[arg(long, value_name = "X,Y", value_parser = focus, default_value = "0.5,0.5")]
    focal: [f64; 2],
    /// What the files are written as.
    #[arg(long = "as", value_parser = photo_type, default_value = "jpeg", value_name = "jpeg|png|webp")]
    file_type: PhotoType,
    /// The finest quality of a JPEG, 1 to 100; it is lowered where a limit of bytes asks for it.
    #[arg(long, value_name = "Q", default_value_t = 90, value_parser = clap::value_parser!(u8).range(1..=100))]
    quality: u8,
    /// What the files say of what the photograph, or an `.xmp` beside it, says: `credit` (author, credit line, copyright
    /// notice, source) and `alt` (the alternative text). Nothing when absent; never the place, dates or serial numbers.
    #[arg(long, value_delimiter = ',', value_parser = keep, value_name = "credit,alt")]
    keep: Vec<Keep>,
    /// How many threads work; as many as the machine has when absent.
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// Print one JSON value instead of one line a file.
    #[arg(long)]
    json: bool,
}

/// Does it, reports, and tells how it went.
pub fn run(Command::Fit(arguments): Command) -> Result<ExitCode, Problem> {
    let engine = pages::engine(arguments.formats_file.as_deref())?;
    let request = Request {
        inputs: arguments.inputs,
        formats: arguments.format,
        folder: arguments.out,
        file_type: arguments.file_type,
        quality: arguments.quality,
        max_bytes: arguments.max_bytes,
        focus: arguments.focal,
        keep: arguments.keep,
        threads: pages::threads(arguments.jobs),
    };
    let stop = interrupt::flag("photographs")?;
    let mut watch = Watch::new(arguments.json).map_err(|error| not_spooled(&error))?;
    fit(&engine, &request, &mut watch, &stop)?;
    let tally = watch.close().map_err(|error| not_spooled(&error))?;
    Ok(if tally.pending > 0 && stop.load(Ordering::Relaxed) {
        ExitCode::from(interrupt::INTERRUPTED)
    } else if tally.failed || tally.blocked {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

/// Prints a batch as it goes.
struct Watch {
    started: Instant,
    progress: Option<Progress>,
    tally: Tally,
    json: Option<Json>,
}

#[derive(Clone, Copy, Default)]
struct Tally {
    /// Whether a file is missing.
    failed: bool,
    /// Whether something that was made cannot go out as it is.
    blocked: bool,
    /// How many photographs were not begun.
    pending: usize,
}

/// What `--json` prints in the end.
struct Json {
    files: Spool,
    findings: Spool,
}

impl Watch {
    fn new(json: bool) -> io::Result<Self> {
        let json = json.then(Json::new).transpose()?;
        Ok(Self { started: Instant::now(), progress: None, tally: Tally::default(), json })
    }

    fn close(self) -> io::Result<Tally> {
        let Self { started, progress, tally, json } = self;
        if let Some(progress) = progress {
            progress.clear();
        }
        if let Some(json) = json {
            json.print(started.elapsed().as_secs_f64())?;
        }
        if tally.pending > 0 {
            eprintln!("{} photographs were not begun", tally.pending);
        }
        Ok(tally)
    }
}

impl Watcher for Watch {
    fn begun(&mut self, photographs: usize) -> Result<(), Problem> {
        self.progress = Some(Progress::new(photographs, "photographs"));
        Ok(())
    }

    fn photograph(&mut self, made: Made) -> Result<(), Problem> {
        self.tally.count(&made);
        let progress = self.progress.as_mut().expect("a batch begins before its photographs");
        progress.clear();
        match &mut self.json {
            Some(json) => json.add(&made).map_err(|error| not_spooled(&error))?,
            None => print(&made),
        }
        made.problems.iter().for_each(report::problem);
        progress.count(!made.pending);
        Ok(())
    }
}

impl Tally {
    fn count(&mut self, made: &Made) {
        self.pending += usize::from(made.pending);
        self.failed |= !made.problems.is_empty();
        self.blocked |= made.findings.iter().any(|finding| finding.severity == Severity::Block);
    }
}

impl Json {
    fn new() -> io::Result<Self> {
        Ok(Self { files: Spool::new()?, findings: Spool::new()? })
    }

    fn add(&mut self, made: &Made) -> io::Result<()> {
        made.files.iter().try_for_each(|file| self.files.push(&report::file(file)))?;
        made.findings.iter().try_for_each(|finding| self.findings.push(&report::finding(finding)))
    }

    fn print(self, seconds: f64) -> io::Result<()> {
        let mut out = stdout().lock();
        write!(out, "{{\"files\":")?;
        self.files.write_to(&mut out)?;
        write!(out, ",\"findings\":")?;
        self.findings.write_to(&mut out)?;
        writeln!(out, ",\"seconds\":{seconds}}}")
    }
}

/// A line for each file on standard output, a line for each finding on standard error.
fn print(made: &Made) {
    for file in &made.files {
        println!("{}", file.path.display());
    }
    for finding in &made.findings {
        eprintln!("{}: {}", report::severity(finding), words::of_finding(finding));
    }
}

fn not_spooled(error: &io::Error) -> Problem {
    Problem::new("internal").with("detail", error)
}

fn focus(text: &str) -> Result<[f64; 2], String> {
    let share = |text: &str| text.trim().parse().ok().filter(|share| (0.0..=1.0).contains(share));
    let point = text.split_once(',').and_then(|(x, y)| Some([share(x)?, share(y)?]));
    point.ok_or_else(|| "two numbers between 0 and 1, for example 0.5,0.3".to_owned())
}

fn photo_type(name: &str) -> Result<PhotoType, String> {
    match name {
        "jpeg" => Ok(PhotoType::Jpeg),
        "png" => Ok(PhotoType::Png),
        "webp" => Ok(PhotoType::Webp),
        _ => Err("jpeg, png and webp are the types there are".to_owned()),
    }
}

fn keep(word: &str) -> Result<Keep, String> {
    match word {
        "credit" => Ok(Keep::Credit),
        "alt" => Ok(Keep::Alt),
        _ => Err("credit and alt are what can be kept".to_owned()),
    }
}
