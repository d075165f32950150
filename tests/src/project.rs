//! The project as files.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use cargo_metadata::{Metadata, MetadataCommand};

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests are in a folder of the project")
}

/// The data that ships with the program.
pub fn assets() -> PathBuf {
    root().join("assets")
}

/// A sample brand's folder.
pub fn brand(name: &str) -> PathBuf {
    assets().join("brands").join(name)
}

/// What Cargo knows of the workspace, dependencies by name only.
pub fn metadata() -> &'static Metadata {
    static METADATA: LazyLock<Metadata> = LazyLock::new(|| {
        let mut command = MetadataCommand::new();
        command.manifest_path(root().join("Cargo.toml")).no_deps().other_options(vec!["--offline".to_owned()]);
        command.exec().expect("the workspace's manifests can be read")
    });
    &METADATA
}

/// Where builds and reports go.
pub fn target() -> PathBuf {
    metadata().target_directory.as_std_path().to_owned()
}

/// The files under version control and those about to be, by their paths from the root, with `/`.
pub fn files() -> &'static [String] {
    static FILES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let listed = git(&["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        let mut files: Vec<String> = listed.split_terminator('\0').map(str::to_owned).collect();
        files.retain(|file| root().join(file).is_file());
        files
    });
    &FILES
}

/// The files whose names end with one of these extensions.
pub fn files_in(extensions: &[&str]) -> impl Iterator<Item = &'static str> {
    let is_one = |file: &&str| Path::new(file).extension().is_some_and(|own| extensions.iter().any(|one| own == *one));
    files().iter().map(String::as_str).filter(is_one)
}

/// A file's text.
///
/// # Panics
/// The file is not there, or is no UTF-8.
pub fn text(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// A file's JSON.
///
/// # Panics
/// The file is not there, or is no JSON.
pub fn json(file: &str) -> serde_json::Value {
    serde_json::from_str(&text(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn git(arguments: &[&str]) -> String {
    let answer = Command::new("git").current_dir(root()).args(arguments).output().expect("git is installed");
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    String::from_utf8(answer.stdout).expect("the project's files have UTF-8 names")
}
