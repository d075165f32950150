use skrifa::raw::{ps::cff::index::Index, tables::variations::ItemVariationStore};

use super::{FontError, limits};

/// What the charstrings of one subfont may call.
pub struct Charstrings<'a> {
    pub local: &'a Index<'a>,
    pub global: &'a Index<'a>,
    pub store: Option<&'a ItemVariationStore<'a>>,
}

/// Follows a charstring as a rasteriser would, without drawing: subroutines that call subroutines can make a file of
/// one kilobyte run for hours, and nothing short of running it tells.
///
/// Operators are those of "The Type 2 Charstring Format" and of "CFF2 charstrings".
pub struct Walk<'a> {
    charstrings: &'a Charstrings<'a>,
    /// Operands; what is no plain number, such as a fraction, is `None`.
    stack: Vec<Option<i32>>,
    stems: usize,
    /// The part of the store that `blend` reads.
    variations: u16,
    operators: u64,
}

const DAMAGED: FontError = FontError::Damaged { part: "CFF" };
const TOO_LONG: FontError = FontError::TooComplex { what: "operators of one glyph", limit: limits::OPERATORS };
const TOO_DEEP: FontError =
    FontError::TooComplex { what: "subroutines within subroutines", limit: limits::SUBROUTINES as u64 };

impl<'a> Walk<'a> {
    pub fn new(charstrings: &'a Charstrings<'a>, variations: u16) -> Self {
        Self { charstrings, stack: Vec::new(), stems: 0, variations, operators: 0 }
    }

    /// How many operators and operands the charstring runs.
    pub fn run(mut self, charstring: &[u8]) -> Result<u64, FontError> {
        self.follow(charstring, 0)?;
        Ok(self.operators)
    }

    fn follow(&mut self, mut code: &[u8], depth: u32) -> Result<(), FontError> {
        if depth > limits::SUBROUTINES {
            return Err(TOO_DEEP);
        }
        while let Some((&first, rest)) = code.split_first() {
            code = rest;
            self.operators += 1;
            if self.operators > limits::OPERATORS {
                return Err(TOO_LONG);
            }
            match first {
                28 | 32..=255 => self.operand(first, &mut code)?,
                11 | 14 => return Ok(()),
                10 => self.call(self.charstrings.local, depth)?,
                29 => self.call(self.charstrings.global, depth)?,
                _ => self.operator(first, &mut code)?,
            }
        }
        Ok(())
    }

    fn operand(&mut self, first: u8, code: &mut &[u8]) -> Result<(), FontError> {
        let high = i32::from(first);
        let value = match first {
            28 => {
                let [high, low] = take(code)?;
                Some(i32::from(i16::from_be_bytes([high, low])))
            }
            32..=246 => Some(high - 139),
            247..=250 => take(code).map(|[low]| Some((high - 247) * 256 + i32::from(low) + 108))?,
            251..=254 => take(code).map(|[low]| Some((251 - high) * 256 - i32::from(low) - 108))?,
            _ => take::<4>(code).map(|_| None)?,
        };
        if self.stack.len() == limits::OPERANDS {
            return Err(DAMAGED);
        }
        self.stack.push(value);
        Ok(())
    }

    fn call(&mut self, subroutines: &Index<'_>, depth: u32) -> Result<(), FontError> {
        let number = self.stack.pop().flatten().ok_or(DAMAGED)?;
        let at = usize::try_from(number + subroutines.subr_bias()).map_err(|_| DAMAGED)?;
        let subroutine = subroutines.get(at).map_err(|_| DAMAGED)?;
        self.follow(subroutine, depth + 1)
    }

    fn operator(&mut self, operator: u8, code: &mut &[u8]) -> Result<(), FontError> {
        match operator {
            // The stems, and the masks of one bit for each stem.
            1 | 3 | 18 | 23 => self.stems += self.stack.len() / 2,
            19 | 20 => {
                self.stems += self.stack.len() / 2;
                *code = code.get(self.stems.div_ceil(8)..).ok_or(DAMAGED)?;
            }
            15 => return self.choose_variations(),
            16 => return self.blend(),
            12 => {
                let [escaped] = take(code)?;
                if escaped == DIV {
                    return self.divide();
                }
            }
            _ => {}
        }
        self.stack.clear();
        Ok(())
    }

    fn divide(&mut self) -> Result<(), FontError> {
        let left = self.stack.len().checked_sub(2).ok_or(DAMAGED)?;
        self.stack.truncate(left);
        self.stack.push(None);
        Ok(())
    }

    fn choose_variations(&mut self) -> Result<(), FontError> {
        let chosen = self.stack.pop().flatten().and_then(|number| u16::try_from(number).ok());
        self.variations = chosen.ok_or(DAMAGED)?;
        Ok(())
    }

    /// Takes as many values as its operand says and the differences of each, and gives back the values.
    fn blend(&mut self) -> Result<(), FontError> {
        let store = self.charstrings.store.ok_or(DAMAGED)?;
        let data = store.item_variation_data().get(usize::from(self.variations));
        let regions = data.and_then(Result::ok).ok_or(DAMAGED)?.region_index_count();
        let values = self.stack.pop().flatten().and_then(|count| usize::try_from(count).ok()).ok_or(DAMAGED)?;
        let operands = values.checked_mul(1 + usize::from(regions)).ok_or(DAMAGED)?;
        let below = self.stack.len().checked_sub(operands).ok_or(DAMAGED)?;
        self.operators += operands as u64;
        self.stack.truncate(below);
        self.stack.resize(below + values, None);
        Ok(())
    }
}

/// The one arithmetic operator that fonts in use still have; the others were withdrawn.
const DIV: u8 = 12;

fn take<const N: usize>(code: &mut &[u8]) -> Result<[u8; N], FontError> {
    let (taken, rest) = code.split_first_chunk().ok_or(DAMAGED)?;
    *code = rest;
    Ok(*taken)
}
