//! Big-endian numbers, as Adobe writes them.

use crate::ReadError;

/// What is left of a file.
#[derive(Clone, Copy)]
pub struct Bytes<'a> {
    rest: &'a [u8],
    /// Where the rest begins.
    at: usize,
}

impl<'a> Bytes<'a> {
    pub fn new(rest: &'a [u8]) -> Self {
        Self { rest, at: 0 }
    }

    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub fn take(&mut self, count: usize) -> Result<&'a [u8], ReadError> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(ReadError::Damaged(self.at))?;
        self.rest = rest;
        self.at += count;
        Ok(taken)
    }

    /// The next bytes, to be read on their own.
    pub fn part(&mut self, count: usize) -> Result<Self, ReadError> {
        let at = self.at;
        Ok(Self { rest: self.take(count)?, at })
    }

    pub fn u16(&mut self) -> Result<u16, ReadError> {
        self.array().map(u16::from_be_bytes)
    }

    pub fn u32(&mut self) -> Result<u32, ReadError> {
        self.array().map(u32::from_be_bytes)
    }

    pub fn f32(&mut self) -> Result<f32, ReadError> {
        self.array().map(f32::from_be_bytes)
    }

    /// Text of that many UTF-16 units; what follows a zero is not part of it.
    pub fn text(&mut self, units: usize) -> Result<String, ReadError> {
        let bytes = self.take(units.saturating_mul(2))?;
        let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        let text: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
        Ok(String::from_utf16_lossy(&text))
    }

    fn array<const COUNT: usize>(&mut self) -> Result<[u8; COUNT], ReadError> {
        Ok(self.take(COUNT)?.try_into().expect("as many bytes as were asked for"))
    }
}
