//! A block of bytes coded by how often they come; what is the same many times over is told by its number.

use super::{bits::Bits, huffman::Code};

/// The bytes, the end of the block, and 29 sorts of lengths (RFC 1951, 3.2.5).
const SYMBOLS: usize = 286;
const END: usize = 256;
/// The most bits a header takes: its beginning, then 7 for each symbol and the distance.
const HEADER: usize = 3 + 5 + 5 + 4 + 19 * 3 + 7 * (SYMBOLS + 1);
/// Four codes are written at once.
const LONGEST: u8 = 12;
/// Fewer of the same are bytes like others.
const SHORTEST_RUN: usize = 8;
/// The least that is a repetition, and the most that one tells.
const LEAST: usize = 3;
const MOST: usize = 258;

/// How a piece is written.
pub(super) struct Runs {
    code: Code<SYMBOLS>,
    bits: usize,
}

impl Runs {
    pub fn of(piece: &[u8]) -> Self {
        let mut counts = Counts::default();
        walk(piece, &mut counts);
        let counts = counts.all();
        let code = Code::of(&counts, LONGEST);
        let written = counts.iter().zip(code.symbols).zip(0..);
        let bits =
            written.map(|((count, (_, length)), symbol)| *count as usize * (usize::from(length) + after(symbol)));
        Self { bits: bits.sum::<usize>() + HEADER, code }
    }

    /// At most how many bytes it takes.
    pub fn bytes(&self) -> usize {
        self.bits / 8
    }

    pub fn write(&self, piece: &[u8], bits: &mut Bits) {
        bits.reserve(self.bits);
        self.write_header(bits);
        walk(piece, &mut Writer { code: &self.code, bits });
        bits.put_symbol(self.code.symbols[END]);
    }

    /// Says how long each symbol's code is, in a code of its own (RFC 1951, 3.2.7). All that is repeated
    /// is the byte before: of the distances, only the first is told.
    fn write_header(&self, bits: &mut Bits) {
        /// In which order the lengths of that code are told.
        const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
        let lengths = || self.code.symbols.iter().map(|(_, length)| usize::from(*length)).chain([1]);
        let mut counts = [0; 19];
        lengths().for_each(|length| counts[length] += 1);
        let code = Code::of(&counts, 7);
        bits.put(0b100, 3);
        bits.put(SYMBOLS as u64 - 257, 5);
        bits.put(0, 5);
        bits.put(ORDER.len() as u64 - 4, 4);
        ORDER.iter().for_each(|length| bits.put(code.symbols[*length].1.into(), 3));
        lengths().for_each(|length| bits.put_symbol(code.symbols[length]));
    }
}

/// Takes a piece as bytes, and as repetitions of the byte before.
trait Sink {
    fn bytes(&mut self, bytes: &[u8]);
    fn repeat(&mut self, length: usize);
}

fn walk(mut piece: &[u8], sink: &mut impl Sink) {
    while !piece.is_empty() {
        let same = leading_run(piece);
        let taken = if same < SHORTEST_RUN {
            let bytes = until_run(piece);
            sink.bytes(&piece[..bytes]);
            bytes
        } else {
            run(piece[0], same, sink);
            same
        };
        piece = &piece[taken..];
    }
}

fn run(byte: u8, count: usize, sink: &mut impl Sink) {
    sink.bytes(&[byte]);
    let mut left = count - 1;
    while left >= LEAST {
        let length = left.min(MOST);
        sink.repeat(length);
        left -= length;
    }
    sink.bytes(&[byte; 2][..left]);
}

/// How many bytes at the beginning are the same.
fn leading_run(bytes: &[u8]) -> usize {
    let (words, _) = bytes.as_chunks::<8>();
    let same = words.iter().take_while(|word| **word == [bytes[0]; 8]).count() * 8;
    same + bytes[same..].iter().take(7).take_while(|byte| **byte == bytes[0]).count()
}

/// How many bytes there are before the next run, which is looked for in steps of eight.
fn until_run(bytes: &[u8]) -> usize {
    let (words, _) = bytes.as_chunks::<8>();
    let even = |word: &[u8; 8]| u64::from_ne_bytes(*word) == u64::from_ne_bytes(*word).rotate_left(8);
    let Some(at) = words.iter().position(even) else { return bytes.len() };
    let before = &bytes[..at * 8];
    before.len() - before.iter().rev().take_while(|byte| **byte == words[at][0]).count()
}

/// How often each symbol comes. Bytes are counted in four rows: alike bytes do not wait for each other.
struct Counts {
    bytes: [[u32; 256]; 4],
    lengths: [u32; SYMBOLS],
}

impl Default for Counts {
    fn default() -> Self {
        Self { bytes: [[0; 256]; 4], lengths: [0; SYMBOLS] }
    }
}

impl Counts {
    fn all(&self) -> [u32; SYMBOLS] {
        let mut all = self.lengths;
        self.bytes.iter().for_each(|row| all.iter_mut().zip(row).for_each(|(all, count)| *all += count));
        all[END] = 1;
        // A code of one symbol would be none.
        all[0] = all[0].max(1);
        all
    }
}

impl Sink for Counts {
    fn bytes(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<4>();
        for word in words {
            self.bytes.iter_mut().zip(word).for_each(|(row, byte)| row[usize::from(*byte)] += 1);
        }
        rest.iter().for_each(|byte| self.bytes[0][usize::from(*byte)] += 1);
    }

    fn repeat(&mut self, length: usize) {
        self.lengths[symbol(length).0] += 1;
    }
}

struct Writer<'a> {
    code: &'a Code<SYMBOLS>,
    bits: &'a mut Bits,
}

impl Sink for Writer<'_> {
    fn bytes(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<4>();
        for word in words {
            let (mut codes, mut count) = (0, 0);
            for byte in word {
                let (code, length) = self.code.symbols[usize::from(*byte)];
                codes |= u64::from(code) << count;
                count += u32::from(length);
            }
            self.bits.put(codes, count);
        }
        rest.iter().for_each(|byte| self.bits.put_symbol(self.code.symbols[usize::from(*byte)]));
    }

    fn repeat(&mut self, length: usize) {
        let (symbol, within) = symbol(length);
        self.bits.put_symbol(self.code.symbols[symbol]);
        self.bits.put(within as u64, after(symbol) as u32);
    }
}

/// The sort of a length, and which of that sort it is (RFC 1951, 3.2.5).
fn symbol(length: usize) -> (usize, usize) {
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

/// How many bits follow a symbol: which of its sort a length is, then the one distance there is, of one bit.
fn after(symbol: usize) -> usize {
    match symbol {
        ..=END => 0,
        265..285 => (symbol - 261) / 4 + 1,
        _ => 1,
    }
}
