//! `planche brand`: a brand as one file, out of a library and into another.
#![expect(clippy::print_stdout, reason = "printing is what a command line does")]

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Subcommand;
use planche_app::wire::{ExportBrand, ImportBrand, Nothing, Problem};
use serde_json::json;

use crate::library::{Where, chosen};

/// What is done with brands.
#[derive(Subcommand)]
pub enum Command {
    /// List the brands of a library.
    List(Where),
    /// Write a brand as one `.planche` file: its charters, files, documents and agreements.
    Export {
        /// Which: its name. The only one when absent.
        #[arg(long, value_name = "NAME")]
        brand: Option<String>,
        /// The folder, made when it is not there. Nothing in it is written over.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Leave out the files and documents.
        #[arg(long)]
        charter_only: bool,
        #[command(flatten)]
        library: Where,
    },
    /// Make a brand of a `.planche` file: all of it or nothing.
    Import {
        /// The file.
        file: PathBuf,
        #[command(flatten)]
        library: Where,
    },
}

/// Does it, and tells how it went.
pub fn run(command: Command) -> Result<ExitCode, Problem> {
    match command {
        Command::List(library) => list(&library),
        Command::Export { brand, out, charter_only, library } => {
            export(&library, brand.as_deref(), &out, !charter_only)
        }
        Command::Import { file, library } => import(&library, &file),
    }
}

fn list(library: &Where) -> Result<ExitCode, Problem> {
    let brands = library.open()?.0.overview(Nothing {})?.brands;
    if library.json {
        let brands: Vec<_> = brands.iter().map(|brand| json!({ "id": brand.id, "name": brand.name })).collect();
        println!("{}", json!({ "brands": brands }));
    } else {
        brands.iter().for_each(|brand| println!("{}  {}", brand.id, brand.name));
    }
    Ok(ExitCode::SUCCESS)
}

fn export(library: &Where, name: Option<&str>, out: &Path, content: bool) -> Result<ExitCode, Problem> {
    let studio = library.open()?.0;
    let brand = chosen(&studio, name)?;
    let path = studio.export_brand(ExportBrand { brand, folder: out.display().to_string(), content })?;
    match library.json {
        true => println!("{}", json!({ "file": path })),
        false => println!("{path}"),
    }
    Ok(ExitCode::SUCCESS)
}

fn import(library: &Where, file: &Path) -> Result<ExitCode, Problem> {
    let studio = library.open()?.0;
    let card = studio.import_brand(ImportBrand { path: file.display().to_string() })?;
    match library.json {
        true => println!("{}", json!({ "id": card.id, "name": card.name })),
        false => println!("{}  {}", card.id, card.name),
    }
    studio.close()?;
    Ok(ExitCode::SUCCESS)
}
