//! The library under kills, failures of the disk, damage and haste.
//!
//! Faults happen to other processes, so this one starts itself again with [`ROLE`] saying what to be.

mod counts;
mod crowd;
mod process;
mod rows;
mod soundness;
mod whole;
mod writer;

mod damaged;
mod instances;
mod kill;
mod large;
mod migrated;
mod restored;

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod durable;
#[cfg(target_os = "linux")]
mod full;
#[cfg(target_os = "linux")]
mod saboteurs;
#[cfg(target_os = "linux")]
mod trace;

#[expect(clippy::unwrap_used, reason = "what the tests keep is known to be sound")]
#[path = "../library/sample.rs"]
mod sample;

use std::{
    env,
    io::{self, Write},
    path::PathBuf,
    time::Instant,
};

use self::counts::Counts;

/// What the process is to be; absent in the one that watches.
const ROLE: &str = "PLANCHE_FAULT_ROLE";

/// The folder it works in.
const FOLDER: &str = "PLANCHE_FAULT_FOLDER";

/// What is tried, and what says in what way the library held.
type Proof = (&'static str, fn(&Counts) -> String);

const EVERYWHERE: [Proof; 7] = [
    ("nothing acknowledged is lost to kills", kill::nothing_acknowledged_is_lost),
    ("a library killed at birth opens", kill::a_library_killed_at_birth_opens),
    ("a library killed while it is migrated is the old one or the new one", migrated::a_kill_leaves_the_old_or_the_new),
    ("a damaged database is refused and left alone", damaged::a_damaged_database_is_refused),
    ("a lost library comes back from its backup", restored::a_lost_library_comes_back),
    ("a library of thousands counts what is there", large::it_counts_what_is_there),
    ("one of many instances has the library", instances::one_has_the_library),
];

#[cfg(target_os = "linux")]
const WHERE_IT_CAN_BE_TRIED: [Proof; 7] = [
    ("a full disk loses nothing", full::nothing_is_lost),
    ("nothing is acknowledged before it is durable", durable::nothing_is_acknowledged_early),
    ("a kill at any call of the system loses nothing", calls::a_kill_loses_nothing),
    ("a kill while a backup is restored loses nothing", calls::a_kill_while_restoring_loses_nothing),
    (
        "a library killed while it is migrated, at any call of the system, loses nothing",
        calls::a_kill_while_migrating_loses_nothing,
    ),
    ("a call that fails loses nothing", calls::a_failure_loses_nothing),
    ("those who cut corners are caught", saboteurs::are_caught),
];

#[cfg(not(target_os = "linux"))]
const WHERE_IT_CAN_BE_TRIED: [Proof; 0] = [];

fn main() {
    let folder = || PathBuf::from(env::var_os(FOLDER).expect("the watching process names the folder"));
    match env::var(ROLE).as_deref() {
        Ok("writer") => writer::write(&folder()),
        Ok("restorer") => restored::restore(&folder()),
        Ok("migrator") => migrated::migrate(&folder()),
        Ok("opener") => instances::open(&folder()),
        #[cfg(target_os = "linux")]
        Ok("cramped") => full::write_on_a_full_disk(&folder(), &counts::counts()),
        Ok(other) => panic!("`{other}` is no role"),
        Err(_) => watch(),
    }
}

/// Tries everything, or what has the word given on the command line in its name.
fn watch() {
    let counts = counts::counts();
    let wanted = env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    for (subject, prove) in EVERYWHERE.into_iter().chain(WHERE_IT_CAN_BE_TRIED) {
        if subject.contains(&wanted) {
            let begun = Instant::now();
            let outcome = prove(&counts);
            say(&format!("{subject}: {outcome} ({:.1} s)", begun.elapsed().as_secs_f32()));
        }
    }
}

fn say(line: &str) {
    writeln!(io::stdout(), "{line}").expect("the terminal takes a line");
}
