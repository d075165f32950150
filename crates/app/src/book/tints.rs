use kurbo::{Line, Vec2};
use planche_model::charter::{Gradient, Mood, Role};
use planche_scene::{Affine, Item, Paint, Point, Rect, Shape};

use super::{
    desk::Desk,
    grid::{GUTTER, TOP, matter},
    inks::{Inks, paint},
    sheet::{Sheet, outline},
    text::{SMALL, Text},
};

/// The most gradients on a page.
const GRADIENTS: usize = 3;

/// Each colour from light to dark, then the gradients.
pub(super) fn sheets(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let mut sheets = vec![ladder(desk)];
    let gradients = &desk.charter.gradients;
    for (nth, some) in gradients.chunks(GRADIENTS).enumerate() {
        let title = desk.labels.title("gradients", nth);
        sheets.push(blends(desk, &title, some));
    }
    sheets
}

fn ladder(desk: &mut Desk<'_>) -> Sheet {
    let title = desk.say("tints");
    let mut sheet = Sheet::titled(desk, Mood::Ground, &title);
    let (area, rows) = (matter(), Role::ALL.len() as f64);
    let height = (area.height() - (rows - 1.0) * 14.0) / rows;
    for (at, role) in Role::ALL.into_iter().enumerate() {
        let top = area.y0 + at as f64 * (height + 14.0);
        steps(&mut sheet, desk, role, Rect::new(area.x0, top, area.x1, top + height));
    }
    sheet
}

fn steps(sheet: &mut Sheet, desk: &mut Desk<'_>, role: Role, area: Rect) {
    let swatch = desk.colors().swatch(role);
    let width = area.width() / 9.0;
    sheet.inks = desk.inks(Mood::Ground);
    for (at, tint) in swatch.value.tints().into_iter().enumerate() {
        let x = area.x0 + at as f64 * width;
        let cell = Rect::new(x, area.y0, x + width, area.y1);
        sheet.fill(cell, tint);
        sheet.inks = Inks::on(desk.colors(), tint);
        let hex = tint.to_string().to_uppercase();
        let room = Rect::new(x + 14.0, cell.y0 + 12.0, cell.x1 - 8.0, cell.y1 - 14.0);
        sheet.write_above(desk, &Text::brand(&hex, SMALL).leading(1.2), room);
        if at == 0 {
            let name = Text::brand(&swatch.name, 22.0).strong().leading(1.15).down_to(12.0).heading(2);
            let room = Rect { x1: cell.x1 + width - 8.0, y1: cell.y1 - 48.0, ..room };
            sheet.write_in(desk, &name, room);
        }
    }
    sheet.inks = desk.inks(Mood::Ground);
}

fn blends(desk: &mut Desk<'_>, title: &str, gradients: &[Gradient]) -> Sheet {
    let mut sheet = Sheet::titled(desk, Mood::Ground, title);
    let (area, count) = (matter(), gradients.len() as f64);
    let width = (area.width() - (count - 1.0) * GUTTER) / count;
    for (at, gradient) in gradients.iter().enumerate() {
        let x = area.x0 + at as f64 * (width + GUTTER);
        blend(&mut sheet, desk, gradient, Rect::new(x, TOP, x + width, 800.0));
    }
    sheet
}

fn blend(sheet: &mut Sheet, desk: &mut Desk<'_>, gradient: &Gradient, area: Rect) {
    let fill = Paint::Gradient(run(desk, gradient, area), Affine::IDENTITY);
    sheet.ornament(vec![Item::Shape(Shape { path: outline(area).into(), fill: Some(fill), stroke: None })]);
    let width = area.width();
    let name = Text::title(&gradient.name, 34.0).heading(2);
    let end = sheet.write(desk, &name, Point::new(area.x0, area.y1 + 24.0), width);
    let colors = gradient.stops.iter().map(|stop| desk.colors().swatch(stop.color).name.clone());
    let facts = colors.chain([format!("{}°", desk.labels.figure(f64::from(gradient.angle), 1))]);
    let facts = facts.collect::<Vec<_>>().join(", ");
    let text = Text::brand(&facts, 22.0).color(sheet.inks.quiet);
    sheet.write(desk, &text, Point::new(area.x0, end + 6.0), width);
}

/// The gradient across an area, as CSS runs it.
fn run(desk: &Desk<'_>, gradient: &Gradient, area: Rect) -> planche_scene::Gradient {
    let (sin, cos) = f64::from(gradient.angle).to_radians().sin_cos();
    let reach = (area.width() * sin).abs() + (area.height() * cos).abs();
    let half = Vec2::new(sin, -cos) * (reach / 2.0);
    let line = Line::new(area.center() - half, area.center() + half);
    let stops: Vec<_> = gradient.stops.iter().map(|stop| (stop.at, paint(desk.colors().of(stop.color)))).collect();
    planche_scene::Gradient::new_linear(line.p0, line.p1).with_stops(stops.as_slice())
}
