//! What is done to a group as a whole, and paints that formats lack, on the three back ends.

use std::f64::consts::PI;

use kurbo::{Circle, Shape as _};
use peniko::{Extend, color::palette::css::TRANSPARENT};
use planche_scene::{Affine, BezPath, Gradient, Group, Item, Paint, Rect, Shape, Stroke};

use crate::{
    agree::{Edges, check, check_levels},
    sample::{self, Face, card, filled, group, page, rect, rgb, shadow, text},
};

fn paper() -> Item {
    filled(0.0, 0.0, 100.0, 100.0, rgb(0xE8_DC_C8))
}

#[test]
fn shadows_of_boxes() {
    let dark = rgb(0x20_10_30).with_alpha(0.6);
    let items = vec![
        paper(),
        group(Group::shaded(shadow(0.0, 3.0, 4.0, dark), vec![card(10.0, 8.0, 90.0, 40.0, 6.0)])),
        group(Group::shaded(shadow(2.0, 2.0, 0.8, dark), vec![card(10.0, 60.0, 45.0, 90.0, 3.0)])),
        group(Group::shaded(shadow(4.0, 4.0, 0.0, rgb(0xD0_40_20)), vec![card(60.0, 60.0, 85.0, 90.0, 0.0)])),
    ];
    // In the soft part the readers' three box passes and ours agree to within four levels; what is left are the edges of
    // the hard shadow, which a PDF holds as pixels, and those of the cards.
    check_levels("shadows_of_boxes", &page(items), 4, Edges(4));
}

#[test]
fn shadows_of_text_and_pictures() {
    let words = Item::Glyphs(text(Face::Serif, "Ombre", 26.0, (10.0, 36.0), rgb(0x20_40_60)));
    let photo = sample::whole(&sample::photo(400, 300), Rect::new(10.0, 50.0, 70.0, 95.0));
    let round = Circle::new((40.0, 72.0), 20.0).to_path(0.01);
    let framed = Group { clip: Some(round.into()), ..Group::shaded(shadow(3.0, 3.0, 2.0, rgb(0)), vec![photo]) };
    let turned = Group {
        transform: Affine::translate((84.0, 70.0)) * Affine::rotate(0.5),
        ..Group::shaded(shadow(0.0, 5.0, 1.5, rgb(0x80_00_00)), vec![card(-8.0, -8.0, 8.0, 8.0, 2.0)])
    };
    let items = vec![
        paper(),
        group(Group::shaded(shadow(1.5, 2.0, 1.2, rgb(0).with_alpha(0.5)), vec![words])),
        group(framed),
        group(turned),
    ];
    // Letters are all edges, which each reader covers in its own way.
    check_levels("shadows_of_text_and_pictures", &page(items), 4, Edges(14));
}

#[test]
fn blurs() {
    let photo = sample::whole(&sample::photo(400, 300), Rect::new(10.0, 50.0, 70.0, 95.0));
    let clip = rect(15.0, 55.0, 60.0, 90.0);
    let two = vec![filled(20.0, 10.0, 60.0, 40.0, rgb(0xD0_20_40)), filled(50.0, 20.0, 90.0, 45.0, rgb(0x20_60_D0))];
    let items = vec![
        paper(),
        group(Group { blur: 3.0, opacity: 0.8, items: two, ..Group::default() }),
        group(Group { blur: 1.0, ..Group::clipped(clip, vec![photo]) }),
        group(Group {
            blur: 1.5,
            ..Group::shaded(shadow(4.0, 4.0, 1.0, rgb(0x40_00_00)), vec![card(72.0, 60.0, 92.0, 90.0, 4.0)])
        }),
    ];
    // Below two pixels the readers of SVG soften by a recursive filter, a little apart from three boxes.
    check_levels("blurs", &page(items), 4, Edges(3));
}

