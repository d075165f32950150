use krilla::{
    geom::{Path, PathBuilder},
    paint::{LineCap, LineJoin, Stroke as PdfStroke, StrokeDash},
};
use kurbo::{BezPath, Cap, Join, PathEl, Rect, Shape as _, Stroke};
use planche_scene::{Paint, Shape};

use super::page::PageWriter;
use crate::{RenderError, extent::stroked};

impl PageWriter<'_> {
    /// Draws an outline; the file too strokes over the fill.
    pub(super) fn shape(&mut self, shape: &Shape) -> Result<(), RenderError> {
        let area = shape.path.bounding_box();
        let inside = shape.fill.as_ref().map(|paint| self.fill(paint, area)).transpose()?;
        let edge = shape.stroke.as_ref().map(|(line, paint)| self.stroke(line, paint, area)).transpose()?;
        let Some(path) = outline(&shape.path) else { return Ok(()) };
        if inside.is_some() || edge.is_some() {
            self.surface.set_fill(inside);
            self.surface.set_stroke(edge);
            self.surface.draw_path(&path);
        }
        Ok(())
    }

    /// How a line runs along an outline that lies in `area`, and with what.
    pub(super) fn stroke(&mut self, stroke: &Stroke, paint: &Paint, area: Rect) -> Result<PdfStroke, RenderError> {
        let fill = self.fill(paint, stroked(area, stroke))?;
        let lengths: Vec<_> = stroke.dash_pattern.iter().map(|length| *length as f32).collect();
        Ok(PdfStroke {
            paint: fill.paint,
            opacity: fill.opacity,
            width: stroke.width as f32,
            miter_limit: stroke.miter_limit as f32,
            line_cap: cap(stroke.start_cap),
            line_join: join(stroke.join),
            dash: (!lengths.is_empty()).then_some(StrokeDash { array: lengths, offset: stroke.dash_offset as f32 }),
        })
    }
}

fn cap(cap: Cap) -> LineCap {
    match cap {
        Cap::Butt => LineCap::Butt,
        Cap::Round => LineCap::Round,
        Cap::Square => LineCap::Square,
    }
}

fn join(join: Join) -> LineJoin {
    match join {
        Join::Miter => LineJoin::Miter,
        Join::Round => LineJoin::Round,
        Join::Bevel => LineJoin::Bevel,
    }
}

/// An outline as the file writes it, or `None` when it encloses nothing.
pub fn outline(path: &BezPath) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(to) => builder.move_to(to.x as f32, to.y as f32),
            PathEl::LineTo(to) => builder.line_to(to.x as f32, to.y as f32),
            PathEl::QuadTo(c, to) => builder.quad_to(c.x as f32, c.y as f32, to.x as f32, to.y as f32),
            PathEl::CurveTo(c, d, to) => {
                builder.cubic_to(c.x as f32, c.y as f32, d.x as f32, d.y as f32, to.x as f32, to.y as f32);
            }
            PathEl::ClosePath => builder.close(),
        }
    }
    builder.finish()
}
