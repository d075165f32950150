//! Whole blocks, passed over in strides: several codes for each look at a table.
//!
//! Each look waits for the one before, and where a block ends is a surprise to the processor. So the next block's first
//! look comes before all else, and what its mean is before all other looks: that is read while they wait.

use std::{array, rc::Rc};

use super::{
    bits::Bits,
    huffman::{Codes, difference},
};

/// How many bits a look sees: enough for several codes, and small enough for the fastest memory.
const READY: u32 = 13;

/// How many bits the codes of means have that the small table knows: nearly all have fewer.
const SHORT: u32 = 9;

/// How many looks the bits of a refill are enough for.
const LOOKS: usize = 4;

/// What was passed over, in one number: its bits, and from the ninth bit on its coefficients. A block has this many, and
/// no look passes so many: a sum has this bit if and only if it is too much, and its last look is to be forgotten.
const BLOCK: u32 = 64 << 8;

/// What stands for the end of a block among what was passed.
const END: u32 = 2 * BLOCK;

/// The tables for the blocks that use one code of means and one of details.
pub struct Strides {
    /// By the next bits: the length of a mean's code, and in the lower half how many bits follow; 0 for longer ones.
    short: Box<[u8; 1 << SHORT]>,
    /// By the next bits: what a look from the start of a block passes; [`BLOCK`] when that is nothing.
    first: Box<[u16; 1 << READY]>,
    /// The same from any detail on.
    further: Box<[u16; 1 << READY]>,
    means: Rc<Codes>,
    details: Rc<Codes>,
}

impl Strides {
    /// The tables of two codes.
    pub fn of(means: Rc<Codes>, details: Rc<Codes>) -> Self {
        Self {
            short: Box::new(array::from_fn(|ready| short(left(ready, SHORT), &means))),
            first: Box::new(array::from_fn(|ready| stride(left(ready, READY), Some(&means), &details))),
            further: Box::new(array::from_fn(|ready| stride(left(ready, READY), None, &details))),
            means,
            details,
        }
    }

    /// Reads how much a block's mean differs from the one before, and passes over its details; `None` when no code is
    /// there. The bits are refilled before and after.
    #[inline(always)]
    pub fn block(&self, bits: &mut Bits<'_>) -> Option<i32> {
        let ready = bits.ready();
        let mut passed = self.pass_first(bits)?;
        let difference = self.difference(ready)?;
        while passed < BLOCK {
            bits.refill();
            passed = self.pass_further(bits, passed)?;
        }
        bits.refill();
        Some(difference)
    }

    #[inline(always)]
    fn pass_first(&self, bits: &mut Bits<'_>) -> Option<u32> {
        let mut passed = u32::from(self.first[bits.peek(READY) as usize]);
        if passed & BLOCK != 0 {
            passed = pass_mean(bits.ready(), &self.means)?;
        }
        bits.skip(bits_of(passed));
        Some(passed - bits_of(passed))
    }

    /// Passes over some details, after `passed`.
    #[inline(always)]
    fn pass_further(&self, bits: &mut Bits<'_>, mut passed: u32) -> Option<u32> {
        for _ in 0..LOOKS {
            let stride = u32::from(self.further[bits.peek(READY) as usize]);
            let sum = passed + stride;
            if sum & (BLOCK | END) == 0 {
                bits.shift(bits_of(stride));
                passed = sum;
            } else if sum & BLOCK == 0 {
                bits.shift(bits_of(stride));
                bits.settle(bits_of(sum));
                return Some(sum);
            } else {
                bits.settle(bits_of(passed));
                return self.pass_one(bits, passed - bits_of(passed));
            }
        }
        bits.settle(bits_of(passed));
        Some(passed - bits_of(passed))
    }

    /// Passes over one detail: it is longer than a look, or what comes after it may be the next block's.
    #[inline(always)]
    fn pass_one(&self, bits: &mut Bits<'_>, passed: u32) -> Option<u32> {
        bits.refill();
        let one = pass_detail(bits.ready(), &self.details)?;
        bits.skip(bits_of(one));
        Some(passed + one - bits_of(one))
    }

    #[inline(always)]
    fn difference(&self, ready: u64) -> Option<i32> {
        let (length, size) = match self.short[(ready >> (64 - SHORT)) as usize] {
            0 => self.means.at(ready).map(|(length, symbol)| (length, symbol & 15))?,
            short => (u32::from(short >> 4), short & 15),
        };
        Some(difference(ready << length, size.into()))
    }
}

/// The lowest `count` bits of `ready` as the next ones.
fn left(ready: usize, count: u32) -> u64 {
    (ready as u64) << (64 - count)
}

fn bits_of(passed: u32) -> u32 {
    passed & 0xFF
}

fn short(ready: u64, means: &Codes) -> u8 {
    let code = means.at(ready).filter(|(length, _)| *length <= SHORT);
    code.map_or(0, |(length, symbol)| (length as u8) << 4 | symbol & 15)
}

/// What one look passes over: a mean first if there are codes for it, and all details that are whole.
fn stride(ready: u64, means: Option<&Codes>, details: &Codes) -> u16 {
    let is_whole = |passed: &u32| bits_of(*passed) <= READY && passed & BLOCK == 0;
    let mut stride = 0;
    if let Some(means) = means {
        let Some(passed) = pass_mean(ready, means).filter(is_whole) else { return BLOCK as u16 };
        stride = passed;
    }
    while stride < END {
        let one = pass_detail(ready << bits_of(stride), details);
        let Some(passed) = one.map(|one| stride + one).filter(is_whole) else { break };
        stride = passed;
    }
    if stride == 0 { BLOCK as u16 } else { stride as u16 }
}

