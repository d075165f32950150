//! The rules of the model, seen from outside.

mod check;
mod edits;
mod history;
mod outline;
mod samples;
