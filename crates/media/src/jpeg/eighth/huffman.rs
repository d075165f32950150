//! Huffman codes (T.81, annexes C and F).

/// How many bits the table of short codes looks at.
const SHORT: u32 = 13;

/// Codes and their symbols.
pub struct Codes {
    /// By the next bits: the length of the code there and its symbol, or zeros when it is longer than they are.
    short: Vec<(u8, u8)>,
    /// The others: their lengths, their bits and their symbols.
    long: Vec<(u32, u64, u8)>,
}

impl Codes {
    /// Codes from how many there are of each length, and their symbols; `None` when they do not make a code.
    pub fn of(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        let mut codes = Self { short: vec![(0, 0); 1 << SHORT], long: Vec::new() };
        for (length, code, symbol) in canonical(counts, symbols) {
            if code >= 1 << length {
                return None;
            }
            let Some(free) = SHORT.checked_sub(length) else {
                codes.long.push((length, code, symbol));
                continue;
            };
            let start = (code << free) as usize;
            codes.short[start..start + (1 << free)].fill((length as u8, symbol));
        }
        Some(codes)
    }

    /// The length and the symbol of the code that `ready` begins with, from its highest bit on.
    #[inline(always)]
    pub fn at(&self, ready: u64) -> Option<(u32, u8)> {
        match self.short[(ready >> (64 - SHORT)) as usize] {
            (0, _) => self.long_at(ready),
            (length, symbol) => Some((length.into(), symbol)),
        }
    }

    #[cold]
    fn long_at(&self, ready: u64) -> Option<(u32, u8)> {
        let is_next = |(length, code, _): &&(u32, u64, u8)| ready >> (64 - length) == *code;
        self.long.iter().find(is_next).map(|(length, _, symbol)| (*length, *symbol))
    }
}

/// The number in the first `size` bits of `ready`, 0 to 15: the lower half of them stands for negative numbers
/// (T.81, F.2.2.1).
#[inline(always)]
pub fn difference(ready: u64, size: u32) -> i32 {
    // Signs are as good as random: a branch on them would be foretold wrongly half the time.
    let lower = (ready >> 63) as i32 - 1;
    // In two steps: a word cannot be shifted by all its bits.
    let value = (ready >> 1 >> (63 - size)) as i32;
    value + (lower & (1 - (1 << size)))
}

/// Each code's length, bits and symbol, from the shortest (T.81, annex C).
fn canonical(counts: &[u8; 16], symbols: &[u8]) -> impl Iterator<Item = (u32, u64, u8)> {
    let lengths = counts.iter().zip(1..).flat_map(|(count, length)| std::iter::repeat_n(length, (*count).into()));
    let mut next = (0, 0);
    lengths.zip(symbols).map(move |(length, symbol)| {
        let (code, before) = next;
        let code = code << (length - before);
        next = (code + 1, length);
        (length, code, *symbol)
    })
}
