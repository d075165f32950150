use skrifa::{
    GlyphId,
    raw::{
        ReadError,
        ps::cff::{CffFontRef, index::Index},
    },
};

use super::{
    FontError,
    charstring::{Charstrings, Walk},
    limits,
    variations::check_store,
};

const DAMAGED: FontError = FontError::Damaged { part: "CFF" };

/// Whether every glyph of a `CFF ` or `CFF2` table can be drawn, and quickly.
pub fn check(table: &[u8], axes: u16) -> Result<(), FontError> {
    let font = CffFontRef::new(table, 0, None).map_err(|_| DAMAGED)?;
    if let Some(store) = font.var_store() {
        check_store(Ok::<_, ReadError>(store.clone()), axes, "CFF2")?;
    }
    let subroutines = (0..font.num_subfonts()).map(|index| subroutines(&font, index)).collect::<Result<Vec<_>, _>>()?;
    let mut left = limits::ALL_OPERATORS;
    for glyph in 0..font.num_glyphs() {
        let index = font.subfont_index(GlyphId::new(glyph)).ok_or(DAMAGED)?;
        let (local, variations) = subroutines.get(usize::from(index)).ok_or(DAMAGED)?;
        let charstrings = Charstrings { local, global: font.global_subrs(), store: font.var_store() };
        let charstring = font.charstrings().get(glyph as usize).map_err(|_| DAMAGED)?;
        let run = Walk::new(&charstrings, *variations).run(charstring)?;
        left = left
            .checked_sub(run)
            .ok_or(FontError::TooComplex { what: "operators of all glyphs", limit: limits::ALL_OPERATORS })?;
    }
    Ok(())
}

/// A subfont's own subroutines and the part of the store its glyphs begin with.
fn subroutines<'a>(font: &CffFontRef<'a>, index: u16) -> Result<(Index<'a>, u16), FontError> {
    let subfont = font.subfont(index, &[]).map_err(|_| DAMAGED)?;
    let own = match subfont.subrs_offset() as usize {
        0 => Index::Empty,
        offset => {
            let data = font.data().get(offset..).ok_or(DAMAGED)?;
            Index::new(data, font.version() == 2).map_err(|_| DAMAGED)?
        }
    };
    Ok((own, subfont.vs_index()))
}
