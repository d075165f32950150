/// Bits from the most significant on.
pub struct Bits<'a> {
    bytes: &'a [u8],
    /// The next byte to take into the buffer.
    next: usize,
    /// The next bits, from the highest on.
    buffer: u64,
    /// How many of the buffer's bits are there.
    count: u32,
}

impl<'a> Bits<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, next: 0, buffer: 0, count: 0 }
    }

    /// Makes at least 56 bits ready; zeros after the end.
    #[inline(always)]
    pub fn refill(&mut self) {
        let rest = self.bytes.get(self.next..).unwrap_or_default();
        let word = rest.first_chunk().map_or_else(|| last_word(rest), |bytes| u64::from_be_bytes(*bytes));
        self.buffer |= word >> self.count;
        self.next += ((63 - self.count) >> 3) as usize;
        self.count |= 56;
    }

    /// The next `count` bits, which are 1 to 32 and ready.
    #[inline(always)]
    pub fn peek(&self, count: u32) -> u32 {
        (self.buffer >> (64 - count)) as u32
    }

    /// Passes over as many bits as are ready, or fewer.
    #[inline(always)]
    pub fn skip(&mut self, count: u32) {
        self.buffer <<= count;
        self.count -= count;
    }

    /// The next bits, from the highest on.
    #[inline(always)]
    pub fn ready(&self) -> u64 {
        self.buffer
    }

    /// Passes over bits that [`Self::settle`] is told of before the next refill.
    #[inline(always)]
    pub fn shift(&mut self, count: u32) {
        self.buffer <<= count;
    }

    /// Counts bits that were passed over.
    #[inline(always)]
    pub fn settle(&mut self, count: u32) {
        self.count -= count;
    }

    /// Whether more bits were passed than there are.
    pub fn is_beyond(&self) -> bool {
        self.next * 8 > self.bytes.len() * 8 + self.count as usize
    }
}

#[cold]
fn last_word(rest: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    bytes[..rest.len()].copy_from_slice(rest);
    u64::from_be_bytes(bytes)
}
