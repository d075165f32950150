//! IIM: what press agencies wrote before XMP (IPTC-NAA Information Interchange Model 4.2).

use super::{
    Facts, Said, date,
    text::{clean, decoded, distinct},
};

/// The record of how the rest is written, and its data set that names the characters.
const ENVELOPE: u8 = 1;
const CHARACTERS: u8 = 90;
/// The record of what is said of the picture (part 6).
const APPLICATION: u8 = 2;
const OBJECT_NAME: u8 = 5;
const KEYWORD: u8 = 25;
const DATE_CREATED: u8 = 55;
const TIME_CREATED: u8 = 60;
const BYLINE: u8 = 80;
const CITY: u8 = 90;
const SUBLOCATION: u8 = 92;
const COUNTRY: u8 = 101;
const HEADLINE: u8 = 105;
const CREDIT: u8 = 110;
const SOURCE: u8 = 115;
const COPYRIGHT: u8 = 116;
const CAPTION: u8 = 120;

/// How many authors are written: a segment has room for them.
const MOST_AUTHORS: usize = 100;

/// Reads a chain of data sets. Texts are UTF-8 when they can be, as 1:90 may say, else Latin-1.
pub fn read(data: &[u8]) -> Said {
    let sets: Vec<_> = Sets(data).filter(|set| set.record == APPLICATION).collect();
    let all = |number: u8| sets.iter().filter(move |set| set.number == number).filter_map(|set| decoded(set.bytes));
    let first = |number: u8| all(number).next();
    let joined = |texts: Vec<String>| clean(&texts.join(", "));
    let facts = Facts {
        title: first(OBJECT_NAME).or_else(|| first(HEADLINE)),
        caption: first(CAPTION),
        author: joined(all(BYLINE).collect()),
        credit: first(CREDIT),
        copyright: first(COPYRIGHT),
        source: first(SOURCE),
        keywords: distinct(all(KEYWORD)),
        taken: first(DATE_CREATED).and_then(|day| date::of_iim(&day, first(TIME_CREATED).as_deref())),
        ..Facts::default()
    };
    Said { facts, place_name: joined([SUBLOCATION, CITY, COUNTRY].into_iter().filter_map(first).collect()) }
}

/// Whose the picture is, as a chain of data sets in UTF-8; empty when nothing says it. Texts are cut to the lengths of the
/// standard, which those of XMP are not bound to.
pub fn write(facts: &Facts) -> Vec<u8> {
    let authors = facts.author.iter().flat_map(|authors| authors.split(", ")).map(|author| (BYLINE, author, 32));
    let others = [(CREDIT, &facts.credit, 32), (SOURCE, &facts.source, 32), (COPYRIGHT, &facts.copyright, 128)];
    let others = others.iter().filter_map(|(number, text, most)| Some((*number, text.as_deref()?, *most)));
    let sets: Vec<u8> = authors
        .take(MOST_AUTHORS)
        .chain(others)
        .flat_map(|(number, text, most)| set(APPLICATION, number, &text.as_bytes()[..text.floor_char_boundary(most)]))
        .collect();
    if sets.is_empty() {
        sets
    } else {
        [set(ENVELOPE, CHARACTERS, b"\x1B%G"), set(APPLICATION, 0, &[0, 4]), sets].concat()
    }
}

fn set(record: u8, number: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).expect("texts are cut to 128 bytes");
    [&[0x1C, record, number], length.to_be_bytes().as_slice(), bytes].concat()
}

struct Set<'a> {
    record: u8,
    number: u8,
    bytes: &'a [u8],
}

/// The data sets of a chain, up to what is none.
struct Sets<'a>(&'a [u8]);

impl<'a> Iterator for Sets<'a> {
    type Item = Set<'a>;

    fn next(&mut self) -> Option<Set<'a>> {
        let [0x1C, record, number, high, low, rest @ ..] = self.0 else { return None };
        let length = u16::from_be_bytes([*high, *low]);
        // Lengths beyond are written in as many bytes as the rest of the number says; no text is that long.
        let (bytes, rest) = rest.split_at_checked(usize::from(length)).filter(|_| length < 0x8000)?;
        self.0 = rest;
        Some(Set { record: *record, number: *number, bytes })
    }
}
