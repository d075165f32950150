//! A process whose calls of the system are watched, counted, failed or answered with a kill, by `strace`.

use std::{
    ffi::OsStr,
    fs,
    os::unix::process::ExitStatusExt,
    path::Path,
    process::{Command, ExitStatus, Output},
};

use crate::process::{self, Told};

/// What is said where there is no `strace`.
pub const UNAVAILABLE: &str = "NOT CHECKED, this system has no `strace` or forbids it";

/// The calls by which a library writes, each with the names it has on different processors.
pub const WRITING: [&str; 7] =
    ["pwrite64", "write", "fsync", "fdatasync", "?rename,?renameat,?renameat2", "?ftruncate", "?unlink,?unlinkat"];

/// What a watched process did.
pub struct Run {
    pub told: Told,
    pub status: ExitStatus,
    /// What it said of its own end.
    pub errors: String,
}

impl Run {
    /// Whether the fault was a kill, and it came.
    pub fn was_killed(&self) -> bool {
        self.status.signal() == Some(KILL)
    }
}

/// SIGKILL, which `strace` sends to itself too once it has seen it end a process.
const KILL: i32 = 9;

/// Lets the system stop the process at the calls that are watched and at no others. It is not for kills: `strace` 6.1
/// injects no signal then, and says nothing of it.
const AT_THOSE_ALONE: &str = "--seccomp-bpf";

/// Whether processes can be watched here.
pub fn is_available() -> bool {
    let tried = Command::new("strace").args(["-f", AT_THOSE_ALONE, "-o", "/dev/null", "true"]).output();
    tried.is_ok_and(|tried| tried.status.success())
}

/// Runs a role with a fault: what `strace` calls an injection, such as `fsync:error=EIO:when=3`.
pub fn run_with_fault(role: &str, folder: &Path, environment: &[(&str, &str)], fault: &str) -> Run {
    let calls = fault.split_once(':').map_or(fault, |(calls, _)| calls);
    let quicker = (!fault.contains("signal=")).then_some(AT_THOSE_ALONE);
    let (trace, inject) = (format!("trace={calls}"), format!("inject={fault}"));
    let words: Vec<&str> = ["-e", &trace, "-e", &inject, "-o", "/dev/null"].into_iter().chain(quicker).collect();
    read(start(&words, role, folder, environment))
}

/// Runs a role and answers with its calls, one a line, files and what is written to them included.
pub fn calls_of(role: &str, folder: &Path, environment: &[(&str, &str)], calls: &str) -> (Run, String) {
    let log = tempfile::NamedTempFile::new().expect("a file for the calls");
    let name = log.path().to_str().expect("the name of a passing file is text");
    let run = read(start(
        &[AT_THOSE_ALONE, "-y", "-s", "64", "-e", &format!("trace={calls}"), "-o", name],
        role,
        folder,
        environment,
    ));
    (run, fs::read_to_string(log.path()).expect("the calls are text"))
}

/// How many such calls a role makes.
pub fn count(role: &str, folder: &Path, environment: &[(&str, &str)], calls: &str) -> usize {
    calls_of(role, folder, environment, calls).1.lines().filter(|line| line.contains('(')).count()
}

fn start(words: &[&str], role: &str, folder: &Path, environment: &[(&str, &str)]) -> Output {
    let strace = ["strace", "-f", "-qq"].iter().chain(words).map(OsStr::new).collect::<Vec<_>>();
    let mut command = process::command_behind(&strace, role, folder);
    command.envs(environment.iter().copied()).output().expect("`strace` was there a moment ago")
}

fn read(output: Output) -> Run {
    let text = String::from_utf8(output.stdout).expect("acknowledgements are text");
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    Run { told: Told::read(&text), status: output.status, errors }
}
