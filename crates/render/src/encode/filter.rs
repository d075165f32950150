//! The prediction that PNG writes before it compresses (PNG 3, section 9).

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

/// Rows of `stride` bytes, `pixel` of them a pixel, each filtered behind the byte that says how.
pub(super) fn filtered(samples: &[u8], stride: usize, pixel: usize) -> Vec<u8> {
    let zeros = vec![0; stride];
    let rows: Vec<&[u8]> = samples.chunks_exact(stride).collect();
    let above = |at: usize| if at == 0 { zeros.as_slice() } else { rows[at - 1] };
    let mut out = vec![0; (stride + 1) * rows.len()];
    let mut filter = Filter::Up;
    for (at, line) in out.chunks_exact_mut(stride + 1).enumerate() {
        if at % BAND == 0 {
            let middle = (at + BAND / 2).min(rows.len() - 1);
            filter = best(rows[middle], above(middle), pixel);
        }
        line[0] = filter as u8;
        filter.write(rows[at], above(at), pixel, &mut line[1..]);
    }
    out
}

/// The filter that leaves the least to say of a row.
fn best(row: &[u8], above: &[u8], pixel: usize) -> Filter {
    let mut differences = vec![0; row.len()];
    let mut bits = |filter: Filter| {
        filter.write(row, above, pixel, &mut differences);
        entropy(&differences)
    };
    let weighed = Filter::ALL.map(|filter| (bits(filter), filter));
    weighed.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).map_or(Filter::Up, |(_, filter)| filter)
}

/// How many bits bytes take when each is written by how often it comes (Shannon).
fn entropy(bytes: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    bytes.iter().for_each(|byte| counts[usize::from(*byte)] += 1);
    let all = bytes.len() as f64;
    let bits = |count: f64| count * (all / count).log2();
    counts.iter().filter(|count| **count > 0).map(|count| bits(f64::from(*count))).sum()
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
    fn a_band_takes_the_filter_that_suits_it() {
        let check = |value: fn(usize, usize) -> u8, expected: Filter| {
            let samples: Vec<u8> = (0..BAND * 96).map(|at| value(at % 96, at / 96)).collect();
            let lines = filtered(&samples, 96, 3);
            assert!(lines.chunks_exact(97).all(|line| line[0] == expected as u8), "{expected:?}: {}", lines[0]);
        };
        check(|x, _| (x * x) as u8, Filter::Up);
        check(|x, y| (y * y) as u8 ^ (x % 3) as u8, Filter::Sub);
        check(|_, _| 7, Filter::None);
    }
}
