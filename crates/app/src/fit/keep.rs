use planche_media::facts::Facts;

/// What is said of a photograph and may go out with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Whose it is: its author, the line to publish with it, the copyright notice, where it was had from.
    Credit,
    /// What it shows, for those who do not see it.
    Alt,
}

/// How many characters of a text are kept: nobody writes as many, and five of them fit in a segment of a JPEG even when
/// each is written as six bytes.
const LONGEST: usize = 2000;

impl Keep {
    /// These of the facts, and no other.
    pub fn of(keep: &[Self], facts: Facts) -> Facts {
        let kept = |what: Self, text: Option<String>| {
            text.filter(|_| keep.contains(&what)).map(|text| text.chars().take(LONGEST).collect())
        };
        Facts {
            alt: kept(Self::Alt, facts.alt),
            author: kept(Self::Credit, facts.author),
            credit: kept(Self::Credit, facts.credit),
            copyright: kept(Self::Credit, facts.copyright),
            source: kept(Self::Credit, facts.source),
            ..Facts::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use planche_media::facts::{Embedded, Place};

    use super::*;

    fn facts(text: &str) -> Facts {
        let text = || Some(text.to_owned());
        Facts {
            title: text(),
            caption: text(),
            alt: text(),
            author: text(),
            credit: text(),
            copyright: text(),
            terms: text(),
            source: text(),
            keywords: vec!["bol".to_owned()],
            taken: text(),
            place: Some(Place { name: text(), latitude: 47.0, longitude: -3.0 }),
            digital_source_type: text(),
            rating: Some(3),
            own: text(),
        }
    }

    #[test]
    fn only_what_was_asked_for_is_kept() {
        let all = facts("Bol");
        let credit = Facts {
            author: all.author.clone(),
            credit: all.credit.clone(),
            copyright: all.copyright.clone(),
            source: all.source.clone(),
            ..Facts::default()
        };
        let alt = Facts { alt: all.alt.clone(), ..Facts::default() };
        let both = Facts { alt: all.alt.clone(), ..credit.clone() };
        let cases: [(&[Keep], Facts); 4] = [
            (&[], Facts::default()),
            (&[Keep::Credit], credit),
            (&[Keep::Alt], alt),
            (&[Keep::Credit, Keep::Alt], both),
        ];
        for (keep, expected) in cases {
            assert_eq!(Keep::of(keep, all.clone()), expected, "{keep:?}");
        }
    }

    #[test]
    fn what_is_kept_fits_in_a_file_however_long_it_is() {
        let kept = Keep::of(&[Keep::Credit, Keep::Alt], facts(&"\"".repeat(10_000)));
        assert!(Embedded::of(&kept).is_some());
    }
}