/// What the mean at the start of `ready` passes; `None` when no code is there.
#[cold]
fn pass_mean(ready: u64, means: &Codes) -> Option<u32> {
    let (length, symbol) = means.at(ready)?;
    Some(length + u32::from(symbol & 15) + (1 << 8))
}

/// What the detail at the start of `ready` passes; `None` when no code is there.
#[cold]
fn pass_detail(ready: u64, details: &Codes) -> Option<u32> {
    let (length, symbol) = details.at(ready)?;
    let (zeros, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
    // No bits follow the end of a block; sixteen zeros are not an end.
    let stands_for = if size == 0 && zeros != 15 { END } else { (zeros + 1) << 8 };
    Some(length + size + stands_for)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jpeg::Anatomy;

    const HUFFMAN: u8 = 0xC4;
    const SCAN: u8 = 0xDA;

    /// Reads a block as the standard says, code by code.
    fn block_by_codes(strides: &Strides, bits: &mut Bits<'_>) -> Option<i32> {
        let (length, symbol) = strides.means.at(bits.ready())?;
        bits.skip(length);
        let size = u32::from(symbol & 15);
        let value = if size == 0 { 0 } else { bits.peek(size) as i32 };
        let is_negative = size > 0 && value < 1 << (size - 1);
        bits.skip(size);
        bits.refill();
        let mut coefficient = 1;
        while coefficient < 64 {
            let (length, symbol) = strides.details.at(bits.ready())?;
            bits.skip(length + u32::from(symbol & 15));
            bits.refill();
            coefficient = if matches!(symbol & 15, 0) && symbol != 0xF0 { 64 } else { coefficient + 1 + (symbol >> 4) };
        }
        Some(if is_negative { value - (1 << size) + 1 } else { value })
    }

    /// Reads `bytes` in both ways, to the end and somewhat further.
    fn check(strides: &Strides, bytes: &[u8]) -> usize {
        let (mut bits, mut plain) = (Bits::of(bytes), Bits::of(bytes));
        bits.refill();
        plain.refill();
        let mut blocks = 0;
        while !plain.is_beyond() {
            let expected = block_by_codes(strides, &mut plain);
            assert_eq!(strides.block(&mut bits), expected, "block {blocks}");
            if expected.is_none() {
                break;
            }
            assert_eq!((bits.ready() >> 8, bits.is_beyond()), (plain.ready() >> 8, plain.is_beyond()));
            blocks += 1;
        }
        blocks
    }

    fn codes(lengths: &[(usize, u8)], symbols: &[u8]) -> Rc<Codes> {
        let mut counts = [0; 16];
        lengths.iter().for_each(|(length, count)| counts[length - 1] = *count);
        Rc::new(Codes::of(&counts, symbols).unwrap())
    }

    fn noise(seed: u64, length: usize) -> Vec<u8> {
        let mut random = fastrand::Rng::with_seed(seed);
        (0..length).map(|_| random.u8(..)).collect()
    }

    /// The pairs of codes of a file, and what its first scan holds.
    fn taken_apart(file: &[u8]) -> (Vec<Strides>, Vec<u8>) {
        let (mut means, mut details, mut data) = (Vec::new(), Vec::new(), Vec::new());
        for segment in Anatomy::of(file).segments() {
            let mut rest =
                if segment.marker() == HUFFMAN { &segment.payload()[..segment.header_length()] } else { &[] };
            while let [kind, after @ ..] = rest {
                let (counts, after) = after.split_first_chunk::<16>().unwrap();
                let (symbols, after) = after.split_at(counts.iter().map(|count| usize::from(*count)).sum());
                let known = if kind >> 4 == 0 { &mut means } else { &mut details };
                known.push(Rc::new(Codes::of(counts, symbols).unwrap()));
                rest = after;
            }
            if segment.marker() == SCAN && data.is_empty() {
                data = segment.payload()[segment.header_length()..].to_vec();
            }
        }
        (means.into_iter().zip(details).map(|(means, details)| Strides::of(means, details)).collect(), data)
    }

    /// The bits are those of a file, wherever they came from: a damaged file looks no different.
    #[test]
    fn strides_are_as_long_as_their_codes_in_photographs() {
        let photographs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/brands/rustine/photos");
        let files = std::fs::read_dir(photographs).unwrap().map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
        for file in files.chain([include_bytes!("../../tests/pictures/restarts.jpg").to_vec()]) {
            let (all, data) = taken_apart(&file);
            assert!(!all.is_empty());
            for strides in all {
                for start in (0..data.len().min(20_000)).step_by(997) {
                    check(&strides, &data[start..]);
                }
                let blocks: usize = (0..500).map(|seed| check(&strides, &noise(seed, 200))).sum();
                assert!(blocks > 1_000, "{blocks}");
            }
        }
    }

    #[test]
    fn blocks_that_fill_up_and_codes_of_all_lengths_are_passed() {
        let means = codes(&[(1, 1), (2, 1), (10, 1), (16, 2)], &[0, 3, 11, 15, 2]);
        let means_of = |kind| if kind { Rc::clone(&means) } else { codes(&[(2, 3)], &[0, 1, 12]) };
        let details = [
            codes(&[(1, 2)], &[0x01, 0x02]),
            codes(&[(1, 1), (2, 1), (3, 2)], &[0xF0, 0x01, 0x00, 0x31]),
            codes(&[(2, 3), (14, 1), (15, 1), (16, 3)], &[0x11, 0x05, 0xE0, 0x00, 0xFF, 0x1F, 0xF1, 0x0F]),
        ];
        for details in details {
            for kind in [false, true] {
                let strides = Strides::of(means_of(kind), Rc::clone(&details));
                let blocks: usize = (0..2_000).map(|seed| check(&strides, &noise(seed, 60))).sum();
                assert!(blocks > 1_000, "{blocks}");
            }
        }
    }
}
