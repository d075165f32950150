use peniko::{ColorStop, Gradient, InterpolationAlphaSpace, color::ColorSpaceTag};
use planche_scene::Color;

/// How many straight segments stand for one that a file format cannot interpolate itself; the error stays under one
/// level in 255.
const SEGMENTS: u16 = 16;

/// The stops of `gradient` as offsets and straight sRGB colours, for formats that interpolate the four channels apart.
///
/// Such formats darken a fade towards a transparent colour, so a segment whose colour and alpha both change, or that
/// another colour space bends, is cut into short ones.
pub fn straight_stops(gradient: &Gradient) -> Vec<(f32, Color)> {
    let mut stops = Vec::with_capacity(gradient.stops.len());
    stops.extend(gradient.stops.first().map(resolve));
    for pair in gradient.stops.windows(2) {
        if bends(gradient, &pair[0], &pair[1]) {
            stops.extend((1..SEGMENTS).map(|step| between(gradient, &pair[0], &pair[1], step)));
        }
        stops.push(resolve(&pair[1]));
    }
    stops
}

fn resolve(stop: &ColorStop) -> (f32, Color) {
    (stop.offset.clamp(0.0, 1.0), stop.color.to_alpha_color())
}

fn bends(gradient: &Gradient, from: &ColorStop, to: &ColorStop) -> bool {
    let (from, to): (Color, Color) = (from.color.to_alpha_color(), to.color.to_alpha_color());
    let fades = from.components[3] != to.components[3] && from.components[..3] != to.components[..3];
    let premultiplied = gradient.interpolation_alpha_space == InterpolationAlphaSpace::Premultiplied;
    gradient.interpolation_cs != ColorSpaceTag::Srgb || (fades && premultiplied)
}

fn between(gradient: &Gradient, from: &ColorStop, to: &ColorStop, step: u16) -> (f32, Color) {
    let part = f32::from(step) / f32::from(SEGMENTS);
    let color = match gradient.interpolation_alpha_space {
        InterpolationAlphaSpace::Premultiplied => {
            from.color.interpolate(to.color, gradient.interpolation_cs, gradient.hue_direction).eval(part)
        }
        InterpolationAlphaSpace::Unpremultiplied => {
            let path =
                from.color.interpolate_unpremultiplied(to.color, gradient.interpolation_cs, gradient.hue_direction);
            path.eval(part)
        }
    };
    (from.offset + (to.offset - from.offset) * part, color.to_alpha_color())
}

#[cfg(test)]
mod tests {
    use peniko::color::palette::css::{BLUE, RED, TRANSPARENT};

    use super::*;

    fn check(from: Color, to: Color, count: usize, middle: [u8; 4]) {
        let gradient = Gradient::new_linear((0.0, 0.0), (1.0, 0.0)).with_stops([from, to]);
        let stops = straight_stops(&gradient);
        assert_eq!(stops.len(), count);
        let (before, after) = (stops[(count - 1) / 2], stops[count / 2]);
        let color = before.1.lerp_rect(after.1, 0.5).to_rgba8();
        assert_eq!([color.r, color.g, color.b, color.a], middle);
    }

    #[test]
    fn keeps_stops_that_every_format_interpolates_alike() {
        check(RED, BLUE, 2, [128, 0, 128, 255]);
        check(RED.with_alpha(0.0), RED, 2, [255, 0, 0, 128]);
    }

    #[test]
    fn keeps_the_colour_of_a_fade_from_transparent() {
        check(TRANSPARENT, RED, 17, [255, 0, 0, 128]);
    }
}
