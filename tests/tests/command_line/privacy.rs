//! Documents show photographs, and nothing else of them goes out: in no kind of file.

use base64::{Engine as _, prelude::BASE64_STANDARD};

use crate::{
    bench::{Bench, CALL, Call},
    camera,
};

const SOURCES: usize = 30;

/// A page for each photograph: most are JPEGs, of which documents may take the bytes as they are.
fn bench() -> Bench {
    let bench = Bench::new();
    let page = |number: usize| {
        let png = number % 5 == 4;
        let name = format!("photos/{number:02}.{}", if png { "png" } else { "jpg" });
        bench.write(&name, if png { camera::png_of(number) } else { camera::jpeg(number) });
        format!("# Page {number}\n![Un bol]({name})\n\n")
    };
    let outline: String = (0..SOURCES).map(page).collect();
    bench.write("plan.md", outline);
    bench
}

/// What comes out as files of that kind.
fn made(bench: &Bench, kind: &str) -> Vec<(String, Vec<u8>)> {
    let run = bench.render(Call { more: &["--as", kind, "--scale", "0.1"], out: kind, ..CALL });
    assert_eq!(run.exit, Some(0), "{run:?}");
    bench.contents(kind)
}

#[test]
fn no_document_carries_what_the_camera_wrote() {
    let bench = bench();
    for (kind, count) in [("png", SOURCES), ("jpeg", SOURCES), ("webp", SOURCES), ("svg", SOURCES), ("pdf", 1)] {
        let files = made(&bench, kind);
        assert_eq!(files.len(), count, "{kind}");
        files.iter().for_each(|(file, bytes)| camera::check(file, bytes));
        let inside: usize = files.iter().map(|(file, bytes)| check_inside(file, bytes)).sum();
        // A PDF keeps those once whose pixels are the same: the JPEGs differ by their turn.
        let expected = [("svg", SOURCES), ("pdf", 8 + SOURCES / 5)].into_iter().find(|(known, _)| *known == kind);
        assert!(inside >= expected.map_or(0, |(_, count)| count), "{kind} shows {inside} photographs");
    }
}

/// Expects none of it in the pictures within a file; answers with how many there are.
fn check_inside(file: &str, bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    if file.ends_with("pdf") {
        return text.matches("/Subtype /Image").count() + text.matches("/Subtype/Image").count();
    }
    let pictures = text.split(";base64,").skip(1);
    let pictures = pictures.map(|rest| rest.split(['"', '\'']).next().expect("a split has a beginning"));
    pictures.map(|picture| camera::check(file, &BASE64_STANDARD.decode(picture).expect("it is base64"))).count()
}
