//! The prediction that PNG writes before it compresses (PNG 3, section 9).

use super::histogram::Histogram;

/// What a byte is predicted from; written as a row's first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    None,
    Sub,
    Up,
    Average,
    Paeth,
}

impl Filter {
    const ALL: [Self; 5] = [Self::None, Self::Sub, Self::Up, Self::Average, Self::Paeth];

    /// Writes how `row` differs from what its left (`pixel` bytes away) and upper neighbours predict.
    fn write(self, row: &[u8], above: &[u8], pixel: usize, out: &mut [u8]) {
        let (first, rest) = out.split_at_mut(pixel);
        for (at, to) in first.iter_mut().enumerate() {
            *to = row[at].wrapping_sub(self.predict(0, above[at], 0));
        }
        let (left, corner) = (&row[..rest.len()], &above[..rest.len()]);
        let (row, above) = (&row[pixel..], &above[pixel..]);
        // One loop a filter: the compiler makes vector instructions of each.
        match self {
            Self::None => rest.copy_from_slice(row),
            Self::Sub => each(rest, row, left, above, corner, |left, _, _| left),
            Self::Up => each(rest, row, left, above, corner, |_, above, _| above),
            Self::Average => each(rest, row, left, above, corner, average),
            Self::Paeth => each(rest, row, left, above, corner, paeth),
        }
    }

    fn predict(self, left: u8, above: u8, corner: u8) -> u8 {
        match self {
            Self::None => 0,
            Self::Sub => left,
            Self::Up => above,
            Self::Average => average(left, above, corner),
            Self::Paeth => paeth(left, above, corner),
        }
    }
}

/// How many rows share a filter: choosing for each costs as much as compressing them.
const BAND: usize = 32;

/// Rows of so many pixels, the first `pixel` samples of each kept, each row filtered behind the byte that says how.
pub(super) fn filtered(rgba: &[u8], width: usize, pixel: usize) -> Vec<u8> {
    let rows: Vec<&[u8]> = rgba.chunks_exact(width * 4).collect();
    let mut out = vec![0; (width * pixel + 1) * rows.len()];
    let mut pair = Pair::new(width, pixel);
    let mut filter = Filter::Up;
    for (at, line) in out.chunks_exact_mut(width * pixel + 1).enumerate() {
        if at % BAND == 0 {
            filter = best(&rows[at..rows.len().min(at + BAND)], width, pixel);
        }
        pair.follow(rows[at]);
        line[0] = filter as u8;
        filter.write(&pair.row, &pair.above, pixel, &mut line[1..]);
    }
    out
}

/// A row and the one above it, which is black over the first.
struct Pair {
    row: Vec<u8>,
    above: Vec<u8>,
    pixel: usize,
}

impl Pair {
    fn new(width: usize, pixel: usize) -> Self {
        Self { row: vec![0; width * pixel], above: vec![0; width * pixel], pixel }
    }

    fn follow(&mut self, rgba: &[u8]) {
        std::mem::swap(&mut self.row, &mut self.above);
        match self.pixel {
            3 => without_alpha(rgba, &mut self.row),
            _ => self.row.copy_from_slice(rgba),
        }
    }
}

fn without_alpha(rgba: &[u8], rgb: &mut [u8]) {
    let ((fours, rest), (threes, left)) = (rgba.as_chunks::<16>(), rgb.as_chunks_mut::<12>());
    // Four pixels are packed in three words.
    for (to, from) in threes.iter_mut().zip(fours) {
        let [a, b, c, d] = [0, 4, 8, 12].map(|at| u32::from_le_bytes(from[at..at + 4].try_into().expect("four bytes")));
        to[..4].copy_from_slice(&(a & 0xFF_FFFF | b << 24).to_le_bytes());
        to[4..8].copy_from_slice(&(b >> 8 & 0xFFFF | c << 16).to_le_bytes());
        to[8..].copy_from_slice(&(c >> 16 & 0xFF | d << 8).to_le_bytes());
    }
    for (to, from) in left.chunks_exact_mut(3).zip(rest.chunks_exact(4)) {
        to.copy_from_slice(&from[..3]);
    }
}

/// The filter that leaves the least to say of the row in the middle.
fn best(rows: &[&[u8]], width: usize, pixel: usize) -> Filter {
    let mut pair = Pair::new(width, pixel);
    let middle = rows.len() / 2;
    rows[middle.saturating_sub(1)..=middle].iter().for_each(|row| pair.follow(row));
    let mut differences = vec![0; width * pixel];
    let mut sameness = |filter: Filter| {
        filter.write(&pair.row, &pair.above, pixel, &mut differences);
        sameness(&differences)
    };
    let weighed = Filter::ALL.map(|filter| (sameness(filter), filter));
    // Of equals the first.
    weighed.into_iter().rev().max_by(|a, b| a.0.total_cmp(&b.0)).map_or(Filter::Up, |(_, filter)| filter)
}

/// How many bits are saved when each byte is written by how often it comes (Shannon's entropy, without what depends
/// on the number of bytes alone).
fn sameness(bytes: &[u8]) -> f32 {
    let mut histogram = Histogram::new();
    histogram.add(bytes);
    let several = histogram.counts().into_iter().filter(|count| *count > 1);
    several.map(|count| count as f32 * (count as f32).log2()).sum()
}

fn each(out: &mut [u8], row: &[u8], left: &[u8], above: &[u8], corner: &[u8], predict: impl Fn(u8, u8, u8) -> u8) {
    let neighbours = left.iter().zip(above).zip(corner);
    for ((to, byte), ((left, above), corner)) in out.iter_mut().zip(row).zip(neighbours) {
        *to = byte.wrapping_sub(predict(*left, *above, *corner));
    }
}

fn average(left: u8, above: u8, _: u8) -> u8 {
    u16::midpoint(left.into(), above.into()) as u8
}

/// The neighbour nearest to left + above - corner (PNG 3, 9.4).
fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(above), i16::from(corner));
    let (to_left, to_above, to_corner) = ((b - c).abs(), (a - c).abs(), (a + b - 2 * c).abs());
    match () {
        () if to_left <= to_above && to_left <= to_corner => left,
        () if to_above <= to_corner => above,
        () => corner,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_any_length_loses_its_alpha() {
        for pixels in 0..9_u8 {
            let rgba: Vec<u8> = (0..pixels).flat_map(|at| [at, at + 100, at + 200, 255]).collect();
            let expected: Vec<u8> = (0..pixels).flat_map(|at| [at, at + 100, at + 200]).collect();
            let mut rgb = vec![0; expected.len()];
            without_alpha(&rgba, &mut rgb);
            assert_eq!(rgb, expected);
        }
    }

    #[test]
    fn a_band_takes_the_filter_that_suits_it() {
        let check = |value: fn(usize, usize) -> u8, expected: Filter| {
            let rgba: Vec<u8> = (0..BAND * 128).map(|at| value(at % 128 % 4 + at % 128 / 4 * 3, at / 128)).collect();
            let lines = filtered(&rgba, 32, 3);
            assert!(lines.chunks_exact(97).all(|line| line[0] == expected as u8), "{expected:?}: {}", lines[0]);
        };
        check(|x, _| (x * x) as u8, Filter::Up);
        check(|x, y| (y * y) as u8 ^ (x % 3) as u8, Filter::Sub);
        check(|_, _| 7, Filter::None);
    }
}
