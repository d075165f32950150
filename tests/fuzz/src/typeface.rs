//! A typeface that is read can be drawn, wherever its axes stand.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use planche_media::font;
use planche_render::raster::Rasterizer;
use planche_scene::{Color, Font, Glyph, Glyphs, Item, Point, Scene, Size};
use skrifa::{FontRef, MetadataProvider, raw::TableProvider};

/// How many glyphs are drawn: what costs much shows in the first of them.
const MOST: u16 = 32;
const WIDTH: u32 = 64;

fuzz_target!(|bytes: &[u8]| {
    let Ok(typeface) = font::read(bytes) else { return };
    assert_eq!(font::read(&typeface.bytes).as_ref(), Ok(&typeface), "reading it again changes something");
    let font = FontRef::new(&typeface.bytes).expect("what is accepted is a font");
    let count = font.maxp().expect("what is accepted has a count of glyphs").num_glyphs();
    let axes = font.axes().len();
    let file = Font::new(typeface.bytes.clone().into(), 0);
    for position in [0, -NORMAL, NORMAL] {
        draw(&file, count.min(MOST), vec![position; axes].into());
    }
});

/// The end of an axis, normalised (OpenType 1.9, F2DOT14).
const NORMAL: i16 = 1 << 14;

fn draw(font: &Font, count: u16, coordinates: Arc<[i16]>) {
    let run = Glyphs {
        font: font.clone(),
        size: 16.0,
        coordinates,
        variations: Arc::default(),
        fill: Color::BLACK.into(),
        stroke: None,
        origin: Point::new(0.0, 32.0),
        glyphs: (0..count).chain([u16::MAX]).map(glyph).collect(),
        text: Arc::from(""),
    };
    let scene = Scene { size: Size::new(64.0, 64.0), items: vec![Item::Glyphs(run)] };
    Rasterizer::new(Arc::default()).draw(&scene, WIDTH).expect("what is accepted is drawn");
}

fn glyph(id: u16) -> Glyph {
    let step = f32::from(id % 8) * 8.0;
    Glyph { id: id.into(), x: step, y: 32.0, advance: 8.0, range: 0..0 }
}
