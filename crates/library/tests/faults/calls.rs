//! The calls by which a library writes: each may be the last one, and each may fail.

use std::{collections::BTreeSet, path::Path};

use tempfile::TempDir;

use crate::{
    counts::Counts,
    migrated::{self, Haste, Old, Original},
    restored::{self, Lost},
    soundness::{self, Held, require},
    trace::{self, Run, UNAVAILABLE, WRITING},
    writer,
};

/// How many writes a process does that is to be killed at one of its calls: with a backup among them.
pub const WRITES: (&str, &str) = (writer::WRITES, "4");

/// What fails, how, and the first of its calls that may: those before are the system's own, to start the process.
const FAILURES: [(&str, &str, usize); 9] = [
    ("pwrite64", "ENOSPC", 1),
    ("pwrite64", "EIO", 1),
    ("write", "ENOSPC", 1),
    ("fsync", "EIO", 1),
    ("fdatasync", "EIO", 1),
    ("?rename,?renameat,?renameat2", "EACCES", 1),
    ("?unlink,?unlinkat", "EACCES", 1),
    ("openat", "EMFILE", 30),
    ("openat", "EACCES", 30),
];

/// How many calls in a row fail, at most.
const LONGEST: usize = 4;

/// Says in what way the library held.
pub fn a_kill_loses_nothing(counts: &Counts) -> String {
    if !trace::is_available() {
        return UNAVAILABLE.to_owned();
    }
    let each = counts.calls.div_ceil(WRITING.len());
    let mut tried = 0;
    for calls in WRITING {
        for number in numbers(counted(calls), each) {
            let killed = kill_at(calls, number, &[]);
            let killed = killed.unwrap_or_else(|broken| panic!("killed at {calls} {number}: {broken}"));
            assert!(killed, "nobody was killed at {calls} {number}");
            tried += 1;
        }
    }
    format!("{tried} kills, each at another call")
}

/// Says in what way the library held.
pub fn a_kill_while_restoring_loses_nothing(counts: &Counts) -> String {
    if !trace::is_available() {
        return UNAVAILABLE.to_owned();
    }
    let each = counts.calls.div_ceil(4 * WRITING.len());
    let mut tried = 0;
    for lost in Lost::ALL {
        for calls in WRITING {
            let all = trace::count("restorer", restored::lost(lost).path(), &[], calls);
            for number in numbers(all, each) {
                kill_restoring_at(lost, calls, number)
                    .unwrap_or_else(|broken| panic!("{lost:?}, killed at {calls} {number}: {broken}"));
                tried += 1;
            }
        }
    }
    format!("{tried} kills, each at another call")
}

/// Says in what way the library held.
pub fn a_kill_while_migrating_loses_nothing(counts: &Counts) -> String {
    if !trace::is_available() {
        return UNAVAILABLE.to_owned();
    }
    let each = counts.calls.div_ceil(2 * WRITING.len());
    let mut tried = 0;
    for old in Old::ALL {
        let original = Original::new(old, counts.migrated);
        for calls in WRITING {
            let all = trace::count("migrator", original.copy().path(), &[], calls);
            for number in numbers(all, each) {
                kill_migrating_at(&original, calls, number, &[])
                    .unwrap_or_else(|broken| panic!("{old:?}, killed at {calls} {number}: {broken}"));
                tried += 1;
            }
        }
    }
    let caught = Haste::ALL.map(|haste| format!("{} by kill {}", haste.word(), catch(haste)));
    format!("{tried} kills, each at another call; caught {}", caught.join(", "))
}

/// Says in what way the library held.
pub fn a_failure_loses_nothing(counts: &Counts) -> String {
    if !trace::is_available() {
        return UNAVAILABLE.to_owned();
    }
    let (mut tried, mut refused) = (0, 0);
    for (calls, error, first) in FAILURES {
        let last = counted(calls).max(first);
        for _ in 0..counts.failures.div_ceil(FAILURES.len()) {
            let number = fastrand::usize(first..=last);
            let window = format!("{number}..{}", number + fastrand::usize(..LONGEST));
            refused += fail_at(calls, error, &window, &[])
                .unwrap_or_else(|broken| panic!("{error} at {calls} {window}: {broken}"));
            tried += 1;
        }
    }
    format!("{tried} windows of calls failed, {refused} refusals, every write done in the end")
}

