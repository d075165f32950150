use kurbo::{Affine, Point, Rect, RoundedRect, Shape as _, Size, Vec2};
use planche_model::template::{Fade, GradientKind};
use planche_scene::{Color, Gradient, Group, Item, Mark, Paint, Shape};

use crate::boxes::{Ground, Panel};

/// What lies behind a box's children.
pub(super) fn panel(panel: &Panel, area: Rect) -> Item {
    let fill = panel.ground.as_ref().map(|ground| Shape::filled(rounded(area, panel.radius, 0.0), paint(ground, area)));
    let border = panel.border.map(|(width, color)| {
        let path = rounded(area, panel.radius, f64::from(width) / 2.0);
        Shape::stroked(path, f64::from(width), color)
    });
    let items = fill.into_iter().chain(border).map(Item::Shape).collect();
    Item::Group(Group { shadow: panel.shadow, ..Group::marked(Mark::Artifact, items) })
}

fn rounded(area: Rect, radius: f32, inset: f64) -> kurbo::BezPath {
    let area = area.inset(-inset);
    if radius <= 0.0 {
        return area.to_path(0.1);
    }
    let radius = (f64::from(radius) - inset).min(area.width().min(area.height()) / 2.0).max(0.0);
    RoundedRect::from_rect(area, radius).to_path(0.05)
}

fn paint(ground: &Ground, area: Rect) -> Paint {
    match ground {
        Ground::Color(color) => (*color).into(),
        Ground::Fade(color, fade) => faded(*color, *fade, area),
        Ground::Gradient { kind, angle, colors } => {
            let gradient = gradient(*kind, f64::from(*angle).to_radians(), area);
            Paint::Gradient(gradient.with_stops(colors.as_slice()), Affine::IDENTITY)
        }
    }
}

fn faded(color: Color, fade: Fade, area: Rect) -> Paint {
    let center = area.center();
    let (from, to) = match fade {
        Fade::Up => (Point::new(center.x, area.y1), Point::new(center.x, area.y0)),
        Fade::Down => (Point::new(center.x, area.y0), Point::new(center.x, area.y1)),
        Fade::Left => (Point::new(area.x1, center.y), Point::new(area.x0, center.y)),
        Fade::Right => (Point::new(area.x0, center.y), Point::new(area.x1, center.y)),
    };
    // Nearly solid under the words, then gone without a visible edge.
    let stops = [(0.0, 0.94), (0.55, 0.82), (0.8, 0.42), (1.0, 0.0)];
    let stops = stops.map(|(at, alpha)| (at, color.with_alpha(alpha)));
    Paint::Gradient(Gradient::new_linear(from, to).with_stops(stops), Affine::IDENTITY)
}

/// A gradient over the whole of `area`, `angle` in radians from upwards, clockwise.
fn gradient(kind: GradientKind, angle: f64, area: Rect) -> Gradient {
    let Size { width, height } = area.size();
    match kind {
        GradientKind::Linear => {
            // The ends are where the corners are, seen along the line (CSS Images 4, 3.1).
            let reach = (width * angle.sin()).abs() + (height * angle.cos()).abs();
            let half = Vec2::new(angle.sin(), -angle.cos()) * (reach / 2.0);
            Gradient::new_linear(area.center() - half, area.center() + half)
        }
        GradientKind::Radial => Gradient::new_radial(area.center(), (width.hypot(height) / 2.0) as f32),
        GradientKind::Sweep => {
            // Counted from the right in a scene.
            let start = (angle - std::f64::consts::FRAC_PI_2) as f32;
            Gradient::new_sweep(area.center(), start, start + std::f32::consts::TAU)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gradient_runs_from_corner_to_corner() {
        use planche_scene::GradientShape;
        let area = Rect::new(0.0, 0.0, 300.0, 400.0);
        let check = |degrees: f64, start: (f64, f64), end: (f64, f64)| {
            let line = match gradient(GradientKind::Linear, degrees.to_radians(), area).kind {
                GradientShape::Linear(line) => line,
                other => panic!("{other:?}"),
            };
            let far = |a: Point, b: (f64, f64)| (a - Point::from(b)).hypot();
            assert!(far(line.start, start) < 1e-6 && far(line.end, end) < 1e-6, "{degrees}: {line:?}");
        };
        check(0.0, (150.0, 400.0), (150.0, 0.0));
        check(90.0, (0.0, 200.0), (300.0, 200.0));
        check(180.0, (150.0, 0.0), (150.0, 400.0));
        check(45.0, (-25.0, 375.0), (325.0, 25.0));
    }
}
