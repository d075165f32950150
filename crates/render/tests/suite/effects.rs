//! What is done to a group as a whole, to the pixel.

use std::{sync::Arc, thread};

use kurbo::{Circle, Shape as _};
use peniko::{BlendMode, Mix};
use planche_render::{
    Pixels,
    pdf::{self, PdfPage},
    raster::{PictureCache, Rasterizer},
    svg,
};
use planche_scene::{Affine, Group, Item, Mark, Rect, Scene, Shape, Stroke};

use crate::{
    readers::{at, close, metadata, raster},
    sample::{self, Face, card, filled, group, page, rect, rgb, shadow, text},
};

const WHITE: [u8; 3] = [255; 3];

/// How dark a page is in sum, and the centre of what is dark.
fn mass(pixels: &Pixels) -> (f64, (f64, f64)) {
    let (mut sum, mut x_sum, mut y_sum) = (0.0, 0.0, 0.0);
    for (index, pixel) in (0..pixels.width * pixels.height).zip(pixels.rgba.chunks_exact(4)) {
        let dark = f64::from(255 - pixel[1]) / 255.0;
        sum += dark;
        x_sum += dark * (f64::from(index % pixels.width) + 0.5);
        y_sum += dark * (f64::from(index / pixels.width) + 0.5);
    }
    (sum, (x_sum / sum, y_sum / sum))
}

/// Draws a white box of 20 by 10 u around 40, 45 over its shadow, 3 pixels a unit, and weighs the shadow.
fn check_mass(deviation: f64, transform: Affine, expected: (f64, f64)) {
    let cast = Group {
        transform,
        ..Group::shaded(shadow(15.0, 25.0, deviation, rgb(0)), vec![card(30.0, 40.0, 50.0, 50.0, 0.0)])
    };
    let (sum, (x, y)) = mass(&raster(&page(vec![group(cast)]), 300));
    assert!((sum / 1800.0 - 1.0).abs() < 0.01, "a shadow is neither more nor less than what casts it: {sum}");
    let off = (x / 3.0 - expected.0).hypot(y / 3.0 - expected.1);
    assert!(off < 0.1, "{x}, {y} in pixels, not {expected:?} in units, with {deviation}");
}

#[test]
fn a_shadow_lies_where_its_offset_says() {
    for deviation in [0.0, 0.5, 1.5, 3.0] {
        check_mass(deviation, Affine::IDENTITY, (55.0, 70.0));
    }
    // A quarter turn about the page's middle takes 55, 70 to 30, 55.
    check_mass(1.5, Affine::rotate_about(std::f64::consts::FRAC_PI_2, (50.0, 50.0)), (30.0, 55.0));
}

#[test]
fn a_shadow_fades_as_a_gaussian() {
    let edge =
        Group::shaded(shadow(0.0, 40.0, 4.0, rgb(0)), vec![filled(-200.0, -200.0, 300.0, 10.0, rgb(0xFF_FF_FF))]);
    let pixels = raster(&page(vec![group(edge)]), 400);
    // The edge lies at 50 u; a deviation is 16 pixels. The normal distribution at -2, -1, 0, 1 and 2.
    for (deviations, dark) in [(-2, 0.977), (-1, 0.841), (0, 0.5), (1, 0.159), (2, 0.023)] {
        let level = at(&pixels, 200, (200 + 16 * deviations) as u32)[0];
        let expected = 255.0 * (1.0 - dark);
        // Three boxes are that far from a Gaussian, and the pixel's middle lies half a pixel on.
        assert!((f64::from(level) - expected).abs() <= 5.0, "{level} at {deviations}, not {expected}");
    }
}

#[test]
fn a_shadow_is_that_of_what_shows() {
    let clip = rect(20.0, 20.0, 40.0, 40.0);
    let clipped = Group {
        clip: Some(clip.into()),
        ..Group::shaded(shadow(40.0, 0.0, 0.0, rgb(0xFF_00_00)), vec![filled(0.0, 0.0, 100.0, 100.0, rgb(0x00_00_FF))])
    };
    let pixels = raster(&page(vec![group(clipped)]), 100);
    let seen = [(30, 30), (70, 30), (45, 30), (85, 30), (70, 50)].map(|(x, y)| at(&pixels, x, y));
    assert_eq!(seen, [[0, 0, 255], [255, 0, 0], WHITE, WHITE, WHITE]);
}

#[test]
fn an_opacity_is_that_of_a_group_with_its_shadow() {
    let faded = Group {
        opacity: 0.5,
        ..Group::shaded(shadow(10.0, 0.0, 0.0, rgb(0)), vec![filled(20.0, 20.0, 60.0, 60.0, rgb(0xFF_00_00))])
    };
    let pixels = raster(&page(vec![group(faded)]), 100);
    assert!(close(at(&pixels, 40, 40), [255, 128, 128], 1), "the shadow does not show through");
    assert!(close(at(&pixels, 65, 40), [128; 3], 1));
}

