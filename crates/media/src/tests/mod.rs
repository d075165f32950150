//! Files made here, damaged here: no fixture, no network.

mod files;

mod bombs;
mod drawings;
mod fonts;
mod photographs;
mod refusals;
