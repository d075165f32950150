use heifer_isobmff::{
    BoxIter, FourCC, HeifFile,
    boxes::{ConstructionMethod, Extent},
};

use super::Flaw;

/// The longest table of a file's index, in bytes: some ten thousand entries, where a telephone's file has a hundred.
/// Entries are looked for one after the other, for each item.
const LONGEST_TABLE: usize = 1 << 18;

/// Reads the index of an ISO base media file that holds pictures, once it is known to be whole and of a sensible length.
pub fn open(bytes: &[u8]) -> Result<HeifFile<'_>, Flaw> {
    let meta = find(bytes, *b"meta")?.ok_or(Flaw::Truncated)?;
    // A version and flags come before the boxes within.
    if !tables_are_short(meta.get(4..).ok_or(Flaw::Damaged)?)? {
        return Err(Flaw::Damaged);
    }
    let file = HeifFile::parse(bytes)?;
    let mut locations = file.items.iter().filter_map(|item| item.location.as_ref());
    let missing = locations.any(|location| {
        location.construction_method == ConstructionMethod::File
            && location.extents.iter().any(|extent| is_beyond(extent, bytes.len()))
    });
    if missing { Err(Flaw::Truncated) } else { Ok(file) }
}

/// What the first box of a kind holds. Fails when a box does not end.
fn find(boxes: &[u8], kind: [u8; 4]) -> Result<Option<&[u8]>, Flaw> {
    let mut found = None;
    for part in BoxIter::new(boxes) {
        let part = part?;
        if part.header.box_type == FourCC(kind) {
            found = found.or(Some(part.content));
        }
    }
    Ok(found)
}

fn tables_are_short(meta: &[u8]) -> Result<bool, Flaw> {
    for part in BoxIter::new(meta) {
        let part = part.map_err(|_| Flaw::Damaged)?;
        let short = match &part.header.box_type.0 {
            b"iinf" | b"iloc" | b"iref" => part.content.len() <= LONGEST_TABLE,
            b"iprp" => associations_are_short(part.content)?,
            _ => true,
        };
        if !short {
            return Ok(false);
        }
    }
    Ok(true)
}

fn associations_are_short(properties: &[u8]) -> Result<bool, Flaw> {
    let mut length = 0;
    for part in BoxIter::new(properties) {
        let part = part.map_err(|_| Flaw::Damaged)?;
        length += if part.header.box_type == FourCC(*b"ipma") { part.content.len() } else { 0 };
    }
    Ok(length <= LONGEST_TABLE)
}

fn is_beyond(extent: &Extent, length: usize) -> bool {
    extent.offset.checked_add(extent.length).is_none_or(|end| end > length as u64)
}
