//! A scene as an SVG that needs nothing else: glyphs are paths, photographs are inside.
//!
//! Only features that browsers, Inkscape and librsvg share are used, so references are written `xlink:href` and colour
//! glyphs become plain vectors.

mod compose;
mod effect;
mod image;
mod link;
mod mark;
mod paint;
mod shape;
mod text;
mod xml;

use std::{collections::HashMap, fmt::Write as _};

use planche_scene::{Group, ImageId, Item, Scene};

use self::{
    text::GlyphKey,
    xml::{escape, number},
};
use crate::{RenderError, label::told};

/// Writes `scene` as an SVG file that shows at `width_px` by `height_px` CSS pixels, on white like a raster.
///
/// `title` names the page and `language` is its BCP 47 tag, both for people who listen to it.
///
/// # Errors
/// A font or an image cannot be read, or the scene uses what SVG lacks: a way of compositing other than over, in, atop
/// and their reverses.
pub fn render(
    scene: &Scene,
    width_px: u32,
    height_px: u32,
    title: Option<&str>,
    language: &str,
) -> Result<String, RenderError> {
    let mut writer = Writer::default();
    writer.items(&scene.items)?;
    let (width, height) = (number(scene.size.width), number(scene.size.height));
    let language = escape(language);
    let title = title.map(|title| format!("<title>{}</title>", escape(title))).unwrap_or_default();
    let Writer { definitions, body, .. } = writer;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         width=\"{width_px}\" height=\"{height_px}\" viewBox=\"0 0 {width} {height}\" preserveAspectRatio=\"none\" \
         role=\"document\" lang=\"{language}\" xml:lang=\"{language}\">{title}<defs>{definitions}</defs>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>{body}</svg>\n"
    ))
}

/// The file as it grows; what is drawn twice is defined once.
#[derive(Default)]
struct Writer {
    definitions: String,
    body: String,
    last_id: u32,
    /// The definition of each glyph met so far; `None` when it draws nothing.
    glyphs: HashMap<GlyphKey, Option<u32>>,
    images: HashMap<ImageId, u32>,
}

impl Writer {
    fn item(&mut self, siblings: &[Item], place: usize) -> Result<(), RenderError> {
        match &siblings[place] {
            Item::Group(group) => self.group(group),
            Item::Shape(shape) => self.shape(shape),
            Item::Glyphs(run) => self.glyphs(run, told(run, siblings, place).as_deref()),
            Item::Picture(picture) => self.picture(picture),
            Item::Link(link) => {
                self.link(link);
                Ok(())
            }
        }
    }

    fn group(&mut self, group: &Group) -> Result<(), RenderError> {
        self.frame(group, &mark::attributes(group.mark.as_ref()))
    }

    /// What `draw` writes, apart from the body.
    fn apart(&mut self, draw: impl FnOnce(&mut Self) -> Result<(), RenderError>) -> Result<String, RenderError> {
        let body = std::mem::take(&mut self.body);
        let drawn = draw(self);
        let apart = std::mem::replace(&mut self.body, body);
        drawn.map(|()| apart)
    }

    fn next_id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    fn write(&mut self, text: std::fmt::Arguments<'_>) {
        self.body.write_fmt(text).expect("a string takes every text");
    }

    fn define(&mut self, text: std::fmt::Arguments<'_>) {
        self.definitions.write_fmt(text).expect("a string takes every text");
    }
}
