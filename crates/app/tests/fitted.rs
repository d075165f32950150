//! What fitted photographs carry of what is said of them, when that is asked for.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails, and says where")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, atomic::AtomicBool},
};

use planche_app::{
    Assets, Engine,
    fit::{Keep, Made, PhotoType, Request, Watcher, fit},
    wire::Problem,
};
use planche_media::facts::{self, Embedded, Facts, Place};
use tempfile::TempDir;

const FORMAT: &str = "ig_carousel_1_1";
const BOTH: &[Keep] = &[Keep::Credit, Keep::Alt];

struct Bench {
    engine: Engine,
    folder: TempDir,
}

#[derive(Default)]
struct Seen(Vec<Made>);

impl Watcher for Seen {
    fn begun(&mut self, _: usize) -> Result<(), Problem> {
        Ok(())
    }

    fn photograph(&mut self, made: Made) -> Result<(), Problem> {
        self.0.push(made);
        Ok(())
    }
}

impl Bench {
    /// With a photograph that says all there is to say.
    fn new() -> Self {
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
        let bowl = fs::read(assets.join("brands/maree-basse/photos/bol-varech.jpg")).unwrap();
        let engine = Engine::new(Arc::new(Assets::load(&assets).unwrap()));
        let bench = Self { engine, folder: TempDir::new().unwrap() };
        fs::write(bench.path("bol.jpg"), Embedded::of(&said()).unwrap().in_file(&bowl).unwrap()).unwrap();
        bench
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn fit(&self, keep: &[Keep], file_type: PhotoType, max_bytes: Option<u64>) -> Vec<u8> {
        let request = Request {
            inputs: vec![self.path("bol.jpg")],
            formats: vec![FORMAT.to_owned()],
            folder: self.path("out"),
            file_type,
            quality: 90,
            max_bytes,
            focus: [0.5, 0.5],
            keep: keep.to_vec(),
            threads: 1,
        };
        let mut seen = Seen::default();
        fit(&self.engine, &request, &mut seen, &AtomicBool::new(false)).unwrap();
        assert!(seen.0[0].problems.is_empty(), "{:?}", seen.0);
        fs::read(&seen.0[0].files[0].path).unwrap()
    }

    /// Whatever they are written as, files say this and nothing else.
    #[track_caller]
    fn check(&self, keep: &[Keep], expected: &Facts) {
        for file_type in [PhotoType::Jpeg, PhotoType::Png, PhotoType::Webp] {
            let file = self.fit(keep, file_type, None);
            assert_eq!(facts::read(&file), *expected, "{file_type:?}");
            for secret in ["PLACE-NAME", "2026-12-01", "GPSLatitude", "CreateDate"] {
                let holds = file.windows(secret.len()).any(|window| window == secret.as_bytes());
                assert!(!holds, "{file_type:?} holds {secret}");
            }
        }
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn credit() -> Facts {
    Facts {
        author: some("Anne-Laure Kerdoncuff"),
        credit: some("Marée basse"),
        copyright: some("© 2026 Kerdoncuff"),
        source: some("Atelier"),
        ..Facts::default()
    }
}

fn said() -> Facts {
    Facts {
        title: some("Bol"),
        caption: some("Grès"),
        alt: some("Un bol de grès < vert"),
        keywords: vec!["bol".to_owned()],
        taken: some("2026-12-01T10:30:00"),
        place: Some(Place { name: some("PLACE-NAME"), latitude: 47.5, longitude: -3.5 }),
        rating: Some(4),
        ..credit()
    }
}

#[test]
fn files_carry_what_was_asked_for_and_no_more() {
    let bench = Bench::new();
    bench.check(&[], &Facts::default());
    bench.check(&[Keep::Credit], &credit());
    bench.check(&[Keep::Alt], &Facts { alt: said().alt, ..Facts::default() });
    bench.check(BOTH, &Facts { alt: said().alt, ..credit() });
}

#[test]
fn what_lies_beside_the_photograph_is_carried_too() {
    let bench = Bench::new();
    let beside = Facts { alt: some("Un bol, vu de haut"), rating: Some(2), ..Facts::default() };
    fs::write(bench.path("bol.xmp"), facts::sidecar(&beside)).unwrap();
    bench.check(BOTH, &Facts { alt: beside.alt, ..credit() });
}

#[test]
fn a_limit_of_bytes_counts_what_is_carried() {
    let bench = Bench::new();
    let bare = bench.fit(&[], PhotoType::Jpeg, None).len() as u64;
    for limit in [bare, bare * 3 / 4, bare / 2] {
        let file = bench.fit(BOTH, PhotoType::Jpeg, Some(limit));
        assert!(file.len() as u64 <= limit, "{} of {limit}", file.len());
        assert_eq!(facts::read(&file).alt, said().alt);
    }
}

#[test]
fn a_photograph_of_which_nothing_is_said_is_as_bare_as_ever() {
    let bench = Bench::new();
    let bare = bench.fit(&[], PhotoType::Jpeg, None);
    let dated = Facts { taken: said().taken, ..Facts::default() };
    let embedded = Embedded::of(&dated).unwrap().in_file(&bare).unwrap();
    fs::write(bench.path("bol.jpg"), &embedded).unwrap();
    assert_eq!(bench.fit(BOTH, PhotoType::Jpeg, None), bench.fit(&[], PhotoType::Jpeg, None));
}
