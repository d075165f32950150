//! What data and documents promise.

use std::collections::BTreeSet;

use planche_tests::{
    expect_none,
    project::{self, files, files_in, json, text},
};
use serde_json::Value;

#[test]
fn every_format_is_dated_and_sourced() {
    let formats = json("assets/platforms/formats.json");
    let formats = formats["formats"].as_array().expect("a list of formats");
    assert!(!formats.is_empty());
    let is_sourced = |format: &&Value| {
        let sources = format["source"].as_array().map(Vec::as_slice).unwrap_or_default();
        let is_address = |source: &Value| source.as_str().is_some_and(|source| source.starts_with("https://"));
        format["verified"].as_str().is_some_and(is_date) && !sources.is_empty() && sources.iter().all(is_address)
    };
    expect_none(
        "a format without a date or a source",
        formats.iter().filter(|format| !is_sourced(format)).map(|format| format["id"].to_string()),
    );
}

fn is_date(text: &str) -> bool {
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(text.split('-').collect::<Vec<_>>()[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

#[test]
fn both_languages_say_the_same() {
    let keys = |file| json(file).as_object().expect("messages by key").keys().cloned().collect::<BTreeSet<_>>();
    let (french, english) = (keys("ui/messages/fr.json"), keys("ui/messages/en.json"));
    assert!(!french.is_empty());
    expect_none("a message in one language only", french.symmetric_difference(&english).cloned());
}

#[test]
fn the_commands_people_are_told_exist() {
    let scripts = json("package.json")["scripts"].as_object().expect("scripts by name").clone();
    let documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];
    let unknown = documents.iter().flat_map(|file| {
        let told = told_scripts(&text(file));
        assert!(*file != "README.md" || !told.is_empty(), "the README tells no command");
        told.into_iter()
            .filter(|name| !scripts.contains_key(name))
            .map(|name| format!("{file}: npm run {name}"))
            .collect::<Vec<_>>()
    });
    expect_none("a command that does not exist", unknown);
}

/// The scripts that a text tells to run, as `npm run name` or `npm test`.
fn told_scripts(text: &str) -> Vec<String> {
    let words = text.split(|character: char| character.is_whitespace() || character == '`');
    let words: Vec<&str> = words.filter(|word| !word.is_empty() && !word.starts_with("--")).collect();
    let told = words.windows(3).filter_map(|words| match words {
        ["npm", "run", name] => Some(*name),
        ["npm", name @ ("test" | "start"), _] => Some(*name),
        _ => None,
    });
    told.map(|name| name.trim_end_matches([',', '.', ')']).to_owned()).collect()
}

#[test]
fn nothing_depends_on_one_machine_or_one_registry() {
    let found = files().iter().flat_map(|file| {
        let bytes = std::fs::read(project::root().join(file)).expect("a listed file can be read");
        let Ok(text) = String::from_utf8(bytes) else { return Vec::new() };
        let hosts = HOSTS.iter().filter(|host| text.contains(*host)).map(|host| (*host).to_owned());
        let found = hosts.chain(machine_paths(&text)).map(|name| format!("{file} names {name}"));
        found.collect()
    });
    expect_none("a path or a host that other machines do not have", found);
}

// In two halves: this file is read too.
const HOSTS: [&str; 4] = [
    concat!("registry.", "npmjs.org"),
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("py", "pi.org"),
];
const HOMES: [&str; 3] = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];
/// The people of examples and tests.
const NOBODY: [&str; 2] = ["ada/", "anne/"];

/// The absolute paths of a text that lead to somebody's files.
fn machine_paths(text: &str) -> impl Iterator<Item = String> {
    let is_inside_path =
        |before: &str| before.ends_with(|character: char| character.is_alphanumeric() || "._-}$".contains(character));
    let found = HOMES.iter().flat_map(move |home| {
        let starts = text.match_indices(home).map(|(at, _)| at).filter(move |at| !is_inside_path(&text[..*at]));
        starts.filter(move |at| !NOBODY.iter().any(|name| text[at + home.len()..].starts_with(name)))
    });
    found.map(|at| text[at..].chars().take_while(|character| !character.is_whitespace()).take(40).collect())
}

#[test]
fn no_typeface_is_kept() {
    let typefaces = files_in(&["ttf", "otf", "ttc", "woff", "woff2"]);
    expect_none("typefaces come from packages at set-up", typefaces.map(str::to_owned));
}
