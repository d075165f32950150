use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ContentHash;
use crate::ConsentId;

/// What is known of the right to use a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct Rights {
    /// Who made it.
    pub author: String,
    /// The line to publish with it.
    pub credit: String,
    /// By what right it is used.
    pub licence: Licence,
    /// What the licence says: a name, a link, an invoice.
    pub terms: String,
    /// Where it comes from.
    pub source: String,
    /// The last day it may be used.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub until: Option<NaiveDate>,
    /// Whether somebody can be recognised in it.
    pub people: People,
}

/// By what right a file is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Licence {
    /// Nobody said.
    #[default]
    Unknown,
    /// The brand made it.
    Own,
    /// Its author made it over to the brand.
    Assigned,
    /// Its author allows some uses.
    Licensed,
    /// Anybody may use it.
    Free,
}

/// Whether somebody can be recognised in a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum People {
    /// Nobody said.
    #[default]
    Unknown,
    /// No one can.
    None,
    /// Somebody can, and has to agree.
    Some,
}

/// A person's agreement to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Consent {
    /// Which agreement.
    pub id: ConsentId,
    /// Who agreed.
    pub person: String,
    /// To what.
    pub scope: String,
    /// Where they may be shown; anywhere when there are none.
    pub channels: Vec<String>,
    /// The last day they may be shown.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub until: Option<NaiveDate>,
    /// What proves it: the name of a file, a letter, a place in a folder.
    pub document: Option<String>,
    /// The signed document itself. What was written before it could be kept names none.
    #[serde(default)]
    pub file: Option<ConsentFile>,
    /// The day they changed their mind.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub withdrawn: Option<NaiveDate>,
}

/// The signed document of an agreement, kept as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ConsentFile {
    /// What its file was called.
    pub name: String,
    /// Its bytes.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub blob: ContentHash,
}

/// What may be done with a file on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// It may be used.
    Free,
    /// It may be used as its licence says, as long as it says.
    Licensed,
    /// Nobody said whether it may be used.
    ToCheck,
    /// It may not be used any more.
    Expired,
    /// Somebody shown in it does not agree any more.
    Withdrawn,
}

impl Standing {
    /// Every standing, in the order people read them.
    pub const ALL: [Self; 5] = [Self::Free, Self::Licensed, Self::ToCheck, Self::Expired, Self::Withdrawn];

    /// Whether what has it must not be published.
    pub fn blocks(self) -> bool {
        matches!(self, Self::Expired | Self::Withdrawn)
    }
}

impl Rights {
    /// What may be done before the [last day](Self::last_day), by the agreements of those who are shown.
    pub fn standing(&self, consents: &[Consent]) -> Standing {
        let agreed = self.people != People::Some || !consents.is_empty();
        match self.licence {
            _ if consents.iter().any(|consent| consent.withdrawn.is_some()) => Standing::Withdrawn,
            Licence::Unknown => Standing::ToCheck,
            _ if !agreed => Standing::ToCheck,
            Licence::Licensed => Standing::Licensed,
            _ if self.last_day(consents).is_some() => Standing::Licensed,
            Licence::Own | Licence::Assigned | Licence::Free => Standing::Free,
        }
    }

    /// Whether somebody else made it and there is no line to publish with it.
    pub fn lacks_credit(&self) -> bool {
        self.credit.is_empty() && matches!(self.licence, Licence::Assigned | Licence::Licensed)
    }

    /// The last day it may be used: that of the licence or of an agreement, whichever comes first.
    pub fn last_day(&self, consents: &[Consent]) -> Option<NaiveDate> {
        consents.iter().filter_map(|consent| consent.until).chain(self.until).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn consent(until: Option<&str>, withdrawn: Option<&str>) -> Consent {
        Consent {
            id: ConsentId(uuid::Uuid::from_u128(1)),
            person: "Camille".to_owned(),
            scope: String::new(),
            channels: vec![],
            until: until.map(day),
            document: None,
            file: None,
            withdrawn: withdrawn.map(day),
        }
    }

    #[test]
    fn an_agreement_of_before_has_words_and_no_file() {
        let mut told = serde_json::to_value(consent(None, None)).unwrap();
        told.as_object_mut().unwrap().remove("file");
        assert_eq!(serde_json::from_value::<Consent>(told).unwrap(), consent(None, None));
    }

    #[test]
    fn a_file_is_told_by_its_name_and_its_bytes() {
        let file = ConsentFile { name: "accord.pdf".to_owned(), blob: ContentHash([0xa0; 32]) };
        let told = serde_json::json!({ "name": "accord.pdf", "blob": "a0".repeat(32) });
        assert_eq!(serde_json::to_value(&file).unwrap(), told);
        assert_eq!(serde_json::from_value::<ConsentFile>(told).unwrap(), file);
    }

    #[test]
    fn what_may_be_done_follows_from_the_licence_and_from_those_who_are_shown() {
        let check = |licence, people, consents: &[Consent], expected| {
            let rights = Rights { licence, people, ..Rights::default() };
            assert_eq!(rights.standing(consents), expected, "{licence:?}, {people:?}, {consents:?}");
        };
        check(Licence::Unknown, People::None, &[], Standing::ToCheck);
        check(Licence::Own, People::Unknown, &[], Standing::Free);
        check(Licence::Own, People::Some, &[], Standing::ToCheck);
        check(Licence::Own, People::Some, &[consent(None, None)], Standing::Free);
        check(Licence::Own, People::Some, &[consent(Some("2027-01-01"), None)], Standing::Licensed);
        check(Licence::Licensed, People::None, &[], Standing::Licensed);
        check(Licence::Own, People::Some, &[consent(None, Some("2026-11-02"))], Standing::Withdrawn);
        check(Licence::Unknown, People::Some, &[consent(None, Some("2026-11-02"))], Standing::Withdrawn);
    }

    #[test]
    fn what_somebody_else_made_needs_a_credit() {
        let check = |licence, credit: &str, expected| {
            let rights = Rights { licence, credit: credit.to_owned(), ..Rights::default() };
            assert_eq!(rights.lacks_credit(), expected, "{licence:?}, {credit:?}");
        };
        check(Licence::Licensed, "", true);
        check(Licence::Assigned, "", true);
        check(Licence::Assigned, "© Camille", false);
        check(Licence::Own, "", false);
        check(Licence::Unknown, "", false);
    }

    #[test]
    fn the_first_end_is_the_last_day() {
        let check = |until: Option<&str>, consents: &[Consent], expected: Option<&str>| {
            let rights = Rights { until: until.map(day), ..Rights::default() };
            assert_eq!(rights.last_day(consents), expected.map(day));
        };
        check(None, &[], None);
        check(Some("2027-06-30"), &[], Some("2027-06-30"));
        check(Some("2027-06-30"), &[consent(Some("2026-12-31"), None), consent(None, None)], Some("2026-12-31"));
    }
}
