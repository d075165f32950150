use krilla::{
    color::rgb,
    geom::Transform,
    num::NormalizedF32,
    paint::{Fill, FillRule, LinearGradient, Paint as PdfPaint, RadialGradient, SpreadMethod, Stop},
};
use kurbo::{Affine, Rect};
use peniko::{Extend, Gradient, GradientKind};
use planche_scene::{Color, Paint};

use super::page::PageWriter;
use crate::{RenderError, gradient::straight_stops, raster::soft};

impl PageWriter<'_> {
    /// What fills an outline that lies in `area`.
    pub(super) fn fill(&mut self, paint: &Paint, area: Rect) -> Result<Fill, RenderError> {
        let (paint, opacity) = match paint {
            Paint::Solid(color) => (self::color(*color).into(), normalized(color.components[3])),
            Paint::Gradient(gradient, transform) => (self.gradient(gradient, *transform, area)?, NormalizedF32::ONE),
        };
        Ok(Fill { paint, opacity, rule: FillRule::NonZero })
    }

    fn gradient(&mut self, gradient: &Gradient, transform: Affine, area: Rect) -> Result<PdfPaint, RenderError> {
        match native(gradient, transform) {
            Some(paint) => Ok(paint),
            None => Ok(self.pattern(&soft::gradient(gradient, transform, area.inflate(1.0, 1.0))?)?.into()),
        }
    }
}

/// How the file writes a gradient; `None` for what it lacks, a sweep or circles that repeat.
fn native(gradient: &Gradient, transform: Affine) -> Option<PdfPaint> {
    let stop = |(offset, color): (f32, Color)| Stop {
        offset: normalized(offset),
        color: self::color(color).into(),
        opacity: normalized(color.components[3]),
    };
    let stops = straight_stops(gradient).into_iter().map(stop).collect();
    let (transform, spread_method) = (self::transform(transform), spread(gradient.extend));
    match gradient.kind {
        GradientKind::Linear(line) => {
            let [x1, y1, x2, y2] = [line.start.x, line.start.y, line.end.x, line.end.y].map(|value| value as f32);
            Some(LinearGradient { x1, y1, x2, y2, transform, spread_method, stops, anti_alias: false }.into())
        }
        GradientKind::Radial(circles) if gradient.extend == Extend::Pad => {
            let (start, end) = (circles.start_center, circles.end_center);
            let [fx, fy, cx, cy] = [start.x, start.y, end.x, end.y].map(|value| value as f32);
            let (fr, cr) = (circles.start_radius, circles.end_radius);
            Some(RadialGradient { fx, fy, fr, cx, cy, cr, transform, spread_method, stops, anti_alias: false }.into())
        }
        GradientKind::Radial(_) | GradientKind::Sweep(_) => None,
    }
}

fn color(color: Color) -> rgb::Color {
    let rgba = color.to_rgba8();
    rgb::Color::new(rgba.r, rgba.g, rgba.b)
}

fn spread(extend: Extend) -> SpreadMethod {
    match extend {
        Extend::Pad => SpreadMethod::Pad,
        Extend::Repeat => SpreadMethod::Repeat,
        Extend::Reflect => SpreadMethod::Reflect,
    }
}

/// A share between 0 and 1.
pub fn normalized(value: f32) -> NormalizedF32 {
    NormalizedF32::new(value.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ZERO)
}

/// A transform as the file writes it.
pub fn transform(transform: Affine) -> Transform {
    let [a, b, c, d, e, f] = transform.as_coeffs().map(|value| value as f32);
    Transform::from_row(a, b, c, d, e, f)
}
