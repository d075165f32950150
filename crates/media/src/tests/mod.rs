//! Files made here, damaged here; those that nothing here can write are in `pictures`. No network.

mod files;

mod bombs;
mod drawings;
mod embedded;
mod facts;
mod fits;
mod fonts;
mod formats;
mod looks;
mod photographs;
mod refusals;
mod thumbnails;
mod videos;
