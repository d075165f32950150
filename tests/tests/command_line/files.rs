//! What is written when all goes well.

use std::{fs, fs::File, io::BufReader};

use planche_tests::{picture::Picture, program::Run, project};
use serde_json::Value;

use crate::bench::{Bench, CALL, Call, Expected, FILES, text_at};

const PAGES: [&str; 7] = ["01-couverture", "02-chiffre", "03-point", "04-liste", "05-citation", "06-point", "07-appel"];
const FORMATS: &str = "ig_carousel_4_5,ig_story,li_document_1_1,x_image_16_9";
/// The formats of [`FORMATS`] that are images, with their size in px.
const IMAGES: [(&str, usize, usize); 3] =
    [("ig_carousel_4_5", 1080, 1350), ("ig_story", 1080, 1920), ("x_image_16_9", 1600, 900)];
const DOCUMENT: &str = "li_document_1_1/oui-vos-bols-vont-au-four.pdf";
/// The sample has seven pages and X takes four.
const TOO_MANY: &str = "review: x_image_16_9: 7 pages, 4 at most";

/// Renders the sample, which is not on the bench.
fn sample(bench: &Bench, out: &str, more: &[&str]) -> Run {
    let brand = project::brand("maree-basse");
    let path = |name: &str| brand.join(name).to_string_lossy().into_owned();
    bench.render(Call {
        charter: &path("charter.json"),
        outline: &path("creation.md"),
        formats: FORMATS,
        out,
        more,
        input: "",
    })
}

#[test]
fn the_sample_comes_out_in_four_formats() {
    let bench = Bench::new();
    let run = sample(&bench, "out", &[]);
    assert_eq!((run.exit, run.errors), (Some(0), vec![TOO_MANY.to_owned()]));
    assert_eq!(bench.files("out"), expected_files());
    for (format, width, height) in IMAGES {
        for page in PAGES {
            let picture = Picture::read(&bench.path(&format!("out/{format}/{page}.png")));
            assert_eq!((picture.width, picture.height), (width, height), "{format}/{page}");
        }
    }
}

fn expected_files() -> Vec<String> {
    let images = IMAGES.iter().flat_map(|(format, ..)| PAGES.map(|page| format!("{format}/{page}.png")));
    let mut files: Vec<String> = images.chain([DOCUMENT.to_owned()]).collect();
    files.sort();
    files
}

#[test]
fn the_same_words_give_the_same_bytes() {
    let bench = Bench::new();
    for (out, jobs) in [("one", "1"), ("four", "4"), ("again", "4")] {
        assert_eq!(sample(&bench, out, &["--jobs", jobs, "--scale", "0.25"]).exit, Some(0));
    }
    let one = bench.contents("one");
    assert_eq!(one.len(), 22);
    assert!(one == bench.contents("four"), "the number of threads changes the bytes");
    assert!(one == bench.contents("again"), "two runs give two results");
}

#[test]
fn a_png_says_that_its_colours_are_srgb() {
    let bench = Bench::new();
    bench.check(CALL, Expected { exit: 0, errors: &[], files: FILES });
    for file in FILES {
        let file = File::open(bench.path("out").join(file)).unwrap();
        let reader = png::Decoder::new(BufReader::new(file)).read_info().unwrap();
        assert!(reader.info().srgb.is_some());
    }
}

#[test]
fn each_type_has_its_files_and_its_first_bytes() {
    let check = |file_type: &str, files: &[&str], first: &[u8], errors: &[&str]| {
        let bench = Bench::new();
        let more = ["--scale", "0.1", "--as", file_type];
        bench.check(Call { more: &more, ..CALL }, Expected { exit: 0, errors, files });
        for (name, bytes) in bench.contents("out") {
            assert!(bytes.starts_with(first), "{name} does not begin as {file_type} does");
        }
    };
    check("png", FILES, b"\x89PNG\r\n\x1a\n", &[]);
    check("jpeg", &["ig_carousel_4_5/01-couverture.jpg", "ig_carousel_4_5/02-point.jpg"], b"\xff\xd8\xff", &[]);
    let refused =
        [1, 2].map(|page| format!("review: page {page}, ig_carousel_4_5: WEBP is not taken there, only PNG, JPEG"));
    let refused = refused.each_ref().map(String::as_str);
    check("webp", &["ig_carousel_4_5/01-couverture.webp", "ig_carousel_4_5/02-point.webp"], b"RIFF", &refused);
    check("svg", &["ig_carousel_4_5/01-couverture.svg", "ig_carousel_4_5/02-point.svg"], b"<svg ", &[]);
    check("pdf", &["ig_carousel_4_5/un-titre.pdf"], b"%PDF-", &[]);
}

