use std::fmt::{self, Display, Write};

use kurbo::{Rect, Shape as _};

use crate::{Color, Glyphs, Group, Item, Paint, Scene, Shadow};

/// A stable text form, for tests and for people: one item a line, children indented.
impl Display for Scene {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "scene {}x{}", self.size.width, self.size.height)?;
        self.items.iter().try_for_each(|item| write_item(formatter, item, 1))
    }
}

fn write_item(out: &mut fmt::Formatter<'_>, item: &Item, depth: usize) -> fmt::Result {
    write!(out, "{:width$}", "", width = depth * 2)?;
    match item {
        Item::Group(group) => write_group(out, group, depth),
        Item::Shape(shape) => {
            write!(out, "shape {}", place(shape.path.bounding_box()))?;
            if let Some(fill) = &shape.fill {
                write!(out, " fill {}", paint(fill))?;
            }
            if let Some((stroke, edge)) = &shape.stroke {
                write!(out, " stroke {} {}", number(stroke.width), paint(edge))?;
            }
            out.write_char('\n')
        }
        Item::Glyphs(glyphs) => writeln!(out, "glyphs {}", describe(glyphs)),
        Item::Picture(picture) => writeln!(out, "picture {} of {:?}", place(picture.target), picture.image),
        Item::Link(link) => writeln!(out, "link {} {}", place(link.area), link.address),
    }
}

fn write_group(out: &mut fmt::Formatter<'_>, group: &Group, depth: usize) -> fmt::Result {
    out.write_str("group")?;
    if let Some(mark) = &group.mark {
        write!(out, " {mark:?}")?;
    }
    if let Some(clip) = &group.clip {
        write!(out, " clip {}", place(clip.bounding_box()))?;
    }
    if group.opacity < 1.0 {
        write!(out, " opacity {}", number(f64::from(group.opacity)))?;
    }
    if group.blur > 0.0 {
        write!(out, " blur {}", number(group.blur))?;
    }
    if let Some(shadow) = &group.shadow {
        write_shadow(out, shadow)?;
    }
    out.write_char('\n')?;
    if let Some(mask) = &group.mask {
        writeln!(out, "{:width$}mask", "", width = depth * 2 + 2)?;
        mask.iter().try_for_each(|item| write_item(out, item, depth + 2))?;
    }
    group.items.iter().try_for_each(|item| write_item(out, item, depth + 1))
}

fn write_shadow(out: &mut fmt::Formatter<'_>, shadow: &Shadow) -> fmt::Result {
    let (x, y, soft) = (number(shadow.offset.x), number(shadow.offset.y), number(shadow.deviation));
    write!(out, " shadow {x} {y} soft {soft} {}", hex(shadow.color))
}

fn describe(glyphs: &Glyphs) -> String {
    let start = glyphs.glyphs.iter().map(|glyph| glyph.range.start).min().unwrap_or(0);
    let end = glyphs.glyphs.iter().map(|glyph| glyph.range.end).max().unwrap_or(0);
    let text = glyphs.text.get(start as usize..end as usize).unwrap_or("");
    let (x, y) = (number(glyphs.origin.x), number(glyphs.origin.y));
    format!("{text:?} at {x} {y} size {} {}", number(f64::from(glyphs.size)), paint(&glyphs.fill))
}

fn place(area: Rect) -> String {
    format!("{} {} {}x{}", number(area.x0), number(area.y0), number(area.width()), number(area.height()))
}

fn paint(paint: &Paint) -> String {
    match paint {
        Paint::Solid(color) => hex(*color),
        Paint::Gradient(..) => "gradient".to_owned(),
    }
}

fn hex(color: Color) -> String {
    let rgba = color.to_rgba8();
    format!("#{:02x}{:02x}{:02x}{:02x}", rgba.r, rgba.g, rgba.b, rgba.a)
}

/// Tenths of a unit are enough to see a change and coarse enough not to flicker between machines.
fn number(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}
