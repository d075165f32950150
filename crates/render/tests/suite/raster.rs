//! Pixels, and nothing but the same pixels, from a scene.

use std::{sync::Arc, thread};

use peniko::{BlendMode, Mix};
use planche_render::{
    RenderError,
    raster::{PictureCache, Rasterizer},
};
use planche_scene::{Affine, Gradient, Group, Item, Link, Paint, Rect, Scene, Shape, Size, Stroke};

use crate::{
    readers::{at, close, raster},
    sample::{self, Face, filled, group, page, rect, rgb, text},
};

const WHITE: [u8; 3] = [255; 3];

/// Draws items on a page of 100 by 100 and looks at points.
fn check(items: Vec<Item>, expected: &[((u32, u32), [u8; 3])]) {
    let pixels = raster(&page(items), 100);
    for ((x, y), color) in expected {
        let drawn = at(&pixels, *x, *y);
        // One level: colours are rounded once when they are mixed.
        assert!(close(drawn, *color, 1), "at {x},{y}: {drawn:?}, not {color:?}");
    }
    assert!(pixels.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255), "a page is opaque");
}

#[test]
fn an_empty_page_is_white() {
    check(vec![], &[((0, 0), WHITE), ((99, 99), WHITE)]);
}

#[test]
fn shapes_are_filled_and_stroked_on_top() {
    let shape = Shape {
        path: rect(20.0, 20.0, 80.0, 80.0).into(),
        fill: Some(rgb(0xFF_00_00).into()),
        stroke: Some((Stroke::new(10.0), rgb(0x00_00_FF).into())),
    };
    let expected = [((50, 50), [255, 0, 0]), ((22, 50), [0, 0, 255]), ((17, 50), [0, 0, 255]), ((10, 50), WHITE)];
    check(vec![Item::Shape(shape)], &expected);
}

#[test]
fn gradients_follow_their_own_transform() {
    let fade = Gradient::new_linear((0.0, 0.0), (1.0, 0.0)).with_stops([rgb(0), rgb(0xFF_FF_FF)]);
    let items = vec![filled(0.0, 0.0, 100.0, 100.0, Paint::Gradient(fade, Affine::scale(100.0)))];
    check(items, &[((0, 0), [1; 3]), ((50, 99), [129; 3]), ((99, 50), [254; 3])]);
}

#[test]
fn an_opacity_is_that_of_the_whole_group() {
    let items = vec![filled(0.0, 0.0, 60.0, 100.0, rgb(0)), filled(40.0, 0.0, 100.0, 100.0, rgb(0))];
    let faded = Group { opacity: 0.5, items, ..Group::default() };
    check(vec![group(faded)], &[((20, 50), [128; 3]), ((50, 50), [128; 3]), ((80, 50), [128; 3])]);
}

#[test]
fn a_blend_mixes_with_what_lies_under_it() {
    let over = Group {
        blend: Some(BlendMode::from(Mix::Multiply)),
        items: vec![filled(0.0, 0.0, 100.0, 50.0, rgb(0x80_FF_40))],
        ..Group::default()
    };
    let items = vec![filled(0.0, 0.0, 50.0, 100.0, rgb(0xFF_80_80)), group(over)];
    check(items, &[((25, 25), [128, 128, 32]), ((75, 25), [128, 255, 64]), ((75, 75), WHITE)]);
}

#[test]
fn clips_hold_in_the_space_of_their_group() {
    let inside = vec![filled(-50.0, -50.0, 50.0, 50.0, rgb(0x00_80_00))];
    let clipped = Group {
        transform: Affine::translate((50.0, 50.0)) * Affine::scale(2.0),
        ..Group::clipped(rect(-10.0, -10.0, 10.0, 10.0), inside)
    };
    let faded = Group { opacity: 0.5, ..clipped.clone() };
    let outside = [((28, 50), WHITE), ((72, 50), WHITE), ((50, 28), WHITE)];
    check(vec![group(clipped)], &[&outside[..], &[((32, 50), [0, 128, 0]), ((68, 68), [0, 128, 0])]].concat());
    check(vec![group(faded)], &[&outside[..], &[((32, 50), [128, 192, 128]), ((68, 68), [128, 192, 128])]].concat());
}

#[test]
fn links_draw_nothing() {
    let link = Link { area: Rect::new(0.0, 0.0, 100.0, 100.0), address: "https://example.org".into() };
    check(vec![Item::Link(link)], &[((50, 50), WHITE)]);
}

