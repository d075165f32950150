//! This program, started again as somebody else.

use std::{
    env,
    ffi::OsStr,
    path::Path,
    process::{Command, Stdio},
};

use crate::{FOLDER, ROLE};

/// What a process said, whole lines only: one that was being written when a kill came was heard by nobody.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The last write that it acknowledged; 0 for none.
    pub acknowledged: u128,
    /// What the library answered instead.
    pub refused: Vec<String>,
}

/// How an acknowledgement begins.
pub const ACKNOWLEDGED: &str = "acknowledged ";

/// How a refusal begins.
pub const REFUSED: &str = "refused ";

/// This program in that role, what it says being listened to.
pub fn command(role: &str, folder: &Path) -> Command {
    command_behind(&[], role, folder)
}

/// The same, started by another program.
pub fn command_behind(before: &[&OsStr], role: &str, folder: &Path) -> Command {
    let program = env::current_exe().expect("the program knows where it is");
    let mut words = before.iter().copied().chain([program.as_os_str()]);
    let mut command = Command::new(words.next().expect("there is at least this program"));
    command.args(words).env(ROLE, role).env(FOLDER, folder).stdout(Stdio::piped());
    command
}

impl Told {
    pub fn read(text: &str) -> Self {
        let mut told = Self::default();
        let (whole, _) = text.rsplit_once('\n').unwrap_or_default();
        for line in whole.lines() {
            if let Some(number) = line.strip_prefix(ACKNOWLEDGED) {
                told.acknowledged = number.parse().expect("a number");
            } else if let Some(error) = line.strip_prefix(REFUSED) {
                told.refused.push(error.to_owned());
            }
        }
        told
    }
}
