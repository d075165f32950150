//! What is said of a file, in the words of the library and in those that every program shares.
//!
//! What the library says and no shared word does goes along in words of its own, so that nothing is lost between two
//! libraries.

use chrono::NaiveDate;
use planche_library::Asset;
use planche_media::facts::Facts;
use planche_model::{
    asset::{Consent, ConsentFile, Description, Licence, People, Rights},
    document::Focus,
};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// What a file has in common with others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ties {
    /// The collections that a person gathered it in, by name.
    pub collections: Vec<String>,
    /// The agreements of those who are shown in it.
    pub consents: Vec<Consent>,
}

/// What no shared word says.
#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Own {
    name: String,
    picked: bool,
    /// The point that a person set.
    focus: Option<(f64, f64)>,
    licence: Licence,
    until: Option<NaiveDate>,
    people: People,
    ties: Ties,
}

/// All that leaves with a file of the library.
pub fn facts(asset: &Asset, ties: Ties) -> Facts {
    let Description { alt, notes, rights, tags, rating, .. } = &asset.description;
    let Rights { author, credit, terms, source, .. } = rights;
    let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    Facts {
        caption: said(notes),
        alt: said(alt),
        author: said(author),
        credit: said(credit),
        terms: said(terms),
        source: said(source),
        keywords: tags.iter().cloned().collect(),
        taken: asset.file.taken.clone(),
        rating: Some(*rating).filter(|rating| *rating > 0),
        own: serde_json::to_string(&own(&asset.description, ties)).ok(),
        ..Facts::default()
    }
}

fn own(description: &Description, ties: Ties) -> Own {
    let Description { name, picked, focus, aimed, rights, .. } = description;
    let Rights { licence, until, people, .. } = *rights;
    let focus = Some((focus.x, focus.y)).filter(|_| *aimed);
    Own { name: name.clone(), picked: *picked, focus, licence, until, people, ties }
}

/// What comes in with a file of that name.
pub fn description(name: String, facts: Facts) -> (Description, Ties) {
    let Facts { title, caption, alt, author, credit, copyright, terms, source, keywords, place, rating, own, .. } =
        facts;
    // Strangers may have written it: what cannot be understood says nothing.
    let own: Own = own.and_then(|own| serde_json::from_str(&own).ok()).unwrap_or_default();
    let ties = Ties {
        collections: own.ties.collections.iter().filter_map(|name| line(name)).collect(),
        consents: own.ties.consents.into_iter().map(consent).collect(),
    };
    let focus = own.focus.and_then(|(x, y)| Focus::new(x, y));
    let name = line(&own.name).unwrap_or(name);
    let description = Description {
        name: name.nfc().collect(),
        alt: alt.unwrap_or_default(),
        notes: notes(title, caption.unwrap_or_default(), place.and_then(|place| place.name)),
        rating: rating.unwrap_or_default().min(5),
        picked: own.picked,
        focus: focus.unwrap_or_default(),
        aimed: focus.is_some(),
        rights: Rights {
            author: author.unwrap_or_default(),
            credit: credit.or(copyright).unwrap_or_default(),
            licence: own.licence,
            terms: terms.unwrap_or_default(),
            source: source.unwrap_or_default(),
            until: own.until,
            people: own.people,
        },
        tags: keywords.iter().map(|tag| tag.nfc().collect()).collect(),
        ..Description::default()
    };
    (description, ties)
}

/// An agreement whose document has a name that can be shown.
fn consent(told: Consent) -> Consent {
    let file = told.file.and_then(|file| Some(ConsentFile { name: line(&file.name)?, ..file }));
    Consent { file, ..told }
}

/// A name as it can be shown on a line: what a person may have typed, and no more.
pub fn line(text: &str) -> Option<String> {
    // The longest name of a file that disks take.
    const LONGEST: usize = 255;
    let letters = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    let line: String = letters.filter(|letter| !letter.is_control()).take(LONGEST).collect();
    Some(line.trim().to_owned()).filter(|line| !line.is_empty())
}

/// The title, the caption and the place on lines of their own. What the caption says too is not said again: titles and
/// places are often repeated there.
fn notes(title: Option<String>, caption: String, place: Option<String>) -> String {
    let is_new = |text: &String| !caption.contains(text.as_str());
    let (title, place) = (title.filter(is_new), place.filter(is_new));
    let place = place.filter(|place| title.as_ref() != Some(place));
    let lines = [title, Some(caption).filter(|caption| !caption.is_empty()), place];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}
