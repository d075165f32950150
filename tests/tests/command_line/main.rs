//! The commands from outside: what they write, what they say, how they end.

mod bench;
mod camera;

mod bulk;
mod photo;

mod arguments;
mod brands;
mod disks;
mod documents;
mod extremes;
mod files;
mod library;
mod own_formats;
mod pictures;
mod privacy;
mod refusals;
