//! A block of bytes coded by how often they come; what is the same many times over is told by its number.

use super::{
    bits::Bits,
    huffman::Code,
    runs::{LEAST, Run},
};
use crate::encode::histogram::Histogram;

/// The bytes, the end of the block, and 29 sorts of lengths (RFC 1951, 3.2.5).
const SYMBOLS: usize = 286;
const END: usize = 256;
/// The most bits a header takes: its beginning, then 7 for each symbol and the distance.
const HEADER: usize = 3 + 5 + 5 + 4 + 19 * 3 + 7 * (SYMBOLS + 1);
/// Four codes are written at once.
const LONGEST: u8 = 12;

/// How a piece is written.
pub(super) struct Block<'a> {
    runs: Vec<Run<'a>>,
    code: Code<SYMBOLS>,
    bits: usize,
}

impl<'a> Block<'a> {
    pub fn of(piece: &'a [u8]) -> Self {
        let runs = Run::all(piece);
        let counts = counts(&runs);
        let code = Code::of(&counts, LONGEST);
        let written = counts.iter().zip(code.symbols).zip(0..);
        let bits =
            written.map(|((count, (_, length)), symbol)| *count as usize * (usize::from(length) + after(symbol)));
        Self { bits: bits.sum::<usize>() + HEADER, code, runs }
    }

    /// At most how many bytes it takes.
    pub fn bytes(&self) -> usize {
        self.bits / 8
    }

    pub fn write(&self, to: &mut Bits) {
        to.reserve(self.bits);
        self.write_header(to);
        for run in &self.runs {
            self.write_bytes(run.bytes, to);
            run.lengths().for_each(|length| self.write_repetition(length, to));
        }
        to.put_symbol(self.code.symbols[END]);
    }

    /// Says how long each symbol's code is, in a code of its own (RFC 1951, 3.2.7). All that is repeated
    /// is the byte before: of the distances, only the first is told.
    fn write_header(&self, to: &mut Bits) {
        /// In which order the lengths of that code are told.
        const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
        let lengths = || self.code.symbols.iter().map(|(_, length)| usize::from(*length)).chain([1]);
        let mut counts = [0; 19];
        lengths().for_each(|length| counts[length] += 1);
        let code = Code::of(&counts, 7);
        to.put(0b100, 3);
        to.put(SYMBOLS as u64 - 257, 5);
        to.put(0, 5);
        to.put(ORDER.len() as u64 - 4, 4);
        ORDER.iter().for_each(|length| to.put(code.symbols[*length].1.into(), 3));
        lengths().for_each(|length| to.put_symbol(code.symbols[length]));
    }

    fn write_bytes(&self, bytes: &[u8], to: &mut Bits) {
        let symbol = |byte: &u8| self.code.symbols[usize::from(*byte)];
        let (fours, rest) = bytes.as_chunks::<4>();
        for four in fours {
            let (mut codes, mut count) = (0, 0);
            for (code, length) in four.iter().map(symbol) {
                codes |= u64::from(code) << count;
                count += u32::from(length);
            }
            to.put(codes, count);
        }
        rest.iter().map(symbol).for_each(|symbol| to.put_symbol(symbol));
    }

    /// Of the byte before: the one distance there is takes one bit, which is not set.
    fn write_repetition(&self, length: usize, to: &mut Bits) {
        let (symbol, within) = sort(length);
        let (code, count) = self.code.symbols[symbol];
        to.put(u64::from(code) | (within as u64) << count, u32::from(count) + after(symbol) as u32);
    }
}

/// How often each symbol comes.
fn counts(runs: &[Run<'_>]) -> [u32; SYMBOLS] {
    let mut bytes = Histogram::new();
    let mut counts = [0; SYMBOLS];
    for run in runs {
        bytes.add(run.bytes);
        run.lengths().for_each(|length| counts[sort(length).0] += 1);
    }
    counts[..END].copy_from_slice(&bytes.counts());
    counts[END] = 1;
    // A code of one symbol would be none.
    counts[0] = counts[0].max(1);
    counts
}

/// The symbol of a length's sort, and which of that sort it is (RFC 1951, 3.2.5).
fn sort(length: usize) -> (usize, usize) {
    let over = length - LEAST;
    match over {
        ..8 => (257 + over, 0),
        255 => (285, 0),
        _ => {
            let extra = over.ilog2() as usize - 2;
            (257 + 4 * extra + (over >> extra), over & ((1 << extra) - 1))
        }
    }
}

/// How many bits follow a symbol: which of its sort a length is, then the distance.
fn after(symbol: usize) -> usize {
    match symbol {
        ..=END => 0,
        265..285 => (symbol - 261) / 4 + 1,
        _ => 1,
    }
}
