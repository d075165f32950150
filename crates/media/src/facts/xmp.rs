//! XMP (ISO 16684-1), as IPTC's photo metadata standard uses it.

use roxmltree::{Document, Node, ParsingOptions};

use super::{
    Facts, Place, Said, date, place,
    text::{clean, distinct},
};

pub const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
pub const DC: &str = "http://purl.org/dc/elements/1.1/";
pub const XMP: &str = "http://ns.adobe.com/xap/1.0/";
pub const RIGHTS: &str = "http://ns.adobe.com/xap/1.0/rights/";
pub const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
pub const CORE: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
pub const EXTENSION: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
pub const EXIF: &str = "http://ns.adobe.com/exif/1.0/";
/// The studio's own words.
pub const STUDIO: &str = "urn:planche:studio#";

/// What comes before a term of the digital source types.
pub const SOURCE_TYPES: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/";

const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The most bytes of a packet that are read, and the most elements and texts.
const MOST_BYTES: usize = 1 << 20;
const MOST_NODES: u32 = 100_000;

/// The most attributes of an element, and names of vocabularies in all. The parser compares each with each.
const MOST_ATTRIBUTES: usize = 1000;

/// Reads a packet; `None` when it is none.
pub fn read(packet: &[u8]) -> Option<Said> {
    let text = std::str::from_utf8(packet).ok()?.trim_start_matches('\u{FEFF}');
    let text = text.trim_end_matches('\0');
    if !is_modest(text) {
        return None;
    }
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let descriptions = document.descendants().filter(|node| node.has_tag_name((RDF, "Description")));
    let packet = Packet { descriptions: descriptions.collect() };
    Some(packet.said())
}

fn is_modest(text: &str) -> bool {
    let few_attributes = |tag: &str| tag.bytes().filter(|byte| *byte == b'=').count() <= MOST_ATTRIBUTES;
    text.len() <= MOST_BYTES && text.split('<').all(few_attributes) && text.matches("xmlns").count() <= MOST_ATTRIBUTES
}

struct Packet<'a> {
    descriptions: Vec<Node<'a, 'a>>,
}

impl Packet<'_> {
    fn said(&self) -> Said {
        let place_name = [(CORE, "Location"), (PHOTOSHOP, "City"), (PHOTOSHOP, "Country")];
        let place_name: Vec<_> = place_name.into_iter().filter_map(|(space, name)| self.text(space, name)).collect();
        let facts = Facts {
            title: self.text(DC, "title").or_else(|| self.text(PHOTOSHOP, "Headline")),
            caption: self.text(DC, "description"),
            alt: self.text(CORE, "AltTextAccessibility"),
            author: clean(&distinct(self.texts(DC, "creator").into_iter()).join(", ")),
            credit: self.text(PHOTOSHOP, "Credit"),
            copyright: self.text(DC, "rights"),
            terms: self.text(RIGHTS, "UsageTerms"),
            source: self.text(PHOTOSHOP, "Source"),
            keywords: distinct(self.texts(DC, "subject").into_iter()),
            taken: self.taken(),
            place: self.place(),
            digital_source_type: self.digital_source_type(),
            rating: self.rating(),
            own: self.text(STUDIO, "Own"),
        };
        Said { facts, place_name: clean(&place_name.join(", ")) }
    }

    fn taken(&self) -> Option<String> {
        let dates = [(PHOTOSHOP, "DateCreated"), (EXIF, "DateTimeOriginal"), (XMP, "CreateDate")];
        dates.into_iter().find_map(|(space, name)| date::of_xmp(&self.text(space, name)?))
    }

    fn place(&self) -> Option<Place> {
        place(degrees(&self.text(EXIF, "GPSLatitude")?)?, degrees(&self.text(EXIF, "GPSLongitude")?)?)
    }

    /// The term, without the address of the list it is from.
    fn digital_source_type(&self) -> Option<String> {
        clean(self.text(EXTENSION, "DigitalSourceType")?.rsplit('/').next()?)
    }

    fn rating(&self) -> Option<u8> {
        let stars = self.text(XMP, "Rating")?.parse::<f32>().ok()?.round();
        (1.0..=5.0).contains(&stars).then_some(stars as u8)
    }

    /// A property's only text, or the one for any language among several.
    fn text(&self, space: &str, name: &str) -> Option<String> {
        self.attribute(space, name).and_then(clean).or_else(|| self.elements(space, name).find_map(main_text))
    }

    /// All texts of a property.
    fn texts(&self, space: &str, name: &str) -> Vec<String> {
        let written = self.elements(space, name).find(|property| !items(*property).is_empty());
        match written {
            Some(property) => items(property).into_iter().map(content).collect(),
            None => self.text(space, name).into_iter().collect(),
        }
    }

    fn attribute(&self, space: &str, name: &str) -> Option<&str> {
        self.descriptions.iter().find_map(|description| description.attribute((space, name)))
    }

    fn elements<'a>(&'a self, space: &'a str, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
        let properties = self.descriptions.iter().flat_map(|description| description.children());
        properties.filter(move |property| property.has_tag_name((space, name)))
    }
}

fn main_text(property: Node<'_, '_>) -> Option<String> {
    let items = items(property);
    let any_language = items.iter().find(|item| item.attribute((XML, "lang")) == Some("x-default"));
    match any_language.or(items.first()) {
        Some(item) => clean(&content(*item)),
        None => clean(&content(property)).or_else(|| clean(property.attribute((RDF, "resource"))?)),
    }
}

/// The items of a property that is a list.
fn items<'a>(property: Node<'a, 'a>) -> Vec<Node<'a, 'a>> {
    let lists = property.children().filter(|list| list.tag_name().namespace() == Some(RDF));
    lists.flat_map(|list| list.children()).filter(|item| item.has_tag_name((RDF, "li"))).collect()
}

fn content(node: Node<'_, '_>) -> String {
    node.children().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

/// `48,51.5N` or `48,51,30N` as degrees.
fn degrees(text: &str) -> Option<f64> {
    let (text, sign) = match text.char_indices().next_back()? {
        (at, 'N' | 'E') => (&text[..at], 1.0),
        (at, 'S' | 'W') => (&text[..at], -1.0),
        _ => return None,
    };
    let mut degrees = 0.0;
    for (part, scale) in text.split(',').zip([1.0, 60.0, 3600.0]) {
        degrees += part.trim().parse::<f64>().ok().filter(|part| part.is_finite())? / scale;
    }
    Some(sign * degrees)
}
