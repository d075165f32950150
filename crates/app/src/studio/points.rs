use std::path::Path;

use planche_model::{Finding, Severity};

use crate::{
    export::{Outcome, Written},
    wire::JobPoint,
};

/// What to look at in the files of an export, the gravest first: what is the same in several pictures is one point.
/// What only informs is left out.
pub(super) fn points(outcome: &Outcome, folder: &Path) -> Vec<JobPoint> {
    let mut points: Vec<(&Finding, JobPoint)> = Vec::new();
    for finding in outcome.findings.iter().filter(|finding| finding.severity != Severity::Info) {
        let file = outcome.files.iter().find(|file| holds(file, finding));
        let name = file.map(|file| name(file, folder));
        let is_picture = file.is_some_and(|file| file.page.is_some());
        match points.iter_mut().find(|(known, _)| *known == finding || is_picture && is_same(known, finding)) {
            Some((_, point)) => add(point, name),
            None => {
                let files = name.into_iter().collect();
                points.push((finding, JobPoint { finding: finding.clone().into(), files }));
            }
        }
    }
    points.sort_by_key(|(finding, _)| std::cmp::Reverse(finding.severity));
    points.into_iter().map(|(_, point)| point).collect()
}

/// Whether a file is the one that a finding is about.
fn holds(file: &Written, finding: &Finding) -> bool {
    let of_format = finding.place.format.as_ref().is_some_and(|format| format.0 == file.format);
    of_format && (file.page.is_none() || file.page == finding.place.number)
}

/// Whether two findings say the same of two pages of one format.
fn is_same(one: &Finding, other: &Finding) -> bool {
    (&one.code, &one.parameters, &one.place.format) == (&other.code, &other.parameters, &other.place.format)
}

fn add(point: &mut JobPoint, name: Option<String>) {
    let new = name.filter(|name| !point.files.contains(name));
    if new.is_some() {
        point.finding.page = None;
    }
    point.files.extend(new);
}

fn name(file: &Written, folder: &Path) -> String {
    let inside = file.path.strip_prefix(folder).unwrap_or(&file.path);
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use planche_model::{FormatId, PageId, Place};
    use uuid::Uuid;

    use super::*;

    fn found(code: &str, severity: Severity, format: &str, page: usize) -> Finding {
        let place = Place {
            number: Some(page),
            page: Some(PageId(Uuid::from_u128(page as u128))),
            format: Some(FormatId::from(format)),
            ..Place::default()
        };
        Finding::new(code, severity, place)
    }

    fn written(format: &str, page: Option<usize>) -> Written {
        let name = page.map_or("all.pdf".to_owned(), |page| format!("0{page}.png"));
        let path = PathBuf::from("out").join(format).join(name);
        Written { path, format: format.to_owned(), page, width: 1, height: 1, bytes: 1, pages: 1 }
    }

    /// Each point as its code, its page when it has one, and its files.
    fn check(findings: &[Finding], expected: &[(&str, Option<u128>, &[&str])]) {
        let files = [Some(1), Some(2)].map(|page| written("story", page)).into_iter().chain([written("slides", None)]);
        let outcome = Outcome { files: files.collect(), findings: findings.to_vec(), ..Outcome::default() };
        let found = points(&outcome, Path::new("out"));
        let read: Vec<(&str, Option<u128>, Vec<&str>)> = found
            .iter()
            .map(|JobPoint { finding, files }| {
                (
                    finding.code.as_str(),
                    finding.page.map(|page| page.as_u128()),
                    files.iter().map(String::as_str).collect(),
                )
            })
            .collect();
        let expected: Vec<_> = expected.iter().map(|(code, page, files)| (*code, *page, files.to_vec())).collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn a_point_names_the_files_it_was_found_in() {
        use Severity::{Block, Info, Review};
        let refused = |page| found("file-type-refused", Review, "story", page);
        let long = |format, page| found("text-overflow", Block, format, page);
        check(&[refused(1)], &[("file-type-refused", Some(1), &["story/01.png"])]);
        check(&[refused(1), refused(2)], &[("file-type-refused", None, &["story/01.png", "story/02.png"])]);
        check(&[refused(1), refused(1)], &[("file-type-refused", Some(1), &["story/01.png"])]);
        check(
            &[refused(1), long("slides", 1), long("slides", 2)],
            &[
                ("text-overflow", Some(1), &["slides/all.pdf"]),
                ("text-overflow", Some(2), &["slides/all.pdf"]),
                ("file-type-refused", Some(1), &["story/01.png"]),
            ],
        );
        check(&[long("story", 3)], &[("text-overflow", Some(3), &[])]);
        check(&[found("quality-lowered", Info, "story", 1)], &[]);
    }
}
