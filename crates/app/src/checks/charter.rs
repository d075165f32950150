use planche_model::{
    Charter, Finding, Place, Severity,
    charter::{Logo, Mood},
};

/// What a charter itself leaves to be desired.
///
/// Codes: `charter-contrast` when words on one of its grounds are hard to read (`mood`, `ratio`; WCAG 2.2, 1.4.3 asks for
/// 4.5), `charter-logo-raster` for a logo that is no drawing (`file`), `charter-font-licence` for a typeface of its own
/// whose licence nobody noted (`family`).
pub fn charter(charter: &Charter) -> Vec<Finding> {
    let moods = [Mood::Ground, Mood::Ink, Mood::Vivid, Mood::Soft, Mood::Cool];
    let faces = [&charter.fonts.title, &charter.fonts.text];
    let unnoted = faces.into_iter().filter(|face| !face.file.is_empty() && face.licence.trim().is_empty());
    let mut findings: Vec<Finding> = moods.into_iter().filter_map(|mood| contrast(charter, mood)).collect();
    findings.extend(charter.logo.iter().flat_map(Logo::files).filter(|file| is_raster(file)).map(raster));
    findings.extend(unnoted.map(|face| say("charter-font-licence", Severity::Review).with("family", &face.family)));
    findings.dedup();
    findings
}

fn contrast(charter: &Charter, mood: Mood) -> Option<Finding> {
    let palette = charter.colors.palette(mood);
    let ratio = palette.ink.contrast(palette.ground);
    let name = format!("{mood:?}").to_lowercase();
    let finding = || say("charter-contrast", Severity::Review).with("mood", name).with("ratio", format!("{ratio:.1}"));
    (ratio < 4.5).then(finding)
}

fn raster(file: &str) -> Finding {
    say("charter-logo-raster", Severity::Info).with("file", file)
}

fn is_raster(file: &str) -> bool {
    !file.to_lowercase().ends_with(".svg")
}

fn say(code: &str, severity: Severity) -> Finding {
    Finding::new(code, severity, Place::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_charter_is_told_what_it_leaves_to_be_desired() {
        let sample = include_str!("../../../../assets/brands/maree-basse/charter.json");
        let check = |change: &dyn Fn(&mut Charter), expected: &[&str]| {
            let mut brand = Charter::parse(sample).unwrap();
            change(&mut brand);
            let found: Vec<_> = charter(&brand).into_iter().map(|finding| finding.code).collect();
            assert_eq!(found, expected);
        };
        check(&|_| {}, &[]);
        check(&|brand| brand.logo.as_mut().unwrap().file = "logo.PNG".to_owned(), &["charter-logo-raster"]);
        check(&|brand| brand.colors.vivid.value = "#7a7a7a".parse().unwrap(), &["charter-contrast"]);
        check(&|brand| brand.fonts.text.file = vec!["a.ttf".to_owned()], &["charter-font-licence"]);
    }
}
