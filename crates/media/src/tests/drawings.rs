use kurbo::{Affine, Point, Shape as _};
use planche_scene::{Color, Group, Item, Paint, Shape, Size};

use crate::{
    MediaError, logo,
    logo::Logo,
    vector::{Drawing, Ignored, parse},
};

fn svg(body: &str) -> String {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50">{body}</svg>"#)
}

fn read(body: &str) -> Drawing {
    parse(svg(body).as_bytes(), None).unwrap()
}

/// Every shape with the transform that takes it to the drawing's space.
fn shapes(items: &[Item]) -> Vec<(Affine, &Shape)> {
    items
        .iter()
        .flat_map(|item| match item {
            Item::Shape(shape) => vec![(Affine::IDENTITY, shape)],
            Item::Group(Group { transform, items, .. }) => {
                shapes(items).into_iter().map(|(inner, shape)| (*transform * inner, shape)).collect()
            }
            other => panic!("not expected here: {other:?}"),
        })
        .collect()
}

fn solid(paint: &Paint) -> [u8; 4] {
    match paint {
        Paint::Solid(color) => color.to_rgba8().to_u8_array(),
        Paint::Gradient(..) => panic!("a gradient"),
    }
}

/// Whether the drawing's first shape covers a point, by the non-zero rule.
fn covers(drawing: &Drawing, x: f64, y: f64) -> bool {
    let (transform, shape) = shapes(&drawing.items)[0];
    (transform * shape.path.as_ref().clone()).winding(Point::new(x, y)) != 0
}

#[test]
fn fills_strokes_and_transforms_arrive() {
    let drawing = read(
        r##"<g transform="translate(10 5)"><rect width="20" height="10" fill="#336699" fill-opacity=".5"
            stroke="#f00" stroke-width="3" stroke-linejoin="round" stroke-dasharray="4 2"/></g>"##,
    );
    assert_eq!(drawing.size, Size::new(100.0, 50.0));
    assert!(drawing.ignored.is_empty());
    let [(transform, shape)] = shapes(&drawing.items)[..] else { panic!("one shape is expected") };
    assert_eq!((transform * shape.path.as_ref().clone()).bounding_box(), kurbo::Rect::new(10.0, 5.0, 30.0, 15.0));
    assert_eq!(solid(shape.fill.as_ref().unwrap()), [0x33, 0x66, 0x99, 128]);
    let (pen, paint) = shape.stroke.as_ref().unwrap();
    assert_eq!((pen.width, pen.join, pen.dash_pattern.as_slice()), (3.0, kurbo::Join::Round, [4.0, 2.0].as_slice()));
    assert_eq!(solid(paint), [255, 0, 0, 255]);
}

#[test]
fn the_view_box_is_applied() {
    let text = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="200" height="200"><rect width="10" height="10"/></svg>"#;
    let drawing = parse(text.as_bytes(), None).unwrap();
    assert_eq!(drawing.size, Size::new(200.0, 200.0));
    assert!(covers(&drawing, 199.0, 199.0));
}

#[test]
fn ink_replaces_every_colour_and_keeps_alpha() {
    let body = r##"<rect width="9" height="9" fill="#fff" fill-opacity=".5"/><path d="M0 0h9" stroke="currentColor"/>
        <linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="lime" stop-opacity="0"/></linearGradient>
        <rect width="9" height="9" fill="url(#g)"/>"##;
    let drawing = parse(svg(body).as_bytes(), Some(Color::from_rgba8(10, 20, 30, 255))).unwrap();
    let shapes = shapes(&drawing.items);
    assert_eq!(solid(shapes[0].1.fill.as_ref().unwrap()), [10, 20, 30, 128]);
    assert_eq!(solid(&shapes[1].1.stroke.as_ref().unwrap().1), [10, 20, 30, 255]);
    let Some(Paint::Gradient(gradient, _)) = &shapes[2].1.fill else { panic!("a gradient is expected") };
    let stops: Vec<_> = gradient.stops.iter().map(|stop| stop.color.to_alpha_color::<peniko::color::Srgb>()).collect();
    assert_eq!(
        stops.iter().map(|stop| stop.to_rgba8().to_u8_array()).collect::<Vec<_>>(),
        [[10, 20, 30, 255], [10, 20, 30, 0]]
    );
}

#[test]
fn gradients_keep_their_geometry() {
    let drawing = read(
        r##"<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="20" cy="20" r="10" fx="18" spreadMethod="reflect">
            <stop stop-color="#000"/><stop offset="1" stop-color="#fff"/></radialGradient>
            <rect width="40" height="40" fill="url(#g)" fill-opacity=".25"/>"##,
    );
    let Some(Paint::Gradient(gradient, _)) = &shapes(&drawing.items)[0].1.fill else {
        panic!("a gradient is expected")
    };
    let peniko::GradientKind::Radial(rings) = gradient.kind else { panic!("a radial gradient is expected") };
    assert_eq!(
        (rings.start_center, rings.end_center, rings.end_radius),
        (Point::new(18.0, 20.0), Point::new(20.0, 20.0), 10.0)
    );
    assert_eq!(gradient.extend, peniko::Extend::Reflect);
    assert!((gradient.stops[0].color.components[3] - 0.25).abs() < 0.01);
}

