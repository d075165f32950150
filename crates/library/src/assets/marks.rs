/// A set of numbers, small enough to be a bit each.
#[derive(Default)]
pub(super) struct Marks(Vec<u64>);

impl Marks {
    pub fn set(&mut self, number: i64) {
        let (word, bit) = place(number);
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= bit;
    }

    pub fn has(&self, number: i64) -> bool {
        let (word, bit) = place(number);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }
}

fn place(number: i64) -> (usize, u64) {
    (number as usize / 64, 1 << (number % 64))
}
