//! Colour glyphs as scene items, for the formats that have no colour fonts.
//!
//! A font describes such a glyph as a tree of clips, fills and composites (COLR); the tree becomes shapes and groups.
//! Its way of writing a group's opacity, a bare alpha that the content is laid *in*, is read back as an opacity.

use kurbo::{Affine, BezPath, Rect, Shape as _};
use peniko::{BlendMode, Compose, Extend, Gradient, Mix};
use planche_scene::{Color, Group, Item, Paint, Point, Shape};
use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    color::{Brush, ColorPainter, ColorStop, CompositeMode, Transform},
    instance::LocationRef,
    raw::{
        TableProvider,
        types::{BoundingBox, Point as FontPoint},
    },
};

use crate::{RenderError, outline::outline};

/// The palette entry that stands for the text's own colour.
const FOREGROUND: u16 = 0xFFFF;

/// Whether the font gives this glyph colours of its own.
pub fn is_coloured(font: &FontRef<'_>, id: u32) -> bool {
    font.color_glyphs().get(GlyphId::new(id)).is_some()
}

/// The font file with its table of colour glyphs hidden, so that only their outlines are left, which are blank in fonts
/// of emoji; `None` when it has no such table, or holds several fonts.
pub fn blank(font: &[u8]) -> Option<Vec<u8>> {
    // The directory (OpenType 1.9, "Table directory"): a version and a count, then records that begin with a tag.
    let count = u16::from_be_bytes(font.get(4..6)?.try_into().ok()?);
    let starts = (0..usize::from(count)).map(|record| 12 + 16 * record);
    let start = starts.into_iter().find(|start| font.get(*start..*start + 4) == Some(b"COLR"))?;
    let mut blank = font.to_vec();
    // Records are in the order of their tags, and stay so.
    blank[start..start + 4].copy_from_slice(b"COLQ");
    Some(blank)
}

/// What to draw for a colour glyph under `transform` (from the font's units, y up), or `None` when the glyph is plain.
///
/// # Errors
/// The glyph's description is damaged.
pub fn items(
    font: &FontRef<'_>,
    id: u32,
    transform: Affine,
    foreground: Color,
) -> Result<Option<Vec<Item>>, RenderError> {
    let Some(glyph) = font.color_glyphs().get(GlyphId::new(id)) else { return Ok(None) };
    let mut painter = Painter {
        palette: palette(font),
        font,
        foreground,
        transforms: vec![transform],
        open: Vec::new(),
        items: Vec::new(),
        area: transform.transform_rect_bbox(everything(font)),
    };
    glyph.paint(LocationRef::default(), &mut painter).map_err(|error| RenderError::Font(error.to_string()))?;
    Ok(Some(painter.items))
}

/// A box around any glyph, in the font's units, for fills that no clip bounds.
fn everything(font: &FontRef<'_>) -> Rect {
    let metrics = font.metrics(skrifa::instance::Size::unscaled(), LocationRef::default());
    let em = f64::from(metrics.units_per_em);
    Rect::new(-em, -em, 2.0 * em, 2.0 * em)
}

fn palette(font: &FontRef<'_>) -> Vec<Color> {
    let records = font.cpal().ok().and_then(|table| table.color_records_array()).and_then(Result::ok);
    let color = |record: &skrifa::raw::tables::cpal::ColorRecord| {
        Color::from_rgba8(record.red, record.green, record.blue, record.alpha)
    };
    records.unwrap_or_default().iter().map(color).collect()
}

/// What waits for its content to be complete, with the items that were drawn before it.
enum Open {
    Clip(BezPath, Vec<Item>),
    Layer(BlendMode, Vec<Item>),
}

struct Painter<'a> {
    font: &'a FontRef<'a>,
    palette: Vec<Color>,
    foreground: Color,
    transforms: Vec<Affine>,
    open: Vec<Open>,
    items: Vec<Item>,
    area: Rect,
}

impl ColorPainter for Painter<'_> {
    fn push_transform(&mut self, transform: Transform) {
        self.transforms.push(self.transform() * affine(transform));
    }

    fn pop_transform(&mut self) {
        self.transforms.pop();
    }

    fn push_clip_glyph(&mut self, id: GlyphId) {
        let clip = self.transform() * outline(self.font, id.to_u32(), &[]);
        self.open.push(Open::Clip(clip, std::mem::take(&mut self.items)));
    }

    fn push_clip_box(&mut self, area: BoundingBox<f32>) {
        let [x0, y0, x1, y1] = [area.x_min, area.y_min, area.x_max, area.y_max].map(f64::from);
        let area = Rect::new(x0, y0, x1, y1);
        self.area = self.transform().transform_rect_bbox(area);
        let clip = self.transform() * area.to_path(0.1);
        self.open.push(Open::Clip(clip, std::mem::take(&mut self.items)));
    }

    fn pop_clip(&mut self) {
        let Some(Open::Clip(clip, before)) = self.open.pop() else { return };
        let clipped = std::mem::replace(&mut self.items, before);
        if self.open.is_empty() {
            // The outermost box only says how large the glyph is.
            self.items.extend(clipped);
        } else {
            self.items.push(Item::Group(Group::clipped(clip, clipped)));
        }
    }

    fn fill(&mut self, brush: Brush<'_>) {
        let paint = self.paint(&brush, self.transform());
        self.items.push(Item::Shape(Shape::filled(self.area.to_path(0.1), paint)));
    }

    fn fill_glyph(&mut self, id: GlyphId, brush_transform: Option<Transform>, brush: Brush<'_>) {
        let transform = self.transform();
        let paint = self.paint(&brush, transform * brush_transform.map(affine).unwrap_or_default());
        self.items.push(Item::Shape(Shape::filled(transform * outline(self.font, id.to_u32(), &[]), paint)));
    }

    fn push_layer(&mut self, mode: CompositeMode) {
        self.open.push(Open::Layer(blend(mode), std::mem::take(&mut self.items)));
    }

    fn pop_layer(&mut self) {
        let Some(Open::Layer(blend, before)) = self.open.pop() else { return };
        let content = std::mem::replace(&mut self.items, before);
        if blend != BlendMode::default() {
            self.items.push(layer(blend, content));
        } else if let Some(faded) = self.as_opacity(&content) {
            self.items.push(Item::Group(faded));
        } else if content.iter().any(blends) {
            self.items.push(layer(blend, content));
        } else {
            self.items.extend(content);
        }
    }
}

