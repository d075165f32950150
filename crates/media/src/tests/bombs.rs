//! Drawings made to harm: to read other files, or to keep a computer busy.

use std::fs;

use planche_scene::Item;

use super::files::*;
use crate::{
    MediaError,
    vector::{Drawing, Ignored, parse},
};

fn svg(body: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="50">{body}</svg>"#
    )
}

fn read(text: &str) -> Result<Drawing, MediaError> {
    parse(text.as_bytes(), None)
}

#[track_caller]
fn check_refused(body: &str) {
    assert_eq!(read(&svg(body)).map(drop).unwrap_err(), MediaError::TooComplex);
}

#[test]
fn nothing_outside_the_drawing_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.display().to_string()
    };
    let (picture, drawing) =
        (place("a.png", &png(corners())), place("a.svg", svg(r#"<path id="a" d="M0 0h9v9z"/>"#).as_bytes()));
    let style = place("a.css", b"rect { display: inline }");
    let bodies = [
        format!(r#"<image width="9" height="9" href="{picture}"/>"#),
        format!(r#"<image width="9" height="9" href="file://{picture}"/>"#),
        format!(r#"<image width="9" height="9" xlink:href="{picture}"/>"#),
        format!(r#"<image width="9" height="9" href="{drawing}"/>"#),
        format!(r##"<use href="{drawing}#a"/><use xlink:href="file://{drawing}#a"/>"##),
        format!(r#"<style>@import url("{style}"); rect {{ display: none }}</style><rect width="9" height="9"/>"#),
    ];
    for body in bodies {
        let read = read(&svg(&body)).unwrap();
        assert!(read.items.is_empty(), "{body}");
        assert_eq!(read.ignored.contains(&Ignored::Image), body.contains("<image"), "{body}");
    }
    let entity = format!(r#"<!DOCTYPE svg [<!ENTITY a SYSTEM "file://{drawing}">]>{}"#, svg("&a;"));
    assert_eq!(read(&entity).map(drop), Err(MediaError::Damaged));
}

#[test]
fn elements_are_counted_and_not_deep() {
    check_refused(&format!("{}{}", "<g>".repeat(50_000), "</g>".repeat(50_000)));
    check_refused(&format!("{}{}", "<g><!--</g>-->".repeat(50_000), "</g>".repeat(50_000)));
    check_refused(&"<g/>".repeat(300_000));
}

#[test]
fn what_is_named_again_and_again_is_counted() {
    let path = r#"<path d="M0 0h9v9z"/>"#;
    let doubled = |first: &str, name: &dyn Fn(usize) -> String| -> String {
        let links = (1..30).map(|at| format!(r#"<g id="u{at}">{0}{0}</g>"#, name(at - 1)));
        format!(r#"<g id="u0">{first}</g>{}"#, links.collect::<String>())
    };
    check_refused(&doubled(path, &|at| format!(r##"<use href="#u{at}"/>"##)));
    let corners = "h9".repeat(100_000);
    let marker = format!(r#"<marker id="m">{}</marker>"#, path.repeat(100));
    check_refused(&format!(r#"{marker}<path marker-mid="url(#m)" d="M0 0{corners}"/>"#));
    check_refused(&format!(r#"{marker}<g marker-mid="url(#m)"><g><path d="M0 0{corners}"/></g></g>"#));
    check_refused(&format!(r#"{marker}<style>path {{ marker-mid: url(#m) }}</style><path d="M0 0{corners}"/>"#));
    let pattern = format!(r#"<pattern id="p" width="1" height="1">{}</pattern>"#, path.repeat(10_000));
    check_refused(&format!(r#"{pattern}<g fill="url(#p)">{}</g>"#, path.repeat(10_000)));
    let mask = format!(r#"<mask id="k">{}</mask>"#, path.repeat(10_000));
    let masked = r##"<path mask="url('#k')" d="M0 0h9v9z"/>"##;
    check_refused(&format!("{mask}{}", masked.repeat(10_000)));
    let stops = format!(r#"<linearGradient id="l">{}</linearGradient>"#, "<stop/>".repeat(100_000));
    check_refused(&format!(r#"{stops}<g fill="url(#l)">{}</g>"#, path.repeat(10_000)));
}

#[test]
fn what_names_itself_ends() {
    let bodies = [
        r##"<g id="a"><use href="#a"/></g>"##,
        r##"<use id="a" href="#b"/><use id="b" href="#a"/>"##,
        r##"<pattern id="a" width="9" height="9"><rect width="9" height="9" fill="url(#a)"/></pattern><rect width="9" height="9" fill="url(#a)"/>"##,
        r##"<clipPath id="a" clip-path="url(#a)"><rect width="9" height="9"/></clipPath><rect width="9" height="9" clip-path="url(#a)"/>"##,
        r##"<mask id="a" mask="url(#a)"><rect width="9" height="9"/></mask><rect width="9" height="9" mask="url(#a)"/>"##,
        r##"<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><rect width="9" height="9" fill="url(#a)"/>"##,
        r##"<marker id="a"><path marker-mid="url(#a)" d="M0 0h9v9z"/></marker><path marker-mid="url(#a)" d="M0 0h9v9z"/>"##,
    ];
    for body in bodies {
        assert!(read(&svg(body)).is_ok(), "{body}");
    }
    let chain = |length: usize| -> String {
        let links = (1..length).map(|at| format!(r##"<g id="u{at}"><use href="#u{}"/></g>"##, at - 1));
        format!(r#"<g id="u0"><path d="M0 0h1v1z"/></g>{}"#, links.collect::<String>())
    };
    assert!(read(&svg(&chain(200))).is_ok());
    check_refused(&chain(5_000));
}

#[test]
fn entities_are_counted() {
    let document = |entities: &str, body: &str| format!("<!DOCTYPE svg [{entities}]>{}", svg(body));
    let few = document(r##"<!ENTITY red "#f00">"##, r#"<rect width="9" height="9" fill="&red;"/>"#);
    assert_eq!(read(&few).unwrap().items.len(), 1);
    let laughs: String =
        (1..12).map(|at| format!(r#"<!ENTITY a{at} "{}">"#, format!("&a{};", at - 1).repeat(10))).collect();
    let laughs = document(&format!(r#"<!ENTITY a0 "ha">{laughs}"#), "&a11;");
    assert_eq!(read(&laughs).map(drop), Err(MediaError::Damaged));
    let long = document(&format!("<!ENTITY a '{}'>", "a".repeat(1 << 20)), &"&a;".repeat(1 << 17));
    assert_eq!(read(&long).map(drop), Err(MediaError::TooComplex));
}

#[test]
fn drawings_within_drawings_are_left_out() {
    let nested = |inner: &str| format!(r#"<image width="9" height="9" href="data:image/svg+xml;utf8,{inner}"/>"#);
    let inner = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>";
    let escaped = inner.replace('<', "&lt;").replace('#', "%23");
    let drawing = read(&svg(&nested(&escaped))).unwrap();
    assert!(drawing.items.is_empty() && drawing.ignored.contains(&Ignored::Image));
    check_refused(&"<svg>".repeat(300).chars().chain("</svg>".repeat(300).chars()).collect::<String>());
    assert!(read(&svg(&format!("{}{}", "<svg>".repeat(100), "</svg>".repeat(100)))).is_ok());
}

#[test]
fn pictures_in_a_drawing_are_few_and_small() {
    let picture = |bytes: &[u8]| {
        let data: String = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
        format!(r#"<image id="a" width="9" height="9" href="data:image/png,{data}"/>"#)
    };
    let used = |times: usize| picture(&png(corners())) + &r##"<use href="#a"/>"##.repeat(times - 1);
    assert_eq!(read(&svg(&used(16))).unwrap().items.len(), 16);
    check_refused(&used(17));
    let wide = png((5_000, 100, vec![0; 2_000_000]));
    let items = read(&svg(&picture(&wide))).unwrap().items;
    assert!(format!("{items:?}").contains("Image(2048x41)"), "{items:?}");
    let mut gigantic = png(corners());
    gigantic[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let drawing = read(&svg(&picture(&gigantic))).unwrap();
    assert!(drawing.items.is_empty() && drawing.ignored.contains(&Ignored::Image));
}

/// The parser stops the program over a box whose edges are one number.
#[test]
fn pictures_too_thin_for_their_place_are_left_out() {
    let check = |size: (u32, u32), place: &str, shown: bool| {
        let bytes = png((size.0, size.1, vec![0; (size.0 * size.1 * 4) as usize]));
        let data: String = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
        let drawing = read(&svg(&format!(r#"<image {place} href="data:image/png,{data}"/>"#))).unwrap();
        assert_eq!(
            (drawing.items.len(), drawing.ignored.contains(&Ignored::Image)),
            (usize::from(shown), !shown),
            "{place}"
        );
    };
    check((99, 1), r#"x="9" y="9" width="9" height="9""#, true);
    check((200, 1), r#"x="9" y="9" width="9" height="9""#, false);
    check((2, 100), r#"x="100000000" width="20" height="20""#, false);
    check((2, 100), r#"width="100000000" height="20""#, false);
    check((2, 100), r#"width="50%" height="20""#, false);
}

#[test]
fn lines_are_cut_into_few_dashes() {
    let dashes = |array: &str| {
        let body = format!(r#"<path d="M0 25H100" stroke="red" stroke-dasharray="{array}" stroke-dashoffset="1e30"/>"#);
        let drawing = read(&svg(&body)).unwrap();
        let [Item::Shape(shape)] = &drawing.items[..] else { panic!("one line is expected: {:?}", drawing.items) };
        (shape.stroke.as_ref().unwrap().0.dash_pattern.len(), drawing.ignored.contains(&Ignored::Dashes))
    };
    assert_eq!(dashes("4 2"), (2, false));
    assert_eq!(dashes("0.02"), (2, false));
    assert_eq!(dashes("0.005"), (0, true));
    assert_eq!(dashes("1e-30 1e-30"), (0, true));
}

#[test]
fn shapes_beyond_all_proportion_are_left_out() {
    check_refused(r#"<path d="M0 0A9 9 0 1 1 9 99999999999999999999"/>"#);
    check_refused(r#"<path d="M0 0A9 9 0 1 1 9 1e38"/>"#);
    check_refused(r#"<rect width="9" height="9" rx="1e+30"/>"#);
    let check = |body: &str, shown: bool| {
        let drawing = read(&svg(body)).unwrap();
        assert_eq!((!drawing.items.is_empty(), !drawing.ignored.contains(&Ignored::Far)), (shown, shown), "{body}");
    };
    check(r#"<path d="M.0000000000000001 1.0000000000000001e-30C9 9 9 9 9 90000Z"/>"#, true);
    check(r#"<path d="M0 0C9 9 9 9 9 200000Z"/>"#, false);
    check(r#"<path transform="scale(1e9)" d="M0 0C9 9 9 9 9 0Z"/>"#, false);
    check(r#"<path stroke="red" stroke-width="999999" d="M0 0H9"/>"#, false);
}

#[test]
fn a_gigantic_drawing_is_as_large_as_it_says() {
    let check = |attributes: &str, expected: (f64, f64)| {
        let text =
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg" {attributes}><rect width="9" height="9"/></svg>"#);
        let size = read(&text).unwrap().size;
        assert_eq!((size.width, size.height), expected, "{attributes}");
    };
    check(r#"viewBox="0 0 1000000000 1""#, (1e9, 1.0));
    check(r#"viewBox="-1e9 -1e9 1 1" width="1000000000" height="1000000000""#, (1e9, 1e9));
}

#[test]
fn boxes_beyond_all_proportion_are_refused() {
    let filter = |attributes: &str| {
        format!(
            r#"<filter id="f" {attributes}><feGaussianBlur stdDeviation="1"/></filter>
               <g filter="url(#f)"><rect x="40" y="9" width="20" height="9"/></g>"#
        )
    };
    let check = |attributes: &str, expected: Result<(), MediaError>| {
        assert_eq!(read(&svg(&filter(attributes))).map(drop), expected, "{attributes}");
    };
    check("", Ok(()));
    check(r#"x="-10%" width="120%""#, Ok(()));
    check(r#"filterUnits="userSpaceOnUse" x="0" y="0" width="90" height="0.001""#, Ok(()));
    check(r#"width="1e-8""#, Err(MediaError::Damaged));
    check(r#"x="1e9""#, Err(MediaError::Damaged));
    check(r#"height="many""#, Err(MediaError::Damaged));
}

#[test]
fn strokes_beyond_all_proportion_are_refused() {
    let check = |drawing: &str, expected: Result<(), MediaError>| {
        assert_eq!(read(&svg(drawing)).map(drop), expected, "{drawing}");
    };
    let circle = |attributes: &str| format!(r#"<circle r="9" stroke="red" {attributes}/>"#);
    check(&circle(r#"stroke-width="999999""#), Ok(()));
    check(&circle(r#"style="stroke-width: 2.5; fill: #1e99ff""#), Ok(()));
    check(&circle(r#"stroke-width="000000000000000000002.5""#), Ok(()));
    for attributes in
        [r#"stroke-width="4099276473405241568.5""#, r#"stroke-width="1e9""#, r#"style="stroke-width:10000000""#]
    {
        check(&circle(attributes), Err(MediaError::TooComplex));
    }
    let styled = format!("<style>circle {{ stroke-width : 10000000 }}</style>{}", circle(""));
    check(&styled, Err(MediaError::TooComplex));
}
