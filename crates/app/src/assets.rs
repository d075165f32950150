//! What ships with the studio: typefaces, formats, templates, sample brands.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use planche_layout::{FontFile, Fonts};
use planche_library::files;
use planche_model::{Formats, charter::FontPair, template::Family};
use serde::Deserialize;

use crate::wire::Problem;

/// The shipped data, read.
pub struct Assets {
    root: PathBuf,
    /// Where visuals are published.
    pub formats: Formats,
    /// The families of templates by name.
    pub families: BTreeMap<String, Arc<Family>>,
    /// The typefaces.
    pub fonts: Fonts,
    /// The pairs offered for a new brand.
    pub pairs: Vec<FontPair>,
}

/// No shipped file is larger: the emoji weigh 5 MB.
const LARGEST: u64 = 64 << 20;

#[derive(Deserialize)]
struct Manifest {
    families: Vec<FamilyEntry>,
}

#[derive(Deserialize)]
struct FamilyEntry {
    family: String,
    files: Vec<FileEntry>,
    #[serde(default)]
    emoji: bool,
    #[serde(default)]
    fallback: bool,
}

#[derive(Deserialize)]
struct FileEntry {
    name: String,
}

#[derive(Deserialize)]
struct Pairs {
    pairs: Vec<FontPair>,
}

impl Assets {
    /// Reads the assets in `root`: the `assets` folder of the project, or its copy in a package.
    pub fn load(root: &Path) -> Result<Self, Problem> {
        let formats =
            Formats::parse(&text(&root.join("platforms/formats.json"))?).map_err(|error| broken(root, &error))?;
        let pairs: Pairs = json(&root.join("fonts/pairs.json"))?;
        Ok(Self { formats, families: families(root)?, fonts: fonts(root)?, pairs: pairs.pairs, root: root.to_owned() })
    }

    /// The folder of a sample brand.
    pub fn sample(&self, name: &str) -> PathBuf {
        self.root.join("brands").join(name)
    }
}

/// The assets of the program that is running: in `PLANCHE_ASSETS`, beside the program, or in a folder above it.
pub fn find() -> Result<PathBuf, Problem> {
    if let Some(root) = std::env::var_os("PLANCHE_ASSETS") {
        return Ok(root.into());
    }
    let program = std::env::current_exe().map_err(|error| crate::problem::internal(&error))?;
    let candidates = program.ancestors().skip(1).map(|folder| folder.join("assets"));
    candidates
        .into_iter()
        .find(|folder| folder.join("fonts/manifest.json").exists())
        .ok_or_else(|| Problem::new("noAssets").with("path", program.display()))
}

fn families(root: &Path) -> Result<BTreeMap<String, Arc<Family>>, Problem> {
    let family = Family::parse(&text(&root.join("templates/atelier.json"))?).map_err(|error| broken(root, &error))?;
    Ok(BTreeMap::from([(family.name().to_owned(), Arc::new(family))]))
}

fn fonts(root: &Path) -> Result<Fonts, Problem> {
    let folder = root.join("fonts");
    let manifest: Manifest = json(&folder.join("manifest.json"))?;
    let fallback = manifest.families.iter().find(|entry| entry.fallback).map_or("", |entry| &entry.family).to_owned();
    let mut read = Vec::new();
    for entry in &manifest.families {
        for file in &entry.files {
            let bytes = files::read(&folder.join("files").join(format!("{}.ttf", file.name)), LARGEST)?;
            read.push(FontFile { family: entry.family.clone(), emoji: entry.emoji, bytes: Arc::new(bytes) });
        }
    }
    Ok(Fonts::new(read, &fallback))
}

fn json<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T, Problem> {
    serde_json::from_str(&text(path)?).map_err(|error| broken(path, &error))
}

fn text(path: &Path) -> Result<String, Problem> {
    String::from_utf8(files::read(path, LARGEST)?).map_err(|error| broken(path, &error))
}

fn broken(path: &Path, error: &dyn std::error::Error) -> Problem {
    Problem::new("badAssets").with("path", path.display()).with("detail", error)
}
