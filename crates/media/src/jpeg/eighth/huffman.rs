//! Huffman codes (T.81, annexes C and F), read through tables of the next [`READY`] bits.

use super::bits::Bits;

/// How many bits the tables look at: enough for several short codes with what follows them, and small enough for the
/// fastest memory.
const READY: u32 = 13;

/// The codes of means, each with how many bits of difference follow.
pub struct Means(Codes);

impl Means {
    /// Codes from how many there are of each length, and their symbols; `None` when they do not make a code.
    pub fn of(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        Codes::of(counts, symbols).map(Self)
    }

    /// Reads how much a mean differs from the one before; `None` when no code is there.
    #[inline(always)]
    pub fn difference(&self, bits: &mut Bits<'_>) -> Option<i32> {
        let size = u32::from(self.0.read(bits)? & 15);
        // The lower half stands for negative numbers (T.81, F.2.2.1). Signs are as good as random: a branch on them would
        // be foretold wrongly half the time.
        let lower = bits.peek(1) as i32 - 1;
        let value = bits.take(size) as i32;
        Some(value + (lower & (1 - (1 << size))))
    }
}

/// The codes of details, of which only the lengths matter.
pub struct Details {
    /// By the next bits: one code with what follows it.
    one: Vec<Skip>,
    /// By the next bits: as many as are whole.
    many: Vec<Skip>,
    codes: Codes,
}

/// Details that are passed over: their bits, the coefficients they stand for, and whether the block ends there. Two bytes,
/// as the tables of a photograph's planes have to share the fastest memory.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Skip(u16);

impl Details {
    /// As [`Means::of`].
    pub fn of(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        let codes = Codes::of(counts, symbols)?;
        let skips = |most| (0..1 << READY).map(|ready| Skip::of(ready, &codes.short, most)).collect();
        Some(Self { one: skips(1), many: skips(READY), codes })
    }

    /// Passes over the details of a block; `None` when no code is there.
    #[inline(always)]
    pub fn skip_block(&self, bits: &mut Bits<'_>) -> Option<()> {
        let mut coefficient = 1;
        loop {
            bits.refill();
            // Each step takes at most 13 of the 56 bits.
            for _ in 0..4 {
                let ready = bits.peek(READY) as usize;
                let many = self.many[ready];
                if coefficient + many.coefficients() < BLOCK {
                    bits.skip(many.bits());
                    if many.ends() {
                        return Some(());
                    }
                    coefficient += many.coefficients();
                    continue;
                }
                // Near the end of a block, what comes next may be the next block's.
                coefficient = match self.one[ready] {
                    Skip::NONE => self.skip_long(bits, coefficient)?,
                    one => {
                        bits.skip(one.bits());
                        if one.ends() { BLOCK } else { coefficient + one.coefficients() }
                    }
                };
                if coefficient >= BLOCK {
                    return Some(());
                }
            }
        }
    }

    /// Passes over a detail that with its code is longer than the tables look.
    #[cold]
    fn skip_long(&self, bits: &mut Bits<'_>, coefficient: u32) -> Option<u32> {
        bits.refill();
        let symbol = self.codes.read(bits)?;
        bits.skip((symbol & 15).into());
        bits.refill();
        Some(if ends_block(symbol) { BLOCK } else { coefficient + coefficients(symbol) })
    }
}

/// The coefficients of a block.
const BLOCK: u32 = 64;

impl Skip {
    /// Not even one is whole in the bits that are ready. It stands for more coefficients than there are.
    const NONE: Self = Self::new(0, 127, false);

    const fn new(bits: u8, coefficients: u8, ends: bool) -> Self {
        Self(bits as u16 | (coefficients as u16) << 8 | (ends as u16) << 15)
    }

    fn bits(self) -> u32 {
        u32::from(self.0 & 0xFF)
    }

    fn coefficients(self) -> u32 {
        u32::from(self.0 >> 8 & 0x7F)
    }

    fn ends(self) -> bool {
        self.0 >> 15 == 1
    }

    /// At most `most` codes with what follows each, of those that `ready` bits hold whole.
    fn of(ready: u32, codes: &[(u8, u8)], most: u32) -> Self {
        let (mut skip, mut passed, mut stands_for) = (Self::NONE, 0, 0);
        for _ in 0..most {
            let rest = ready << passed & ((1 << READY) - 1);
            let (length, symbol) = codes[rest as usize];
            let bits = passed + length + (symbol & 15);
            if length == 0 || u32::from(bits) > READY {
                break;
            }
            passed = bits;
            let ends = ends_block(symbol);
            stands_for += if ends { 0 } else { coefficients(symbol) as u8 };
            skip = Self::new(passed, stands_for.min(BLOCK as u8), ends);
            if ends {
                break;
            }
        }
        skip
    }
}

/// Whether a symbol says that the rest of the block is nothing.
fn ends_block(symbol: u8) -> bool {
    symbol & 15 == 0 && symbol >> 4 != 15
}

/// How many coefficients a symbol stands for: zeros, and the one after them.
fn coefficients(symbol: u8) -> u32 {
    u32::from(symbol >> 4) + 1
}

/// Codes and their symbols.
struct Codes {
    /// By the next bits: the length of the code there and its symbol, or zeros when it is longer than they are.
    short: Vec<(u8, u8)>,
    /// The others: their lengths, their bits and their symbols.
    long: Vec<(u32, u32, u8)>,
}

impl Codes {
    fn of(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        let mut codes = Self { short: vec![(0, 0); 1 << READY], long: Vec::new() };
        for (length, code, symbol) in canonical(counts, symbols) {
            if code >= 1 << length {
                return None;
            }
            let Some(free) = READY.checked_sub(length) else {
                codes.long.push((length, code, symbol));
                continue;
            };
            let start = (code << free) as usize;
            codes.short[start..start + (1 << free)].fill((length as u8, symbol));
        }
        Some(codes)
    }

    #[inline(always)]
    fn read(&self, bits: &mut Bits<'_>) -> Option<u8> {
        let (length, symbol) = self.short[bits.peek(READY) as usize];
        if length == 0 {
            return self.read_long(bits);
        }
        bits.skip(length.into());
        Some(symbol)
    }

    #[cold]
    fn read_long(&self, bits: &mut Bits<'_>) -> Option<u8> {
        let is_next = |(length, code, _): &&(u32, u32, u8)| bits.peek(*length) == *code;
        let (length, _, symbol) = *self.long.iter().find(is_next)?;
        bits.skip(length);
        Some(symbol)
    }
}

/// Each code's length, bits and symbol, from the shortest (T.81, annex C).
fn canonical(counts: &[u8; 16], symbols: &[u8]) -> impl Iterator<Item = (u32, u32, u8)> {
    let lengths = counts.iter().zip(1..).flat_map(|(count, length)| std::iter::repeat_n(length, (*count).into()));
    let mut next = (0, 0);
    lengths.zip(symbols).map(move |(length, symbol)| {
        let (code, before) = next;
        let code = code << (length - before);
        next = (code + 1, length);
        (length, code, *symbol)
    })
}
