/// How often each byte comes. Counted in four rows: alike bytes do not wait for each other.
pub(super) struct Histogram([[u32; 256]; 4]);

impl Histogram {
    pub fn new() -> Self {
        Self([[0; 256]; 4])
    }

    pub fn add(&mut self, bytes: &[u8]) {
        let (fours, rest) = bytes.as_chunks::<4>();
        for four in fours {
            self.0.iter_mut().zip(four).for_each(|(row, byte)| row[usize::from(*byte)] += 1);
        }
        rest.iter().for_each(|byte| self.0[0][usize::from(*byte)] += 1);
    }

    pub fn counts(&self) -> [u32; 256] {
        std::array::from_fn(|byte| self.0.iter().map(|row| row[byte]).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_counted() {
        let mut histogram = Histogram::new();
        histogram.add(&[7, 7, 7, 255, 0, 7, 9]);
        histogram.add(&[9]);
        let counts = histogram.counts();
        assert_eq!([0, 7, 9, 255].map(|byte| counts[byte]), [1, 4, 2, 1]);
        assert_eq!(counts.iter().sum::<u32>(), 8);
    }
}
