use std::f64::consts::{FRAC_PI_2, PI, TAU};

use kurbo::{Affine, Arc, BezPath, Circle, Ellipse, Point, Rect, RoundedRect, RoundedRectRadii, Shape as _, Vec2};
use planche_model::template::Outline;

/// How far a curve may be from the true one, in u.
const ACCURACY: f64 = 0.05;

/// The outline as large as `area`.
pub(super) fn outline(figure: Outline, area: Rect) -> BezPath {
    let (center, radius) = (area.center(), area.width().min(area.height()) / 2.0);
    match figure {
        Outline::Box => area.to_path(ACCURACY),
        Outline::Disc => Circle::new(center, radius).to_path(ACCURACY),
        Outline::Ring => ring(center, radius),
        Outline::Ellipse => Ellipse::from_rect(area).to_path(ACCURACY),
        Outline::Arch => rounded(area, [area.width() / 2.0, area.width() / 2.0, 0.0, 0.0]),
        Outline::Leaf => rounded(area, [radius, 0.0, radius, 0.0]),
        Outline::Pebble => smooth(&PEBBLE, area),
        Outline::Flower => flower(center, radius),
        Outline::Burst => star(center, radius, 16, 0.8),
        Outline::Diamond => polygon(center, radius, 4, -FRAC_PI_2),
        Outline::Hexagon => polygon(center, radius, 6, -FRAC_PI_2),
        Outline::Triangle => closed([(area.x0, area.y0), (area.x1, area.y1), (area.x0, area.y1)]),
        Outline::Quarter => quarter(area),
        Outline::Half => half(area),
        Outline::Plus => plus(center, radius),
        Outline::Wave => wave(area),
        Outline::Squiggle => squiggle(area),
        Outline::Stripes => stripes(area),
        Outline::Dots => dots(area),
        Outline::Grid => grid(area),
        Outline::Arrow => arrow(area),
    }
}

/// A soft, irregular closed curve, as fractions of its box.
const PEBBLE: [(f64, f64); 7] =
    [(0.52, 0.0), (0.86, 0.12), (1.0, 0.47), (0.87, 0.85), (0.47, 1.0), (0.1, 0.83), (0.02, 0.3)];

/// A closed curve through the points (Catmull and Rom's, as Bézier segments), stretched over `area`.
fn smooth(points: &[(f64, f64)], area: Rect) -> BezPath {
    let count = points.len();
    let at = |index: usize| Point::from(points[index % count]);
    let mut path = BezPath::new();
    path.move_to(at(0));
    for index in 0..count {
        let [before, from, to, after] = [at(index + count - 1), at(index), at(index + 1), at(index + 2)];
        path.curve_to(from + (to - before) / 6.0, to - (after - from) / 6.0, to);
    }
    path.close_path();
    stretched(path, area)
}

/// The path, made to touch every side of `area`.
fn stretched(path: BezPath, area: Rect) -> BezPath {
    Affine::map_unit_square(area) * Affine::map_unit_square(path.bounding_box()).inverse() * path
}

fn rounded(area: Rect, [top_left, top_right, bottom_right, bottom_left]: [f64; 4]) -> BezPath {
    let most = area.height();
    let radii =
        RoundedRectRadii::new(top_left.min(most), top_right.min(most), bottom_right.min(most), bottom_left.min(most));
    RoundedRect::from_rect(area, radii).to_path(ACCURACY)
}

/// The inner circle turns the other way: what it holds is empty under either fill rule.
fn ring(center: Point, radius: f64) -> BezPath {
    let mut path = Circle::new(center, radius).to_path(ACCURACY);
    path.extend(Circle::new(center, radius * 5.0 / 6.0).to_path(ACCURACY).reverse_subpaths());
    path
}

fn turned(center: Point, radius: f64, angle: f64) -> Point {
    center + Vec2::from_angle(angle) * radius
}

fn polygon(center: Point, radius: f64, sides: usize, start: f64) -> BezPath {
    closed((0..sides).map(|at| turned(center, radius, start + TAU * at as f64 / sides as f64)))
}

fn star(center: Point, radius: f64, points: usize, depth: f64) -> BezPath {
    closed((0..points * 2).map(|at| {
        let reach = if at % 2 == 0 { radius } else { radius * depth };
        turned(center, reach, PI * at as f64 / points as f64 - FRAC_PI_2)
    }))
}

fn flower(center: Point, radius: f64) -> BezPath {
    const PETALS: usize = 8;
    let valley = |at: usize| turned(center, radius * 0.78, TAU * at as f64 / PETALS as f64);
    let mut path = BezPath::new();
    path.move_to(valley(0));
    for at in 0..PETALS {
        let lean = |share: f64| turned(center, radius * 1.07, TAU * (at as f64 + share) / PETALS as f64);
        path.curve_to(lean(0.12), lean(0.88), valley(at + 1));
    }
    path.close_path();
    path
}

fn quarter(area: Rect) -> BezPath {
    let corner = Point::new(area.x0, area.y1);
    let mut path = BezPath::from_vec(vec![kurbo::PathEl::MoveTo(corner), kurbo::PathEl::LineTo(area.origin())]);
    let arc = Arc::new(corner, (area.width(), area.height()), -FRAC_PI_2, FRAC_PI_2, 0.0);
    path.extend(arc.append_iter(ACCURACY));
    path.close_path();
    path
}

fn half(area: Rect) -> BezPath {
    let radius = area.height().min(area.width() / 2.0);
    let center = Point::new(area.center().x, area.y1);
    let mut path = BezPath::from_vec(vec![kurbo::PathEl::MoveTo(center - Vec2::new(radius, 0.0))]);
    path.extend(Arc::new(center, (radius, radius), PI, PI, 0.0).append_iter(ACCURACY));
    path.close_path();
    path
}

