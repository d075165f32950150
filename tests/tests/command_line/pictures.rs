//! Photographs that cannot be had: their page is not written, the others are.

use std::fs;

use planche_tests::project;

use crate::bench::{Bench, CALL, Call, Expected, FILES};

/// A cover without a picture and a point with one.
fn bench(picture: &str) -> Bench {
    let bench = Bench::new();
    bench.write("plan.md", format!("# Un titre\n\n# Un point\nUne phrase.\n![Un bol]({picture})\n"));
    bench
}

fn photograph() -> Vec<u8> {
    fs::read(project::brand("maree-basse").join("photos/bol-varech.jpg")).expect("the sample's photographs are there")
}

/// The rest of the batch is done and says where it is.
#[track_caller]
fn check(name: &str, bytes: Option<&[u8]>, error: &str, hint: &str) {
    let bench = bench(name);
    if let Some(bytes) = bytes {
        bench.write(name, bytes);
    }
    let errors = [format!("error: `{name}` {error}"), format!("hint: {hint}")];
    let errors = errors.each_ref().map(String::as_str);
    let run = bench.check(CALL, Expected { exit: 1, errors: &errors, files: &FILES[..1] });
    assert_eq!(run.output.replace('\\', "/"), format!("out/{}\n", FILES[0]));
}

#[test]
fn a_picture_that_is_not_there() {
    check("photos/none.jpg", None, "does not exist", "check the path; pictures are looked for beside the outline");
}

#[test]
fn a_picture_that_is_cut_short() {
    let whole = photograph();
    let hint = "copy it again from where it came";
    check("photos/bol.jpg", Some(&whole[..whole.len() / 2]), "is truncated", hint);
    check("photos/bol.jpg", Some(&whole[..whole.len() - 2]), "is truncated", hint);
    check("photos/bol.jpg", Some(&whole[..20]), "is truncated", hint);
}

#[test]
fn a_file_that_is_no_picture() {
    let hint = "convert it to JPEG, PNG or WebP";
    check("photos/bol.jpg", Some(b"This is a letter."), "is no picture that can be read", hint);
    check("photos/bol.jpg", Some(b""), "is no picture that can be read", hint);
    check("photos/bol.psd", Some(b"8BPS\0\x01"), "is no picture that can be read", hint);
}

#[test]
fn a_picture_that_is_gigantic() {
    let hint = "scale it down to at most 30000 pixels a side and 268 million in all";
    check("large.png", Some(&png_header(30_001, 1)), "is too large: 30001 × 1 pixels", hint);
    check("large.png", Some(&png_header(30_000, 30_000)), "is too large: 30000 × 30000 pixels", hint);
}

/// A PNG that says its size and holds no pixel.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    png::Encoder::new(&mut bytes, width, height).write_header().expect("a header is always written");
    bytes
}

#[test]
fn a_picture_of_no_pixels() {
    check("hollow.png", Some(&png_header(10, 10)), "is damaged", "open it in an editor and save it again");
}

#[test]
fn each_picture_is_told_once() {
    let bench = Bench::new();
    bench.write("plan.md", "# Un\n![a](none.jpg)\n\n# Deux\n![b](none.jpg)\n\n# Trois\n");
    let expected = Expected {
        exit: 1,
        errors: &[
            "error: `none.jpg` does not exist",
            "hint: check the path; pictures are looked for beside the outline",
        ],
        files: &["ig_carousel_4_5/03-point.png", "ig_story/03-point.png"],
    };
    bench.check(Call { formats: "ig_carousel_4_5,ig_story", ..CALL }, expected);
}

#[test]
fn a_document_that_lacks_a_picture_is_not_written() {
    let errors =
        ["error: `none.jpg` does not exist", "hint: check the path; pictures are looked for beside the outline"];
    let call = Call { formats: "li_document_1_1", ..CALL };
    bench("none.jpg").check(call, Expected { exit: 1, errors: &errors, files: &[] });
}

#[test]
fn a_path_with_accents_and_spaces() {
    let name = "photos d’été/bol n° 1 (varech).jpg";
    let bench = bench(name);
    bench.write(name, photograph());
    bench.check(CALL, Expected { exit: 0, errors: &[], files: FILES });
}

#[test]
fn a_picture_without_words_for_it() {
    let bench = Bench::new();
    bench.write("plan.md", "# Un titre\n\n# Un point\nUne phrase.\n![](bol.jpg)\n");
    bench.write("bol.jpg", photograph());
    bench.check(
        CALL,
        Expected { exit: 0, errors: &["review: page 2: the picture has no alternative text"], files: FILES },
    );
}

#[test]
fn syntax_that_is_not_known() {
    let bench = Bench::new();
    bench.write("plan.md", "# Un titre\n\n# Un point\nUne phrase.\n\n| a | b |\n");
    let errors = ["info: line 6: not understood, kept as it is: | a | b |"];
    bench.check(CALL, Expected { exit: 0, errors: &errors, files: FILES });
}
