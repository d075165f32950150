//! Where a byte is the same many times over.

/// The least that a repetition tells, and the most (RFC 1951, 3.2.5).
pub(super) const LEAST: usize = 3;
pub(super) const MOST: usize = 258;

/// Bytes as they are, then how many times more the last of them comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run<'a> {
    pub bytes: &'a [u8],
    repeats: usize,
}

impl<'a> Run<'a> {
    /// All that `piece` is; the last of them repeats nothing.
    pub fn all(mut piece: &'a [u8]) -> Vec<Self> {
        let mut runs = Vec::with_capacity(piece.len() / 32 + 1);
        while let Some(first) = next(piece) {
            let (bytes, rest) = piece.split_at(first + 1);
            let same = leading(rest, bytes[first]);
            let repeats = if same % MOST < LEAST { same / MOST * MOST } else { same };
            runs.push(Self { bytes, repeats });
            piece = &rest[repeats..];
        }
        runs.push(Self { bytes: piece, repeats: 0 });
        runs
    }

    /// The repetitions that tell it, by what each is long.
    pub fn lengths(self) -> impl Iterator<Item = usize> {
        (0..self.repeats).step_by(MOST).map(move |told| MOST.min(self.repeats - told))
    }
}

/// Where the next run begins, which is looked for in steps of eight bytes: shorter ones are bytes like others.
fn next(bytes: &[u8]) -> Option<usize> {
    let (words, _) = bytes.as_chunks::<8>();
    let even = |word: &[u8; 8]| u64::from_le_bytes(*word) == u64::from_le_bytes(*word).rotate_left(8);
    let at = words.iter().position(even)?;
    let other = at.checked_sub(1).map(|before| u64::from_le_bytes(words[before]) ^ u64::from_le_bytes(words[at]));
    Some(at * 8 - other.map_or(0, |other| other.leading_zeros() as usize / 8))
}

/// How many bytes at the beginning are this one.
fn leading(bytes: &[u8], byte: u8) -> usize {
    let (words, _) = bytes.as_chunks::<8>();
    let other = |word: &[u8; 8]| u64::from_le_bytes(*word) ^ u64::from_le_bytes([byte; 8]);
    let same = words.iter().take_while(|word| other(word) == 0).count();
    let rest = match words.get(same) {
        Some(word) => other(word).trailing_zeros() as usize / 8,
        None => bytes[same * 8..].iter().take_while(|at| **at == byte).count(),
    };
    same * 8 + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_told_as_they_are_until_one_repeats_itself() {
        let check = |bytes: &[u8], expected: &[(usize, &[usize])]| {
            let runs = Run::all(bytes);
            let told: Vec<_> = runs.iter().map(|run| (run.bytes.len(), run.lengths().collect::<Vec<_>>())).collect();
            let expected: Vec<_> = expected.iter().map(|(bytes, lengths)| (*bytes, lengths.to_vec())).collect();
            assert_eq!(told, expected, "{} bytes", bytes.len());
        };
        check(&[], &[(0, &[])]);
        check(&[5; 7], &[(7, &[])]);
        check(&[5; 8], &[(1, &[7]), (0, &[])]);
        check(&[5; 1 + MOST], &[(1, &[MOST]), (0, &[])]);
        // Two more are too few for a repetition of their own.
        check(&[5; 1 + MOST + 2], &[(1, &[MOST]), (2, &[])]);
        check(&[5; 1 + MOST + 3], &[(1, &[MOST, 3]), (0, &[])]);
        // Fifteen of the same hold eight that begin at a step, wherever they lie.
        for before in 0..8 {
            let bytes: Vec<u8> = (1..=before).chain([9; 15]).chain([1, 2]).collect();
            check(&bytes, &[(usize::from(before) + 1, &[14]), (2, &[])]);
        }
    }
}