#[test]
fn masks() {
    let fade = Gradient::new_linear((0.0, 0.0), (0.0, 50.0)).with_stops([rgb(0), TRANSPARENT]);
    let faded = vec![filled(0.0, 0.0, 100.0, 50.0, Paint::Gradient(fade, Affine::IDENTITY))];
    let photo = sample::photo(400, 300);
    let letters = vec![Item::Glyphs(text(Face::Serif, "Bol", 50.0, (5.0, 95.0), rgb(0xFF_80_00)))];
    let logo = sample::image(64, 64, |x, y| [0, 0, 0, if (x / 16 + y / 16) % 2 == 0 { 255 } else { 60 }]);
    let disc = Circle::new((88.0, 78.0), 12.0).to_path(0.01);
    let items = vec![
        paper(),
        group(Group {
            mask: Some(faded.into()),
            items: vec![sample::whole(&photo, Rect::new(10.0, 0.0, 90.0, 50.0))],
            ..Group::default()
        }),
        group(Group {
            mask: Some(letters.into()),
            ..Group::shaded(
                shadow(1.0, 1.0, 0.8, rgb(0)),
                vec![sample::whole(&photo, Rect::new(0.0, 50.0, 80.0, 100.0))],
            )
        }),
        group(Group {
            opacity: 0.9,
            mask: Some(vec![sample::whole(&logo, Rect::new(75.0, 65.0, 101.0, 91.0))].into()),
            ..Group::clipped(disc, vec![filled(70.0, 60.0, 100.0, 100.0, rgb(0x10_60_20))])
        }),
    ];
    // The edges of the letters.
    check("masks", &page(items), Edges(2));
}

#[test]
fn sweeps() {
    let wheel = |x: f64, y: f64| {
        let colors = [rgb(0xE0_30_30), rgb(0xE0_C0_20), rgb(0x20_A0_60), rgb(0x30_50_D0), rgb(0xE0_30_30)];
        Gradient::new_sweep((x, y), 0.0, std::f32::consts::TAU).with_stops(colors)
    };
    let rings = Gradient::new_radial((75.0, 75.0), 6.0).with_stops([rgb(0x30_20_60), rgb(0xF0_D0_A0)]);
    let clear = Gradient::new_sweep((25.0, 75.0), 0.0, PI as f32).with_stops([rgb(0x90_00_50), TRANSPARENT]);
    let ring = Shape {
        path: Circle::new((75.0, 25.0), 15.0).to_path(0.01).into(),
        fill: None,
        stroke: Some((Stroke::new(8.0), Paint::Gradient(wheel(75.0, 25.0), Affine::IDENTITY))),
    };
    let items = vec![
        paper(),
        filled(5.0, 5.0, 45.0, 45.0, Paint::Gradient(wheel(25.0, 25.0), Affine::IDENTITY)),
        Item::Shape(ring),
        filled(5.0, 55.0, 45.0, 95.0, Paint::Gradient(clear.with_extend(Extend::Repeat), Affine::IDENTITY)),
        filled(55.0, 55.0, 95.0, 95.0, Paint::Gradient(rings.with_extend(Extend::Reflect), Affine::IDENTITY)),
        Item::Glyphs(text(
            Face::Serif,
            "Arc",
            22.0,
            (32.0, 60.0),
            Paint::Gradient(wheel(50.0, 53.0), Affine::IDENTITY),
        )),
    ];
    // The edges of the letters, and the seam of the sweep, which files hold as pixels.
    check("sweeps", &page(items), Edges(4));
}

#[test]
fn lines() {
    let line = |y: f64, stroke: Stroke| {
        let mut path = BezPath::new();
        path.move_to((10.0, y));
        path.line_to((60.0, y));
        path.line_to((75.0, y + 10.0));
        path.line_to((90.0, y));
        Item::Shape(Shape { path: path.into(), fill: None, stroke: Some((stroke, rgb(0x20_20_60).into())) })
    };
    let items = vec![
        line(8.0, Stroke::new(4.0).with_caps(kurbo::Cap::Butt).with_join(kurbo::Join::Miter)),
        line(28.0, Stroke::new(4.0).with_caps(kurbo::Cap::Round).with_join(kurbo::Join::Round)),
        line(48.0, Stroke::new(4.0).with_caps(kurbo::Cap::Square).with_join(kurbo::Join::Bevel)),
        line(68.0, Stroke::new(3.0).with_caps(kurbo::Cap::Butt).with_dashes(0.0, [10.0, 5.0])),
        line(84.0, Stroke::new(3.0).with_caps(kurbo::Cap::Round).with_dashes(2.0, [0.0, 6.0])),
    ];
    // Nothing but edges: the readers cover them in as few as sixteen steps.
    check("lines", &page(items), Edges(12));
}
