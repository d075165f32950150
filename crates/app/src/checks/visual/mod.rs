//! What a charter asks of the pages that are drawn from it: read from the scene, whoever put what there.

mod contrast;
mod font;
mod line;
mod logo;
mod margin;
mod palette;

use planche_layout::{BrandKit, Composition, Fonts, Job};
use planche_model::{Finding, Place, charter::Rule};
use planche_render::raster::Rasterizer;

use line::Line;

/// A composed page, held against its charter.
struct Page<'a> {
    job: Job<'a>,
    composition: &'a Composition,
    /// Its lines of text, ornaments and names apart.
    lines: Vec<Line>,
}

/// What the rules of the charter say of a page.
///
/// Codes: those of [`Rule`]. Parameters: `text` (the words it is about), `ratio` and `least` (contrast), `characters`,
/// `family`, `size`, `role`, `edge`, `near` (the charter's nearest colour).
pub fn visual(job: Job<'_>, composition: &Composition, fonts: &Fonts, rasterizer: &mut Rasterizer) -> Vec<Finding> {
    let page = Page { job, composition, lines: line::lines(&composition.scene) };
    let mut findings = contrast::check(&page, rasterizer);
    findings.extend(font::check(&page, fonts));
    findings.extend(palette::check(&page));
    // Where words do not fit, everything is out of place.
    if composition.findings.iter().all(|finding| finding.code != "text-overflow") {
        findings.extend(logo::check(&page, rasterizer));
        findings.extend(margin::check(&page));
    }
    findings
}

impl Page<'_> {
    fn brand(&self) -> &BrandKit {
        self.job.brand
    }

    /// A finding of that rule on this page; `None` where the brand does not check it.
    fn finding(&self, rule: Rule) -> Option<Finding> {
        let number = self.job.document.position(self.job.page).map(|position| position.number);
        let format = Some(self.job.format.id.clone());
        let place = Place { number, page: Some(self.job.page), format, ..Place::default() };
        Some(Finding::new(rule.code(), self.brand().charter.severity(rule)?, place))
    }
}
