use planche_model::{Color, Finding, charter::Rule};
use planche_render::{Pixels, raster::Rasterizer};
use planche_scene::{Group, Item, Rect, Scene};

use super::{Line, Page};

/// How wide the page is drawn to be measured, in px: a photograph's light and dark places are all there.
const WIDTH: u32 = 360;

/// WCAG 2.2, 1.4.3: what words need, and what large words need.
const ENOUGH: f64 = 4.5;
const ENOUGH_IF_LARGE: f64 = 3.0;
/// From where words are large, in CSS px: 18 pt, or 14 pt in bold (WCAG 2.2, "large scale").
const LARGE: f64 = 24.0;
const LARGE_IF_BOLD: f64 = 18.66;
/// The pages are read on telephones, 390 CSS px wide, where a page is 1080 u.
const TELEPHONE: f64 = 390.0 / 1080.0;

/// The share of the pixels under a line that may be worse than what is measured: letters stay readable over a speck.
const SPECKS: f64 = 0.05;

/// Words that do not stand out from the pixels under them. One finding a page: the worst line.
pub fn check(page: &Page<'_>, rasterizer: &mut Rasterizer) -> Vec<Finding> {
    let Some(finding) = page.finding(Rule::LowContrast) else { return Vec::new() };
    let Ok(pixels) = rasterizer.draw(&without_words(&page.composition.scene), WIDTH) else { return Vec::new() };
    let scale = page.composition.scene.scale_for_width(WIDTH);
    let measured = page.lines.iter().map(|line| (contrast(line, &pixels, scale), line));
    let weak = measured.filter(|(ratio, line)| *ratio < enough(line));
    let worst = weak.min_by(|(a, one), (b, other)| (a / enough(one)).total_cmp(&(b / enough(other))));
    let worst = worst.map(|(ratio, line)| {
        finding.with("text", &line.words).with("ratio", format!("{ratio:.1}")).with("least", enough(line))
    });
    worst.into_iter().collect()
}

fn enough(line: &Line) -> f64 {
    let large = if line.is_bold { LARGE_IF_BOLD } else { LARGE };
    if line.size * TELEPHONE >= large { ENOUGH_IF_LARGE } else { ENOUGH }
}

/// The contrast of a line with all but a few of the pixels under it.
fn contrast(line: &Line, pixels: &Pixels, scale: f64) -> f64 {
    let mut ratios: Vec<f64> =
        under(line.area, pixels, scale).map(|ground| model(line, ground).contrast(ground)).collect();
    ratios.sort_unstable_by(f64::total_cmp);
    ratios.get((ratios.len() as f64 * SPECKS) as usize).copied().unwrap_or(f64::INFINITY)
}

/// The line's colour as it is seen on `ground`.
fn model(line: &Line, ground: Color) -> Color {
    let [red, green, blue, alpha] = line.color.components;
    let channel = |ink: f32, under: u8| (ink * 255.0 * alpha + f32::from(under) * (1.0 - alpha)).round() as u8;
    Color { red: channel(red, ground.red), green: channel(green, ground.green), blue: channel(blue, ground.blue) }
}

/// The pixels under an area of the page.
pub fn under(area: Rect, pixels: &Pixels, scale: f64) -> impl Iterator<Item = Color> {
    let side = |value: f64, most: u32| (value * scale).clamp(0.0, f64::from(most)) as u32;
    let (left, right) = (side(area.x0, pixels.width), side(area.x1, pixels.width));
    let (top, bottom) = (side(area.y0, pixels.height), side(area.y1, pixels.height));
    (top..bottom).flat_map(move |y| {
        let row = (y * pixels.width) as usize * 4;
        let stretch = &pixels.rgba[row + left as usize * 4..row + right as usize * 4];
        stretch.as_chunks::<4>().0.iter().map(|[red, green, blue, _]| Color { red: *red, green: *green, blue: *blue })
    })
}

fn without_words(scene: &Scene) -> Scene {
    Scene { size: scene.size, items: wordless(&scene.items) }
}

fn wordless(items: &[Item]) -> Vec<Item> {
    let kept = items.iter().filter(|item| !matches!(item, Item::Glyphs(_)));
    kept.map(|item| match item {
        Item::Group(group) => Item::Group(Group { items: wordless(&group.items), ..group.clone() }),
        other => other.clone(),
    })
    .collect()
}