#[test]
fn glyphs_are_filled_over_their_stroke() {
    let mut letter = text(Face::Serif, "I", 100.0, (30.0, 90.0), rgb(0xFF_00_00));
    let plain = raster(&page(vec![Item::Glyphs(letter.clone())]), 100);
    let stem = (0..100).filter(|x| at(&plain, *x, 55) == [255, 0, 0]).collect::<Vec<_>>();
    assert!(stem.len() > 4, "a stem crosses the middle of the letter");
    letter.stroke = Some((Stroke::new(8.0), rgb(0x00_00_FF).into()));
    check(
        vec![Item::Glyphs(letter)],
        &[((stem[1], 55), [255, 0, 0]), ((stem[0] - 3, 55), [0, 0, 255]), ((stem[0] - 8, 55), WHITE)],
    );
}

#[test]
fn a_weight_makes_letters_heavier() {
    let ink = |weight| {
        let run = sample::weighted(weight, "mmmm", 30.0, (5.0, 60.0), rgb(0));
        raster(&page(vec![Item::Glyphs(run)]), 100).rgba.iter().map(|level| 255 - u64::from(*level)).sum::<u64>()
    };
    assert!(ink(800.0) > ink(200.0) * 3 / 2);
}

#[test]
fn emoji_keep_their_colours_under_a_stroke() {
    let mut flag = text(Face::Emoji, "🇫🇷", 80.0, (0.0, 75.0), rgb(0));
    let plain = raster(&page(vec![Item::Glyphs(flag.clone())]), 100);
    let [blue, white, red] = [20, 50, 80].map(|x| at(&plain, x, 45));
    assert!(blue[2] > blue[0] + 60 && red[0] > red[2] + 60 && close(white, [240; 3], 25), "{blue:?} {white:?} {red:?}");
    flag.stroke = Some((Stroke::new(6.0), rgb(0x00_FF_00).into()));
    assert_eq!(raster(&page(vec![Item::Glyphs(flag)]), 100), plain);
}

#[test]
fn a_picture_at_its_own_size_is_copied() {
    let image = sample::image(40, 30, |x, y| [(x * 6) as u8, (y * 8) as u8, (x ^ y) as u8 * 4, 255]);
    let scene =
        page(vec![sample::picture(&image, Rect::new(10.0, 5.0, 30.0, 25.0), Rect::new(50.0, 60.0, 70.0, 80.0))]);
    let pixels = raster(&scene, 100);
    for (x, y) in [(0, 0), (19, 0), (0, 19), (19, 19), (7, 11)] {
        let source = ((5 + y) * 40 + 10 + x) as usize * 4;
        assert_eq!(at(&pixels, 50 + x, 60 + y), image.pixels[source..source + 3], "at {x},{y} of the crop");
    }
    assert_eq!(at(&pixels, 49, 60), WHITE);
    assert_eq!(at(&pixels, 70, 79), WHITE);
}

#[test]
fn a_picture_shows_its_crop_and_nothing_around_it() {
    // Green inside the crop, red all around: a single reddish pixel would be a leak.
    let image = sample::image(300, 300, |x, y| {
        if (100..200).contains(&x) && (100..200).contains(&y) { [0, 160, 0, 255] } else { [255, 0, 0, 255] }
    });
    let crop = Rect::new(100.0, 100.0, 200.0, 200.0);
    let pixels = raster(&page(vec![sample::picture(&image, crop, Rect::new(10.0, 10.0, 60.0, 60.0))]), 100);
    let inside = |ring: u32| (10 + ring..60 - ring).flat_map(move |y| (10 + ring..60 - ring).map(move |x| (x, y)));
    // The filter reaches three pixels; what lies beyond the crop may tint those a little, as in any print, but no more.
    assert!(inside(3).all(|(x, y)| close(at(&pixels, x, y), [0, 160, 0], 1)));
    assert!(inside(0).all(|(x, y)| at(&pixels, x, y)[0] < 80), "{:?}", at(&pixels, 10, 10));
    assert_eq!([at(&pixels, 9, 30), at(&pixels, 60, 30)], [WHITE; 2]);
}

#[test]
fn a_picture_between_pixels_keeps_its_scale_up_to_its_edges() {
    // White, then black from the fourth column to four from the end, at its own size and half a pixel to the right.
    let image = sample::image(40, 30, |x, _| if (4..36).contains(&x) { [0, 0, 0, 255] } else { [255; 4] });
    let pixels = raster(&page(vec![sample::whole(&image, Rect::new(10.5, 5.0, 50.5, 35.0))]), 100);
    for (x, expected) in [(13, 255), (14, 128), (15, 0), (45, 0), (46, 128), (47, 255)] {
        // The filter overshoots by up to a tenth next to an edge.
        let slack = if expected == 128 { 2 } else { 26 };
        assert!(close(at(&pixels, x, 20), [expected; 3], slack), "{:?} at {x}", at(&pixels, x, 20));
    }
}

