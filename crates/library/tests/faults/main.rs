//! The library under kills and on a full disk.
//!
//! Each fault happens to another process, so this one starts itself again with [`ROLE`] saying what to be.

#[cfg(target_os = "linux")]
mod full;
mod kill;

#[expect(clippy::unwrap_used, reason = "what the tests keep is known to be sound")]
#[path = "../library/sample.rs"]
mod sample;

use std::{
    env,
    io::{self, Write},
    path::PathBuf,
};

/// What the process is to be; absent in the one that watches.
const ROLE: &str = "PLANCHE_FAULT_ROLE";

/// The folder it works in.
const FOLDER: &str = "PLANCHE_FAULT_FOLDER";

fn main() {
    let folder = || PathBuf::from(env::var_os(FOLDER).expect("the watching process names the folder"));
    match env::var(ROLE).as_deref() {
        Ok("writer") => kill::write_until_killed(&folder()),
        #[cfg(target_os = "linux")]
        Ok("cramped") => full::write_on_a_full_disk(&folder()),
        Ok(other) => panic!("`{other}` is no role"),
        Err(_) => watch(),
    }
}

fn watch() {
    say("nothing acknowledged is lost to kills", &kill::nothing_acknowledged_is_lost());
    say("a library killed at birth opens", &kill::a_library_killed_at_birth_opens());
    #[cfg(target_os = "linux")]
    say("a full disk loses nothing", &full::nothing_is_lost());
}

fn say(subject: &str, outcome: &str) {
    writeln!(io::stdout(), "{subject}: {outcome}").expect("the terminal takes a line");
}
