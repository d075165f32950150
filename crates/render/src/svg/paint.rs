use base64::{Engine as _, engine::general_purpose::STANDARD};
use kurbo::Rect;
use peniko::{Extend, Gradient, GradientKind};
use planche_scene::{Affine, Color, Paint};

use super::{
    Writer,
    xml::{matrix, number},
};
use crate::{
    RenderError,
    encode::png_with_alpha,
    gradient::straight_stops,
    raster::soft::{self, Soft},
};

impl Writer {
    /// The attributes that paint with `paint` what lies in `area`; `attribute` is `fill` or `stroke`.
    pub(super) fn paint(&mut self, paint: &Paint, attribute: &str, area: Rect) -> Result<String, RenderError> {
        match paint {
            Paint::Solid(color) => Ok(solid(*color, attribute, &format!("{attribute}-opacity"))),
            Paint::Gradient(gradient, transform) => {
                let id = self.gradient(gradient, *transform, area)?;
                Ok(format!(" {attribute}=\"url(#d{id})\""))
            }
        }
    }

    fn gradient(&mut self, gradient: &Gradient, transform: Affine, area: Rect) -> Result<u32, RenderError> {
        let Some((element, geometry)) = geometry(&gradient.kind) else {
            return self.pattern(&soft::gradient(gradient, transform, area.inflate(1.0, 1.0))?);
        };
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

    /// Defines a paint that lays a picture over its area.
    fn pattern(&mut self, picture: &Soft) -> Result<u32, RenderError> {
        let [pixels_across, pixels_down] = [picture.pixels.width(), picture.pixels.height()].map(u32::from);
        let data = STANDARD.encode(png_with_alpha(pixels_across, pixels_down, &picture.straight())?);
        let (id, Rect { x0, y0, .. }) = (self.next_id(), picture.area);
        let [x, y, width, height] = [x0, y0, picture.area.width(), picture.area.height()].map(number);
        self.define(format_args!(
            "<pattern id=\"d{id}\" patternUnits=\"userSpaceOnUse\" x=\"{x}\" y=\"{y}\" width=\"{width}\" \
             height=\"{height}\"><image width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" \
             xlink:href=\"data:image/png;base64,{data}\"/></pattern>"
        ));
        Ok(id)
    }
}

/// How SVG writes a gradient of this kind; `None` for a sweep, which it lacks.
fn geometry(kind: &GradientKind) -> Option<(&'static str, String)> {
    match kind {
        GradientKind::Linear(line) => {
            let [x1, y1, x2, y2] = [line.start.x, line.start.y, line.end.x, line.end.y].map(number);
            Some(("linearGradient", format!(" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"")))
        }
        GradientKind::Radial(circles) => {
            let (start, end) = (circles.start_center, circles.end_center);
            let [fx, fy, cx, cy] = [start.x, start.y, end.x, end.y].map(number);
            let [fr, r] = [circles.start_radius, circles.end_radius].map(|radius| number(f64::from(radius)));
            let geometry = format!(" cx=\"{cx}\" cy=\"{cy}\" r=\"{r}\" fx=\"{fx}\" fy=\"{fy}\" fr=\"{fr}\"");
            Some(("radialGradient", geometry))
        }
        GradientKind::Sweep(_) => None,
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
pub fn solid(color: Color, attribute: &str, opacity: &str) -> String {
    let rgba = color.to_rgba8();
    let hex = format!(" {attribute}=\"#{:02x}{:02x}{:02x}\"", rgba.r, rgba.g, rgba.b);
    match rgba.a {
        255 => hex,
        _ => format!("{hex} {opacity}=\"{}\"", number(f64::from(color.components[3]))),
    }
}
