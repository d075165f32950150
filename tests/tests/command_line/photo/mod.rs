//! `planche photo fit` from outside: photographs in, a folder of them for each format out.

mod files;
mod likeness;
mod privacy;
mod refusals;

use std::{fs, process::Command};

use planche_tests::{
    program::{self, Run},
    project,
};

use crate::bench::Bench;

/// A photograph of the samples: 850 × 680.
pub fn bowl() -> Vec<u8> {
    fs::read(project::brand("maree-basse").join("photos/bol-varech.jpg")).expect("it is a sample")
}

fn command(bench: &Bench, arguments: &[&str]) -> Command {
    let mut command = bench.command("photo");
    command.args(["fit", "--out", "out"]).args(arguments);
    command
}

fn fit(bench: &Bench, arguments: &[&str]) -> Run {
    program::run(command(bench, arguments), "")
}

/// The files that were made, without what the program keeps for itself.
fn made(bench: &Bench) -> Vec<String> {
    let mut files = bench.files("out");
    files.retain(|file| !file.starts_with(".planche-photos/"));
    files
}

/// A PNG of so many pixels, each as told.
pub fn png(width: u32, height: u32, color: impl Fn(u32, u32) -> [u8; 3]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let pixels: Vec<u8> =
        (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).flat_map(|(x, y)| color(x, y)).collect();
    encoder
        .write_header()
        .expect("a header is always written")
        .write_image_data(&pixels)
        .expect("all pixels are there");
    bytes
}

/// `jpeg` with a segment of its own right after the start marker.
pub fn with_segment(jpeg: &[u8], marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).expect("a segment is short").to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, payload, &jpeg[2..]].concat()
}
