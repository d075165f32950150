//! Prefix codes: the more often a symbol comes, the fewer bits it takes (RFC 1951, 3.2.2).

use std::{cmp::Reverse, collections::BinaryHeap};

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
        let mut symbols = [(0, 0); N];
        let mut next = 0_u16;
        for length in 1..=15 {
            next <<= 1;
            for at in (0..N).filter(|at| lengths[*at] == length) {
                symbols[at] = (next.reverse_bits() >> (16 - length), length);
                next += 1;
            }
        }
        Self { symbols }
    }
}

/// How many bits each symbol takes.
fn lengths<const N: usize>(counts: &[u32; N], longest: u8) -> [u8; N] {
    let mut counts = *counts;
    loop {
        let lengths = depths(&counts);
        if lengths.iter().all(|length| *length <= longest) {
            return lengths;
        }
        // Nearer to each other, the rarest lie less deep.
        counts.iter_mut().filter(|count| **count > 0).for_each(|count| *count = *count / 2 + 1);
    }
}

/// How deep each symbol lies in a tree of which the two rarest parts are joined until one is left (Huffman).
fn depths<const N: usize>(counts: &[u32; N]) -> [u8; N] {
    let mut parents = vec![usize::MAX; N];
    let mut parts: BinaryHeap<_> = (0..N).filter(|at| counts[*at] > 0).map(|at| Reverse((counts[at], at))).collect();
    while let (Some(Reverse((rarest, a))), Some(Reverse((rare, b)))) = (parts.pop(), parts.pop()) {
        parents[a] = parents.len();
        parents[b] = parents.len();
        parts.push(Reverse((rarest + rare, parents.len())));
        parents.push(usize::MAX);
    }
    std::array::from_fn(|at| {
        let up = |node: &usize| Some(parents[*node]).filter(|parent| *parent != usize::MAX);
        (std::iter::successors(Some(at), up).count() - 1) as u8
    })
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
        check([16, 8, 4, 2, 1], 3, [2, 2, 3, 2, 3]);
        check([9, 9, 9, 9, 0], 15, [2, 2, 2, 2, 0]);
    }
}
