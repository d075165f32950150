use peniko::{Compose, Mix, color::palette::css::WHITE};
use planche_scene::{Color, Glyphs, Gradient, Group, Item, Paint, Shadow, Shape};

use super::Writer;
use crate::RenderError;

impl Writer {
    /// Draws items back to front.
    ///
    /// SVG can only lay one thing over another, so a group that composites otherwise takes along all that lies under it
    /// in its layer: where one shows only inside the other, the other becomes a mask.
    pub(super) fn items(&mut self, items: &[Item]) -> Result<(), RenderError> {
        let Some((backdrop, source, after)) = split(items) else {
            return (0..items.len()).try_for_each(|place| self.item(items, place));
        };
        let compose = source.blend.map(|blend| blend.compose).unwrap_or(Compose::SrcOver);
        let source = [Item::Group(Group { blend: None, ..source.clone() })];
        match compose {
            Compose::SrcIn => self.masked(backdrop, &source)?,
            Compose::DestIn => self.masked(&source, backdrop)?,
            Compose::SrcAtop => {
                self.items(backdrop)?;
                self.masked(backdrop, &source)?;
            }
            Compose::DestOver => {
                self.items(&source)?;
                self.items(backdrop)?;
            }
            other => return Err(RenderError::Compose(other)),
        }
        self.items(after)
    }

    fn masked(&mut self, mask: &[Item], content: &[Item]) -> Result<(), RenderError> {
        let id = self.mask(mask)?;
        self.write(format_args!("<g mask=\"url(#d{id})\">"));
        self.items(content)?;
        self.body.push_str("</g>");
        Ok(())
    }
}

/// The last group that composites in another way than over, with what lies under it and over it.
fn split(items: &[Item]) -> Option<(&[Item], &Group, &[Item])> {
    let composites = |item: &Item| match item {
        Item::Group(group) => group.blend.is_some_and(|blend| blend.compose != Compose::SrcOver),
        _ => false,
    };
    let position = items.iter().rposition(composites)?;
    let Item::Group(source) = &items[position] else { return None };
    Some((&items[..position], source, &items[position + 1..]))
}

/// The item in white: as a mask it then means the same by its alpha as by its luminance, which is all that older
/// viewers look at.
pub fn silhouette(item: &Item) -> Item {
    match item {
        Item::Group(group) => {
            let shadow = group.shadow.map(|shadow| Shadow { color: faded(shadow.color), ..shadow });
            Item::Group(Group { shadow, items: group.items.iter().map(silhouette).collect(), ..group.clone() })
        }
        Item::Shape(shape) => Item::Shape(Shape {
            fill: shape.fill.as_ref().map(white),
            stroke: shape.stroke.as_ref().map(|(stroke, paint)| (stroke.clone(), white(paint))),
            ..shape.clone()
        }),
        Item::Glyphs(run) => Item::Glyphs(Glyphs {
            fill: white(&run.fill),
            stroke: run.stroke.as_ref().map(|(stroke, paint)| (stroke.clone(), white(paint))),
            ..run.clone()
        }),
        Item::Picture(_) | Item::Link(_) => item.clone(),
    }
}

fn white(paint: &Paint) -> Paint {
    match paint {
        Paint::Solid(color) => Paint::Solid(faded(*color)),
        Paint::Gradient(gradient, transform) => {
            let stops: Vec<(f32, Color)> =
                gradient.stops.iter().map(|stop| (stop.offset, faded(stop.color.to_alpha_color()))).collect();
            Paint::Gradient(Gradient { stops: (&[][..]).into(), ..gradient.clone() }.with_stops(&*stops), *transform)
        }
    }
}

fn faded(color: Color) -> Color {
    WHITE.with_alpha(color.components[3])
}

/// The attribute that mixes a layer's colours with what lies under it.
pub fn style(mix: Mix) -> &'static str {
    match mix {
        Mix::Normal => " style=\"isolation:isolate\"",
        Mix::Multiply => " style=\"mix-blend-mode:multiply\"",
        Mix::Screen => " style=\"mix-blend-mode:screen\"",
        Mix::Overlay => " style=\"mix-blend-mode:overlay\"",
        Mix::Darken => " style=\"mix-blend-mode:darken\"",
        Mix::Lighten => " style=\"mix-blend-mode:lighten\"",
        Mix::ColorDodge => " style=\"mix-blend-mode:color-dodge\"",
        Mix::ColorBurn => " style=\"mix-blend-mode:color-burn\"",
        Mix::HardLight => " style=\"mix-blend-mode:hard-light\"",
        Mix::SoftLight => " style=\"mix-blend-mode:soft-light\"",
        Mix::Difference => " style=\"mix-blend-mode:difference\"",
        Mix::Exclusion => " style=\"mix-blend-mode:exclusion\"",
        Mix::Hue => " style=\"mix-blend-mode:hue\"",
        Mix::Saturation => " style=\"mix-blend-mode:saturation\"",
        Mix::Color => " style=\"mix-blend-mode:color\"",
        Mix::Luminosity => " style=\"mix-blend-mode:luminosity\"",
    }
}
