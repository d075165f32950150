//! What a file says of its picture: who made it, what it shows, what may be done with it.
//!
//! Three languages say it: XMP, IPTC's older IIM, and EXIF. Where they disagree XMP wins over IIM, IIM over EXIF.
//! Strangers write them, so that nothing here fails: what cannot be read is not there.

mod camera;
mod date;
mod iim;
mod packets;
mod sidecar;
mod text;
mod xmp;

pub(crate) use camera::fields;
pub use sidecar::sidecar;

use packets::Packets;

/// What is said of a picture. Texts are trimmed, never empty, and hold no control characters but line ends and tabs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Its name.
    pub title: Option<String>,
    /// What it shows, for those who see it.
    pub caption: Option<String>,
    /// What it shows, for those who do not see it.
    pub alt: Option<String>,
    /// Who made it; several names are joined with commas.
    pub author: Option<String>,
    /// Whom to name beside it.
    pub credit: Option<String>,
    /// The copyright notice.
    pub copyright: Option<String>,
    /// What may be done with it.
    pub terms: Option<String>,
    /// Where it was had from.
    pub source: Option<String>,
    /// In the file's order, each once.
    pub keywords: Vec<String>,
    /// When it was taken: ISO 8601, local to the place, with the offset when it is known. Days may lack a time.
    pub taken: Option<String>,
    /// Where it was taken.
    pub place: Option<Place>,
    /// How it came to be: a term of IPTC's digital source types, such as `trainedAlgorithmicMedia`.
    pub digital_source_type: Option<String>,
    /// From 1 to 5.
    pub rating: Option<u8>,
}

/// A place on Earth.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// As people call it.
    pub name: Option<String>,
    /// Degrees north, from -90 to 90 (WGS 84).
    pub latitude: f64,
    /// Degrees east, from -180 to 180 (WGS 84).
    pub longitude: f64,
}

/// Reads what a picture's file says, or a sidecar (`.xmp`). What is none of these says nothing.
pub fn read(bytes: &[u8]) -> Facts {
    let Packets { xmp, iim, exif } = Packets::of(bytes);
    let said = [xmp.as_deref().and_then(xmp::read), iim.as_deref().map(iim::read), exif.as_deref().map(camera::read)];
    said.into_iter().flatten().fold(Said::default(), Said::or).facts()
}

/// What one language says. It may name a place and not say where that is.
#[derive(Default)]
struct Said {
    facts: Facts,
    place_name: Option<String>,
}

impl Said {
    /// This, and what only `other` says.
    fn or(self, other: Self) -> Self {
        let (facts, other_facts) = (self.facts, other.facts);
        let keywords = if facts.keywords.is_empty() { other_facts.keywords } else { facts.keywords };
        let facts = Facts {
            title: facts.title.or(other_facts.title),
            caption: facts.caption.or(other_facts.caption),
            alt: facts.alt.or(other_facts.alt),
            author: facts.author.or(other_facts.author),
            credit: facts.credit.or(other_facts.credit),
            copyright: facts.copyright.or(other_facts.copyright),
            terms: facts.terms.or(other_facts.terms),
            source: facts.source.or(other_facts.source),
            keywords,
            taken: facts.taken.or(other_facts.taken),
            place: facts.place.or(other_facts.place),
            digital_source_type: facts.digital_source_type.or(other_facts.digital_source_type),
            rating: facts.rating.or(other_facts.rating),
        };
        Self { facts, place_name: self.place_name.or(other.place_name) }
    }

    fn facts(mut self) -> Facts {
        if let Some(place) = &mut self.facts.place {
            place.name = self.place_name;
        }
        self.facts
    }
}

/// A place, when these are coordinates. Zero and zero is what devices write that know none.
fn place(latitude: f64, longitude: f64) -> Option<Place> {
    let on_earth = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
    let known = (latitude, longitude) != (0.0, 0.0);
    (on_earth && known).then_some(Place { name: None, latitude, longitude })
}
