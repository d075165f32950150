//! One independent reader for each format, so that a file is judged by what others see in it.

use std::sync::Arc;

use hayro::{PixmapSettings, RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf};
use peniko::color::palette::css::WHITE;
use planche_render::{
    Pixels,
    pdf::{self, PdfMetadata, PdfPage},
    raster::{PictureCache, Rasterizer},
    svg,
};
use planche_scene::Scene;
use resvg::{tiny_skia, usvg};

pub fn raster(scene: &Scene, width: u32) -> Pixels {
    Rasterizer::new(Arc::new(PictureCache::default())).draw(scene, width).unwrap()
}

pub fn svg(scene: &Scene, width: u32, height: u32) -> Pixels {
    let file = svg::render(scene, width, height, None, "fr").unwrap();
    let tree = usvg::Tree::from_str(&file, &usvg::Options::default()).unwrap();
    let mut canvas = tiny_skia::Pixmap::new(width, height).unwrap();
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut canvas.as_mut());
    Pixels { width, height, rgba: canvas.take() }
}

pub fn pdf(scene: &Scene, width: u32) -> Pixels {
    let file = pdf::render(&[PdfPage { scene, width_px: width }], &metadata()).unwrap();
    let pdf = Pdf::new(file.bytes).unwrap();
    // Points back to CSS pixels.
    let scale = 1.0 / 0.75;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let (cache, reading) = (RenderCache::new(), InterpreterSettings::default());
    let smooth = RenderSettings { force_image_interpolation: true, ..RenderSettings::default() };
    let canvas = hayro::render(&pdf.pages()[0], &cache, &reading, &smooth, &settings);
    let (width, height) = (u32::from(canvas.width()), u32::from(canvas.height()));
    Pixels { width, height, rgba: canvas.data_as_u8_slice().to_vec() }
}

pub fn metadata() -> PdfMetadata {
    PdfMetadata {
        title: "Oui, vos bols vont au four".to_owned(),
        language: "fr-FR".to_owned(),
        author: Some("Marée Basse".to_owned()),
        creator: "Planche".to_owned(),
        date: None,
    }
}

pub fn at(pixels: &Pixels, x: u32, y: u32) -> [u8; 3] {
    let start = (y * pixels.width + x) as usize * 4;
    [pixels.rgba[start], pixels.rgba[start + 1], pixels.rgba[start + 2]]
}

pub fn close(one: [u8; 3], other: [u8; 3], tolerance: u8) -> bool {
    one.iter().zip(other).all(|(one, other)| one.abs_diff(other) <= tolerance)
}
