//! What the renderer promises, seen from outside: each kind of item on every back end, read by independent readers.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod agree;
mod agree_effects;
mod effects;
mod encode;
mod pdf;
mod raster;
mod readers;
mod sample;
mod svg;