fn plus(center: Point, radius: f64) -> BezPath {
    let arm = radius / 3.0;
    closed(
        [(-1, -3), (1, -3), (1, -1), (3, -1), (3, 1), (1, 1), (1, 3), (-1, 3), (-1, 1), (-3, 1), (-3, -1), (-1, -1)]
            .map(|(x, y)| center + Vec2::new(f64::from(x), f64::from(y)) * arm),
    )
}

/// Two waves across the upper edge, an eighth of the width high.
fn wave(area: Rect) -> BezPath {
    let (length, height) = (area.width() / 2.0, (area.width() / 8.0).min(area.height()));
    let mut path = BezPath::new();
    path.move_to((area.x0, area.y0 + height / 2.0));
    for at in 0..2 {
        let x = area.x0 + f64::from(at) * length;
        let bend = |share: f64, y: f64| Point::new(x + length * share, area.y0 + height * y);
        path.curve_to(bend(0.18, -0.1), bend(0.32, -0.1), bend(0.5, 0.5));
        path.curve_to(bend(0.68, 1.1), bend(0.82, 1.1), bend(1.0, 0.5));
    }
    path.line_to((area.x1, area.y1));
    path.line_to((area.x0, area.y1));
    path.close_path();
    path
}

/// A wavy line a third of the height thick.
fn squiggle(area: Rect) -> BezPath {
    let thick = area.height() / 3.0;
    let waves = (area.width() / area.height() / 1.6).round().max(1.0) as usize * 2;
    let step = (area.width() - thick) / waves as f64;
    let reach = area.height() - thick;
    let mut path = BezPath::new();
    path.move_to((area.x0 + thick / 2.0, area.y0 + area.height() / 2.0));
    for at in 0..waves {
        let (x, side) = (area.x0 + thick / 2.0 + step * at as f64, if at % 2 == 0 { -1.0 } else { 1.0 });
        let y = area.y0 + area.height() / 2.0;
        path.curve_to(
            (x + step * 0.36, y + side * reach * 0.66),
            (x + step * 0.64, y + side * reach * 0.66),
            (x + step, y),
        );
    }
    let stroke = kurbo::Stroke::new(thick).with_caps(kurbo::Cap::Round);
    stretched(kurbo::stroke(path, &stroke, &kurbo::StrokeOpts::default(), ACCURACY), area)
}

fn stripes(area: Rect) -> BezPath {
    const COUNT: usize = 6;
    let step = area.width() / COUNT as f64;
    let lean = step * 0.8;
    let mut path = BezPath::new();
    for at in 0..COUNT {
        let x = area.x0 + step * at as f64;
        let bar =
            closed([(x + lean, area.y0), (x + lean + step * 0.2, area.y0), (x + step * 0.2, area.y1), (x, area.y1)]);
        path.extend(bar);
    }
    path
}

fn dots(area: Rect) -> BezPath {
    /// Across the shorter side.
    const COUNT: f64 = 6.0;
    let step = area.width().min(area.height()) / COUNT;
    let (columns, rows) = ((area.width() / step).floor() as usize, (area.height() / step).floor() as usize);
    let mut path = BezPath::new();
    for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
        let center = area.origin() + Vec2::new(column as f64 + 0.5, row as f64 + 0.5) * step;
        path.extend(Circle::new(center, step * 0.16).to_path(ACCURACY));
    }
    path
}

fn grid(area: Rect) -> BezPath {
    /// Between two lines, and how thick they are, in u.
    const STEP: f64 = 60.0;
    const LINE: f64 = 2.0;
    let mut path = BezPath::new();
    let lines = |length: f64| (1..).map(|at| f64::from(at) * STEP).take_while(move |place| *place < length);
    for x in lines(area.width()) {
        path.extend(Rect::new(area.x0 + x, area.y0, area.x0 + x + LINE, area.y1).to_path(ACCURACY));
    }
    for y in lines(area.height()) {
        path.extend(Rect::new(area.x0, area.y0 + y, area.x1, area.y0 + y + LINE).to_path(ACCURACY));
    }
    path
}

fn arrow(area: Rect) -> BezPath {
    let unit = [
        (0.0, 0.42),
        (0.7, 0.42),
        (0.46, 0.12),
        (0.56, 0.04),
        (1.0, 0.5),
        (0.56, 0.96),
        (0.46, 0.88),
        (0.7, 0.58),
        (0.0, 0.58),
    ];
    let place = Affine::translate(area.origin().to_vec2()) * Affine::scale_non_uniform(area.width(), area.height());
    closed(unit.map(|point| place * Point::from(point)))
}

fn closed<P: Into<Point>>(points: impl IntoIterator<Item = P>) -> BezPath {
    let mut path = BezPath::new();
    for (at, point) in points.into_iter().enumerate() {
        if at == 0 { path.move_to(point) } else { path.line_to(point) }
    }
    path.close_path();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outline_stays_in_its_box_and_covers_some_of_it() {
        for area in
            [Rect::new(10.0, 20.0, 410.0, 420.0), Rect::new(0.0, 0.0, 900.0, 240.0), Rect::new(0.0, 0.0, 200.0, 800.0)]
        {
            for figure in Outline::ALL {
                let path = outline(figure, area);
                let bounds = path.bounding_box();
                assert!(area.inset(1.0).contains_rect(bounds), "{figure:?} {bounds:?} leaves {area:?}");
                assert!(path.area().abs() > area.area() * 0.01, "{figure:?} is nothing in {area:?}");
            }
        }
    }
}
