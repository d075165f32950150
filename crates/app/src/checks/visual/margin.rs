use planche_model::{Finding, charter::Rule};
use planche_scene::Rect;

use super::Page;

/// Words where a network puts its own signs. One finding a page: the line that is furthest in.
pub fn check(page: &Page<'_>) -> Option<Finding> {
    let format = page.job.format;
    let u = page.composition.scene.size.width / f64::from(format.width);
    let size = page.composition.scene.size;
    let safe = Rect::new(
        f64::from(format.safe_area.left) * u,
        f64::from(format.safe_area.top) * u,
        size.width - f64::from(format.safe_area.right) * u,
        size.height - f64::from(format.safe_area.bottom) * u,
    );
    let outside = |area: Rect| {
        let edges = [
            ("left", safe.x0 - area.x0),
            ("top", safe.y0 - area.y0),
            ("right", area.x1 - safe.x1),
            ("bottom", area.y1 - safe.y1),
        ];
        edges.into_iter().filter(|(_, by)| *by > TOLERANCE).max_by(|(_, a), (_, b)| a.total_cmp(b))
    };
    let lines = page.lines.iter().filter_map(|line| Some((outside(line.area)?, line)));
    let ((edge, _), line) = lines.max_by(|((_, a), _), ((_, b), _)| a.total_cmp(b))?;
    Some(page.finding(Rule::SafeArea)?.with("edge", edge).with("text", &line.words))
}

/// In u: letters' boxes are larger than their ink.
const TOLERANCE: f64 = 4.0;