#[test]
fn a_blur_reaches_three_deviations_and_keeps_what_there_is() {
    for deviation in [0.5, 2.0, 4.0] {
        let soft = Group { blur: deviation, items: vec![filled(40.0, 40.0, 60.0, 60.0, rgb(0))], ..Group::default() };
        let pixels = raster(&page(vec![group(soft)]), 300);
        let (sum, (x, y)) = mass(&pixels);
        assert!((sum / 3600.0 - 1.0).abs() < 0.01 && (x - 150.0).hypot(y - 150.0) < 0.2, "{sum} at {x}, {y}");
        let column = |units: f64| at(&pixels, (units * 3.0) as u32, 150)[0];
        assert_eq!(column(40.0 - 3.0 * deviation - 1.0), 255, "nothing shows beyond three deviations of {deviation}");
        assert!(column(40.0 - 2.0 * deviation) < 255, "something shows at two deviations of {deviation}");
        let edge = column(40.0).midpoint(at(&pixels, 119, 150)[0]);
        assert!(edge.abs_diff(128) <= 2, "an edge is halfway, {edge}");
    }
}

#[test]
fn a_mask_shows_as_much_as_its_alpha() {
    let mask = vec![
        filled(0.0, 0.0, 30.0, 100.0, rgb(0xFF_FF_FF)),
        filled(30.0, 0.0, 60.0, 100.0, rgb(0)),
        filled(60.0, 0.0, 80.0, 100.0, rgb(0x12_34_56).with_alpha(0.5)),
    ];
    let masked = Group {
        transform: Affine::translate((10.0, 0.0)),
        mask: Some(mask.into()),
        items: vec![filled(0.0, 0.0, 100.0, 100.0, rgb(0x00_00_00))],
        ..Group::default()
    };
    let pixels = raster(&page(vec![group(masked)]), 100);
    for (x, expected) in [(5, 255), (15, 0), (55, 0), (80, 127), (95, 255)] {
        assert!(close(at(&pixels, x, 50), [expected; 3], 1), "{:?} at {x}", at(&pixels, x, 50));
    }
}

/// Lays the colour 0x4080C0 over 0x806020 and looks at the mix.
fn check_blend(mix: Mix, formula: impl Fn(f64, f64) -> f64) {
    let (under, over) = ([0x80, 0x60, 0x20], [0x40, 0x80, 0xC0]);
    let blended = Group {
        blend: Some(BlendMode::from(mix)),
        items: vec![filled(0.0, 0.0, 100.0, 100.0, rgb(0x40_80_C0))],
        ..Group::default()
    };
    let pixels = raster(&page(vec![filled(0.0, 0.0, 100.0, 100.0, rgb(0x80_60_20)), group(blended)]), 10);
    let expected: [u8; 3] = std::array::from_fn(|channel| {
        let [under, over] = [under[channel], over[channel]].map(|level| f64::from(level) / 255.0);
        (formula(under, over) * 255.0).round() as u8
    });
    assert!(close(at(&pixels, 5, 5), expected, 1), "{mix:?}: {:?}, not {expected:?}", at(&pixels, 5, 5));
}

/// The formulas of Compositing and Blending Level 1.
#[test]
fn blends_follow_their_formulas() {
    let screen = |under: f64, over: f64| under + over - under * over;
    let hard = move |under: f64, over: f64| {
        if over <= 0.5 { under * 2.0 * over } else { screen(under, 2.0 * over - 1.0) }
    };
    check_blend(Mix::Multiply, |under, over| under * over);
    check_blend(Mix::Screen, screen);
    check_blend(Mix::Darken, f64::min);
    check_blend(Mix::Lighten, f64::max);
    check_blend(Mix::HardLight, hard);
    check_blend(Mix::Overlay, move |under, over| hard(over, under));
    check_blend(Mix::Difference, |under, over| (under - over).abs());
    check_blend(Mix::Exclusion, |under, over| under + over - 2.0 * under * over);
    check_blend(Mix::ColorDodge, |under, over| (under / (1.0 - over)).min(1.0));
    check_blend(Mix::ColorBurn, |under, over| 1.0 - ((1.0 - under) / over).min(1.0));
}

/// Where ink begins and ends along a dashed line from 10 to 90 u.
fn dashes(stroke: Stroke) -> Vec<(u32, u32)> {
    let path = kurbo::Line::new((10.0, 50.0), (90.0, 50.0)).to_path(0.1);
    let line = Item::Shape(Shape { path: path.into(), fill: None, stroke: Some((stroke, rgb(0).into())) });
    let pixels = raster(&page(vec![line]), 100);
    let inked: Vec<u32> = (0..100).filter(|x| at(&pixels, *x, 50)[0] < 128).collect();
    inked.chunk_by(|one, next| next - one == 1).map(|run| (run[0], run[run.len() - 1] + 1)).collect()
}

#[test]
fn dashes_are_as_long_as_they_say() {
    let line = || Stroke::new(4.0).with_caps(kurbo::Cap::Butt);
    assert_eq!(dashes(line().with_dashes(0.0, [20.0, 10.0])), [(10, 30), (40, 60), (70, 90)]);
    assert_eq!(dashes(line().with_dashes(5.0, [20.0, 10.0])), [(10, 25), (35, 55), (65, 85)]);
    let square = Stroke::new(4.0).with_caps(kurbo::Cap::Square).with_dashes(0.0, [20.0, 20.0]);
    assert_eq!(dashes(square), [(8, 32), (48, 72)]);
    assert_eq!(dashes(line()), [(10, 90)]);
}

