use planche_scene::{Affine, Color, Font, Glyphs, Group, Item, Mark, Paint, Rect, Scene};

/// A run of words in one typeface, on one line.
pub struct Line {
    /// Where its letters are, in u of the page.
    pub area: Rect,
    /// What they are painted with.
    pub color: Color,
    /// Their size, in u.
    pub size: f64,
    /// Whether they are bold: of weight 700 or more.
    pub is_bold: bool,
    /// Their typeface.
    pub font: Font,
    /// What they say.
    pub words: String,
}

/// How far letters reach over and under their baseline, in em: capitals and descenders of most typefaces.
const OVER: f64 = 0.72;
const UNDER: f64 = 0.2;

/// The lines of text of a scene that somebody reads: no page numbers, no names beside the logo.
pub fn lines(scene: &Scene) -> Vec<Line> {
    let mut lines = Vec::new();
    collect(&scene.items, Affine::IDENTITY, &mut lines);
    lines
}

fn collect(items: &[Item], transform: Affine, lines: &mut Vec<Line>) {
    for item in items {
        match item {
            Item::Group(Group { mark: Some(Mark::Artifact), .. }) => {}
            Item::Group(group) => collect(&group.items, transform * group.transform, lines),
            Item::Glyphs(glyphs) => lines.extend(line(glyphs, transform)),
            Item::Shape(_) | Item::Picture(_) | Item::Link(_) => {}
        }
    }
}

/// `None` for what has no letters: spaces, emoji, whose colours are their own.
fn line(glyphs: &Glyphs, transform: Affine) -> Option<Line> {
    let words = words(glyphs);
    let (first, last) = (glyphs.glyphs.first()?, glyphs.glyphs.last()?);
    let size = f64::from(glyphs.size);
    let baseline = f64::from(first.y);
    let area = Rect::new(
        f64::from(first.x),
        baseline - OVER * size,
        f64::from(last.x + last.advance),
        baseline + UNDER * size,
    );
    let is_bold = glyphs.variations.iter().any(|variation| variation.axis == *b"wght" && variation.value >= 700.0);
    words.contains(char::is_alphanumeric).then(|| {
        Some(Line {
            area: transform.transform_rect_bbox(area),
            color: color(glyphs)?,
            size,
            is_bold,
            font: glyphs.font.clone(),
            words,
        })
    })?
}

fn color(glyphs: &Glyphs) -> Option<Color> {
    let stroke = glyphs.stroke.iter().map(|(_, paint)| paint);
    std::iter::once(&glyphs.fill).chain(stroke).find_map(|paint| match paint {
        Paint::Solid(color) if color.components[3] > 0.0 => Some(*color),
        _ => None,
    })
}

fn words(glyphs: &Glyphs) -> String {
    let ranges = glyphs.glyphs.iter().map(|glyph| &glyph.range).filter(|range| !range.is_empty());
    let (start, end) = ranges.fold((u32::MAX, 0), |(start, end), range| (start.min(range.start), end.max(range.end)));
    glyphs.text.get(start as usize..end as usize).unwrap_or_default().trim().to_owned()
}