#[test]
fn group_opacity_and_clip_arrive() {
    let drawing = read(
        r##"<clipPath id="c"><rect width="20" height="20"/><circle cx="20" cy="20" r="5"/></clipPath>
            <g opacity=".5" clip-path="url(#c)"><rect width="90" height="40"/><rect width="9" height="9"/></g>"##,
    );
    let [Item::Group(faded)] = &drawing.items[..] else { panic!("one group is expected") };
    assert_eq!(faded.opacity, 0.5);
    let [Item::Group(clipped)] = &faded.items[..] else { panic!("one clip is expected") };
    let clip = clipped.clip.as_ref().unwrap();
    for (x, y, inside) in [(5.0, 5.0, true), (19.0, 19.0, true), (23.0, 21.0, true), (30.0, 10.0, false)] {
        assert_eq!(clip.winding(Point::new(x, y)) != 0, inside, "({x}, {y})");
    }
}

#[test]
fn even_odd_holes_stay_holes_whatever_their_direction() {
    for hole in ["M10 10h20v20h-20z", "M10 10v20h20v-20z"] {
        let body = format!(r#"<path fill-rule="evenodd" d="M0 0h40v40h-40z{hole}M15 15h10v10h-10z"/>"#);
        let drawing = read(&body);
        assert!(covers(&drawing, 5.0, 5.0), "outside the hole");
        assert!(!covers(&drawing, 12.0, 12.0), "in the hole");
        assert!(covers(&drawing, 20.0, 20.0), "the island in the hole");
        assert!(drawing.ignored.is_empty());
    }
}

#[test]
fn what_reaches_past_the_edges_is_cut() {
    let drawing = read(r#"<circle cx="100" cy="25" r="20"/>"#);
    let [Item::Group(page)] = &drawing.items[..] else { panic!("one clip is expected") };
    assert_eq!(page.clip.as_ref().unwrap().bounding_box(), kurbo::Rect::new(0.0, 0.0, 100.0, 50.0));
}

#[test]
fn what_cannot_be_drawn_is_reported() {
    let rect = r#"width="9" height="9""#;
    let cases = [
        ("<text>Marée</text>".to_owned(), Ignored::Text),
        (format!(r##"<mask id="m"><rect {rect} fill="#fff"/></mask><rect {rect} mask="url(#m)"/>"##), Ignored::Mask),
        (
            format!(r##"<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect {rect} filter="url(#f)"/>"##),
            Ignored::Filter,
        ),
        (
            format!(
                r##"<pattern id="p" {rect} patternUnits="userSpaceOnUse"><rect {rect}/></pattern><rect {rect} fill="url(#p)"/>"##
            ),
            Ignored::Pattern,
        ),
        (format!(r#"<image {rect} href="data:image/png;base64,aGVsbG8="/>"#), Ignored::Image),
        (format!(r#"<g style="mix-blend-mode:plus-lighter"><rect {rect}/></g>"#), Ignored::Blending),
    ];
    for (body, feature) in cases {
        assert!(read(&body).ignored.contains(&feature), "{feature:?} in {body}");
    }
}

#[test]
fn an_embedded_picture_is_placed() {
    const DOT: &str =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let drawing = read(&format!(r#"<image x="3" width="9" height="9" href="data:image/png;base64,{DOT}"/>"#));
    assert!(drawing.ignored.is_empty());
    assert!(format!("{:?}", drawing.items).contains("Image(1x1)"));
}

#[test]
fn broken_drawings_are_named() {
    assert_eq!(
        parse(b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"5\"/>", None).unwrap_err(),
        MediaError::NoSize
    );
    assert_eq!(parse(b"<svg><g></svg>", None).unwrap_err(), MediaError::Damaged);
    assert_eq!(parse(b"<svg \xFF/>", None).unwrap_err(), MediaError::Damaged);
}

#[test]
fn a_vector_logo_is_told_by_content() {
    let file = format!("\u{FEFF}<?xml version=\"1.0\"?><!-- a logo -->{}", svg(r#"<rect width="9" height="9"/>"#));
    assert!(matches!(logo::read(file.as_bytes()).unwrap(), Logo::Vector(drawing) if drawing.items.len() == 1));
    assert_eq!(logo::read(b"<html><p>no</p></html>").unwrap_err(), MediaError::UnknownFormat);
}

#[test]
fn groups_nest_only_as_deep_as_they_can_be_drawn() {
    let nested = |depth: usize| {
        let body = format!(r#"{}<path d="M0 0h9v9z"/>{}"#, "<g opacity=\".9\">".repeat(depth), "</g>".repeat(depth));
        parse(svg(&body).as_bytes(), None)
    };
    assert!(nested(60).is_ok());
    assert_eq!(nested(70).unwrap_err(), MediaError::TooComplex);
}
