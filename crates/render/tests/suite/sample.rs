//! Scenes, pictures and text made for the tests.

use std::{path::PathBuf, sync::OnceLock};

use harfrust::{ShaperData, ShaperInstance, UnicodeBuffer};
use kurbo::Shape as _;
use peniko::{
    BlendMode, Blob, Mix,
    color::palette::css::{BLACK, WHITE},
};
use planche_render::{Pixels, encode};
use planche_scene::{
    Affine, BezPath, Color, Encoded, Encoding, Font, Glyph, Glyphs, Gradient, Group, Image, Item, Link, Mark, Paint,
    Picture, Point, Rect, RoundedRect, Scene, Shadow, Shape, Size, Stroke, Variation, Vec2,
};

pub fn page(items: Vec<Item>) -> Scene {
    Scene { size: Size::new(100.0, 100.0), items }
}

pub fn rgb(hex: u32) -> Color {
    Color::from_rgba8((hex >> 16) as u8, (hex >> 8) as u8, hex as u8, 255)
}

pub fn rect(x0: f64, y0: f64, x1: f64, y1: f64) -> BezPath {
    Rect::new(x0, y0, x1, y1).to_path(0.1)
}

pub fn filled(x0: f64, y0: f64, x1: f64, y1: f64, fill: impl Into<Paint>) -> Item {
    Item::Shape(Shape::filled(rect(x0, y0, x1, y1), fill))
}

pub fn shadow(x: f64, y: f64, deviation: f64, color: Color) -> Shadow {
    Shadow { offset: Vec2::new(x, y), deviation, color }
}

/// A white box with round corners.
pub fn card(x0: f64, y0: f64, x1: f64, y1: f64, radius: f64) -> Item {
    Item::Shape(Shape::filled(RoundedRect::new(x0, y0, x1, y1, radius).to_path(0.01), WHITE))
}

pub fn group(group: Group) -> Item {
    Item::Group(group)
}

pub fn image(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 4]) -> Image {
    let pixels: Vec<u8> =
        (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).flat_map(|(x, y)| pixel(x, y)).collect();
    let opaque = pixels.chunks_exact(4).all(|pixel| pixel[3] == 255);
    Image { id: identify(&pixels), width, height, pixels: pixels.into(), opaque, encoded: None }
}

/// Different enough for different pixels; the library uses a real hash.
fn identify(pixels: &[u8]) -> [u8; 32] {
    let hash =
        pixels.iter().fold(pixels.len() as u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01B3));
    std::array::from_fn(|index| (hash >> (index % 8 * 8)) as u8)
}

/// Opaque noise: nothing for an encoder to guess.
pub fn noise(width: u32, height: u32) -> Pixels {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let rgba = (0..width * height).flat_map(|_| [next(), next(), next(), 255]).collect();
    Pixels { width, height, rgba }
}

/// Soft waves of colour under a little grain, as a camera would see.
pub fn photograph(width: u32, height: u32) -> Pixels {
    let grain = noise(width, height);
    let wave = |value: f64| 128.0 + 100.0 * value.sin();
    let pixel = |index: u32| {
        let (x, y) = (f64::from(index % width) / 40.0, f64::from(index / width) / 55.0);
        let speck = f64::from(grain.rgba[index as usize * 4]) / 20.0;
        [wave(x + y) + speck, wave(x - y * 0.7) + speck, wave(y + 1.0) + speck].map(|level| level as u8)
    };
    let rgba = (0..width * height).flat_map(|index| pixel(index).into_iter().chain([255])).collect();
    Pixels { width, height, rgba }
}

/// A photograph with its own JPEG, as the library gives it: the pixels are those of the file.
pub fn photo(width: u32, height: u32) -> Image {
    let bytes = encode::jpeg(&photograph(width, height), 92).unwrap();
    let decoded = turbojpeg::decompress(&bytes, turbojpeg::PixelFormat::RGBA).unwrap();
    let encoded = Some(Encoded { encoding: Encoding::Jpeg, bytes: bytes.into() });
    Image { id: identify(&decoded.pixels), width, height, pixels: decoded.pixels.into(), opaque: true, encoded }
}

