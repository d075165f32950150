use peniko::{Extend, Gradient, GradientKind};
use planche_scene::{Affine, Color, Paint};

use super::{
    Writer,
    xml::{matrix, number},
};
use crate::{RenderError, gradient::straight_stops};

impl Writer {
    /// The attributes that paint with `paint`; `attribute` is `fill` or `stroke`.
    pub(super) fn paint(&mut self, paint: &Paint, attribute: &str) -> Result<String, RenderError> {
        match paint {
            Paint::Solid(color) => Ok(solid(*color, attribute, &format!("{attribute}-opacity"))),
            Paint::Gradient(gradient, transform) => {
                let id = self.gradient(gradient, *transform)?;
                Ok(format!(" {attribute}=\"url(#d{id})\""))
            }
        }
    }

    fn gradient(&mut self, gradient: &Gradient, transform: Affine) -> Result<u32, RenderError> {
        let (element, geometry) = geometry(&gradient.kind)?;
        let id = self.next_id();
        let (spread, transform) = (spread(gradient.extend), matrix(transform));
        self.define(format_args!(
            "<{element} id=\"d{id}\" gradientUnits=\"userSpaceOnUse\"{geometry}{spread} \
             gradientTransform=\"{transform}\">"
        ));
        for (offset, color) in straight_stops(gradient) {
            let (offset, color) = (number(f64::from(offset)), solid(color, "stop-color", "stop-opacity"));
            self.define(format_args!("<stop offset=\"{offset}\"{color}/>"));
        }
        self.define(format_args!("</{element}>"));
        Ok(id)
    }
}

fn geometry(kind: &GradientKind) -> Result<(&'static str, String), RenderError> {
    match kind {
        GradientKind::Linear(line) => {
            let [x1, y1, x2, y2] = [line.start.x, line.start.y, line.end.x, line.end.y].map(number);
            Ok(("linearGradient", format!(" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"")))
        }
        GradientKind::Radial(circles) => {
            let (start, end) = (circles.start_center, circles.end_center);
            let [fx, fy, cx, cy] = [start.x, start.y, end.x, end.y].map(number);
            let [fr, r] = [circles.start_radius, circles.end_radius].map(|radius| number(f64::from(radius)));
            let geometry = format!(" cx=\"{cx}\" cy=\"{cy}\" r=\"{r}\" fx=\"{fx}\" fy=\"{fy}\" fr=\"{fr}\"");
            Ok(("radialGradient", geometry))
        }
        GradientKind::Sweep(_) => Err(RenderError::SweepGradient),
    }
}

fn spread(extend: Extend) -> &'static str {
    match extend {
        Extend::Pad => "",
        Extend::Repeat => " spreadMethod=\"repeat\"",
        Extend::Reflect => " spreadMethod=\"reflect\"",
    }
}

/// A colour, and its opacity when it has one: editors do not all read eight hexadecimal digits.
fn solid(color: Color, attribute: &str, opacity: &str) -> String {
    let rgba = color.to_rgba8();
    let hex = format!(" {attribute}=\"#{:02x}{:02x}{:02x}\"", rgba.r, rgba.g, rgba.b);
    match rgba.a {
        255 => hex,
        _ => format!("{hex} {opacity}=\"{}\"", number(f64::from(color.components[3]))),
    }
}
