//! What is said of a picture, put into files and read there again.

use super::files::*;
use crate::{
    Limits, MediaError, decode,
    facts::{Embedded, Facts, Sidecar, read, read_with, sidecar},
};

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn credit() -> Facts {
    Facts {
        alt: some("Trois bols < empilés & \"émaillés\""),
        author: some("Anne-Laure Kerdoncuff, Yann Le Goff"),
        credit: some("Marée basse"),
        copyright: some("© 2026 AL Kerdoncuff"),
        source: some("Atelier"),
        ..Facts::default()
    }
}

/// The file says these facts and shows the same picture.
#[track_caller]
fn check(file: &[u8], facts: &Facts) -> Vec<u8> {
    let with = Embedded::of(facts).unwrap().in_file(file).unwrap();
    assert_eq!(read(&with), *facts);
    let shown = |file: &[u8]| decode(file, Limits::default()).unwrap().image.pixels;
    assert!(shown(&with) == shown(file), "the picture is another one");
    with
}

#[test]
fn each_format_carries_what_is_said() {
    let odd = Facts { alt: some("Un bol"), ..Facts::default() };
    for facts in [credit(), odd] {
        let whole = jpeg(corners());
        let with = check(&whole, &facts);
        let weight = Embedded::of(&facts).unwrap().jpeg_weight();
        assert_eq!((with.len() - whole.len()) as u64, weight);
        assert_eq!(with[..20], whole[..20], "JFIF comes first");
        check(&png(corners()), &facts);
        check(&webp(corners()), &facts);
    }
}

#[test]
fn a_webp_says_that_it_carries_more() {
    let with = check(&webp(corners()), &credit());
    assert_eq!(u32::from_le_bytes(*with[4..].first_chunk().unwrap()) as usize, with.len() - 8);
    let header = &with[12..30];
    assert_eq!(header, b"VP8X\x0A\0\0\0\x14\0\0\0\x3F\0\0\x1F\0\0", "alpha, XMP, 64 by 32");
    let again = Embedded::of(&credit()).unwrap().in_file(&with).unwrap();
    assert_eq!(again[12..30], with[12..30], "there is one header");
}

/// Programs that read no XMP.
#[test]
fn a_jpeg_says_whose_it_is_in_iim_too() {
    let facts = Facts { credit: some("Une ligne de crédit bien trop longue"), ..credit() };
    let with = check(&jpeg(corners()), &facts);
    let at = with.windows(4).position(|four| four == b"/xap").unwrap();
    let without_xmp = [&with[..at], b"/no!", &with[at + 4..]].concat();
    let cut = Facts { alt: None, credit: some("Une ligne de crédit bien trop l"), ..facts };
    assert_eq!(read(&without_xmp), cut);
    let only_alt = Facts { alt: some("Un bol"), ..Facts::default() };
    assert!(!check(&jpeg(corners()), &only_alt).windows(4).any(|four| four == b"8BIM"));
}

#[test]
fn what_says_nothing_or_too_much_is_not_carried() {
    assert_eq!(Embedded::of(&Facts::default()), None);
    assert_eq!(Embedded::of(&Facts { alt: Some("a".repeat(70_000)), ..Facts::default() }), None);
    let many = Facts { author: Some(vec!["Anne-Laure Kerdoncuff-Le Goff"; 2000].join(", ")), ..Facts::default() };
    check(&jpeg(corners()), &many);
}

#[test]
fn other_files_carry_nothing() {
    let embedded = Embedded::of(&credit()).unwrap();
    let heic = include_bytes!("pictures/corners.heic");
    assert_eq!(embedded.in_file(heic), Err(MediaError::Unsupported { format: "heic" }));
    assert_eq!(embedded.in_file(b"hello"), Err(MediaError::UnknownFormat));
    for file in [jpeg(corners()), png(corners()), webp(corners())] {
        for length in 0..file.len().min(40) {
            if let Ok(with) = embedded.in_file(&file[..length]) {
                assert!(with.len() > length);
            }
        }
    }
}

#[test]
fn a_sidecar_of_its_own_wins_and_a_shared_one_adds() {
    let file = Embedded::of(&credit()).unwrap().in_file(&jpeg(corners())).unwrap();
    let beside = Facts { credit: some("Plus récent"), title: some("Bols"), rating: Some(3), ..Facts::default() };
    let packet = sidecar(&beside);
    let both = Facts { title: some("Bols"), rating: Some(3), ..credit() };
    assert_eq!(read_with(&file, Sidecar::Shared(packet.as_bytes())), both);
    assert_eq!(read_with(&file, Sidecar::Own(packet.as_bytes())), Facts { credit: some("Plus récent"), ..both });
    assert_eq!(read_with(&file, Sidecar::Own(b"no packet")), credit());
    let ours = Facts { own: some("{}"), ..beside };
    assert_eq!(read_with(&file, Sidecar::Own(sidecar(&ours).as_bytes())), ours, "the studio says all there is to say");
}
