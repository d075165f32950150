//! Which way knowledge flows.

use std::collections::BTreeMap;

use cargo_metadata::{Dependency, DependencyKind, Package};
use planche_tests::{expect_none, project};

/// Each crate and those of ours that it knows.
const OURS: [(&str, &[&str]); 15] = [
    ("planche-scene", &[]),
    ("planche-model", &[]),
    ("planche-prose", &["planche-model"]),
    ("planche-tokens", &["planche-model"]),
    ("planche-layout", &["planche-model", "planche-scene"]),
    ("planche-resample", &[]),
    ("planche-render", &["planche-resample", "planche-scene"]),
    ("planche-media", &["planche-resample", "planche-scene"]),
    ("planche-library", &["planche-model"]),
    (
        "planche-app",
        &[
            "planche-layout",
            "planche-library",
            "planche-media",
            "planche-model",
            "planche-prose",
            "planche-render",
            "planche-scene",
            "planche-tokens",
        ],
    ),
    ("planche-cli", &["planche-app"]),
    ("planche-shell", &["planche-app"]),
    ("planche-fonts", &[]),
    ("planche-tests", &[]),
    ("planche-fuzz", &["planche-media", "planche-model", "planche-render", "planche-scene", "planche-tokens"]),
];

/// Crates of others, by the beginning of their names, and those of ours that may know them.
const OTHERS: [(&str, &[&str]); 8] = [
    ("tauri", &["planche-shell"]),
    ("opener", &["planche-shell"]),
    ("rusqlite", &["planche-library"]),
    ("clap", &["planche-cli"]),
    ("taffy", &["planche-layout"]),
    ("parley", &["planche-layout"]),
    ("krilla", &["planche-render"]),
    ("vello", &["planche-render"]),
];

#[test]
fn our_crates_know_each_other_one_way() {
    let found: BTreeMap<&str, Vec<&str>> = project::metadata()
        .workspace_packages()
        .into_iter()
        .map(|package| (package.name.as_str(), ours(package)))
        .collect();
    let expected: BTreeMap<&str, Vec<&str>> = OURS.iter().map(|(name, known)| (*name, known.to_vec())).collect();
    assert_eq!(found, expected);
}

#[test]
fn what_drives_the_world_outside_is_known_in_one_place() {
    let packages = project::metadata().workspace_packages();
    let strangers = packages.into_iter().flat_map(|package| {
        let forbidden = |name: &str| {
            OTHERS.iter().any(|(prefix, owners)| name.starts_with(prefix) && !owners.contains(&package.name.as_str()))
        };
        let names = package.dependencies.iter().filter(is_shipped).map(|dependency| &dependency.name);
        names.filter(|name| forbidden(name)).map(|name| format!("{} -> {name}", package.name)).collect::<Vec<_>>()
    });
    expect_none("a crate that another one alone may know", strangers);
}

#[test]
fn the_tests_know_the_project_from_outside() {
    let packages = project::metadata().workspace_packages();
    let known = packages.into_iter().filter(|package| package.name.as_str() != "planche-tests").flat_map(|package| {
        package
            .dependencies
            .iter()
            .filter(|dependency| dependency.name == "planche-tests")
            .map(|_| package.name.to_string())
    });
    expect_none("a crate that knows the tests", known);
}

fn ours(package: &Package) -> Vec<&str> {
    let names = package.dependencies.iter().filter(is_shipped).map(|dependency| dependency.name.as_str());
    let mut ours: Vec<&str> = names.filter(|name| name.starts_with("planche-")).collect();
    ours.sort_unstable();
    ours
}

/// A crate's own tests may know what they like.
fn is_shipped(dependency: &&Dependency) -> bool {
    dependency.kind != DependencyKind::Development
}
