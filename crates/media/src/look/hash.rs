use super::{borrowed, greys, sized};
use crate::pixels::Pixels;

/// How many of their 64 signs two looks' hashes do not share. Up to 8, it is mostly the same picture: resized,
/// compressed, lighter, or slightly cropped; unrelated ones are 14 apart or more.
pub fn distance(a: u64, b: u64) -> u32 {
    (a ^ b).count_ones()
}

/// For each of 8 × 8 places, row by row from the highest bit, whether the next one to the right is lighter.
pub fn of(pixels: &Pixels) -> u64 {
    let greys = greys(&sized(borrowed(pixels), 9, 8));
    let signs = greys.chunks_exact(9).flat_map(|row| row.windows(2).map(|pair| pair[0] < pair[1]));
    signs.fold(0, |hash, lighter| hash << 1 | u64::from(lighter))
}
