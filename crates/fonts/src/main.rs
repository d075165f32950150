//! Unpacks the shipped fonts: npm packages in, `assets/fonts/files/*.ttf` and their licences out.
//!
//! No font file is committed; this tool makes them from the packages that `npm install` fetched. It is safe to run
//! before every build: a font that is already there, from the same package version, is left alone.

mod manifest;
mod package;
mod sfnt;
mod stamps;
mod workshop;

mod error;

use std::{
    env,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use error::FontsError;
use manifest::Manifest;
use workshop::Workshop;

/// Exit code for bad input or bad usage, as in the rest of the command line.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    match run(env::args_os().skip(1).map(PathBuf::from).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}\nhint: {}", error.hint());
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn run(arguments: Vec<PathBuf>) -> Result<(), FontsError> {
    let root = project_root()?;
    let modules = match <[PathBuf; 1]>::try_from(arguments) {
        Ok([modules]) => modules,
        Err(none) if none.is_empty() => root.join("node_modules"),
        Err(_) => return Err(FontsError::Usage),
    };
    let fonts = root.join("assets/fonts");
    let manifest = Manifest::read(&fonts.join("manifest.json"))?;
    unpack(&manifest, Workshop::open(modules, fonts.join("files"))?)
}

/// The nearest folder, from the current one up, that holds the fonts manifest.
fn project_root() -> Result<PathBuf, FontsError> {
    let here = env::current_dir().map_err(|source| FontsError::Read { path: PathBuf::from("."), source })?;
    let holds_manifest = |folder: &&Path| folder.join("assets/fonts/manifest.json").is_file();
    here.ancestors().find(holds_manifest).map(Path::to_path_buf).ok_or(FontsError::NoManifest)
}

fn unpack(manifest: &Manifest, mut workshop: Workshop) -> Result<(), FontsError> {
    let mut out = io::stdout().lock();
    for family in &manifest.families {
        for line in workshop.unpack(family)? {
            writeln!(out, "{line}").map_err(|source| FontsError::Write { path: PathBuf::from("stdout"), source })?;
        }
    }
    workshop.close()
}
