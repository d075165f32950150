//! What a layer may name.

use planche_tests::{
    expect_none,
    project::{self, files_in, text},
    rust::{code, lines_naming, without_tests},
};

/// The crates that make the studio, without a window and without words.
const CORE: [&str; 9] = ["scene", "model", "prose", "tokens", "layout", "render", "media", "library", "app"];
/// The crates that may touch the person's disk.
const AT_THE_DISK: [&str; 3] = ["crates/library/", "crates/cli/", "crates/fonts/"];

#[test]
fn the_model_reads_no_clock_no_disk_and_no_dice() {
    let names = [
        "std::fs",
        "std::time",
        "std::env",
        "std::net",
        "std::process",
        "SystemTime",
        "Instant",
        // Of chrono, days are data; these read the clock.
        "chrono::Utc",
        "chrono::Local",
        "::now(",
        "rand::",
        "new_v4",
        "now_v7",
        "thread_rng",
    ];
    expect_none("ids, times and files are passed in", shipped("crates/model/").flat_map(|file| naming(file, &names)));
}

#[test]
fn the_disk_is_touched_in_few_places() {
    // Where assets and a program's own folder are, is asked of the system; reading and writing go through `library`.
    let names =
        ["std::fs", "fs::", "File::", "OpenOptions", "read_dir", ".exists()", ".is_file()", ".is_dir()", "current_exe"];
    let excepted = |file: &str, name: &str| match (file, name) {
        ("crates/app/src/assets.rs", "current_exe" | ".exists()") => true, // looks for the shipped assets beside the program
        ("crates/app/src/wire/command.rs", _) => true, // writes the window's types, for people who change the wire
        _ => false,
    };
    let elsewhere = shipped("crates/").filter(|file| !AT_THE_DISK.iter().any(|folder| file.starts_with(folder)));
    let found = elsewhere.flat_map(|file| {
        let code = shipped_code(file);
        let named = lines_naming(&code, &names).filter(|(_, name)| !excepted(file, name));
        named.map(|(line, name)| format!("{file}:{line} names `{name}`")).collect::<Vec<_>>()
    });
    expect_none("only the library, the hosts and the fonts' workshop touch the disk", found);
}

#[test]
fn the_core_emits_no_prose() {
    let names = ["println!", "eprintln!", "print!", "eprint!", "dbg!", "todo!", "unimplemented!"];
    let core = CORE.iter().flat_map(|name| shipped(&format!("crates/{name}/")).collect::<Vec<_>>());
    expect_none("the core returns codes; hosts have the words", core.flat_map(|file| naming(file, &names)));
}

#[test]
fn only_the_shell_names_tauri() {
    let names = ["tauri"];
    expect_none("the crates know no window", shipped("crates/").flat_map(|file| naming(file, &names)));
    let interface =
        files_in(&["ts", "svelte"]).filter(|file| file.starts_with("ui/src/") && !file.starts_with("ui/src/ipc/"));
    let importing = interface.filter(|file| !file.ends_with(".test.ts") && text(file).contains("@tauri-apps"));
    expect_none("only `ui/src/ipc` imports `@tauri-apps`", importing.map(str::to_owned));
}

#[test]
fn every_crate_says_what_it_is() {
    let silent = roots().into_iter().filter(|file| !text(file).starts_with("//!"));
    expect_none("a crate begins with one sentence of purpose", silent);
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:"), concat!("HA", "CK:")];
    let sources = files_in(&["rs", "ts", "svelte", "mjs", "css", "json", "sh", "toml", "sql"]);
    let found = sources.flat_map(|file| {
        let text = text(file);
        lines_naming(&text, &marks).map(|(line, mark)| format!("{file}:{line} says {mark}")).collect::<Vec<_>>()
    });
    expect_none("what is not done is not promised in the code", found);
}

/// The library and program roots of every crate.
fn roots() -> Vec<String> {
    let packages = project::metadata().workspace_packages();
    let targets = packages.into_iter().flat_map(|package| &package.targets);
    let roots = targets.filter(|target| target.is_lib() || target.is_bin()).map(|target| {
        let path = target.src_path.strip_prefix(project::root()).expect("our crates are in the project");
        path.as_str().replace('\\', "/")
    });
    roots.collect()
}

/// The Rust sources of a folder that end up in the program.
fn shipped(folder: &str) -> impl Iterator<Item = &'static str> {
    let is_test = |file: &str| {
        ["/tests/", "/examples/", "/benches/"].iter().any(|part| file.contains(part)) || file.ends_with("/tests.rs")
    };
    files_in(&["rs"]).filter(move |file| file.starts_with(folder) && file.contains("/src/") && !is_test(file))
}

fn shipped_code(file: &str) -> String {
    without_tests(&code(&text(file)))
}

fn naming(file: &str, names: &[&str]) -> Vec<String> {
    let code = shipped_code(file);
    lines_naming(&code, names).map(|(line, name)| format!("{file}:{line} names `{name}`")).collect()
}
