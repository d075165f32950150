use std::{
    collections::BTreeMap,
    fmt, fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use planche_tests::project;
use serde::Deserialize;
use serde_json::{Value, json};

/// An outline to draw.
pub struct Case {
    /// Its path from `tests/suite`, without extension and with `/`.
    pub name: String,
    pub outline: PathBuf,
    pub settings: Settings,
}

/// What is beside an outline, in a JSON file of the same name. All of it has a default.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The sample brands.
    brands: Vec<String>,
    pub formats: Vec<String>,
    /// What is different in the charter (a JSON merge patch, RFC 7396).
    pub charter: Value,
    /// What is to be found, as `severity code format`, in alphabetical order.
    pub findings: Vec<String>,
    /// The brands in which the case looks wrong today, and what is wrong: it has no reference there until it is mended.
    pub unaccepted: BTreeMap<String, String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            brands: vec!["maree-basse".to_owned()],
            formats: vec!["ig_carousel_4_5".to_owned()],
            charter: Value::Object(serde_json::Map::new()),
            findings: Vec::new(),
            unaccepted: BTreeMap::new(),
        }
    }
}

impl Case {
    /// Every case, in alphabetical order.
    pub fn all() -> &'static [Self] {
        static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
            let folder = project::root().join("tests/suite");
            let mut outlines = Vec::new();
            for area in fs::read_dir(&folder).expect("the suite is there") {
                let area = area.expect("the suite can be listed").path();
                if area.is_dir() {
                    let files = fs::read_dir(area).expect("an area can be listed");
                    outlines.extend(files.map(|file| file.expect("an area can be listed").path()));
                }
            }
            outlines.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
            outlines.sort();
            outlines.into_iter().map(|outline| Case::read(&folder, outline)).collect()
        });
        &CASES
    }

    fn read(folder: &Path, outline: PathBuf) -> Self {
        let name = outline.strip_prefix(folder).expect("a case is in the suite").with_extension("");
        let settings = match fs::read_to_string(outline.with_extension("json")) {
            Ok(text) => serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", name.display())),
            Err(_) => Settings::default(),
        };
        Self { name: name.to_string_lossy().replace('\\', "/"), outline, settings }
    }

    pub fn brands(&self) -> impl Iterator<Item = &str> {
        self.settings.brands.iter().map(String::as_str)
    }

    pub fn has_picture(&self) -> bool {
        fs::read_to_string(&self.outline).expect("a case can be read").lines().any(|line| line.starts_with("!["))
    }

    /// Writes the charter of a brand as the case wants it, with its drawings, in a folder. Answers with its path.
    pub fn write_charter(&self, brand: &str, folder: &Path) -> PathBuf {
        let sample = project::brand(brand);
        for drawing in ["logo.svg", "motif.svg"] {
            fs::copy(sample.join(drawing), folder.join(drawing)).expect("a sample has its drawings");
        }
        let mut charter = project::json(&format!("assets/brands/{brand}/charter.json"));
        // Cases are about what is drawn: what the words say has its own corpus.
        charter["editorial"] = json!({});
        merge(&mut charter, &self.settings.charter);
        let path = folder.join("charter.json");
        fs::write(&path, charter.to_string()).expect("the folder takes files");
        path
    }
}

impl fmt::Display for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name)
    }
}

fn merge(target: &mut Value, patch: &Value) {
    let (Value::Object(target), Value::Object(patch)) = (&mut *target, patch) else {
        target.clone_from(patch);
        return;
    };
    for (key, change) in patch {
        if change.is_null() {
            target.remove(key);
        } else {
            merge(target.entry(key).or_insert(Value::Null), change);
        }
    }
}
