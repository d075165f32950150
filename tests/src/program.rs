//! `planche`, run as another program would run it.

use std::{
    ffi::OsStr,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::LazyLock,
    thread,
};

use serde_json::Value;

use crate::project;

/// What a run came to.
#[derive(Debug)]
pub struct Run {
    /// The exit code; `None` when a signal ended it.
    pub exit: Option<i32>,
    /// Standard output.
    pub output: String,
    /// The lines of standard error.
    pub errors: Vec<String>,
}

impl Run {
    /// What `--json` printed.
    ///
    /// # Panics
    /// It is no JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.output).unwrap_or_else(|error| panic!("{error} in {self:?}"))
    }
}

/// The program: in `PLANCHE_BIN`, else built from this workspace.
pub fn path() -> &'static Path {
    static PROGRAM: LazyLock<PathBuf> =
        LazyLock::new(|| std::env::var_os("PLANCHE_BIN").map_or_else(build, PathBuf::from));
    &PROGRAM
}

/// A command that would run the program with the project's assets.
pub fn command<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(path());
    command.args(arguments).env("PLANCHE_ASSETS", project::assets());
    command
}

/// Runs the program.
pub fn planche<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Run {
    run(command(arguments), "")
}

/// Runs a command with that standard input.
///
/// # Panics
/// It cannot be started, or prints what is no UTF-8.
pub fn run(mut command: Command, input: &str) -> Run {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let mut stdin = child.stdin.take().expect("its standard input is a pipe");
    let output = thread::scope(|scope| {
        // A program that does not read its input closes the pipe, which is its right.
        scope.spawn(move || stdin.write_all(input.as_bytes()));
        child.wait_with_output().expect("a child that was started can be waited for")
    });
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints UTF-8");
    Run {
        exit: output.status.code(),
        output: text(output.stdout),
        errors: text(output.stderr).lines().map(str::to_owned).collect(),
    }
}

/// Builds it even when one is there: what is there may be older than the sources.
fn build() -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .current_dir(project::root())
        .args(["build", "--quiet", "--package", "planche-cli"])
        .status()
        .expect("Cargo runs the tests, so it can be run");
    assert!(built.success(), "the program does not build");
    project::target().join("debug").join(format!("planche{}", std::env::consts::EXE_SUFFIX))
}