pub fn picture(image: &Image, source: Rect, target: Rect) -> Item {
    Item::Picture(Picture { image: image.clone(), source, target })
}

pub fn whole(image: &Image, target: Rect) -> Item {
    picture(image, Rect::new(0.0, 0.0, f64::from(image.width), f64::from(image.height)), target)
}

/// Lines that show the parts of one text at the given bytes; a hyphen at the end of a line stands for nothing.
pub fn lines(whole: &str, parts: &[(&str, u32)]) -> Vec<Item> {
    let whole: std::sync::Arc<str> = whole.into();
    let line = |(row, (shown, start)): (usize, &(&str, u32))| {
        let mut run = text(Face::Karla, shown, 8.0, (5.0, 20.0 + 10.0 * row as f64), rgb(0));
        for glyph in &mut run.glyphs {
            let is_hyphen = &shown[glyph.range.start as usize..] == "-";
            let end = if is_hyphen { glyph.range.start } else { glyph.range.end };
            glyph.range = glyph.range.start + start..end + start;
        }
        run.text = whole.clone();
        Item::Glyphs(run)
    };
    parts.iter().enumerate().map(line).collect()
}

#[derive(Clone, Copy)]
pub enum Face {
    Karla,
    Serif,
    Emoji,
}

/// The bundled fonts, which the set-up of the project produces.
pub fn font(face: Face) -> Font {
    static FONTS: [OnceLock<Font>; 3] = [const { OnceLock::new() }; 3];
    let file = ["Karla.ttf", "YoungSerif.ttf", "NotoColorEmoji.ttf"][face as usize];
    let read = || {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts/files").join(file);
        let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{file} is not set up: {error}"));
        Font::new(Blob::from(bytes), 0)
    };
    FONTS[face as usize].get_or_init(read).clone()
}

pub fn text(face: Face, text: &str, size: f32, at: (f64, f64), fill: impl Into<Paint>) -> Glyphs {
    shape(face, &[], text, size, at, fill.into())
}

/// Text in Karla at a weight of its axis.
pub fn weighted(weight: f32, text: &str, size: f32, at: (f64, f64), fill: impl Into<Paint>) -> Glyphs {
    shape(Face::Karla, &[Variation { axis: *b"wght", value: weight }], text, size, at, fill.into())
}

fn shape(face: Face, variations: &[Variation], text: &str, size: f32, at: (f64, f64), fill: Paint) -> Glyphs {
    let font = font(face);
    let parsed = harfrust::FontRef::from_index(font.data.data(), 0).unwrap();
    let axes = variations.iter().map(|axis| (harfrust::Tag::new(&axis.axis), axis.value));
    let instance = ShaperInstance::from_variations(&parsed, axes);
    let data = ShaperData::new(&parsed);
    let shaper = data.shaper(&parsed).instance(Some(&instance)).build();
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let shaped = shaper.shape(buffer, harfrust::ShapeOptions::new());
    let scale = size / shaper.units_per_em() as f32;
    Glyphs {
        font,
        size,
        coordinates: instance.coords().iter().map(|coordinate| coordinate.to_bits()).collect(),
        variations: variations.into(),
        fill,
        stroke: None,
        origin: Point::new(at.0, at.1),
        glyphs: place(&shaped, text, scale, at),
        text: text.into(),
    }
}

fn place(shaped: &harfrust::GlyphBuffer, text: &str, scale: f32, at: (f64, f64)) -> Vec<Glyph> {
    let infos = shaped.glyph_infos();
    let mut pen = at.0 as f32;
    let mut glyphs = Vec::new();
    for (info, position) in infos.iter().zip(shaped.glyph_positions()) {
        let end = infos.iter().map(|other| other.cluster).filter(|cluster| *cluster > info.cluster).min();
        let advance = position.x_advance as f32 * scale;
        glyphs.push(Glyph {
            id: info.glyph_id,
            x: pen + position.x_offset as f32 * scale,
            y: at.1 as f32 - position.y_offset as f32 * scale,
            advance,
            range: info.cluster..end.unwrap_or(text.len() as u32),
        });
        pen += advance;
    }
    glyphs
}

