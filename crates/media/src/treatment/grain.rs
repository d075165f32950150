/// The short side, in pixels, up to which a grain is one pixel: a page's own, so that grain survives its scaling.
const FINEST: usize = 1080;

/// Moves the levels of each grain by up to `amount` of the whole range, all three alike, most of them a little.
pub fn strew(rgba: &mut [u8], width: u32, amount: f32, seed: u32) {
    let range = (amount.clamp(0.0, 1.0) * 255.0).round() as i32;
    if range == 0 {
        return;
    }
    let width = width as usize;
    let size = width.min(rgba.len() / 4 / width).div_ceil(FINEST).max(1);
    for (y, row) in rgba.chunks_exact_mut(width * 4).enumerate() {
        let start = mixed(seed ^ mixed((y / size) as u32));
        for (x, [red, green, blue, _]) in row.as_chunks_mut::<4>().0.iter_mut().enumerate() {
            let shift = shift(mixed(start ^ (x / size) as u32), range);
            for level in [red, green, blue] {
                *level = (i32::from(*level) + shift).clamp(0, 255) as u8;
            }
        }
    }
}

/// Between `-range` and `range`, triangular: the difference of two even chances.
fn shift(chance: u32, range: i32) -> i32 {
    let (one, other) = ((chance >> 16) as i32, (chance & 0xFFFF) as i32);
    // Half is added before the shift, which rounds down, so that the mean stays at zero.
    ((one - other) * range + 0x8000) >> 16
}

/// A number with no trace of `number` left to see (the finaliser of MurmurHash3, in the public domain).
fn mixed(number: u32) -> u32 {
    let number = (number.wrapping_add(0x9E37_79B9) ^ number >> 16).wrapping_mul(0x85EB_CA6B);
    let number = (number ^ number >> 13).wrapping_mul(0xC2B2_AE35);
    number ^ number >> 16
}
