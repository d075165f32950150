//! Reading and rewriting of the sfnt container (TrueType, OpenType).

use std::collections::HashMap;

use skrifa::{
    MetadataProvider,
    raw::{FontRef, TableProvider, types::Tag},
};

use crate::manifest::Axes;

/// The bytes of the table directory before its records: version, count and three search hints.
const HEADER: usize = 12;
/// The bytes of one table record: tag, checksum, offset, length.
const RECORD: usize = 16;
/// The bytes of a collection's header before its offsets: tag, version and count (OpenType 1.9, "Font collections").
const COLLECTION_HEADER: usize = 12;
/// Version 1.0, without a signature.
const COLLECTION_VERSION: u32 = 0x0001_0000;
/// Where `checkSumAdjustment` lies in the `head` table (OpenType 1.9, "head").
const ADJUSTMENT: std::ops::Range<usize> = 8..12;
/// What the sum of the whole file must come to (OpenType 1.9, "head").
const WHOLE_SUM: u32 = 0xB1B0_AFBA;

/// The axes that `font` varies along; `None` when it is not a font.
pub fn axes(font: &[u8]) -> Option<Axes> {
    let font = FontRef::new(font).ok()?;
    font.cmap().ok()?;
    Some(font.axes().iter().map(|axis| (axis.tag().to_string(), [axis.min_value(), axis.max_value()])).collect())
}

/// `font` without its tables named in `dropped`, checksums made right; `None` when it is not a font.
pub fn without_tables(font: &[u8], dropped: &[String]) -> Option<Vec<u8>> {
    let source = FontRef::new(font).ok()?;
    let directory = &source.table_directory;
    let mut tables = Vec::new();
    for record in directory.table_records().iter().filter(|record| !dropped.contains(&record.tag().to_string())) {
        tables.push((record.tag(), plain_table(&source, record.tag())?));
    }
    Some(assemble(directory.sfnt_version(), &tables))
}

/// The bytes of a table; those of `head` with the file's checksum left out, as it is not part of its own sum.
fn plain_table(font: &FontRef<'_>, tag: Tag) -> Option<Vec<u8>> {
    let mut table = font.table_data(tag)?.as_bytes().to_vec();
    if tag == Tag::new(b"head") {
        table.get_mut(ADJUSTMENT)?.fill(0);
    }
    Some(table)
}

/// A font file made of `tables`, which are in the order of their tags.
fn assemble(version: u32, tables: &[(Tag, Vec<u8>)]) -> Vec<u8> {
    let mut font = header(version, tables.len());
    let mut offset = HEADER + RECORD * tables.len();
    let mut head = None;
    for (tag, table) in tables {
        head = if *tag == Tag::new(b"head") { Some(offset) } else { head };
        font.extend(tag.to_be_bytes());
        [checksum(table), word(offset), word(table.len())].iter().for_each(|field| font.extend(field.to_be_bytes()));
        offset += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        font.extend(table);
        font.resize(font.len().next_multiple_of(4), 0);
    }
    if let Some(head) = head {
        let adjustment = WHOLE_SUM.wrapping_sub(checksum(&font));
        font[head + ADJUSTMENT.start..head + ADJUSTMENT.end].copy_from_slice(&adjustment.to_be_bytes());
    }
    font
}

/// One collection of `fonts`, in their order; tables that several share are there once. `None` when one is not a font.
pub fn collection(fonts: &[Vec<u8>]) -> Option<Vec<u8>> {
    let parsed: Vec<FontRef<'_>> = fonts.iter().map(|font| FontRef::new(font).ok()).collect::<Option<_>>()?;
    let length = |font: &FontRef<'_>| HEADER + RECORD * font.table_directory.table_records().len();
    let mut next = COLLECTION_HEADER + 4 * parsed.len();
    let mut collection = b"ttcf".to_vec();
    [COLLECTION_VERSION, word(parsed.len())].iter().for_each(|field| collection.extend(field.to_be_bytes()));
    for font in &parsed {
        collection.extend(word(next).to_be_bytes());
        next += length(font);
    }
    let mut tables = SharedTables { start: next, ..SharedTables::default() };
    for font in &parsed {
        let directory = &font.table_directory;
        collection.extend(header(directory.sfnt_version(), directory.table_records().len()));
        for record in directory.table_records() {
            let table = font.table_data(record.tag())?.as_bytes();
            collection.extend(record.tag().to_be_bytes());
            [record.checksum(), tables.place(table), word(table.len())]
                .iter()
                .for_each(|field| collection.extend(field.to_be_bytes()));
        }
    }
    collection.extend(tables.bytes);
    Some(collection)
}

