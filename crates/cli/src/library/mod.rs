//! `planche library`: a library's files and its safety, without a window.
#![expect(clippy::print_stdout, reason = "printing is what a command line does")]

mod clerk;
mod import;
mod search;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use clap::{Args, Subcommand};
use planche_app::{
    Assets, Engine, Studio, assets,
    id::BrandId,
    studio::restore,
    wire::{Nothing, Problem},
};
use serde_json::json;

use self::clerk::Clerk;
pub use self::import::chosen;
use crate::report;

/// What `planche library` is told.
#[derive(Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Bring files and folders in; what is there already is not brought in twice.
    Import(import::Arguments),
    /// Find files by words.
    Search(search::Arguments),
    /// Write every file of a brand in a folder, with what was said of it beside it (XMP) and the signed documents of its
    /// agreements (`planche-accords`): leaving loses nothing.
    Export {
        /// The folder, made when it is not there. Nothing in it is written over.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Whose files; those of the only brand when absent.
        #[arg(long, value_name = "NAME")]
        brand: Option<String>,
        #[command(flatten)]
        library: Where,
    },
    /// Check that every file is there as it was.
    Verify(Where),
    /// Copy the library's database, in its own folder.
    Backup(Where),
    /// List the copies, the latest first.
    Backups(Where),
    /// Go back to a copy, even when the library cannot be opened any more.
    Restore {
        /// The copy, as `planche library backups` names it.
        name: String,
        #[command(flatten)]
        library: Where,
    },
}

/// Which library, and how it is told.
#[derive(Args)]
pub struct Where {
    /// The library's folder; made when it is not there.
    #[arg(long, value_name = "DIR")]
    library: PathBuf,
    /// Print one JSON value.
    #[arg(long)]
    pub json: bool,
}

/// Does it, and tells how it went.
pub fn run(Arguments { command }: Arguments) -> Result<ExitCode, Problem> {
    match command {
        Command::Import(arguments) => import::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Export { out, brand, library } => export(&out, brand.as_deref(), &library),
        Command::Verify(library) => verify(&library),
        Command::Backup(library) => backup(&library),
        Command::Backups(library) => backups(&library),
        Command::Restore { name, library } => {
            restore(&library.library, &name, clerk::now())?;
            if library.json {
                println!("{}", json!({ "restored": name }));
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

impl Where {
    /// The studio on that library, and who is told how it goes.
    pub fn open(&self) -> Result<(Studio, Arc<Clerk>), Problem> {
        let engine = Engine::new(Arc::new(Assets::load(&assets::find()?)?));
        let clerk = Arc::new(Clerk::default());
        Ok((Studio::open(&self.library, Arc::new(engine), clerk.clone())?, clerk))
    }
}

fn export(out: &Path, brand: Option<&str>, library: &Where) -> Result<ExitCode, Problem> {
    let studio = library.open()?.0;
    let brand = BrandId(import::chosen(&studio, brand)?);
    let left = studio.leave(brand, out)?;
    match library.json {
        true => println!("{}", json!({ "files": left.files, "failed": left.failed })),
        false => println!("{} files written, each with its sidecar", left.files),
    }
    left.failed.iter().for_each(report::problem);
    Ok(if left.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn verify(library: &Where) -> Result<ExitCode, Problem> {
    let report = library.open()?.0.verify(Nothing {})?;
    let sound = report.problems.is_empty();
    if library.json {
        let (assets, blobs, problems) = (report.assets, report.blobs, &report.problems);
        println!("{}", json!({ "ok": sound, "assets": assets, "blobs": blobs, "problems": problems }));
    } else {
        println!("{} files named, {} there", report.assets, report.blobs);
    }
    report.problems.iter().for_each(report::problem);
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn backup(library: &Where) -> Result<ExitCode, Problem> {
    let made = library.open()?.0.back_up(Nothing {})?;
    match library.json {
        true => println!("{}", json!(made)),
        false => println!("{}", made.name),
    }
    Ok(ExitCode::SUCCESS)
}

fn backups(library: &Where) -> Result<ExitCode, Problem> {
    let all = library.open()?.0.backups(Nothing {})?;
    match library.json {
        true => println!("{}", json!({ "backups": all })),
        false => all.iter().for_each(|backup| println!("{}", backup.name)),
    }
    Ok(ExitCode::SUCCESS)
}
