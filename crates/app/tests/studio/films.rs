//! Films longer than the memory: they pass through in pieces.

use std::{
    fs::{self, File},
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use planche_app::wire::JobState;
use serde_json::json;
use tempfile::TempDir;

use crate::Bench;

/// More than a photograph's file may have, in bytes.
const LENGTH: u64 = 600 << 20;

fn atom(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&u32::try_from(content.len() + 8).unwrap().to_be_bytes(), kind.as_slice(), content].concat()
}

/// What a phone writes at the end of a film: how long it is, and one track of 1920 × 1080 pixels.
fn headers() -> Vec<u8> {
    let upright = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000_u32].map(u32::to_be_bytes).concat();
    let length = [[0; 12].as_slice(), &1000_u32.to_be_bytes(), &90_000_u32.to_be_bytes(), &[0; 80]].concat();
    let size = [1920_u32 << 16, 1080 << 16].map(u32::to_be_bytes).concat();
    let track = [[0; 40].as_slice(), &upright, &size].concat();
    let handler = [[0; 8].as_slice(), b"vide", &[0; 12], b"camera\0"].concat();
    let track = atom(b"trak", &[atom(b"tkhd", &track), atom(b"mdia", &atom(b"hdlr", &handler))].concat());
    atom(b"moov", &[atom(b"mvhd", &length), track].concat())
}

/// A film of which the disk keeps only the headers: its pictures are zeros.
fn film(folder: &Path) -> PathBuf {
    let path = folder.join("atelier.mp4");
    let mut file = File::create(&path).unwrap();
    let start = atom(b"ftyp", b"isom\0\0\x02\0isommp42");
    let pictures = u32::try_from(LENGTH).unwrap().to_be_bytes();
    file.write_all(&[&start, pictures.as_slice(), b"mdat"].concat()).unwrap();
    file.seek(SeekFrom::Start(start.len() as u64 + LENGTH)).unwrap();
    file.write_all(&headers()).unwrap();
    path
}

/// A film without pictures.
pub fn short_film(path: &Path) {
    fs::write(path, [atom(b"ftyp", b"isom\0\0\x02\0isommp42"), headers()].concat()).unwrap();
}

fn blobs(bench: &Bench) -> Vec<PathBuf> {
    let list = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let inside = |path: PathBuf| if path.is_dir() { list(path) } else { vec![path] };
    list(bench.folder.path().join("blobs")).into_iter().flat_map(inside).collect()
}

#[test]
fn a_long_film_comes_in_and_goes_out_again() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), TempDir::new().unwrap());
    let film = film(folder.path());
    let length = film.metadata().unwrap().len();
    let job = bench.import(brand, &[&film]);
    assert_eq!((job.state, job.imported, job.failed), (JobState::Done, 1, vec![]));
    let card = &bench.find(brand, json!({ "kinds": ["video"] }))[0];
    assert_eq!((&card["name"], &card["width"], &card["height"]), (&json!("atelier.mp4"), &json!(1920), &json!(1080)));
    assert_eq!(bench.call("asset", json!({ "asset": card["id"] }))["bytes"], length);
    assert_eq!(bench.call("verify", json!({}))["problems"], json!([]));
    let again = bench.import(brand, &[&film]);
    assert_eq!((again.merged, blobs(&bench).len()), (1, 1), "it is there once");
    let out = folder.path().join("out");
    bench.studio().leave(planche_app::id::BrandId(brand), &out).unwrap();
    assert_eq!(out.join("atelier.mp4").metadata().unwrap().len(), length);
}

#[test]
fn a_long_film_that_is_not_wanted_any_more_leaves_nothing() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), TempDir::new().unwrap());
    let film = film(folder.path());
    let job = bench.call("startImport", json!({ "brand": brand, "paths": [film] }));
    let deadline = Instant::now() + Duration::from_secs(60);
    while blobs(&bench).is_empty() {
        assert!(Instant::now() < deadline, "the film does not come in");
        thread::sleep(Duration::from_millis(1));
    }
    bench.call("cancelImport", json!({ "job": job["id"] }));
    let ended = bench.imported(job["id"].as_str().unwrap().parse().unwrap());
    assert_eq!((ended.state, ended.imported, ended.failed), (JobState::Cancelled, 0, vec![]));
    assert_eq!(blobs(&bench), Vec::<PathBuf>::new());
    assert_eq!(bench.find(brand, json!({})).len(), 0);
}
