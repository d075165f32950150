//! Files of strangers, damaged and made to harm, read in every way that there is.
//!
//! A codec may end the program, take all its memory or never come back, so that other processes read: this one starts
//! itself again with [`ROLE`] saying what to be.

mod counts;
mod damage;
mod process;
mod reader;
mod seeds;

mod bombs;
mod drawings;
mod hostile;
mod metadata;

use std::{
    env,
    io::{self, Write},
};

use self::counts::Counts;

/// What the process is to be; absent in the one that watches.
const ROLE: &str = "PLANCHE_FAULT_ROLE";

/// What is tried, and what says in what way the readers held.
type Proof = (&'static str, fn(&Counts) -> String);

const PROOFS: [Proof; 6] = [
    ("whole files are read", process::whole_files_are_read),
    ("damaged files harm nobody", process::damaged_files_harm_nobody),
    ("files made to harm harm nobody", process::bombs_harm_nobody),
    ("drawings bring in nothing from outside", drawings::bring_in_nothing),
    ("drawings open nothing and call nobody", drawings::open_nothing),
    ("readers that do harm are caught", process::harm_is_caught),
];

fn main() {
    match env::var(ROLE).as_deref() {
        Ok("reader") => process::read_as_told(),
        Ok("draughtsman") => drawings::read_between_marks(),
        Ok(other) => panic!("`{other}` is no role"),
        Err(_) => watch(),
    }
}

/// Tries everything, or what has the word given on the command line in its name.
fn watch() {
    let counts = counts::counts();
    let wanted = env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    for (subject, prove) in PROOFS {
        if subject.contains(&wanted) {
            say(&format!("{subject}: {}", prove(&counts)));
        }
    }
}

fn say(line: &str) {
    writeln!(io::stdout(), "{line}").expect("the watching process listens");
}
