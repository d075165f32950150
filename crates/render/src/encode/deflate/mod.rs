//! The compressed stream of a PNG (RFC 1950, RFC 1951), for samples that were filtered.
//!
//! What is left of a photograph repeats itself only by chance: coding each byte by how often it comes, and runs of one
//! byte by their number, makes a smaller file than looking for repetitions does, in half the time. Words and flat shapes
//! do repeat themselves: there a [small](PngEffort::Small) file is looked for both ways.

mod bits;
mod block;
mod huffman;
mod runs;

use flate2::{Compress, Compression, FlushCompress};

use self::{bits::Bits, block::Block};
use super::PngEffort;

/// How many bytes share a code: enough to be worth telling it, few enough to be alike.
const PIECE: usize = 1 << 17;
/// A photograph does not shrink to less than one part of so many.
const DENSE: usize = 8;
/// How much of a piece is tried before all of it is: a pattern may repeat itself without a run in it.
const TRIAL: usize = 1 << 13;

/// `samples` as a zlib stream.
pub(super) fn compressed(samples: &[u8], effort: PngEffort) -> Vec<u8> {
    // Deflate, a window of 32 KB, no dictionary.
    let mut bits = Bits::after(vec![0x78, 0x01]);
    let mut repetitions = Repetitions::new();
    for piece in samples.chunks(PIECE) {
        let block = Block::of(piece);
        match (effort == PngEffort::Small).then(|| repetitions.smaller(piece, block.bytes())).flatten() {
            Some(smaller) => bits.append(&smaller),
            None => block.write(&mut bits),
        }
    }
    let mut stream = bits.end();
    stream.extend(simd_adler32::adler32(&samples).to_be_bytes());
    stream
}

/// What was there before, looked for within a piece.
struct Repetitions(Compress);

impl Repetitions {
    fn new() -> Self {
        Self(Compress::new(Compression::new(2), false))
    }

    /// The piece in less than so many bytes, where that can be expected.
    fn smaller(&mut self, piece: &[u8], bytes: usize) -> Option<Vec<u8>> {
        let trial = &piece[..piece.len().min(TRIAL)];
        let flat = bytes * DENSE < piece.len();
        let promising = flat || self.of(trial).len() * piece.len() < bytes * trial.len();
        promising.then(|| self.of(piece)).filter(|block| block.len() < bytes)
    }

    /// Blocks that end with a byte.
    fn of(&mut self, piece: &[u8]) -> Vec<u8> {
        let mut block = Vec::with_capacity(piece.len() + 1024);
        self.0.reset();
        self.0.compress_vec(piece, &mut block, FlushCompress::Sync).expect("what was begun anew takes any bytes");
        block
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::ZlibDecoder;
    use proptest::prelude::*;

    use super::*;

    fn check(samples: &[u8]) {
        for effort in [PngEffort::Small, PngEffort::Fast] {
            let mut read = Vec::new();
            ZlibDecoder::new(compressed(samples, effort).as_slice()).read_to_end(&mut read).unwrap();
            assert!(read == samples, "{effort:?}, {} bytes", samples.len());
        }
    }

    #[test]
    fn what_is_compressed_is_read_again() {
        check(&[]);
        check(&[7]);
        check(&[0; 1]);
        check(&vec![0; PIECE + 300]);
        check(&vec![255; 3 * PIECE]);
        let words: Vec<u8> = (0..2 * PIECE).map(|at| if at % 97 < 80 { 0 } else { (at % 13) as u8 }).collect();
        check(&[words.as_slice(), &(0..=255).cycle().take(PIECE).collect::<Vec<u8>>(), &words].concat());
        // Each byte twice as frequent as the next: codes would be longer than a code may be.
        check(&(0..18).flat_map(|byte| vec![byte; 1 << (17 - byte)]).collect::<Vec<u8>>());
    }

    #[test]
    fn what_repeats_itself_is_smaller_with_more_effort() {
        let check = |byte: fn(usize) -> usize, times: usize| {
            let bytes: Vec<u8> = (0..PIECE).map(|at| byte(at) as u8).collect();
            let [small, fast] = [PngEffort::Small, PngEffort::Fast].map(|effort| compressed(&bytes, effort).len());
            assert!(fast >= small * times, "{small} and {fast} bytes");
        };
        // Words on a ground, a hatch that leaves no run, and noise.
        check(|at| if at % 997 < 60 { at * at % 97 } else { 0 }, 3);
        check(|at| at % 9 / 5, 20);
        check(|at| (at.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (at << 17)).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 56, 1);
    }

    proptest! {
        #[test]
        fn any_mix_of_runs_is_read_again(runs in prop::collection::vec((any::<u8>(), 1..600_usize, any::<bool>()), 0..80)) {
            let bytes = |(byte, count, zero): (u8, usize, bool)| (0..count).map(move |at| if zero { 0 } else { byte.wrapping_mul(at as u8) });
            check(&runs.into_iter().flat_map(bytes).collect::<Vec<u8>>());
        }
    }
}