#[test]
fn a_picture_covers_fractions_of_pixels() {
    let image = sample::image(8, 8, |_, _| [0, 0, 0, 255]);
    let items = vec![sample::whole(&image, Rect::new(10.5, 10.25, 20.5, 20.25))];
    check(
        items,
        &[((10, 15), [128; 3]), ((15, 10), [64; 3]), ((15, 15), [0; 3]), ((20, 15), [128; 3]), ((15, 20), [191; 3])],
    );
}

#[test]
fn a_transparent_picture_shows_the_page() {
    let image = sample::image(100, 100, |x, _| if x < 50 { [255, 0, 0, 0] } else { [0, 0, 255, 128] });
    let items =
        vec![filled(0.0, 0.0, 100.0, 100.0, rgb(0x00_FF_00)), sample::whole(&image, Rect::new(0.0, 0.0, 50.0, 50.0))];
    check(items, &[((10, 25), [0, 255, 0]), ((40, 25), [0, 127, 128])]);
}

#[test]
fn a_turned_picture_turns() {
    let image = sample::image(100, 100, |x, _| if x < 50 { [255, 0, 0, 255] } else { [0, 0, 255, 255] });
    let turned = Group {
        transform: Affine::translate((50.0, 50.0)) * Affine::rotate(std::f64::consts::FRAC_PI_2),
        items: vec![sample::whole(&image, Rect::new(-30.0, -30.0, 30.0, 30.0))],
        ..Group::default()
    };
    // A quarter turn clockwise brings the left side to the top.
    check(vec![group(turned)], &[((50, 30), [255, 0, 0]), ((50, 70), [0, 0, 255]), ((15, 50), WHITE)]);
}

#[test]
fn a_picture_may_leave_the_page() {
    let image = sample::image(400, 400, |x, y| [if x < 200 { 0 } else { 200 }, if y < 200 { 0 } else { 200 }, 0, 255]);
    let items = vec![sample::whole(&image, Rect::new(-1000.0, -1000.0, 1100.0, 1100.0))];
    check(items, &[((20, 20), [0, 0, 0]), ((80, 20), [200, 0, 0]), ((20, 80), [0, 200, 0]), ((80, 80), [200, 200, 0])]);
}

#[test]
fn a_rounded_height_leaves_no_seam() {
    let size = Size::new(1080.0, 1350.0);
    let scene = Scene { size, items: vec![filled(0.0, 0.0, 1080.0, 1350.0, rgb(0))] };
    for width in [1, 101, 403, 499] {
        let pixels = raster(&scene, width);
        assert_eq!(pixels.height, (f64::from(width) * 1.25).round() as u32);
        assert!(pixels.rgba.chunks_exact(4).all(|pixel| pixel == [0, 0, 0, 255]), "{width} pixels wide");
    }
}

#[test]
fn impossible_canvases_are_refused() {
    let mut rasterizer = Rasterizer::new(Arc::new(PictureCache::default()));
    for (size, width) in [(Size::new(100.0, 100.0), 0), (Size::new(100.0, 100.0), 65_536), (Size::ZERO, 100)] {
        let error = rasterizer.draw(&Scene::new(size), width).unwrap_err();
        assert!(matches!(error, RenderError::Canvas { .. }), "{error}");
    }
}

#[test]
fn an_image_with_too_few_pixels_is_refused() {
    let mut image = sample::image(8, 8, |_, _| [0; 4]);
    image.height = 9;
    let scene = page(vec![sample::whole(&image, Rect::new(0.0, 0.0, 8.0, 9.0))]);
    let error = Rasterizer::new(Arc::new(PictureCache::default())).draw(&scene, 100).unwrap_err();
    assert!(matches!(error, RenderError::Image(_)), "{error}");
}

#[test]
fn the_same_scene_gives_the_same_pixels_whatever_was_drawn_before() {
    let emoji = page(vec![Item::Glyphs(text(Face::Emoji, "🚀🇫🇷", 30.0, (5.0, 50.0), rgb(0)))]);
    let scenes = [(sample::slide(), 540), (emoji, 300), (sample::slide(), 270)];
    let fresh = scenes.clone().map(|(scene, width)| raster(&scene, width));
    let pictures = Arc::new(PictureCache::default());
    thread::scope(|scope| {
        for start in 0..4 {
            let (scenes, fresh, pictures) = (&scenes, &fresh, Arc::clone(&pictures));
            scope.spawn(move || {
                let mut rasterizer = Rasterizer::new(pictures);
                for index in (start..start + 6).map(|turn| turn % 3) {
                    let (scene, width) = &scenes[index];
                    assert!(rasterizer.draw(scene, *width).unwrap() == fresh[index], "scene {index} from {start}");
                }
            });
        }
    });
}
