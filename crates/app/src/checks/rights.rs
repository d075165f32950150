use planche_model::{
    Finding, PageId, Place, Severity,
    asset::{SOON_DAYS, Standing},
};

use crate::pictures::About;

/// What may be done with a picture of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usable {
    /// What may be done today.
    pub standing: Standing,
    /// The last day it may be used, as ISO 8601.
    pub until: Option<String>,
    /// How many days are left until then; fewer than none when it is past.
    pub days_left: Option<i64>,
}

/// What publishing a page with that picture would do against rights, in whatever format; `number` is the page's, from 1.
///
/// Codes: `picture-withdrawn` when somebody who is shown does not agree any more, `picture-expired` with `until`, and
/// `picture-ending` with `until`, which asks a person to look. All name the file: `source`.
pub fn rights(page: PageId, number: usize, picture: &About) -> Option<Finding> {
    let usable = picture.usable.as_ref()?;
    let soon = usable.days_left.is_some_and(|days| days <= SOON_DAYS.into());
    let (code, severity) = match usable.standing {
        Standing::Withdrawn => ("picture-withdrawn", Severity::Block),
        Standing::Expired => ("picture-expired", Severity::Block),
        Standing::Free | Standing::Licensed | Standing::ToCheck if soon => ("picture-ending", Severity::Review),
        Standing::Free | Standing::Licensed | Standing::ToCheck => return None,
    };
    let place = Place { page: Some(page), number: Some(number), ..Place::default() };
    let finding = Finding::new(code, severity, place).with("source", &picture.name);
    Some(match &usable.until {
        Some(until) => finding.with("until", until),
        None => finding,
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_picture_is_spoken_of_before_its_last_day_and_stops_a_page_after_it() {
        let check = |standing, days_left: Option<i64>, expected: Option<(&str, Severity)>| {
            let until = days_left.map(|_| "2026-12-31".to_owned());
            let usable = Some(Usable { standing, until, days_left });
            let found = rights(PageId(Uuid::nil()), 1, &About { name: "bol.jpg".to_owned(), usable });
            let found = found.as_ref().map(|finding| (finding.code.as_ref(), finding.severity));
            assert_eq!(found, expected, "{standing:?}, {days_left:?}");
        };
        check(Standing::Free, None, None);
        check(Standing::ToCheck, None, None);
        check(Standing::Licensed, Some(31), None);
        check(Standing::Licensed, Some(30), Some(("picture-ending", Severity::Review)));
        check(Standing::ToCheck, Some(0), Some(("picture-ending", Severity::Review)));
        check(Standing::Expired, Some(-1), Some(("picture-expired", Severity::Block)));
        check(Standing::Withdrawn, None, Some(("picture-withdrawn", Severity::Block)));
    }
}
