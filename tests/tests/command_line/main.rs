//! The commands that make pages, from outside: what they write, what they say, how they end.

mod bench;
mod bulk;

mod arguments;
mod disks;
mod extremes;
mod files;
mod pictures;
mod refusals;
