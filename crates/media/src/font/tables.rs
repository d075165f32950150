use skrifa::{FontRef, raw::TableProvider};
use write_fonts::{FontBuilder, types::Tag};

use super::{FontError, limits};

/// The tables that shaping, drawing and embedding read; hinting programs go on for the readers of PDF files.
const KEPT: [&[u8; 4]; 27] = [
    b"BASE", b"CFF ", b"CFF2", b"GDEF", b"GPOS", b"GSUB", b"HVAR", b"MVAR", b"OS/2", b"STAT", b"avar", b"cmap",
    b"cvt ", b"fpgm", b"fvar", b"gasp", b"glyf", b"gvar", b"head", b"hhea", b"hmtx", b"kern", b"loca", b"maxp",
    b"name", b"post", b"prep",
];

/// Where the directory of tables begins, and how long each of its records is.
const HEADER: usize = 12;
const RECORD: usize = 16;

/// The font with the tables it needs and no other, in a directory written anew.
pub fn keep(font: &[u8]) -> Result<Vec<u8>, FontError> {
    let mut builder = FontBuilder::new();
    let mut total = 0;
    for (tag, table) in directory(font)? {
        if !KEPT.contains(&&tag) {
            continue;
        }
        if builder.contains(Tag::new(&tag)) {
            return Err(DAMAGED);
        }
        // Tables may lie over each other: each is copied, so all are counted.
        total += table.len();
        if total > limits::DECOMPRESSED {
            return Err(FontError::TooLarge { bytes: total, limit: limits::DECOMPRESSED });
        }
        builder.add_raw(Tag::new(&tag), table);
    }
    Ok(builder.build())
}

const DAMAGED: FontError = FontError::Damaged { part: "table directory" };

/// A table and its name.
type Named<'a> = ([u8; 4], &'a [u8]);

/// The tables with their names, each proved to lie inside the file.
fn directory(font: &[u8]) -> Result<Vec<Named<'_>>, FontError> {
    let count = font.get(4..6).map(|count| usize::from(u16::from_be_bytes([count[0], count[1]])));
    let count = count.ok_or(DAMAGED)?;
    if count > limits::TABLES {
        return Err(FontError::TooComplex { what: "tables", limit: limits::TABLES as u64 });
    }
    let records = font.get(HEADER..HEADER + RECORD * count).ok_or(DAMAGED)?;
    records.chunks_exact(RECORD).map(|record| table(font, record).ok_or(DAMAGED)).collect()
}

fn table<'a>(font: &'a [u8], record: &[u8]) -> Option<Named<'a>> {
    let word = |at: usize| Some(u32::from_be_bytes(record.get(at..at + 4)?.try_into().ok()?) as usize);
    let tag = record.get(..4)?.try_into().ok()?;
    let (offset, length) = (word(8)?, word(12)?);
    Some((tag, font.get(offset..offset.checked_add(length)?)?))
}

/// Whether the tables that every font needs are there, and those that are there can be read.
pub fn check(font: &FontRef<'_>) -> Result<(), FontError> {
    let needed = [
        ("cmap", font.cmap().is_ok()),
        ("head", font.head().is_ok_and(|head| (16..=16_384).contains(&head.units_per_em()))),
        ("hhea", font.hhea().is_ok()),
        ("hmtx", font.hmtx().is_ok()),
        ("maxp", font.maxp().is_ok_and(|maxp| maxp.num_glyphs() > 0)),
    ];
    let optional = [
        ("GDEF", font.gdef().is_ok()),
        ("GPOS", font.gpos().is_ok()),
        ("GSUB", font.gsub().is_ok()),
        ("OS/2", font.os2().is_ok()),
        ("avar", font.avar().is_ok()),
        ("name", font.name().is_ok()),
    ];
    let has = |table: &str| font.table_directory.table_records().iter().any(|record| record.tag() == table);
    if let Some((table, _)) = needed.iter().find(|(table, _)| !has(table)) {
        return Err(FontError::Missing { table });
    }
    let unreadable = needed.iter().chain(&optional).find(|(table, readable)| !readable && has(table));
    unreadable.map_or(Ok(()), |(table, _)| Err(FontError::Damaged { part: table }))
}
