use planche_model::{Color, Finding, charter::Rule};
use planche_render::raster::Rasterizer;
use planche_scene::{Rect, Scene};

use super::{Page, contrast::under};

/// The page's ground is flat or a photograph: this many px tell it.
const WIDTH: u32 = 120;

/// Two colours that are nearer than this look the same (Oklab; one hundredth is about a just noticeable difference).
const ALIKE: f64 = 0.02;

/// What the charter asks for its logo: room, size, ground.
pub fn check(page: &Page<'_>, rasterizer: &mut Rasterizer) -> Vec<Finding> {
    let (Some(area), Some(logo)) = (page.composition.logo, &page.brand().charter.logo) else { return Vec::new() };
    let small = (area.height() < f64::from(logo.least)).then(|| page.finding(Rule::LogoSize)).flatten();
    let room = area.inset(f64::from(logo.space) * area.height());
    let crowded = page.lines.iter().find(|line| !line.area.intersect(room).is_zero_area());
    let crowded = crowded.and_then(|line| Some(page.finding(Rule::LogoSpace)?.with("text", &line.words)));
    let small = small.map(|finding| finding.with("size", area.height().round()).with("least", logo.least));
    [small, crowded, ground(page, area, rasterizer)].into_iter().flatten().collect()
}

/// A logo on a colour that the charter keeps it from.
fn ground(page: &Page<'_>, area: Rect, rasterizer: &mut Rasterizer) -> Option<Finding> {
    let charter = &page.brand().charter;
    let never = &charter.logo.as_ref()?.never_on;
    if never.is_empty() {
        return None;
    }
    let behind = behind(&page.composition.scene, area, rasterizer)?;
    let role = never.iter().find(|role| charter.colors.of(**role).distance(behind) < ALIKE)?;
    Some(page.finding(Rule::LogoBackground)?.with("role", role.name()))
}

/// The colour just above the logo.
fn behind(scene: &Scene, area: Rect, rasterizer: &mut Rasterizer) -> Option<Color> {
    let pixels = rasterizer.draw(scene, WIDTH).ok()?;
    let scale = scene.scale_for_width(WIDTH);
    let edge = Rect::new(area.x0, area.y0 - 2.0 / scale, area.x1, area.y0 - 1.0 / scale);
    under(edge, &pixels, scale).next()
}
