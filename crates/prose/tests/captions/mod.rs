//! The corpus of `tests/corpus`: its README says how it is written.

use std::{collections::BTreeMap, fs, ops::Range, path::PathBuf};

use planche_model::{Charter, charter::Rule};
use planche_prose::Place;

/// A text and what in it breaks which rule.
pub struct Caption {
    pub id: String,
    pub charter: String,
    pub network: Option<String>,
    pub place: Place,
    pub text: String,
    pub marks: Vec<(Rule, Range<usize>)>,
}

/// The charters by name: those of the sample brands, and the corpus's own in the place of one's editorial half.
pub fn charters() -> BTreeMap<String, Charter> {
    let brands = root().join("assets/brands");
    let sample = |name: &str| (name.to_owned(), charter(&brands.join(name).join("charter.json")));
    let mut charters: BTreeMap<String, Charter> = ["maree-basse", "rustine"].map(sample).into();
    let base = charters["maree-basse"].clone();
    for entry in fs::read_dir(corpus().join("charters")).expect("the corpus has charters") {
        let path = entry.expect("the folder is readable").path();
        let text = fs::read_to_string(&path).expect("a charter is text");
        let editorial = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        charters.insert(
            name.clone(),
            Charter { name: capitalised(&name), tagline: String::new(), editorial, ..base.clone() },
        );
    }
    charters
}

fn capitalised(name: &str) -> String {
    name[..1].to_uppercase() + &name[1..]
}

/// The captions of one half.
pub fn read(half: &str) -> Vec<Caption> {
    let path = corpus().join(format!("captions/{half}.txt"));
    let all = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    all.split("\n%%").map(str::trim_start).filter(|entry| !entry.is_empty()).map(caption).collect()
}

fn caption(entry: &str) -> Caption {
    let (head, body) = entry.split_once("\n\n").unwrap_or((entry, ""));
    let header = |name: &str| {
        head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(|value| value.trim().to_owned())
    };
    let (text, marks) = unmarked(body.trim_end_matches('\n'));
    let place = if header("place").as_deref() == Some("visual") { Place::Visual } else { Place::Caption };
    Caption {
        id: header("id").expect("a caption has an id"),
        charter: header("charter").expect("a caption has a charter"),
        network: header("network"),
        place,
        text,
        marks,
    }
}

fn unmarked(body: &str) -> (String, Vec<(Rule, Range<usize>)>) {
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), None);
    let mut parts = body.split('⟦');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (mark, rest) = part.split_once('⟧').expect("a mark is closed");
        match (mark, open.take()) {
            ("/", Some((rule, start))) => marks.push((rule, start..text.len())),
            (code, _) => open = Some((rule(code), text.len())),
        }
        text.push_str(rest);
    }
    (text, marks)
}

fn rule(code: &str) -> Rule {
    *Rule::ALL.iter().find(|rule| rule.code() == code).unwrap_or_else(|| panic!("a rule is called {code}"))
}

fn charter(path: &std::path::Path) -> Charter {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn corpus() -> PathBuf {
    root().join("tests/corpus")
}

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
