//! A folder to run the program in, and what to expect of a run.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use planche_tests::{
    program::{self, Run},
    project,
};
use serde_json::Value;
use tempfile::TempDir;

/// A folder with a charter, its drawings and an outline of two pages.
pub struct Bench {
    folder: TempDir,
}

/// What to run. Paths start from the bench's folder, so that messages are the same on every machine.
#[derive(Clone, Copy)]
pub struct Call<'a> {
    pub charter: &'a str,
    pub outline: &'a str,
    pub formats: &'a str,
    pub out: &'a str,
    pub more: &'a [&'a str],
    pub input: &'a str,
}

/// What a run comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected<'a> {
    pub exit: i32,
    /// The lines of standard error.
    pub errors: &'a [&'a str],
    /// The files in the output folder, in alphabetical order.
    pub files: &'a [&'a str],
}

/// Small pages: what is tested here is not their looks.
pub const SMALL: &[&str] = &["--scale", "0.1"];
pub const CALL: Call<'_> = Call {
    charter: "charter.json",
    outline: "plan.md",
    formats: "ig_carousel_4_5",
    out: "out",
    more: SMALL,
    input: "",
};
/// What [`CALL`] writes.
pub const FILES: &[&str] = &["ig_carousel_4_5/01-couverture.png", "ig_carousel_4_5/02-point.png"];
/// Where a bench has its own assets.
const ASSETS: &str = "assets";
const PLAN: &str = "# Un titre\nUn surtitre\n\n# Un point\nUne phrase.\n";

impl Bench {
    pub fn new() -> Self {
        let bench = Self { folder: tempfile::tempdir().expect("there is room for a passing folder") };
        let brand = project::brand("maree-basse");
        for name in ["charter.json", "logo.svg", "motif.svg"] {
            bench.write(name, fs::read(brand.join(name)).expect("the sample brand is there"));
        }
        bench.write("plan.md", PLAN);
        bench
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, and the folders above it.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the bench takes folders");
        fs::write(path, bytes).expect("the bench takes files");
    }

    /// Changes a passage of the charter.
    pub fn change_charter(&self, from: &str, to: &str) {
        self.change("charter.json", from, to);
    }

    /// Changes a passage of a file.
    pub fn change(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(name)).expect("the bench has this file");
        assert!(text.contains(from), "`{from}` is not in {name}");
        self.write(name, text.replacen(from, to, 1));
    }

    /// Gives the bench its own copy of what ships with the program, to be changed there.
    pub fn take_assets(&self) {
        for folder in ["fonts", "fonts/files", "platforms", "templates"] {
            for entry in fs::read_dir(project::assets().join(folder)).expect("the assets are there") {
                let from = entry.expect("the assets can be listed").path();
                if from.is_file() {
                    let name = from.file_name().expect("a file has a name").to_string_lossy();
                    self.write(&format!("{ASSETS}/{folder}/{name}"), fs::read(&from).expect("an asset can be read"));
                }
            }
        }
    }

    /// A command that would run the program here, with the bench's own assets if it has some.
    pub fn command(&self, name: &str) -> Command {
        let mut command = program::command([name]);
        command.current_dir(self.folder.path());
        if self.path(ASSETS).exists() {
            command.env("PLANCHE_ASSETS", self.path(ASSETS));
        }
        command
    }

    /// Runs `planche render`.
    pub fn render(&self, call: Call<'_>) -> Run {
        let mut command = self.command("render");
        command.args([
            "--charter",
            call.charter,
            "--outline",
            call.outline,
            "--format",
            call.formats,
            "--out",
            call.out,
        ]);
        command.args(call.more);
        program::run(command, call.input)
    }

    /// Runs it and compares.
    #[track_caller]
    pub fn check(&self, call: Call<'_>, expected: Expected<'_>) -> Run {
        let run = self.render(call);
        let errors: Vec<&str> = run.errors.iter().map(String::as_str).collect();
        let files = self.files(call.out);
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let exit = run.exit.expect("no signal ends the program");
        assert_eq!(Expected { exit, errors: &errors, files: &files }, expected);
        run
    }

    /// The files under a folder, with `/`, in alphabetical order. None when there is no folder.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let mut files = Vec::new();
        list(&self.path(folder), "", &mut files);
        files.sort();
        files
    }

    /// Every file under a folder with its bytes.
    pub fn contents(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let read = |name: &String| fs::read(self.path(folder).join(name)).expect("a listed file can be read");
        self.files(folder).into_iter().map(|name| (name.clone(), read(&name))).collect()
    }
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let entry = entry.expect("a folder of the bench can be listed");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() { list(&entry.path(), &format!("{name}/"), files) } else { files.push(name) }
    }
}

/// The value at a path such as `/files/0/path`, as text.
pub fn text_at<'a>(value: &'a Value, path: &str) -> &'a str {
    value.pointer(path).and_then(Value::as_str).unwrap_or_else(|| panic!("no text at {path} of {value}"))
}
