//! What ships with the studio: typefaces, formats, templates, sample brands.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use planche_layout::{Covers, FontFamily, FontFile, Fonts, Purpose};
use planche_library::files;
use planche_model::{Formats, charter::FontPair};
use serde::{Deserialize, de::DeserializeOwned};

use crate::{families::Families, render::read_text, wire::Problem};

/// The shipped data, read.
pub struct Assets {
    root: PathBuf,
    /// Where visuals are published.
    pub formats: Formats,
    /// The families of templates.
    pub families: Families,
    /// The typefaces.
    pub fonts: Fonts,
    /// The pairs offered for a new brand.
    pub pairs: Vec<FontPair>,
    /// The licences of the typefaces, by family.
    licences: BTreeMap<String, String>,
}

/// No shipped file is larger: the Japanese typeface weighs 10 MB.
const LARGEST: u64 = 64 << 20;

/// Where the typefaces are, and what says when each is used.
const TYPEFACES: &str = "fonts/files";
const MANIFEST: &str = "fonts/manifest.json";

#[derive(Deserialize)]
struct Manifest {
    families: Vec<FamilyEntry>,
}

#[derive(Deserialize)]
struct FamilyEntry {
    family: String,
    licence: String,
    files: Vec<FileEntry>,
    #[serde(default)]
    emoji: bool,
    #[serde(default)]
    fallback: bool,
    #[serde(default)]
    code: bool,
    covers: Option<Vec<String>>,
    language: Option<String>,
}

#[derive(Deserialize)]
struct FileEntry {
    name: String,
    source: String,
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
        let manifest: Manifest = json(&root.join(MANIFEST))?;
        Ok(Self {
            formats,
            families: Families::find(&root.join("templates"))?,
            licences: manifest.licences(),
            fonts: fonts(root, manifest)?,
            pairs: pairs.pairs,
            root: root.to_owned(),
        })
    }

    /// The same assets, their formats corrected and completed by a person's own file.
    ///
    /// # Errors
    /// The file cannot be read, or one of its formats does not hold together.
    pub fn with_formats(mut self, path: &Path) -> Result<Self, Problem> {
        let own = self.formats.with_overrides(&read_text(path)?);
        self.formats =
            own.map_err(|error| Problem::new("badFormats").with("path", path.display()).with("detail", error))?;
        Ok(self)
    }

    /// The same, by the `formats.json` of a library or of a folder of settings, where there is one.
    ///
    /// # Errors
    /// As [`Assets::with_formats`].
    pub fn with_own_formats(self, folder: &Path) -> Result<Self, Problem> {
        let path = folder.join("formats.json");
        if path.exists() { self.with_formats(&path) } else { Ok(self) }
    }

    /// Tells the typefaces that ship, and when each is used, from those of another day: by their bytes.
    ///
    /// # Errors
    /// One of them cannot be read.
    pub fn typefaces_made_of(&self) -> Result<blake3::Hash, Problem> {
        let mut made_of = blake3::Hasher::new();
        for path in files::list(&self.root.join(TYPEFACES))?.into_iter().chain([self.root.join(MANIFEST)]) {
            let mut file = blake3::Hasher::new();
            file.update_reader(files::open(&path)?).map_err(|error| broken(&path, &error))?;
            made_of.update(path.file_name().unwrap_or_default().as_encoded_bytes());
            made_of.update(file.finalize().as_bytes());
        }
        Ok(made_of.finalize())
    }

    /// The outline that a brand without documents is shown in; in English where the brand's language has none.
    ///
    /// # Errors
    /// The file that ships is not there.
    pub fn specimen(&self, language: &str) -> Result<String, Problem> {
        let folder = self.root.join("specimen");
        let own = folder.join(language.split(['-', '_']).next().unwrap_or_default()).with_extension("md");
        text(&if own.exists() { own } else { folder.join("en.md") })
    }

    /// The words of a brand book, in French or in English.
    ///
    /// # Errors
    /// The file that ships is not there, or is not what is asked for.
    pub(crate) fn book<T: DeserializeOwned>(&self, language: &str) -> Result<T, Problem> {
        json(&self.root.join("book").join(language).with_extension("json"))
    }

    /// The licence of a typeface that ships, as an SPDX name.
    pub fn licence(&self, family: &str) -> Option<&str> {
        self.licences.get(family).map(String::as_str)
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
        .find(|folder| folder.join(MANIFEST).exists())
        .ok_or_else(|| Problem::new("noAssets").with("path", program.display()))
}

fn fonts(root: &Path, manifest: Manifest) -> Result<Fonts, Problem> {
    let path = root.join(MANIFEST);
    let folder = root.join(TYPEFACES);
    let family = |entry: FamilyEntry| {
        let files = entry.files.iter().map(|file| font(folder.join(file.written()))).collect::<Result<_, _>>()?;
        Ok(FontFamily { purpose: entry.purpose(&path)?, name: entry.family, files })
    };
    Ok(Fonts::new(manifest.families.into_iter().map(family).collect::<Result<Vec<_>, Problem>>()?))
}

fn font(path: PathBuf) -> Result<FontFile, Problem> {
    files::open(&path)?;
    Ok(FontFile::new(move || files::read(&path, LARGEST).ok()))
}

impl Manifest {
    fn licences(&self) -> BTreeMap<String, String> {
        self.families.iter().map(|entry| (entry.family.clone(), entry.licence.clone())).collect()
    }
}

impl FamilyEntry {
    fn purpose(&self, manifest: &Path) -> Result<Purpose, Problem> {
        let covers = self.covers.iter().flatten().map(String::as_str);
        let covers = Covers::parse(covers).map_err(|range| {
            Problem::new("badAssets").with("path", manifest.display()).with("detail", format!("`{range}` is no range"))
        })?;
        Ok(match self {
            Self { fallback: true, .. } => Purpose::Fallback,
            Self { code: true, .. } => Purpose::Code,
            Self { emoji: true, .. } => Purpose::Emoji(covers),
            Self { covers: Some(_), language, .. } => Purpose::Script { covers, language: language.clone() },
            Self { covers: None, .. } => Purpose::Asked,
        })
    }
}

impl FileEntry {
    /// The name under which `planche-fonts` writes it: a numbered source is many files gathered in one.
    fn written(&self) -> String {
        format!("{}.{}", self.name, if self.source.contains('#') { "ttc" } else { "ttf" })
    }
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
