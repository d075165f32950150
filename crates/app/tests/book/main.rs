//! The brand book: what it says, where its words stand, and whether they can be read.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails, and says where")]

mod brands;
mod words;

use std::{
    io::Write as _,
    process::{Command, Stdio},
    sync::Arc,
};

use chrono::NaiveDate;
use planche_app::{
    Assets, Engine,
    book::{self, Edition},
    pictures::{Folder, PictureStore},
};
use planche_layout::{BrandKit, Pictures};
use planche_model::Document;
use planche_scene::Scene;

use brands::{Brand, arabic, difficult, german, overfull, root, sample, sparse};
use words::{Line, collisions, lines, readable, squeezed};

fn engine() -> Engine {
    Engine::new(Arc::new(Assets::load(&root()).unwrap()))
}

fn edition<'a>(documents: &'a [Document], pictures: &'a dyn Pictures) -> Edition<'a> {
    Edition { number: Some(4), date: NaiveDate::from_ymd_opt(2026, 11, 12).unwrap(), documents, pictures }
}

fn made<T>(brand: &Brand, make: impl FnOnce(&BrandKit, Edition<'_>) -> T) -> T {
    let pictures = PictureStore::new(Folder(brand.folder.clone()));
    make(&brand.kit, edition(&brand.documents, &pictures))
}

fn pages(engine: &Engine, brand: &Brand) -> Vec<Scene> {
    made(brand, |kit, edition| book::pages(engine, kit, edition).unwrap())
}

fn file(engine: &Engine, brand: &Brand) -> Vec<u8> {
    made(brand, |kit, edition| book::book(engine, kit, edition).unwrap())
}

fn brands(engine: &Engine) -> Vec<Brand> {
    let samples = ["maree-basse", "rustine"].map(|name| sample(engine, name));
    let difficult = ["arabic", "german", "loud", "night", "snow"].map(|name| difficult(engine, name));
    let others = [sparse(engine), overfull(engine, "fr"), overfull(engine, "en"), german(engine), arabic(engine)];
    samples.into_iter().chain(difficult).chain(others).collect()
}

#[test]
fn words_stand_on_their_page_and_on_nothing_else() {
    let engine = engine();
    for brand in brands(&engine) {
        for (number, scene) in (1..).zip(pages(&engine, &brand)) {
            let lines = lines(&scene);
            let page = scene.size.to_rect();
            let out = |line: &&Line| !(page.inflate(1.0, 1.0).contains_rect(line.area));
            let strays: Vec<&Line> = lines.iter().filter(out).collect();
            assert!(strays.is_empty(), "{}, page {number}: {strays:?}", brand.name());
            let collisions = collisions(&lines);
            assert!(collisions.is_empty(), "{}, page {number}: {collisions:?}", brand.name());
        }
    }
}

#[test]
fn words_can_be_read_on_what_is_under_them() {
    let engine = engine();
    for brand in brands(&engine) {
        for (number, scene) in (1..).zip(pages(&engine, &brand)) {
            let weak = engine.work(|bench| readable(&scene, &mut bench.rasterizer));
            assert!(weak.is_empty(), "{}, page {number}: {weak:?}", brand.name());
        }
    }
}

#[test]
fn a_book_says_all_that_the_charter_says_and_has_no_page_for_the_rest() {
    let engine = engine();
    let check = |brand: &Brand, least: usize, most: usize| {
        let pages = pages(&engine, brand);
        assert!((least..=most).contains(&pages.len()), "{}: {} pages", brand.name(), pages.len());
        let said: String = pages.iter().flat_map(lines).map(|line| line.words).collect();
        let missing: Vec<String> = brand.words().into_iter().filter(|words| !said.contains(&squeezed(words))).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", brand.name());
    };
    check(&sample(&engine, "maree-basse"), 20, 28);
    check(&sample(&engine, "rustine"), 20, 28);
    check(&sparse(&engine), 6, 9);
    check(&overfull(&engine, "fr"), 60, 160);
    check(&overfull(&engine, "en"), 60, 160);
    check(&arabic(&engine), 8, 28);
}

#[test]
fn a_book_is_a_file_that_readers_take() {
    let engine = engine();
    for brand in brands(&engine) {
        let bytes = file(&engine, &brand);
        assert!(bytes.starts_with(b"%PDF-"));
        let count = pages(&engine, &brand).len();
        if let Some(said) = read(Command::new("qpdf").args(["--show-npages", "-"]), &bytes) {
            assert_eq!(said.trim(), count.to_string(), "{}", brand.name());
        }
        if let Some(said) = read(Command::new("pdftotext").args(["-raw", "-enc", "UTF-8", "-", "-"]), &bytes) {
            let said = squeezed(&said);
            let terms = &brand.kit.charter.editorial.vocabulary;
            for term in terms.iter().filter(|_| brand.kit.charter.language != "ar") {
                assert!(said.contains(&squeezed(&term.avoid)), "{}: {}", brand.name(), term.avoid);
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_labels() {
    let labels = |language: &str| {
        let path = root().join("book").join(language).with_extension("json");
        let all: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let names = |part: &str| all[part].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        (names("words"), names("networks"), all["months"].as_array().unwrap().len())
    };
    assert_eq!(labels("fr"), labels("en"));
    assert_eq!(labels("fr").2, 12);
}

#[test]
fn one_edition_is_always_the_same_bytes() {
    let engine = engine();
    let brand = sample(&engine, "rustine");
    assert!(file(&engine, &brand) == file(&engine, &brand));
}

/// What a program says of a file; `None` where it is not installed. `-` stands for a passing file.
fn read(command: &mut Command, bytes: &[u8]) -> Option<String> {
    let mut passing = tempfile::NamedTempFile::new().unwrap();
    passing.write_all(bytes).unwrap();
    let arguments: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
    let mut told = Command::new(command.get_program());
    let mut is_named = false;
    for argument in arguments {
        let is_file = argument == "-" && !is_named;
        is_named |= is_file;
        if is_file {
            told.arg(passing.path())
        } else {
            told.arg(argument)
        };
    }
    let answer = told.stderr(Stdio::piped()).output().ok()?;
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    Some(String::from_utf8_lossy(&answer.stdout).into_owned())
}
