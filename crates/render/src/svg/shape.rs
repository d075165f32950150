use std::fmt::Write as _;

use kurbo::{BezPath, Cap, Join, PathEl, Point, Shape as _, Stroke};
use planche_scene::Shape;

use super::{Writer, xml::number};
use crate::{RenderError, extent::stroked};

impl Writer {
    /// Writes an outline; SVG too strokes over the fill.
    pub(super) fn shape(&mut self, shape: &Shape) -> Result<(), RenderError> {
        let area = shape.path.bounding_box();
        let fill = match &shape.fill {
            Some(fill) => self.paint(fill, "fill", area)?,
            None => " fill=\"none\"".to_owned(),
        };
        let edge = match &shape.stroke {
            Some((line, paint)) => self.paint(paint, "stroke", stroked(area, line))? + &stroke(line),
            None => String::new(),
        };
        let path = data(&shape.path);
        self.write(format_args!("<path d=\"{path}\"{fill}{edge}/>"));
        Ok(())
    }
}

/// The attributes that say how a line runs.
pub fn stroke(stroke: &Stroke) -> String {
    let mut attributes = format!(" stroke-width=\"{}\"", number(stroke.width));
    match stroke.join {
        Join::Round => attributes += " stroke-linejoin=\"round\"",
        Join::Bevel => attributes += " stroke-linejoin=\"bevel\"",
        Join::Miter => attributes += &format!(" stroke-miterlimit=\"{}\"", number(stroke.miter_limit)),
    }
    match stroke.start_cap {
        Cap::Butt => {}
        Cap::Round => attributes += " stroke-linecap=\"round\"",
        Cap::Square => attributes += " stroke-linecap=\"square\"",
    }
    if !stroke.dash_pattern.is_empty() {
        let lengths: Vec<_> = stroke.dash_pattern.iter().map(|length| number(*length).to_string()).collect();
        let (lengths, offset) = (lengths.join(" "), number(stroke.dash_offset));
        attributes += &format!(" stroke-dasharray=\"{lengths}\" stroke-dashoffset=\"{offset}\"");
    }
    attributes
}

/// An outline as SVG writes it.
pub fn data(path: &BezPath) -> String {
    let mut data = String::new();
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(to) => command(&mut data, 'M', &[to]),
            PathEl::LineTo(to) => command(&mut data, 'L', &[to]),
            PathEl::QuadTo(control, to) => command(&mut data, 'Q', &[control, to]),
            PathEl::CurveTo(first, second, to) => command(&mut data, 'C', &[first, second, to]),
            PathEl::ClosePath => command(&mut data, 'Z', &[]),
        }
    }
    data
}

fn command(data: &mut String, letter: char, points: &[Point]) {
    data.push(letter);
    for (index, point) in points.iter().enumerate() {
        let separator = if index == 0 { "" } else { " " };
        write!(data, "{separator}{} {}", number(point.x), number(point.y)).expect("a string takes every text");
    }
}
