//! Files made here, damaged here: no fixture, no network.

mod files;

mod drawings;
mod photographs;
mod refusals;
