use kurbo::{BezPath, PathEl, Stroke};
use planche_scene::{Glyphs, Group, Item, Paint};

/// All that decides a group's silhouette, in its own space, as words to compare; `None` when that would take as long as
/// drawing it.
pub fn likeness(group: &Group) -> Option<Vec<u64>> {
    let mut words = Words(Vec::new());
    words.content(group)?;
    Some(words.0)
}

/// Each kind of thing begins with a word of its own, so that no list reads as another.
struct Words(Vec<u64>);

impl Words {
    fn content(&mut self, group: &Group) -> Option<()> {
        if group.mask.is_some() {
            return None;
        }
        self.0.extend([0, group.items.len() as u64, u64::from(group.clip.is_some())]);
        group.clip.iter().for_each(|clip| self.path(clip));
        group.items.iter().try_for_each(|item| self.item(item))
    }

    fn item(&mut self, item: &Item) -> Option<()> {
        match item {
            Item::Group(group) => {
                let plain = group.blur == 0.0 && group.shadow.is_none() && group.blend.is_none();
                self.0.push(plain.then_some(1)?);
                self.0.push(group.opacity.to_bits().into());
                self.0.extend(group.transform.as_coeffs().map(f64::to_bits));
                self.content(group)?;
            }
            Item::Shape(shape) => {
                self.0.extend([2, u64::from(shape.fill.is_some()), u64::from(shape.stroke.is_some())]);
                self.path(&shape.path);
                shape.fill.iter().try_for_each(|fill| self.paint(fill))?;
                shape.stroke.iter().try_for_each(|(stroke, paint)| self.stroke(stroke, paint))?;
            }
            Item::Glyphs(run) => self.glyphs(run)?,
            Item::Picture(picture) => {
                self.0.push(3);
                self.0.extend(picture.image.id.as_chunks::<8>().0.iter().map(|bytes| u64::from_le_bytes(*bytes)));
                for area in [picture.source, picture.target] {
                    self.0.extend([area.x0, area.y0, area.x1, area.y1].map(f64::to_bits));
                }
            }
            Item::Link(_) => {}
        }
        Some(())
    }

    fn glyphs(&mut self, run: &Glyphs) -> Option<()> {
        self.0.extend([4, run.font.data.id(), run.font.index.into(), run.size.to_bits().into()]);
        self.0.extend([run.coordinates.len() as u64, run.glyphs.len() as u64, u64::from(run.stroke.is_some())]);
        self.0.extend(run.coordinates.iter().map(|coordinate| u64::from(coordinate.cast_unsigned())));
        let place = |x: f32, y: f32| u64::from(x.to_bits()) << 32 | u64::from(y.to_bits());
        self.0.extend(run.glyphs.iter().flat_map(|glyph| [glyph.id.into(), place(glyph.x, glyph.y)]));
        self.paint(&run.fill)?;
        run.stroke.iter().try_for_each(|(stroke, paint)| self.stroke(stroke, paint))
    }

    fn stroke(&mut self, stroke: &Stroke, paint: &Paint) -> Option<()> {
        let Stroke { width, join, miter_limit, start_cap, end_cap, dash_pattern, dash_offset } = stroke;
        self.0.extend([5, *join as u64, *start_cap as u64, *end_cap as u64, dash_pattern.len() as u64]);
        self.0.extend([width, miter_limit, dash_offset].map(|length| length.to_bits()));
        self.0.extend(dash_pattern.iter().map(|length| length.to_bits()));
        self.paint(paint)
    }

    /// Only how much a paint covers counts, and a gradient that covers by parts is left undescribed.
    fn paint(&mut self, paint: &Paint) -> Option<()> {
        let alpha = match paint {
            Paint::Solid(color) => color.components[3],
            Paint::Gradient(gradient, _) => {
                gradient.stops.iter().all(|stop| stop.color.components[3] >= 1.0).then_some(1.0)?
            }
        };
        self.0.push(alpha.to_bits().into());
        Some(())
    }

    fn path(&mut self, path: &BezPath) {
        self.0.push(path.elements().len() as u64);
        for element in path.elements() {
            let (kind, points) = match *element {
                PathEl::MoveTo(to) => (0, vec![to]),
                PathEl::LineTo(to) => (1, vec![to]),
                PathEl::QuadTo(control, to) => (2, vec![control, to]),
                PathEl::CurveTo(first, second, to) => (3, vec![first, second, to]),
                PathEl::ClosePath => (4, vec![]),
            };
            self.0.push(kind);
            self.0.extend(points.iter().flat_map(|point| [point.x.to_bits(), point.y.to_bits()]));
        }
    }
}

#[cfg(test)]
mod tests {
    use kurbo::{Rect, Shape as _, Vec2};
    use planche_scene::{Color, Shadow, Shape};

    use super::*;

    fn square(side: f64, color: Color) -> Item {
        Item::Shape(Shape::filled(Rect::new(0.0, 0.0, side, side).to_path(0.1), color))
    }

    fn of(items: Vec<Item>) -> Option<Vec<u64>> {
        likeness(&Group { items, ..Group::default() })
    }

    #[test]
    fn colours_do_not_change_a_silhouette_but_outlines_and_alpha_do() {
        let (red, faint) = (Color::from_rgb8(255, 0, 0), Color::from_rgba8(0, 0, 0, 128));
        let black = of(vec![square(10.0, Color::BLACK)]);
        assert!(black.is_some());
        assert_eq!(of(vec![square(10.0, red)]), black);
        for other in [vec![square(11.0, Color::BLACK)], vec![square(10.0, faint)], vec![]] {
            assert_ne!(of(other), black);
        }
    }

    #[test]
    fn what_is_dear_to_describe_is_not_described() {
        let shadow = Shadow { offset: Vec2::ZERO, deviation: 4.0, color: Color::BLACK };
        let inside = Item::Group(Group::shaded(shadow, vec![square(10.0, Color::BLACK)]));
        assert_eq!(of(vec![inside]), None);
        let masked = Group { mask: Some([square(10.0, Color::BLACK)].into()), ..Group::default() };
        assert_eq!(likeness(&masked), None);
    }
}
