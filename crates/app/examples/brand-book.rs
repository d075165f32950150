//! Writes the brand books of the sample brands, and each of their pages as a picture, to be looked at.
//!
//! `cargo run -p planche-app --example brand-book -- DIR`
#![expect(clippy::print_stdout, reason = "says what it wrote")]

use std::{
    error::Error,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::NaiveDate;
use planche_app::{
    Assets, Engine,
    book::{self, Edition},
    kit,
    pictures::{Folder, PictureStore},
    wire::Problem,
};
use planche_library::files;
use planche_model::{BrandId, Charter, Document, DocumentId, FormatId, outline};
use planche_render::encode;
use uuid::Uuid;

type Failure = Box<dyn Error>;

const BRANDS: [&str; 2] = ["maree-basse", "rustine"];
const LARGEST: u64 = 16 << 20;
/// How wide the pictures of the pages are, in px.
const WIDTH: u32 = 1280;

fn main() -> Result<(), Failure> {
    let out = PathBuf::from(std::env::args().nth(1).ok_or("say where: cargo run --example brand-book -- DIR")?);
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
    let engine = Engine::new(Arc::new(Assets::load(&assets).map_err(told)?));
    files::create_folder(&out)?;
    for brand in BRANDS {
        write(&engine, &assets.join("brands").join(brand), &out.join(brand))?;
        println!("{}", out.join(brand).display());
    }
    Ok(())
}

/// The book of the brand in `folder`, as `stem.pdf` and `stem-01.png`.
fn write(engine: &Engine, folder: &Path, stem: &Path) -> Result<(), Failure> {
    let read = |name: &str| files::read(&folder.join(name), LARGEST).map_err(|_| Problem::new("missingFile"));
    let text = |name: &str| Ok::<_, Failure>(String::from_utf8(read(name).map_err(told)?)?);
    let kit = kit::build(Charter::parse(&text("charter.json")?)?, &engine.assets, read).map_err(told)?;
    let (documents, pictures) = ([document(&text("creation.md")?)], PictureStore::new(Folder(folder.to_owned())));
    let date = NaiveDate::from_ymd_opt(2026, 11, 12).ok_or("a day of the calendar")?;
    let edition = Edition { number: Some(4), date, documents: &documents, pictures: &pictures };
    files::write(&stem.with_extension("pdf"), &book::book(engine, &kit, edition).map_err(told)?)?;
    for (at, scene) in book::pages(engine, &kit, edition).map_err(told)?.iter().enumerate() {
        let pixels = engine.work(|bench| bench.rasterizer.draw(scene, WIDTH))?;
        let path = PathBuf::from(format!("{}-{:02}.png", stem.display(), at + 1));
        files::write(&path, &encode::png(&pixels, encode::PngEffort::Fast))?;
    }
    Ok(())
}

fn document(text: &str) -> Document {
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let format = FormatId::from("ig_carousel_4_5");
    let (document, brand) = (DocumentId(Uuid::nil()), BrandId(Uuid::nil()));
    outline::build(outline::parse(text), document, brand, format.clone(), vec![format], &mut ids)
}

#[expect(clippy::needless_pass_by_value, reason = "it is what errors are mapped with")]
fn told(problem: Problem) -> Failure {
    format!("{}: {:?}", problem.code, problem.parameters).into()
}
