//! What the black-box tests stand on: the project's files, the program, pictures.
//!
//! Nothing here knows a crate of ours: the tests see the project as a person or another program does.

pub mod picture;
pub mod program;
pub mod project;
pub mod rust;

use std::io::{Write, stderr};

/// Fails with what broke the rule, a line each.
///
/// # Panics
/// Something did.
#[track_caller]
pub fn expect_none(rule: &str, offences: impl IntoIterator<Item = String>) {
    let offences: Vec<String> = offences.into_iter().collect();
    assert!(offences.is_empty(), "{rule}:\n  {}", offences.join("\n  "));
}

/// Tells what could not be looked at on this machine.
///
/// # Panics
/// Standard error is closed.
pub fn not_checked(what: &str) {
    // Not through `eprintln!`, which a passing test keeps to itself.
    writeln!(stderr(), "NOT CHECKED: {what}").expect("standard error takes a line");
}
