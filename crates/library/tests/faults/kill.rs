//! A process that writes is killed at a random moment, many times over the same libraries.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    thread,
    time::Duration,
};

use crate::{
    counts::Counts,
    process::{self, Told},
    soundness,
};

/// How often one library is killed before another takes its turn: verifying it takes ever longer.
const KILLS_EACH: usize = 40;

/// How long after the last acknowledgement waited for the kill may come, in microseconds: several writes.
const LONGEST_DELAY: u64 = 60_000;

/// Says in what way the library held.
pub fn nothing_acknowledged_is_lost(counts: &Counts) -> String {
    let mut all = 0;
    for turn in (0..counts.kills).step_by(KILLS_EACH) {
        let folder = tempfile::tempdir().expect("a folder to work in");
        let mut acknowledged = 0;
        for trial in 0..KILLS_EACH.min(counts.kills - turn) {
            // One in four may be killed before it has opened the library.
            acknowledged = kill_a_writer(folder.path(), trial % 4).max(acknowledged);
            soundness::check(folder.path(), acknowledged).unwrap_or_else(|broken| panic!("{broken}"));
        }
        all += acknowledged;
    }
    format!("{all} writes acknowledged, {} kills", counts.kills)
}

/// Says in what way libraries opened after their maker was killed.
pub fn a_library_killed_at_birth_opens(counts: &Counts) -> String {
    for _ in 0..counts.births {
        let folder = tempfile::tempdir().expect("a folder to work in");
        let acknowledged = kill_a_writer(folder.path(), 0);
        soundness::check(folder.path(), acknowledged).unwrap_or_else(|broken| panic!("{broken}"));
    }
    format!("{} opened", counts.births)
}

/// Starts a writer, kills it a while after it acknowledged `heard` writes, answers with the last it acknowledged.
fn kill_a_writer(folder: &Path, heard: usize) -> u128 {
    let mut writer = process::command("writer", folder).spawn().expect("the program starts again");
    let mut output = BufReader::new(writer.stdout.take().expect("its output is piped"));
    let mut text = String::new();
    for _ in 0..heard {
        let length = output.read_line(&mut text).expect("acknowledgements are text");
        assert!(length > 0, "the writer gave up by itself");
    }
    thread::sleep(Duration::from_micros(fastrand::u64(..LONGEST_DELAY)));
    writer.kill().expect("the writer is there to be killed");
    writer.wait().expect("the writer ends");
    output.read_to_string(&mut text).expect("acknowledgements are text");
    let told = Told::read(&text);
    assert_eq!(told.refused, [""; 0], "a kill is no reason to refuse a write");
    told.acknowledged
}
