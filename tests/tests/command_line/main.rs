//! `planche render` from outside: what it writes, what it says, how it ends.

mod bench;

mod arguments;
mod disks;
mod files;
mod pictures;
mod refusals;
