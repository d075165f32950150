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
        let word = match self.bytes.get(self.next..).and_then(<[u8]>::first_chunk::<8>) {
            Some(bytes) => u64::from_be_bytes(*bytes),
            None => self.last_word(),
        };
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

    /// Takes `count` bits, 0 to 16, which are ready.
    #[inline(always)]
    pub fn take(&mut self, count: u32) -> u32 {
        // In two steps: a word cannot be shifted by all its bits.
        let bits = (self.buffer >> 1 >> (63 - count)) as u32;
        self.skip(count);
        bits
    }

    /// Whether more bits were passed than there are.
    pub fn is_beyond(&self) -> bool {
        self.next * 8 > self.bytes.len() * 8 + self.count as usize
    }

    #[cold]
    fn last_word(&self) -> u64 {
        let rest = self.bytes.get(self.next..).unwrap_or_default();
        let mut bytes = [0; 8];
        bytes[..rest.len()].copy_from_slice(rest);
        u64::from_be_bytes(bytes)
    }
}