/// Kills a writer at one of its calls; what it acknowledged must be there. Answers with whether it made so many.
pub fn kill_at(calls: &str, number: usize, environment: &[(&str, &str)]) -> Result<bool, String> {
    let folder = tempfile::tempdir().expect("a folder to work in");
    let run = run(folder.path(), environment, &format!("{calls}:signal=SIGKILL:when={number}"));
    require(run.told.refused.is_empty(), || format!("refused {:?}", run.told.refused))?;
    soundness::check(folder.path(), run.told.acknowledged).map(|()| run.was_killed())
}

/// Fails some calls of a writer; everything must be written in the end, and the refusals say why. Answers with how many
/// there were.
pub fn fail_at(calls: &str, error: &str, window: &str, environment: &[(&str, &str)]) -> Result<usize, String> {
    let folder = tempfile::tempdir().expect("a folder to work in");
    let run = run(folder.path(), environment, &format!("{calls}:error={error}:when={window}"));
    require(run.status.success(), || format!("the writer ended with {}: {}", run.status, run.errors))?;
    let is_full = |refusal: &String| refusal.starts_with("DiskFull");
    let is_told = error != "ENOSPC" || run.told.refused.iter().all(is_full);
    require(is_told, || format!("a full disk is not {:?}", run.told.refused))?;
    let is_typed = !run.told.refused.iter().any(|refusal| refusal.starts_with("Database"));
    require(is_typed, || format!("a failing disk is not {:?}", run.told.refused))?;
    soundness::check(folder.path(), run.told.acknowledged).map(|()| run.told.refused.len())
}

/// How many such calls a writer makes.
pub fn counted(calls: &str) -> usize {
    let folder = tempfile::tempdir().expect("a folder to work in");
    trace::count("writer", folder.path(), &[WRITES], calls)
}

fn run(folder: &Path, environment: &[(&str, &str)], fault: &str) -> Run {
    trace::run_with_fault("writer", folder, &[&[WRITES], environment].concat(), fault)
}

fn kill_restoring_at(lost: Lost, calls: &str, number: usize) -> Held {
    let folder: TempDir = restored::lost(lost);
    let run = trace::run_with_fault("restorer", folder.path(), &[], &format!("{calls}:signal=SIGKILL:when={number}"));
    require(run.was_killed(), || "nobody was killed".to_owned())?;
    restored::check_interrupted(folder.path(), lost)
}

fn kill_migrating_at(original: &Original, calls: &str, number: usize, environment: &[(&str, &str)]) -> Held {
    let folder = original.copy();
    let fault = format!("{calls}:signal=SIGKILL:when={number}");
    let run = trace::run_with_fault("migrator", folder.path(), environment, &fault);
    assert!(run.was_killed(), "nobody was killed at {calls} {number}");
    original.check(folder.path())
}

/// How many kills it takes to catch somebody in haste.
fn catch(haste: Haste) -> usize {
    let original = Original::new(Old::Frozen(1), 0);
    let word = haste.word();
    let environment = [(migrated::SABOTAGE, word.as_str())];
    let all = trace::count("migrator", original.copy().path(), &environment, "pwrite64");
    let mut numbers: Vec<usize> = (1..=all).collect();
    fastrand::shuffle(&mut numbers);
    let caught =
        numbers.iter().position(|number| kill_migrating_at(&original, "pwrite64", *number, &environment).is_err());
    caught.unwrap_or_else(|| panic!("nobody caught {haste:?}")) + 1
}

/// All of 1 to `all`, or so many of them.
fn numbers(all: usize, wanted: usize) -> BTreeSet<usize> {
    let mut numbers: Vec<usize> = (1..=all).collect();
    fastrand::shuffle(&mut numbers);
    numbers.into_iter().take(wanted).collect()
}
