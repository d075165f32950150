use planche_scene::Point;

use super::{desk::Desk, sheet::Sheet, text::Text};

/// A name and what stands for it.
pub(super) type Fact = (String, String);

/// Facts side by side along a line, each name over its value: `width` u apart; says where they end, in u down the page.
pub(super) fn line(sheet: &mut Sheet, desk: &mut Desk<'_>, facts: &[Fact], at: Point, width: f64) -> f64 {
    let quiet = sheet.inks.quiet;
    let mut end = at.y;
    for (place, (name, value)) in facts.iter().enumerate() {
        let x = at.x + place as f64 * width;
        let room = width - 24.0;
        let below = sheet.write(desk, &Text::label(name, 22.0).color(quiet), Point::new(x, at.y), room);
        let bottom =
            sheet.write(desk, &Text::brand(value, 28.0).strong().leading(1.25), Point::new(x, below + 4.0), room);
        end = end.max(bottom);
    }
    end
}
