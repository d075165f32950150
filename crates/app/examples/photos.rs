//! The studio's side of `tests/bench`'s photographs. Prints one line of JSON a measure.
//!
//! `photos fit FOLDER OUT QUALITY`: cuts every photograph of a folder to 4:5 on one thread, read and written as the
//! command line does. `photos thumbnails FOLDER OUT QUALITY`: a hash and a thumbnail of each, as the library makes them.
//! `photos compare FOLDER OUT…`: how like a slow and careful cut the files of the same names are, by
//! SSIMULACRA2 (100 for alike).
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::{
    error::Error,
    fs,
    hint::black_box,
    path::{Path, PathBuf},
    sync::{Arc, atomic::AtomicBool},
    time::Instant,
};

use cpu_time::ProcessTime;
use fast_image_resize::{
    FilterType, ImageView, ResizeAlg, ResizeOptions, Resizer,
    images::{TypedImage, TypedImageRef},
    pixels::F32x4,
};
use fast_ssim2::{PixelDescriptor, PixelSlice, compute_ssimulacra2};
use planche_app::{
    Assets, Engine,
    fit::{Made, PhotoType, Request, Watcher, fit},
    wire::Problem,
};
use planche_library::Hash;
use planche_media::{Limits, decode, thumbnail};
use planche_render::{Pixels, encode};
use planche_scene::Image;
use serde_json::json;

type Failure = Box<dyn Error + Send + Sync>;

/// 1080 × 1350.
const FORMAT: &str = "ig_carousel_4_5";
const WIDTH: u32 = 1080;
const HEIGHT: u32 = 1350;
/// The longest side of a thumbnail, in px.
const THUMBNAIL: u32 = 256;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["fit", folder, out, quality] => measure(folder, out, quality.parse()?),
        ["thumbnails", folder, out, quality] => thumbnails(Path::new(folder), Path::new(out), quality.parse()?),
        ["compare", folder, outs @ ..] => compare(Path::new(folder), outs),
        _ => Err("say which: fit FOLDER OUT QUALITY, thumbnails FOLDER OUT QUALITY, or compare FOLDER OUT…".into()),
    }
}

#[derive(Default)]
struct Tally {
    count: usize,
    bytes: u64,
    problems: Vec<Problem>,
}

impl Watcher for Tally {
    fn begun(&mut self, _: usize) -> Result<(), Problem> {
        Ok(())
    }

    fn photograph(&mut self, made: Made) -> Result<(), Problem> {
        self.count += 1;
        self.bytes += made.files.iter().map(|file| file.bytes).sum::<u64>();
        self.problems.extend(made.problems);
        Ok(())
    }
}

fn measure(folder: &str, out: &str, quality: u8) -> Result<(), Failure> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
    let engine = Engine::new(Arc::new(Assets::load(&assets).map_err(told)?));
    let request = Request {
        inputs: vec![PathBuf::from(folder)],
        formats: vec![FORMAT.to_owned()],
        folder: PathBuf::from(out),
        file_type: PhotoType::Jpeg,
        quality,
        max_bytes: None,
        focus: [0.5, 0.5],
        keep: Vec::new(),
        threads: 1,
    };
    let mut tally = Tally::default();
    let (started, worked) = (Instant::now(), ProcessTime::now());
    fit(&engine, &request, &mut tally, &AtomicBool::new(false)).map_err(told)?;
    if let Some(problem) = tally.problems.into_iter().next() {
        return Err(told(problem));
    }
    let (seconds, cpu) = (started.elapsed().as_secs_f64(), worked.elapsed().as_secs_f64());
    let bytes = tally.bytes / tally.count as u64;
    println!("{}", json!({"name": "planche", "count": tally.count, "seconds": seconds, "cpu": cpu, "bytes": bytes}));
    Ok(())
}

#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
fn told(problem: Problem) -> Failure {
    format!("{}: {:?}", problem.code, problem.parameters).into()
}

