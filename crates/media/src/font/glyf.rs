use skrifa::{
    FontRef, GlyphId,
    raw::{
        TableProvider,
        tables::{
            glyf::{Glyf, Glyph},
            gvar::Gvar,
            loca::Loca,
        },
    },
};

use super::{FontError, limits};

/// What drawing one glyph comes to, its components included.
#[derive(Clone, Copy, Default)]
struct Cost {
    /// Points and components.
    outline: u64,
    /// The same, each counted once for every variation that may move it.
    work: u64,
    /// How many glyphs deep it is.
    depth: usize,
}

#[derive(Clone, Copy)]
enum Seen {
    No,
    /// On the way down to the glyph being measured.
    Open,
    Done(Cost),
}

/// Measures every TrueType glyph, each once.
struct Measure<'a> {
    glyf: Glyf<'a>,
    loca: Loca<'a>,
    gvar: Option<Gvar<'a>>,
    seen: Vec<Seen>,
}

const DAMAGED: FontError = FontError::Damaged { part: "glyf" };

/// Whether every glyph of a `glyf` table can be drawn, and quickly.
pub fn check(font: &FontRef<'_>, axes: u16) -> Result<(), FontError> {
    let count = font.maxp().map_err(|_| FontError::Damaged { part: "maxp" })?.num_glyphs();
    let loca = font.loca(None).map_err(|_| FontError::Damaged { part: "loca" })?;
    if loca.len() < usize::from(count) {
        return Err(FontError::Damaged { part: "loca" });
    }
    let gvar = (axes > 0).then(|| font.gvar().ok()).flatten();
    if gvar.as_ref().is_some_and(|gvar| gvar.axis_count() != axes || gvar.shared_tuples().is_err()) {
        return Err(FontError::Damaged { part: "gvar" });
    }
    let glyf = font.glyf().map_err(|_| DAMAGED)?;
    let mut measure = Measure { glyf, loca, gvar, seen: vec![Seen::No; usize::from(count)] };
    let mut left = limits::ALL_WORK;
    for glyph in 0..u32::from(count) {
        left = left.checked_sub(measure.cost(glyph, 1)?.work).ok_or(ALL)?;
    }
    Ok(())
}

impl Measure<'_> {
    fn cost(&mut self, glyph: u32, depth: usize) -> Result<Cost, FontError> {
        match self.seen.get(glyph as usize) {
            Some(Seen::Done(cost)) => return Ok(*cost),
            Some(Seen::Open) => return Err(FontError::Loop { glyph }),
            Some(Seen::No) if depth <= limits::DEPTH => {}
            Some(Seen::No) => return Err(TOO_DEEP),
            None => return Err(DAMAGED),
        }
        self.seen[glyph as usize] = Seen::Open;
        let cost = self.measure(glyph, depth)?;
        self.seen[glyph as usize] = Seen::Done(cost);
        check_cost(cost).map(|()| cost)
    }

    fn measure(&mut self, glyph: u32, depth: usize) -> Result<Cost, FontError> {
        let variations = 1 + self.variations(glyph)?;
        let found = self.loca.get_glyf(GlyphId::new(glyph), &self.glyf).map_err(|_| DAMAGED)?;
        let own = |parts: usize| Cost { outline: parts as u64, work: (parts as u64 + 4) * variations, depth: 1 };
        match found {
            None => Ok(own(0)),
            // Its reader stops the program over points that no contour announces (read-fonts 0.41.0, `read_points_fast`).
            Some(Glyph::Simple(simple)) if simple.num_points() == 0 && !simple.glyph_data().is_empty() => Err(DAMAGED),
            Some(Glyph::Simple(simple)) => Ok(own(simple.num_points())),
            Some(Glyph::Composite(composite)) => {
                let mut sum = own(composite.component_glyphs_and_flags().count());
                for (component, _) in composite.component_glyphs_and_flags() {
                    let cost = self.cost(component.to_u32(), depth + 1)?;
                    sum.outline += cost.outline;
                    sum.work += cost.work;
                    sum.depth = sum.depth.max(cost.depth + 1);
                    check_cost(sum)?;
                }
                Ok(sum)
            }
        }
    }

    /// How many variations a glyph has; its count is the first word of its data (OpenType 1.9, "gvar").
    fn variations(&self, glyph: u32) -> Result<u64, FontError> {
        let Some(gvar) = &self.gvar else { return Ok(0) };
        if glyph >= u32::from(gvar.glyph_count()) {
            return Ok(0);
        }
        let data = gvar.data_for_gid(GlyphId::new(glyph)).map_err(|_| FontError::Damaged { part: "gvar" })?;
        let Some(data) = data else { return Ok(0) };
        let count: u16 = data.read_at(0).map_err(|_| FontError::Damaged { part: "gvar" })?;
        Ok(u64::from(count & 0x0FFF))
    }
}

const ALL: FontError = FontError::TooComplex { what: "points of all glyphs", limit: limits::ALL_WORK };
const TOO_DEEP: FontError = FontError::TooComplex { what: "glyphs within glyphs", limit: limits::DEPTH as u64 };

fn check_cost(Cost { outline, work, depth }: Cost) -> Result<(), FontError> {
    if depth > limits::DEPTH {
        return Err(TOO_DEEP);
    }
    if outline > limits::OUTLINE {
        return Err(FontError::TooComplex { what: "points of one glyph", limit: limits::OUTLINE });
    }
    if work > limits::WORK {
        return Err(FontError::TooComplex { what: "points of one glyph times its variations", limit: limits::WORK });
    }
    Ok(())
}
