//! A logo that is read can be drawn.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use planche_media::logo::{self, Logo};
use planche_render::{RenderError, raster::Rasterizer, svg};
use planche_scene::Scene;

/// As on a contact sheet: enough to draw everything, little to fill.
const WIDTH: u32 = 32;

fuzz_target!(|bytes: &[u8]| {
    let Ok(Logo::Vector(drawing)) = logo::read(bytes) else { return };
    let scene = Scene { size: drawing.size, items: drawing.items };
    match Rasterizer::new(Arc::default()).draw(&scene, WIDTH) {
        Ok(_) | Err(RenderError::Canvas { .. }) => {}
        Err(error) => panic!("a drawing that was read is not drawn: {error}"),
    }
    svg::render(&scene, WIDTH, WIDTH, None, "fr").expect("SVG says what SVG said");
});
