//! The rules of the model, seen from outside.

mod check;
mod edits;
mod formats;
mod history;
mod outline;
mod samples;
