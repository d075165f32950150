//! One scene, three back ends, the same picture.

use peniko::{BlendMode, Compose, Extend, Mix, color::palette::css::TRANSPARENT};
use planche_render::Pixels;
use planche_scene::{Affine, Gradient, Group, Item, Paint, Rect, Scene, Shape, Stroke};

use crate::{
    readers::{self, at, close},
    sample::{self, Face, filled, group, page, rect, rgb, text, weighted},
};

/// The share of pixels, in thousandths, that may differ by more than 16 levels.
///
/// The three readers cover the edges of shapes, in as few as sixteen steps, and resample photographs, each in its own
/// way; nothing else may differ.
pub struct Edges(pub u32);

/// Draws `scene` at 400 pixels on the three back ends and compares.
pub fn check(name: &str, scene: &Scene, Edges(edges): Edges) {
    check_levels(name, scene, 16, Edges(edges));
}

/// As [`check`], with the difference that counts given in levels of 255.
pub fn check_levels(name: &str, scene: &Scene, levels: u8, Edges(edges): Edges) {
    let reference = readers::raster(scene, 400);
    keep(&format!("{name}-raster"), &reference);
    let (width, height) = (reference.width, reference.height);
    let others = [("svg", readers::svg(scene, width, height)), ("pdf", readers::pdf(scene, width))];
    let mut shares = Vec::new();
    for (format, other) in others {
        keep(&format!("{name}-{format}"), &other);
        assert_eq!((other.width, other.height), (width, height), "{name} as {format}");
        let pixels = || (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let differing = pixels().filter(|(x, y)| !close(at(&reference, *x, *y), at(&other, *x, *y), levels)).count();
        shares.push((format, differing as u32 * 1000 / (width * height)));
    }
    let agree = shares.iter().all(|(_, share)| *share <= edges);
    assert!(agree, "{name}: {shares:?} in 1000 pixels differ by over {levels} levels, {edges} allowed");
}

/// Keeps the picture for a person to look at when a folder is named.
fn keep(name: &str, pixels: &Pixels) {
    if let Some(folder) = std::env::var_os("PLANCHE_KEEP_PICTURES") {
        let bytes = planche_render::encode::png(pixels, planche_render::encode::PngEffort::Fast);
        std::fs::write(std::path::Path::new(&folder).join(name).with_extension("png"), bytes).unwrap();
    }
}

#[test]
fn shapes() {
    let dashes = Stroke::new(3.0).with_dashes(1.0, [8.0, 4.0]).with_caps(kurbo::Cap::Round);
    let disc = kurbo::Shape::to_path(&kurbo::Circle::new((70.0, 30.0), 20.0), 0.1);
    let items = vec![
        filled(5.0, 5.0, 40.0, 50.0, rgb(0x33_66_99)),
        Item::Shape(Shape {
            path: disc.into(),
            fill: Some(rgb(0xEE_CC_00).into()),
            stroke: Some((Stroke::new(5.0), rgb(0x11_22_33).with_alpha(0.5).into())),
        }),
        Item::Shape(Shape {
            path: rect(10.0, 60.0, 90.0, 90.0).into(),
            fill: None,
            stroke: Some((dashes, rgb(0xAA_00_55).into())),
        }),
    ];
    check("shapes", &page(items), Edges(8));
}

#[test]
fn gradients() {
    let stops = [rgb(0xFF_33_00), rgb(0x00_33_FF)];
    let line = Gradient::new_linear((0.0, 0.0), (25.0, 0.0));
    let disc = Gradient::new_radial((50.0, 50.0), 25.0).with_stops(stops);
    let fade = Gradient::new_linear((0.0, 0.0), (100.0, 0.0)).with_stops([TRANSPARENT, rgb(0xFF_00_00)]);
    let turned = Affine::rotate(0.5);
    let items = vec![
        filled(0.0, 0.0, 100.0, 25.0, Paint::Gradient(line.clone().with_stops(stops), turned)),
        filled(0.0, 25.0, 100.0, 50.0, Paint::Gradient(disc, Affine::translate((0.0, -12.0)))),
        filled(0.0, 50.0, 100.0, 75.0, Paint::Gradient(fade, Affine::IDENTITY)),
        filled(
            0.0,
            75.0,
            100.0,
            100.0,
            Paint::Gradient(line.with_stops(stops).with_extend(Extend::Reflect), Affine::IDENTITY),
        ),
    ];
    check("gradients", &page(items), Edges(3));
}

#[test]
fn groups() {
    let two = vec![filled(0.0, 0.0, 30.0, 30.0, rgb(0xFF_00_00)), filled(15.0, 15.0, 45.0, 45.0, rgb(0x00_00_FF))];
    let clip = kurbo::Shape::to_path(&kurbo::Circle::new((25.0, 25.0), 20.0), 0.1);
    let place = |x, y| Affine::translate((x, y)) * Affine::rotate(0.1);
    let plain = Group { transform: place(4.0, 2.0), items: two.clone(), ..Group::default() };
    let faded = Group { transform: place(54.0, 2.0), opacity: 0.5, items: two.clone(), ..Group::default() };
    let clipped = Group { transform: place(4.0, 52.0), ..Group::clipped(clip.clone(), two.clone()) };
    let both = Group { transform: place(54.0, 52.0), opacity: 0.5, ..Group::clipped(clip, two) };
    check("groups", &page([plain, faded, clipped, both].map(group).into()), Edges(3));
}

#[test]
fn blend_modes() {
    let modes = [
        Mix::Normal,
        Mix::Multiply,
        Mix::Screen,
        Mix::Overlay,
        Mix::Darken,
        Mix::Lighten,
        Mix::ColorDodge,
        Mix::ColorBurn,
        Mix::HardLight,
        Mix::SoftLight,
        Mix::Difference,
        Mix::Exclusion,
        Mix::Hue,
        Mix::Saturation,
        Mix::Color,
        Mix::Luminosity,
    ];
    let backdrop =
        Gradient::new_linear((0.0, 0.0), (100.0, 0.0)).with_stops([rgb(0x20_60_A0), rgb(0xE0_A0_30), rgb(0x60_C0_40)]);
    let mut items = vec![filled(0.0, 0.0, 100.0, 100.0, Paint::Gradient(backdrop, Affine::IDENTITY))];
    for (index, mix) in modes.into_iter().enumerate() {
        let top = index as f64 * 6.25;
        let band = vec![filled(5.0, top, 95.0, top + 5.0, rgb(0xC0_50_70))];
        items.push(group(Group { blend: Some(BlendMode::from(mix)), opacity: 0.8, items: band, ..Group::default() }));
    }
    check("blend_modes", &page(items), Edges(3));
}

#[test]
fn text_of_all_kinds() {
    let fade = Gradient::new_linear((5.0, 0.0), (95.0, 0.0)).with_stops([rgb(0xD0_20_20), rgb(0x20_20_D0)]);
    let mut outlined = text(Face::Serif, "Contour", 18.0, (5.0, 82.0), rgb(0xFF_FF_FF));
    outlined.stroke = Some((Stroke::new(2.0), rgb(0x10_40_30).into()));
    let items = [
        weighted(400.0, "Marée « basse » 1280\u{202F}°C", 7.0, (5.0, 12.0), rgb(0x11_11_11)),
        weighted(800.0, "Marée basse œuvre", 7.0, (5.0, 24.0), rgb(0x11_11_11)),
        text(Face::Serif, "Dégradé doux", 14.0, (5.0, 45.0), Paint::Gradient(fade, Affine::IDENTITY)),
        outlined,
    ];
    check("text_of_all_kinds", &page(items.map(Item::Glyphs).into()), Edges(18));
}

#[test]
fn emoji() {
    let items = [
        text(Face::Emoji, "🚀🇫🇷👩🏽‍💻", 28.0, (2.0, 30.0), rgb(0)),
        text(Face::Emoji, "📦☀️🚀", 28.0, (2.0, 62.0), rgb(0)),
        text(Face::Emoji, "🇧🇪💻❤️", 28.0, (2.0, 94.0), rgb(0)),
    ];
    // The readers cut the fine lines of the drawings differently; a lost mask or mode would move whole areas.
    check("emoji", &page(items.map(Item::Glyphs).into()), Edges(15));
}

#[test]
fn pictures() {
    let photo = sample::photo(800, 600);
    let logo = sample::image(64, 64, |x, y| [200, 40, 90, if (x / 16 + y / 16) % 2 == 0 { 255 } else { 60 }]);
    let items = vec![
        sample::whole(&photo, Rect::new(0.0, 0.0, 60.0, 45.0)),
        sample::picture(&photo, Rect::new(200.0, 100.0, 500.0, 500.0), Rect::new(62.5, 5.0, 92.5, 45.0)),
        sample::whole(&logo, Rect::new(5.0, 55.0, 35.0, 85.0)),
        group(Group {
            transform: Affine::translate((70.0, 72.0)) * Affine::rotate(0.3),
            items: vec![sample::whole(&photo, Rect::new(-24.0, -18.0, 24.0, 18.0))],
            ..Group::default()
        }),
    ];
    check("pictures", &page(items), Edges(15));
}

#[test]
fn a_whole_slide() {
    check("a_whole_slide", &sample::slide(), Edges(30));
}

/// What compositing inside a layer gives, on the formats that have it.
fn check_composed(compose: Compose, expected: [[u8; 3]; 3]) {
    let source = Group {
        blend: Some(BlendMode::from(compose)),
        items: vec![filled(40.0, 0.0, 100.0, 100.0, rgb(0x00_00_FF))],
        ..Group::default()
    };
    let layer = Group {
        blend: Some(BlendMode::default()),
        items: vec![filled(0.0, 0.0, 60.0, 100.0, rgb(0xFF_00_00)), group(source)],
        ..Group::default()
    };
    let scene = page(vec![group(layer)]);
    for drawn in [readers::raster(&scene, 100), readers::svg(&scene, 100, 100)] {
        assert_eq!([20, 50, 80].map(|x| at(&drawn, x, 50)), expected, "{compose:?}");
    }
}

#[test]
fn compositing() {
    let (red, blue, white) = ([255, 0, 0], [0, 0, 255], [255, 255, 255]);
    check_composed(Compose::SrcOver, [red, blue, blue]);
    check_composed(Compose::DestOver, [red, red, blue]);
    check_composed(Compose::SrcIn, [white, blue, white]);
    check_composed(Compose::DestIn, [white, red, white]);
    check_composed(Compose::SrcAtop, [red, blue, white]);
}
