use peniko::{ColorStop, Extend, InterpolationAlphaSpace};
use planche_scene::{Color, Gradient, Paint};
use usvg::{BaseGradient, Opacity, SpreadMethod};

use super::{
    Ignored,
    group::{Reader, affine},
};

/// The same paint in the scene's terms; `None` for what the scene cannot fill with.
pub fn convert(reader: &mut Reader, paint: &usvg::Paint, opacity: Opacity) -> Option<Paint> {
    match paint {
        usvg::Paint::Color(color) => Some(Paint::Solid(colour(reader, *color, opacity))),
        usvg::Paint::LinearGradient(gradient) => {
            let ends = ((gradient.x1(), gradient.y1()), (gradient.x2(), gradient.y2()));
            Some(with_stops(reader, Gradient::new_linear(wide(ends.0), wide(ends.1)), gradient, opacity))
        }
        usvg::Paint::RadialGradient(gradient) => {
            let (focus, centre) = ((gradient.fx(), gradient.fy()), (gradient.cx(), gradient.cy()));
            let (inner, outer) = (gradient.fr().get(), gradient.r().get());
            let rings = Gradient::new_two_point_radial(wide(focus), inner, wide(centre), outer);
            Some(with_stops(reader, rings, gradient, opacity))
        }
        usvg::Paint::Pattern(_) => {
            reader.note_if(true, Ignored::Pattern);
            None
        }
    }
}

fn with_stops(reader: &Reader, gradient: Gradient, svg: &BaseGradient, opacity: Opacity) -> Paint {
    let extend = match svg.spread_method() {
        SpreadMethod::Pad => Extend::Pad,
        SpreadMethod::Reflect => Extend::Reflect,
        SpreadMethod::Repeat => Extend::Repeat,
    };
    let stop = |stop: &usvg::Stop| {
        ColorStop::from((stop.offset().get(), colour(reader, stop.color(), stop.opacity() * opacity)))
    };
    let stops: Vec<_> = svg.stops().iter().map(stop).collect();
    let mut gradient = gradient.with_extend(extend).with_stops(stops.as_slice());
    gradient.interpolation_alpha_space = InterpolationAlphaSpace::Unpremultiplied;
    Paint::Gradient(gradient, affine(svg.transform()))
}

/// The colour to paint with: the file's, or the ink with the file's alpha.
fn colour(reader: &Reader, color: usvg::Color, opacity: Opacity) -> Color {
    let own = Color::from_rgba8(color.red, color.green, color.blue, u8::MAX);
    reader.ink.unwrap_or(own).multiply_alpha(opacity.get())
}

fn wide((x, y): (f32, f32)) -> (f64, f64) {
    (x.into(), y.into())
}