/// A page with everything on it, as layout would write it: 1080 by 1350 u.
pub fn slide() -> Scene {
    let ink = rgb(0x1B_2A_33);
    let sky = Gradient::new_linear((0.0, 0.0), (0.0, 1350.0)).with_stops([rgb(0xF6_EF_E4), rgb(0xD7_E6_EA)]);
    let mut items = vec![Item::Group(Group::marked(
        Mark::Artifact,
        vec![filled(0.0, 0.0, 1080.0, 1350.0, Paint::Gradient(sky, Affine::IDENTITY))],
    ))];
    items.extend([slide_photo(), slide_title(ink), slide_body(ink), slide_quote(ink), slide_stamp()]);
    Scene { size: Size::new(1080.0, 1350.0), items }
}

fn slide_photo() -> Item {
    let photo = photo(1600, 1200);
    let target = Rect::new(70.0, 70.0, 1010.0, 620.0);
    let source = Rect::new(0.0, 132.0, 1600.0, 132.0 + 1600.0 * 550.0 / 940.0);
    let clip = RoundedRect::from_rect(target, 48.0).to_path(0.1);
    let figure = Mark::Figure("Trois bols empilés".into());
    group(Group { clip: Some(clip.into()), ..Group::marked(figure, vec![picture(&photo, source, target)]) })
}

fn slide_title(ink: Color) -> Item {
    let fade = Gradient::new_linear((70.0, 0.0), (900.0, 0.0)).with_stops([rgb(0xB4_43_2A), rgb(0x2A_5F_B4)]);
    let first = text(Face::Serif, "Oui, vos bols", 112.0, (70.0, 770.0), ink);
    let second = text(Face::Serif, "vont au four.", 112.0, (70.0, 890.0), Paint::Gradient(fade, Affine::IDENTITY));
    group(Group::marked(Mark::Heading(1), vec![Item::Glyphs(first), Item::Glyphs(second)]))
}

fn slide_body(ink: Color) -> Item {
    let words = weighted(400.0, "Grès à 1280\u{202F}°C «\u{A0}mode d’emploi\u{A0}» ", 46.0, (70.0, 980.0), ink);
    let faces = text(Face::Emoji, "🚀🇫🇷👩🏽‍💻", 46.0, (770.0, 980.0), ink);
    let address = weighted(700.0, "mareebasse.fr", 46.0, (70.0, 1050.0), rgb(0x2A_5F_B4));
    let link = Link { area: Rect::new(70.0, 1010.0, 380.0, 1064.0), address: "https://mareebasse.fr/".into() };
    let items = vec![Item::Glyphs(words), Item::Glyphs(faces), Item::Glyphs(address), Item::Link(link)];
    group(Group::marked(Mark::Paragraph, items))
}

fn slide_quote(ink: Color) -> Item {
    let card = RoundedRect::new(70.0, 1100.0, 760.0, 1280.0, 28.0).to_path(0.1);
    let card = Item::Shape(Shape {
        path: card.into(),
        fill: Some(WHITE.into()),
        stroke: Some((Stroke::new(4.0), ink.into())),
    });
    let words = weighted(500.0, "Un bol qu’on n’ose pas utiliser", 40.0, (110.0, 1180.0), ink);
    let rest = weighted(500.0, "est un bol raté.", 40.0, (110.0, 1235.0), ink);
    let quote = Group::marked(Mark::Quote, vec![Item::Glyphs(words), Item::Glyphs(rest)]);
    group(Group { opacity: 0.8, items: vec![card, group(quote)], ..Group::default() })
}

fn slide_stamp() -> Item {
    let disc = Item::Shape(Shape::filled(kurbo::Circle::new((0.0, 0.0), 120.0).to_path(0.1), rgb(0xF2_B7_05)));
    let mut word = text(Face::Serif, "Neuf", 90.0, (-92.0, 30.0), WHITE);
    word.stroke = Some((Stroke::new(10.0).with_join(kurbo::Join::Round), BLACK.into()));
    let transform = Affine::translate((890.0, 1180.0)) * Affine::rotate(-0.2);
    let blend = Some(BlendMode::from(Mix::Multiply));
    let disc = group(Group { blend, items: vec![disc], ..Group::default() });
    group(Group { transform, ..Group::marked(Mark::Paragraph, vec![disc, Item::Glyphs(word)]) })
}