/// Every effect on one page.
fn everything() -> Scene {
    let words = Item::Glyphs(text(Face::Serif, "Ombre", 24.0, (10.0, 30.0), rgb(0x20_40_60)));
    let photo = sample::whole(&sample::photo(320, 240), Rect::new(10.0, 40.0, 90.0, 100.0));
    let disc = Item::Shape(Shape::filled(Circle::new((50.0, 70.0), 25.0).to_path(0.01), rgb(0)));
    page(vec![
        group(Group::shaded(shadow(2.0, 2.0, 6.0, rgb(0).with_alpha(0.4)), vec![card(5.0, 5.0, 95.0, 35.0, 6.0)])),
        group(Group::shaded(shadow(1.0, 1.0, 1.0, rgb(0x80_00_00)), vec![words])),
        group(Group { mask: Some(vec![disc].into()), ..Group::shaded(shadow(0.0, 2.0, 3.0, rgb(0)), vec![photo]) }),
        group(Group { blur: 2.5, items: vec![filled(70.0, 70.0, 90.0, 90.0, rgb(0xF0_C0_20))], ..Group::default() }),
    ])
}

#[test]
fn effects_are_the_same_on_every_run_and_thread() {
    let scene = everything();
    let fresh = [200, 333].map(|width| raster(&scene, width));
    let pictures = Arc::new(PictureCache::default());
    thread::scope(|scope| {
        for start in 0..4 {
            let (scene, fresh, pictures) = (&scene, &fresh, Arc::clone(&pictures));
            scope.spawn(move || {
                let mut rasterizer = Rasterizer::new(pictures);
                for index in (start..start + 4).map(|turn| turn % 2) {
                    let drawn = rasterizer.draw(scene, fresh[index].width).unwrap();
                    assert!(drawn == fresh[index], "{} pixels wide from {start}", drawn.width);
                }
            });
        }
    });
    let file = || pdf::render(&[PdfPage { scene: &scene, width_px: 400 }], &metadata()).unwrap().bytes;
    assert!(file() == file());
    assert!(svg::render(&scene, 400, 400, None, "fr").unwrap() == svg::render(&scene, 400, 400, None, "fr").unwrap());
}

#[test]
fn a_kept_shadow_is_not_taken_for_another() {
    let pictures = Arc::new(PictureCache::default());
    let mut rasterizer = Rasterizer::new(pictures);
    let cards = [
        (shadow(0.0, 2.0, 4.0, rgb(0)), 8.0),
        (shadow(0.0, 2.0, 5.0, rgb(0)), 8.0),
        (shadow(0.0, 2.0, 4.0, rgb(0xFF_00_00)), 8.0),
        (shadow(0.0, 2.0, 4.0, rgb(0)), 2.0),
        (shadow(6.0, 2.0, 4.0, rgb(0)), 8.0),
    ];
    for (cast, radius) in cards {
        let scene = page(vec![group(Group::shaded(cast, vec![card(20.0, 20.0, 80.0, 80.0, radius)]))]);
        assert!(rasterizer.draw(&scene, 200).unwrap() == raster(&scene, 200), "{cast:?} round {radius}");
    }
}

#[test]
fn effects_do_not_take_words_away() {
    let line = |words: &str, y: f64| Item::Glyphs(text(Face::Karla, words, 10.0, (5.0, y), rgb(0)));
    let scene = page(vec![
        group(Group {
            shadow: Some(shadow(1.0, 1.0, 2.0, rgb(0))),
            ..Group::marked(Mark::Paragraph, vec![line("Ombre", 20.0)])
        }),
        group(Group { blur: 2.0, ..Group::marked(Mark::Paragraph, vec![line("Flou", 50.0)]) }),
        group(Group {
            mask: Some(vec![card(0.0, 60.0, 100.0, 100.0, 0.0)].into()),
            ..Group::marked(Mark::Paragraph, vec![line("Masque", 80.0)])
        }),
    ]);
    let file = pdf::render(&[PdfPage { scene: &scene, width_px: 400 }], &metadata()).unwrap();
    assert_eq!(file.barriers, []);
    let document = lopdf::Document::load_mem(&file.bytes).unwrap();
    let content = document.get_page_content(document.page_iter().next().unwrap());
    let content = String::from_utf8_lossy(&content);
    assert!(content.contains("/ActualText(Flou)") || content.contains("/ActualText (Flou)"), "{content}");
    assert!(content.contains("/Artifact"), "a shadow is not read");
    let svg = svg::render(&scene, 400, 400, None, "fr").unwrap();
    for words in ["Ombre", "Flou", "Masque"] {
        assert_eq!(svg.matches(&format!("aria-label=\"{words}\"")).count(), 1, "{words} in {svg}");
    }
}
