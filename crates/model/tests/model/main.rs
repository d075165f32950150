//! The rules of the model, seen from outside.

mod charters;
mod check;
mod edits;
mod formats;
mod history;
mod outline;
mod proposal;
mod samples;
