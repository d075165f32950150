//! What a file says of its picture: who made it, what it shows, what may be done with it.
//!
//! Three languages say it: XMP, IPTC's older IIM, and EXIF. Where they disagree XMP wins over IIM, IIM over EXIF.
//! Strangers write them, so that nothing here fails: what cannot be read is not there.

mod camera;
mod date;
mod embedded;
mod iim;
mod packets;
mod sidecar;
mod text;
mod xmp;

pub(crate) use camera::fields;
pub use embedded::Embedded;
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
    /// What the studio wrote for itself when the file left it, which no other program understands.
    pub own: Option<String>,
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
    said(bytes).facts()
}

/// A sidecar (`.xmp`) that lies beside a picture's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sidecar<'a> {
    /// It speaks of that file alone.
    Own(&'a [u8]),
    /// It speaks of several: of a camera's raw file and of the JPEG made with it.
    Shared(&'a [u8]),
}

/// Reads what a picture's file says and what lies beside it.
///
/// Where they disagree, a sidecar of the file's own wins: programs write one to leave the file alone (Lightroom,
/// darktable), so it is the newer. One that is shared only adds to the file: what the file says of itself was written
/// for it. One that the studio wrote says all there is to say, and what was taken away in the studio must not come back
/// from the file.
pub fn read_with(bytes: &[u8], sidecar: Sidecar<'_>) -> Facts {
    let beside = |packet| xmp::read(packet).unwrap_or_default();
    match sidecar {
        Sidecar::Own(packet) if beside(packet).facts.own.is_some() => beside(packet),
        Sidecar::Own(packet) => beside(packet).or(said(bytes)),
        Sidecar::Shared(packet) => said(bytes).or(beside(packet).without_own()),
    }
    .facts()
}

fn said(bytes: &[u8]) -> Said {
    let Packets { xmp, iim, exif } = Packets::of(bytes);
    let said = [xmp.as_deref().and_then(xmp::read), iim.as_deref().map(iim::read), exif.as_deref().map(camera::read)];
    said.into_iter().flatten().fold(Said::default(), Said::or).without_own()
}

/// What one language says. It may name a place and not say where that is.
#[derive(Default)]
struct Said {
    facts: Facts,
    place_name: Option<String>,
}

impl Said {
    /// The studio's own words are only taken from the sidecars that it writes: a stranger's picture does not say that it
    /// may be used.
    fn without_own(self) -> Self {
        Self { facts: Facts { own: None, ..self.facts }, ..self }
    }

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
            own: facts.own.or(other_facts.own),
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