impl Painter<'_> {
    fn transform(&self) -> Affine {
        self.transforms.last().copied().unwrap_or_default()
    }

    fn color(&self, index: u16, alpha: f32) -> Color {
        let color = match index {
            FOREGROUND => self.foreground,
            _ => self.palette.get(usize::from(index)).copied().unwrap_or(self.foreground),
        };
        color.multiply_alpha(alpha)
    }

    fn paint(&self, brush: &Brush<'_>, transform: Affine) -> Paint {
        let (gradient, stops, extend) = match *brush {
            Brush::Solid { palette_index, alpha } => return Paint::Solid(self.color(palette_index, alpha)),
            Brush::LinearGradient { p0, p1, color_stops, extend } => {
                (Gradient::new_linear(point(p0), point(p1)), color_stops, extend)
            }
            Brush::RadialGradient { c0, r0, c1, r1, color_stops, extend } => {
                (Gradient::new_two_point_radial(point(c0), r0.max(0.0), point(c1), r1), color_stops, extend)
            }
            Brush::SweepGradient { c0, start_angle, end_angle, color_stops, extend } => {
                let gradient = Gradient::new_sweep(point(c0), start_angle.to_radians(), end_angle.to_radians());
                (gradient, color_stops, extend)
            }
        };
        let stops = self.stops(stops);
        Paint::Gradient(gradient.with_extend(spread(extend)).with_stops(stops.as_slice()), transform)
    }

    fn stops(&self, stops: &[ColorStop]) -> Vec<(f32, Color)> {
        stops.iter().map(|stop| (stop.offset, self.color(stop.palette_index, stop.alpha))).collect()
    }

    /// Reads `[everything at an alpha, content laid in it]` as the content at that opacity.
    fn as_opacity(&self, content: &[Item]) -> Option<Group> {
        let [Item::Shape(backdrop), Item::Group(source)] = content else { return None };
        let Some(Paint::Solid(color)) = &backdrop.fill else { return None };
        let everywhere = backdrop.path.elements() == self.area.to_path(0.1).elements();
        let inside = source.blend == Some(BlendMode::from(Compose::SrcIn));
        (everywhere && inside).then(|| Group { blend: None, opacity: color.components[3], ..source.clone() })
    }
}

fn layer(blend: BlendMode, items: Vec<Item>) -> Item {
    Item::Group(Group { blend: Some(blend), items, ..Group::default() })
}

fn blends(item: &Item) -> bool {
    matches!(item, Item::Group(group) if group.blend.is_some())
}

fn affine(transform: Transform) -> Affine {
    let Transform { xx, yx, xy, yy, dx, dy } = transform;
    Affine::new([xx, yx, xy, yy, dx, dy].map(f64::from))
}

fn point(point: FontPoint<f32>) -> Point {
    Point::new(f64::from(point.x), f64::from(point.y))
}

fn spread(extend: skrifa::color::Extend) -> Extend {
    match extend {
        skrifa::color::Extend::Repeat => Extend::Repeat,
        skrifa::color::Extend::Reflect => Extend::Reflect,
        _ => Extend::Pad,
    }
}

fn blend(mode: CompositeMode) -> BlendMode {
    match mode {
        CompositeMode::Clear => Compose::Clear.into(),
        CompositeMode::Src => Compose::Copy.into(),
        CompositeMode::Dest => Compose::Dest.into(),
        CompositeMode::DestOver => Compose::DestOver.into(),
        CompositeMode::SrcIn => Compose::SrcIn.into(),
        CompositeMode::DestIn => Compose::DestIn.into(),
        CompositeMode::SrcOut => Compose::SrcOut.into(),
        CompositeMode::DestOut => Compose::DestOut.into(),
        CompositeMode::SrcAtop => Compose::SrcAtop.into(),
        CompositeMode::DestAtop => Compose::DestAtop.into(),
        CompositeMode::Xor => Compose::Xor.into(),
        CompositeMode::Plus => Compose::Plus.into(),
        CompositeMode::Screen => Mix::Screen.into(),
        CompositeMode::Overlay => Mix::Overlay.into(),
        CompositeMode::Darken => Mix::Darken.into(),
        CompositeMode::Lighten => Mix::Lighten.into(),
        CompositeMode::ColorDodge => Mix::ColorDodge.into(),
        CompositeMode::ColorBurn => Mix::ColorBurn.into(),
        CompositeMode::HardLight => Mix::HardLight.into(),
        CompositeMode::SoftLight => Mix::SoftLight.into(),
        CompositeMode::Difference => Mix::Difference.into(),
        CompositeMode::Exclusion => Mix::Exclusion.into(),
        CompositeMode::Multiply => Mix::Multiply.into(),
        CompositeMode::HslHue => Mix::Hue.into(),
        CompositeMode::HslSaturation => Mix::Saturation.into(),
        CompositeMode::HslColor => Mix::Color.into(),
        CompositeMode::HslLuminosity => Mix::Luminosity.into(),
        // Over, and whatever later formats add.
        _ => BlendMode::default(),
    }
}
