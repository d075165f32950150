/// Bits in the order deflate writes them: from the lowest of each byte (RFC 1951, 3.1.1).
pub(super) struct Bits {
    /// What is written, then room.
    bytes: Vec<u8>,
    /// How many of the bytes are whole.
    whole: usize,
    /// The bits after them, fewer than eight.
    rest: u64,
    count: u32,
}

impl Bits {
    /// Bits that follow these bytes.
    pub fn after(bytes: Vec<u8>) -> Self {
        Self { whole: bytes.len(), bytes, rest: 0, count: 0 }
    }

    /// Makes room for so many bits, which [`Bits::put`] asks for.
    pub fn reserve(&mut self, bits: usize) {
        // A put writes eight bytes at once, whatever it was given.
        self.bytes.resize(self.bytes.len().max(self.whole + bits / 8 + 16), 0);
    }

    /// Writes the lowest `count` bits of `bits`, at most 56; there are none above.
    pub fn put(&mut self, bits: u64, count: u32) {
        self.rest |= bits << self.count;
        self.count += count;
        self.bytes[self.whole..self.whole + 8].copy_from_slice(&self.rest.to_le_bytes());
        self.whole += self.count as usize / 8;
        self.rest >>= self.count & !7;
        self.count &= 7;
    }

    /// Writes a symbol of a code: its bits and their number.
    pub fn put_symbol(&mut self, (bits, count): (u16, u8)) {
        self.put(bits.into(), count.into());
    }

    /// Writes blocks that begin and end with a byte, after an empty block that fills the last one (RFC 1951, 3.2.4).
    pub fn append(&mut self, blocks: &[u8]) {
        self.reserve(64);
        self.put(0, 3);
        self.fill();
        self.put(0xFFFF_0000, 32);
        self.bytes.truncate(self.whole);
        self.bytes.extend_from_slice(blocks);
        self.whole = self.bytes.len();
    }

    /// Ends with an empty block that says it is the last, of the fixed code (RFC 1951, 3.2.6).
    pub fn end(mut self) -> Vec<u8> {
        self.reserve(64);
        self.put(0b011, 10);
        self.fill();
        self.bytes.truncate(self.whole);
        self.bytes
    }

    fn fill(&mut self) {
        self.put(0, self.count.wrapping_neg() & 7);
    }
}
