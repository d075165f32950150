//! What a page says, where, and whether it can be read there.

use planche_model::Color;
use planche_render::{Pixels, raster::Rasterizer};
use planche_scene::{Affine, Glyphs, Group, Item, Mark, Paint, Rect, Scene};

/// A run of words on one line.
#[derive(Debug)]
pub struct Line {
    /// Where its letters are, in u of the page.
    pub area: Rect,
    /// Without spaces.
    pub words: String,
    size: f64,
    is_bold: bool,
    color: Color,
}

/// In em: how far letters reach over and under their baseline.
const OVER: f64 = 0.7;
const UNDER: f64 = 0.18;

/// The lines of a page of a book, without those of the pages it shows.
pub fn lines(scene: &Scene) -> Vec<Line> {
    let mut lines = Vec::new();
    collect(&scene.items, Affine::IDENTITY, &mut lines);
    lines
}

fn collect(items: &[Item], transform: Affine, lines: &mut Vec<Line>) {
    for item in items {
        match item {
            Item::Group(Group { mark: Some(Mark::Figure(_)), .. }) => {}
            Item::Group(group) => collect(&group.items, transform * group.transform, lines),
            Item::Glyphs(glyphs) => lines.extend(line(glyphs, transform)),
            Item::Shape(_) | Item::Picture(_) | Item::Link(_) => {}
        }
    }
}

fn line(glyphs: &Glyphs, transform: Affine) -> Option<Line> {
    let (first, last) = (glyphs.glyphs.first()?, glyphs.glyphs.last()?);
    let size = f64::from(glyphs.size);
    let baseline = f64::from(first.y);
    let (left, right) = (f64::from(first.x), f64::from(last.x + last.advance));
    let Paint::Solid(color) = glyphs.fill else { return None };
    let [red, green, blue, _] = color.components.map(|channel| (channel * 255.0).round() as u8);
    let words = words(glyphs);
    (!words.is_empty()).then(|| Line {
        area: transform.transform_rect_bbox(Rect::new(left, baseline - OVER * size, right, baseline + UNDER * size)),
        words,
        size,
        is_bold: glyphs.variations.iter().any(|variation| variation.axis == *b"wght" && variation.value >= 700.0),
        color: Color { red, green, blue },
    })
}

fn words(glyphs: &Glyphs) -> String {
    let ranges = glyphs.glyphs.iter().map(|glyph| &glyph.range).filter(|range| !range.is_empty());
    let (start, end) = ranges.fold((u32::MAX, 0), |(start, end), range| (start.min(range.start), end.max(range.end)));
    squeezed(glyphs.text.get(start as usize..end as usize).unwrap_or_default())
}

/// Words without what lines are broken at.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// Pairs of lines that cover each other: letters without what reaches far up and down.
pub fn collisions(lines: &[Line]) -> Vec<(&str, &str)> {
    let core = |line: &Line| line.area.inset((-1.5, -0.17 * line.size, -1.5, -0.17 * line.size));
    let pairs = lines.iter().enumerate().flat_map(|(at, line)| lines[at + 1..].iter().map(move |other| (line, other)));
    let covering = pairs.filter(|(line, other)| {
        let shared = core(line).intersect(core(other));
        shared.width() > 0.0 && shared.height() > 0.0
    });
    covering.map(|(line, other)| (line.words.as_str(), other.words.as_str())).collect()
}

/// How wide a page is drawn to be measured, in px.
const WIDTH: u32 = 960;
/// The share of the pixels under a line that may be worse: letters stay readable over a speck.
const SPECKS: f64 = 0.05;
/// From where words are large, in u: 18 pt, or 14 pt in bold (WCAG 2.2), on a page 842 pt wide.
const LARGE: f64 = 18.0 * 1920.0 / 842.25;
const LARGE_IF_BOLD: f64 = 14.0 * 1920.0 / 842.25;

/// The lines that do not stand out from what is under them, and by how much they do.
pub fn readable(scene: &Scene, rasterizer: &mut Rasterizer) -> Vec<(String, f64)> {
    let ground = Scene { size: scene.size, items: wordless(&scene.items) };
    let pixels = rasterizer.draw(&ground, WIDTH).unwrap();
    let scale = scene.scale_for_width(WIDTH);
    let measured = lines(scene).into_iter().filter(|line| line.words.chars().any(char::is_alphanumeric));
    let measured = measured.map(|line| (contrast(&line, &pixels, scale), line));
    let weak = measured.filter(|(ratio, line)| *ratio < enough(line) - 0.01);
    weak.map(|(ratio, line)| (line.words, ratio)).collect()
}

fn enough(line: &Line) -> f64 {
    if line.size >= if line.is_bold { LARGE_IF_BOLD } else { LARGE } { 3.0 } else { 4.5 }
}

fn contrast(line: &Line, pixels: &Pixels, scale: f64) -> f64 {
    let (left, right) = ((line.area.x0 * scale) as u32, ((line.area.x1 * scale) as u32).min(pixels.width));
    let (top, bottom) = ((line.area.y0 * scale) as u32, ((line.area.y1 * scale) as u32).min(pixels.height));
    let mut ratios: Vec<f64> = (top..bottom)
        .flat_map(|y| (left..right).map(move |x| ((y * pixels.width + x) * 4) as usize))
        .map(|at| Color { red: pixels.rgba[at], green: pixels.rgba[at + 1], blue: pixels.rgba[at + 2] })
        .map(|under| line.color.contrast(under))
        .collect();
    ratios.sort_unstable_by(f64::total_cmp);
    ratios.get((ratios.len() as f64 * SPECKS) as usize).copied().unwrap_or(f64::INFINITY)
}

/// Without words, and without the rules that run through them.
fn wordless(items: &[Item]) -> Vec<Item> {
    let is_text = items.iter().any(|item| matches!(item, Item::Glyphs(_)));
    let is_kept = |item: &&Item| match item {
        Item::Glyphs(_) => false,
        Item::Group(group) => !(is_text && group.mark == Some(Mark::Artifact)),
        Item::Shape(_) | Item::Picture(_) | Item::Link(_) => true,
    };
    let bare = |item: &Item| match item {
        Item::Group(group) => Item::Group(Group { items: wordless(&group.items), ..group.clone() }),
        other => other.clone(),
    };
    items.iter().filter(is_kept).map(bare).collect()
}
