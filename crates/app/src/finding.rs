//! Findings, for the command line, which knows only this crate.

pub use planche_model::{Finding, Place, Severity};