/// The tables of a collection, each once.
#[derive(Default)]
struct SharedTables<'a> {
    /// Where they begin in the file.
    start: usize,
    bytes: Vec<u8>,
    placed: HashMap<&'a [u8], u32>,
}

impl<'a> SharedTables<'a> {
    /// Where `table` is in the file.
    fn place(&mut self, table: &'a [u8]) -> u32 {
        *self.placed.entry(table).or_insert_with(|| {
            let offset = word(self.start + self.bytes.len());
            self.bytes.extend(table);
            self.bytes.resize(self.bytes.len().next_multiple_of(4), 0);
            offset
        })
    }
}

fn header(version: u32, count: usize) -> Vec<u8> {
    let count = u16::try_from(count).expect("a subset of a 16-bit count");
    let entry_selector = count.checked_ilog2().unwrap_or(0) as u16;
    let search_range = (1 << entry_selector) * RECORD as u16;
    let range_shift = count * RECORD as u16 - search_range;
    let mut header = version.to_be_bytes().to_vec();
    [count, search_range, entry_selector, range_shift].iter().for_each(|field| header.extend(field.to_be_bytes()));
    header
}

/// The sum of the big-endian words of `bytes`, padded with zeros.
fn checksum(bytes: &[u8]) -> u32 {
    let padded = |chunk: &[u8]| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        u32::from_be_bytes(word)
    };
    bytes.chunks(4).map(padded).fold(0, u32::wrapping_add)
}

fn word(length: usize) -> u32 {
    u32::try_from(length).expect("a part of a font, whose offsets are 32 bits")
}

#[cfg(test)]
mod tests {
    use skrifa::raw::FileRef;

    use super::*;

    fn sample() -> Vec<u8> {
        let mut tables = vec![(Tag::new(b"SVG "), vec![7; 9]), (Tag::new(b"head"), vec![1; 54])];
        tables[1].1[ADJUSTMENT].fill(0);
        tables.push((Tag::new(b"name"), vec![2; 5]));
        assemble(0x0001_0000, &tables)
    }

    #[test]
    fn a_dropped_table_is_gone_and_the_others_are_whole() {
        let rewritten = without_tables(&sample(), &["SVG ".into()]).unwrap();
        let font = FontRef::new(&rewritten).unwrap();
        assert!(font.table_data(Tag::new(b"SVG ")).is_none());
        assert_eq!(font.table_data(Tag::new(b"name")).unwrap().as_bytes(), [2; 5]);
        assert_eq!(font.table_data(Tag::new(b"head")).unwrap().as_bytes().len(), 54);
    }

    #[test]
    fn the_file_sums_to_the_value_of_the_specification() {
        for font in [sample(), without_tables(&sample(), &["SVG ".into()]).unwrap()] {
            assert_eq!(checksum(&font), WHOLE_SUM);
        }
    }

    #[test]
    fn search_hints_follow_the_count() {
        assert_eq!(header(0, 11)[4..], [0, 11, 0, 128, 0, 3, 0, 48]);
    }

    #[test]
    fn a_collection_holds_every_font_and_shares_tables() {
        let fonts = [sample(), without_tables(&sample(), &["SVG ".into()]).unwrap()];
        let collection = collection(&fonts).unwrap();
        let FileRef::Collection(read) = FileRef::new(&collection).unwrap() else { panic!("it is no collection") };
        assert_eq!(read.len(), 2);
        for (at, has_drawings) in [(0, true), (1, false)] {
            let font = read.get(at).unwrap();
            assert_eq!(font.table_data(Tag::new(b"SVG ")).is_some(), has_drawings);
            assert_eq!(font.table_data(Tag::new(b"name")).unwrap().as_bytes(), [2; 5]);
        }
        let [first, second] = [0, 1].map(|at| read.get(at).unwrap().table_data(Tag::new(b"name")).unwrap().as_bytes());
        assert_eq!(first.as_ptr(), second.as_ptr());
    }

    #[test]
    fn other_bytes_are_no_font() {
        assert!(collection(&[b"not a font".to_vec()]).is_none());
        assert!(without_tables(b"not a font", &[]).is_none());
        assert!(axes(b"not a font").is_none());
    }
}
