//! Prefix codes: the more often a symbol comes, the fewer bits it takes (RFC 1951, 3.2.2).

/// How each of `N` symbols is written: its bits, and how many.
pub(super) struct Code<const N: usize> {
    /// The bits, the first to be written lowest, and their number; none for symbols that do not come.
    pub symbols: [(u16, u8); N],
}

impl<const N: usize> Code<N> {
    /// The code for symbols that come so often, none longer than `longest` bits. At least two come.
    pub fn of(counts: &[u32; N], longest: u8) -> Self {
        Self::of_lengths(lengths(counts, longest))
    }

    /// Codes of one length are consecutive numbers, shorter ones come first.
    fn of_lengths(lengths: [u8; N]) -> Self {
        let mut counts = [0; 16];
        lengths.iter().filter(|length| **length > 0).for_each(|length| counts[usize::from(*length)] += 1_u16);
        let mut next = [0; 16];
        (1..16).for_each(|length| next[length] = (next[length - 1] + counts[length - 1]) << 1);
        let mut symbol = |length: u8| {
            let code = &mut next[usize::from(length)];
            *code += 1;
            ((*code - 1).reverse_bits() >> (16 - length), length)
        };
        Self { symbols: lengths.map(|length| if length > 0 { symbol(length) } else { (0, 0) }) }
    }
}

/// How many bits each symbol takes.
fn lengths<const N: usize>(counts: &[u32; N], longest: u8) -> [u8; N] {
    let mut coming: Vec<usize> = (0..N).filter(|at| counts[*at] > 0).collect();
    coming.sort_by_key(|at| counts[*at]);
    let mut weights: Vec<u32> = coming.iter().map(|at| counts[*at]).collect();
    let depths = loop {
        let depths = depths(&weights);
        if depths.iter().all(|depth| *depth <= longest) {
            break depths;
        }
        // Nearer to each other, the rarest lie less deep.
        weights.iter_mut().for_each(|weight| *weight = *weight / 2 + 1);
    };
    let mut lengths = [0; N];
    coming.iter().zip(depths).for_each(|(at, depth)| lengths[*at] = depth);
    lengths
}

/// How deep leaves of such weights, the lightest first, lie in a tree of which the two lightest parts are joined until
/// one is left (Huffman). What is joined is never lighter than what was joined before: the lightest part is the next
/// leaf or the next join.
fn depths(leaves: &[u32]) -> Vec<u8> {
    let nodes = 2 * leaves.len() - 1;
    let mut weights = leaves.to_vec();
    let mut parents = vec![0; nodes];
    let (mut leaf, mut join) = (0, leaves.len());
    while weights.len() < nodes {
        let lightest = [(); 2].map(|()| {
            let is_leaf = leaf < leaves.len() && weights.get(join).is_none_or(|weight| leaves[leaf] <= *weight);
            let next = if is_leaf { &mut leaf } else { &mut join };
            parents[*next] = weights.len();
            *next += 1;
            weights[*next - 1]
        });
        weights.push(lightest.iter().sum());
    }
    let mut depths = vec![0; nodes];
    (0..nodes - 1).rev().for_each(|node| depths[node] = depths[parents[node]] + 1);
    depths.truncate(leaves.len());
    depths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_often_is_short_and_no_code_begins_another() {
        let check = |counts: [u32; 5], longest, expected: [u8; 5]| {
            let code = Code::of(&counts, longest);
            assert_eq!(code.symbols.map(|(_, length)| length), expected, "{counts:?}");
            for (a, x) in code.symbols.iter().enumerate().filter(|(_, (_, length))| *length > 0) {
                let begins = |y: &(u16, u8)| y.1 >= x.1 && y.0 & ((1 << x.1) - 1) == x.0;
                assert_eq!(code.symbols.iter().filter(|y| begins(y)).count(), 1, "{counts:?}: {a}");
            }
        };
        check([5, 5, 0, 0, 0], 15, [1, 1, 0, 0, 0]);
        check([16, 8, 4, 2, 1], 15, [1, 2, 3, 4, 4]);
        check([16, 8, 4, 2, 1], 3, [2, 2, 2, 3, 3]);
        check([9, 9, 9, 9, 0], 15, [2, 2, 2, 2, 0]);
    }
}