#[test]
fn the_scale_multiplies_the_pixels() {
    let bench = Bench::new();
    let more = ["--scale", "0.5"];
    let call = Call { formats: "ig_carousel_4_5,x_image_16_9", more: &more, ..CALL };
    assert_eq!(bench.render(call).exit, Some(0));
    let size = |file: &str| {
        let Picture { width, height, .. } = Picture::read(&bench.path("out").join(file));
        (width, height)
    };
    assert_eq!(size("ig_carousel_4_5/01-couverture.png"), (540, 675));
    assert_eq!(size("x_image_16_9/01-couverture.png"), (800, 450));
}

#[test]
fn the_outline_may_come_from_another_program() {
    let (piped, named) = (Bench::new(), Bench::new());
    let input = fs::read_to_string(piped.path("plan.md")).unwrap();
    piped.check(Call { outline: "-", input: &input, ..CALL }, Expected { exit: 0, errors: &[], files: FILES });
    named.check(CALL, Expected { exit: 0, errors: &[], files: FILES });
    assert!(piped.contents("out") == named.contents("out"));
}

#[test]
fn the_files_are_listed_as_they_are_planned() {
    let run = Bench::new().check(CALL, Expected { exit: 0, errors: &[], files: FILES });
    let expected: String = FILES.iter().map(|file| format!("out/{file}\n")).collect();
    assert_eq!(run.output.replace('\\', "/"), expected);
}

#[test]
fn json_tells_each_file_and_each_finding() {
    let bench = Bench::new();
    bench.write("plan.md", "# Un titre\n\n| a | b |\n\n# Un point\nUne phrase.\n");
    let call = Call { formats: "ig_carousel_4_5,li_document_1_1", more: &["--scale", "0.1", "--json"], ..CALL };
    let run = bench.render(call);
    assert_eq!((run.exit, &run.errors[..]), (Some(0), &[][..]));
    let report = run.json();
    assert_eq!(keys(&report), ["files", "findings", "seconds"]);
    assert!(report["seconds"].as_f64().is_some_and(|seconds| seconds > 0.0));
    let files = report["files"].as_array().unwrap();
    let told = files.iter().map(|file| (text_at(file, "/path"), &file["page"], &file["width"], &file["height"]));
    let null = Value::Null;
    let expected = [
        ("out/ig_carousel_4_5/01-couverture.png", &1.into(), &108.into(), &135.into()),
        ("out/ig_carousel_4_5/02-point.png", &2.into(), &108.into(), &135.into()),
        ("out/li_document_1_1/un-titre.pdf", &null, &108.into(), &108.into()),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
    for file in files {
        assert_eq!(keys(file), ["bytes", "format", "height", "page", "path", "width"]);
        assert_eq!(file["bytes"], fs::metadata(bench.path(text_at(file, "/path"))).unwrap().len());
        assert!(text_at(file, "/path").contains(text_at(file, "/format")));
    }
    let finding = &report["findings"][0];
    assert_eq!(keys(finding), ["code", "fix", "parameters", "place", "severity"]);
    assert_eq!((text_at(finding, "/code"), text_at(finding, "/severity")), ("outline-unknown", "info"));
    assert_eq!((&finding["place"]["line"], &finding["fix"]), (&3.into(), &false.into()));
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn a_second_run_replaces_the_files_of_the_first() {
    let bench = Bench::new();
    bench.check(CALL, Expected { exit: 0, errors: &[], files: FILES });
    let before = bench.contents("out");
    bench.write("plan.md", "# Un autre titre\n\n# Un point\nUne autre phrase.\n");
    bench.check(CALL, Expected { exit: 0, errors: &[], files: FILES });
    assert!(before.iter().zip(bench.contents("out")).all(|(old, new)| *old != new));
}

#[test]
fn a_pdf_is_dated_when_a_day_is_given() {
    let check = |more: &[&str], expected: bool| {
        let bench = Bench::new();
        assert_eq!(bench.render(Call { formats: "li_document_1_1", more, ..CALL }).exit, Some(0));
        let bytes = fs::read(bench.path("out/li_document_1_1/un-titre.pdf")).unwrap();
        assert_eq!(bytes.windows(10).any(|window| window == b"D:20261201"), expected);
    };
    check(&["--seed-date", "2026-12-01"], true);
    check(&[], false);
}
