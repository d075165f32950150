use std::fmt::Write;

use super::{
    Facts,
    text::is_kept,
    xmp::{CORE, DC, EXIF, EXTENSION, PHOTOSHOP, RDF, RIGHTS, SOURCE_TYPES, STUDIO, XMP},
};

/// An XMP packet that says these facts: what a `.xmp` file beside a picture holds. [`super::read_with`] gives them again.
pub fn sidecar(facts: &Facts) -> String {
    let mut packet = String::from("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    packet.push_str("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
    let mut description = Description(String::new());
    description.facts(facts);
    write!(packet, " <rdf:RDF xmlns:rdf=\"{RDF}\">\n  <rdf:Description rdf:about=\"\"").expect(UNBOUNDED);
    // Words are written as elements only, and no text holds a `<`.
    let is_used = |prefix: &str| description.0.contains(&format!("<{prefix}:"));
    for (prefix, space) in PREFIXES.into_iter().filter(|(prefix, _)| is_used(prefix)) {
        write!(packet, "\n    xmlns:{prefix}=\"{space}\"").expect(UNBOUNDED);
    }
    packet.push_str(">\n");
    packet.push_str(&description.0);
    packet.push_str("  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
    packet
}

const UNBOUNDED: &str = "a string takes any text";

const PREFIXES: [(&str, &str); 8] = [
    ("dc", DC),
    ("xmp", XMP),
    ("xmpRights", RIGHTS),
    ("photoshop", PHOTOSHOP),
    ("Iptc4xmpCore", CORE),
    ("Iptc4xmpExt", EXTENSION),
    ("exif", EXIF),
    ("planche", STUDIO),
];

/// The inside of a description.
struct Description(String);

impl Description {
    fn facts(&mut self, facts: &Facts) {
        self.in_languages("dc:title", facts.title.as_deref());
        self.in_languages("dc:description", facts.caption.as_deref());
        self.in_languages("dc:rights", facts.copyright.as_deref());
        self.in_languages("xmpRights:UsageTerms", facts.terms.as_deref());
        self.in_languages("Iptc4xmpCore:AltTextAccessibility", facts.alt.as_deref());
        self.list("dc:creator", "Seq", facts.author.as_slice());
        self.list("dc:subject", "Bag", &facts.keywords);
        self.plain("photoshop:Credit", facts.credit.as_deref());
        self.plain("photoshop:Source", facts.source.as_deref());
        self.plain("xmp:CreateDate", facts.taken.as_deref());
        self.plain("xmp:Rating", facts.rating.map(|stars| stars.to_string()).as_deref());
        let source_type = facts.digital_source_type.as_ref().map(|term| format!("{SOURCE_TYPES}{term}"));
        self.plain("Iptc4xmpExt:DigitalSourceType", source_type.as_deref());
        self.plain("planche:Own", facts.own.as_deref());
        if let Some(place) = &facts.place {
            self.plain("Iptc4xmpCore:Location", place.name.as_deref());
            self.plain("exif:GPSLatitude", Some(&degrees(place.latitude, ['N', 'S'])));
            self.plain("exif:GPSLongitude", Some(&degrees(place.longitude, ['E', 'W'])));
        }
    }

    fn plain(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            writeln!(self.0, "   <{name}>{}</{name}>", escaped(text)).expect(UNBOUNDED);
        }
    }

    /// A text for any language.
    fn in_languages(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            let item = format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt>", escaped(text));
            writeln!(self.0, "   <{name}>{item}</{name}>").expect(UNBOUNDED);
        }
    }

    fn list(&mut self, name: &str, kind: &str, texts: &[String]) {
        if texts.is_empty() {
            return;
        }
        let items: String = texts.iter().map(|text| format!("<rdf:li>{}</rdf:li>", escaped(text))).collect();
        writeln!(self.0, "   <{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>").expect(UNBOUNDED);
    }
}

/// The text as XML writes it. What XML cannot write at all is left out: with it, no reader would take any of the rest.
fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|character| is_kept(*character)).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Degrees and minutes, to a tenth of a millimetre.
fn degrees(degrees: f64, [positive, negative]: [char; 2]) -> String {
    let side = if degrees < 0.0 { negative } else { positive };
    let whole = degrees.abs().trunc();
    format!("{whole},{:.8}{side}", (degrees.abs() - whole) * 60.0)
}