fn thumbnails(folder: &Path, out: &Path, quality: u8) -> Result<(), Failure> {
    fs::create_dir_all(out)?;
    let entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    let worked = ProcessTime::now();
    for entry in &entries {
        let bytes = fs::read(entry.path())?;
        black_box(Hash::of(&bytes));
        let Image { width, height, pixels, .. } = thumbnail::of(&bytes, THUMBNAIL)?.image;
        let jpeg = encode::jpeg(&Pixels { width, height, rgba: pixels.to_vec() }, quality)?;
        fs::write(out.join(entry.file_name()), jpeg)?;
    }
    println!("{}", json!({"name": "planche", "count": entries.len(), "cpu": worked.elapsed().as_secs_f64()}));
    Ok(())
}

fn compare(folder: &Path, outs: &[&str]) -> Result<(), Failure> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::path);
    let mut scores = vec![Vec::new(); outs.len()];
    for entry in entries {
        let careful = careful_cuts(&decode(&fs::read(entry.path())?, WHOLE)?.image)?;
        for (out, scores) in outs.iter().zip(&mut scores) {
            let made = decode(&fs::read(Path::new(out).join(entry.file_name()))?, WHOLE)?.image;
            scores.push(likeness(&careful, &made)?);
        }
    }
    for (out, scores) in outs.iter().zip(scores) {
        let mean = scores.iter().sum::<f64>() / scores.len() as f64;
        let least = scores.iter().copied().fold(f64::INFINITY, f64::min);
        println!("{}", json!({"name": out, "count": scores.len(), "mean": mean, "least": least}));
    }
    Ok(())
}

/// Nothing is scaled down.
const WHOLE: Limits = Limits { file_side: 30_000, file_pixels: 1 << 28, codec_bytes: 1 << 30, side: u32::MAX };

/// How like the nearest of the careful cuts a file is.
fn likeness(careful: &[Vec<u8>], made: &Image) -> Result<f64, Failure> {
    let made = slice(&made.pixels)?;
    careful.iter().try_fold(f64::NEG_INFINITY, |best, cut| Ok(best.max(compute_ssimulacra2(&slice(cut)?, &made)?)))
}

fn slice(pixels: &[u8]) -> Result<PixelSlice<'_>, Failure> {
    Ok(PixelSlice::new(pixels, WIDTH, HEIGHT, WIDTH as usize * 4, PixelDescriptor::RGBA8_SRGB)?)
}

/// The middle of the whole picture, by floating point numbers. Where it falls between two pixels of the result, engines
/// differ by which they take: all three are right.
fn careful_cuts(source: &Image) -> Result<Vec<Vec<u8>>, Failure> {
    let levels: Vec<F32x4> =
        source.pixels.as_chunks::<4>().0.iter().map(|pixel| F32x4::new(pixel.map(f32::from))).collect();
    let from = TypedImageRef::new(source.width, source.height, &levels)?;
    let shifts: &[f64] = if is_between(source) { &[-0.5, 0.0, 0.5] } else { &[0.0] };
    shifts.iter().map(|shift| careful_cut(&from, *shift)).collect()
}

/// Pixels of the picture for each pixel of the result.
fn scale(width: u32, height: u32) -> f64 {
    (f64::from(width) / f64::from(WIDTH)).min(f64::from(height) / f64::from(HEIGHT))
}

fn is_between(source: &Image) -> bool {
    let scale = scale(source.width, source.height);
    let rest = |whole: u32, side: u32| f64::from(whole) / scale - f64::from(side);
    [rest(source.width, WIDTH), rest(source.height, HEIGHT)].iter().any(|rest| (rest / 2.0).fract().abs() > 0.01)
}

/// The middle, `shift` pixels of the result aside.
fn careful_cut(from: &TypedImageRef<'_, F32x4>, shift: f64) -> Result<Vec<u8>, Failure> {
    let (width, height) = (from.width(), from.height());
    let scale = scale(width, height);
    let [(left, across), (top, down)] = [(width, WIDTH), (height, HEIGHT)].map(|(whole, side)| {
        let whole = f64::from(whole);
        let part = (f64::from(side) * scale).min(whole);
        let start = ((whole - part) / 2.0 + shift * scale).clamp(0.0, whole - part);
        (start, part.min(whole - start))
    });
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .crop(left, top, across, down)
        .use_alpha(false);
    let mut to = TypedImage::<F32x4>::new(WIDTH, HEIGHT);
    Resizer::new().resize_typed(from, &mut to, &options)?;
    Ok(to.pixels().iter().flat_map(|pixel| pixel.0.map(|level| level.round().clamp(0.0, 255.0) as u8)).collect())
}
