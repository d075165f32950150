use std::io::{Read, Seek, SeekFrom};

/// How many places of a file are looked at. Headers of real files take a few hundred.
const MOST_READS: u32 = 10_000;

/// A file that is looked at here and there.
pub struct Source<R> {
    file: R,
    reads_left: u32,
}

/// A part of a file, in bytes from its beginning.
#[derive(Clone, Copy)]
pub struct Span {
    pub start: u64,
    /// Not before `start`.
    pub end: u64,
}

impl Span {
    /// What lies between two distances from the start; `None` when that is not within.
    pub fn part(self, from: u64, to: u64) -> Option<Self> {
        let (start, end) = (self.start.checked_add(from)?, self.start.checked_add(to)?);
        (start <= end && end <= self.end).then_some(Self { start, end })
    }

    /// What lies at and after a distance from the start; `None` when that is beyond.
    pub fn from(self, from: u64) -> Option<Self> {
        self.part(from, self.length())
    }

    pub fn length(self) -> u64 {
        self.end - self.start
    }
}

impl<R: Read + Seek> Source<R> {
    /// The file, and the span of all of it.
    pub fn open(mut file: R) -> Option<(Self, Span)> {
        let end = file.seek(SeekFrom::End(0)).ok()?;
        Some((Self { file, reads_left: MOST_READS }, Span { start: 0, end }))
    }

    /// The first bytes of a span, zeros where it ends; `None` when it is empty.
    pub fn head(&mut self, span: Span) -> Option<[u8; 16]> {
        let mut head = [0; 16];
        let length = usize::try_from(span.length()).map_or(head.len(), |length| length.min(head.len()));
        (length > 0).then_some(())?;
        self.fill(span.start, &mut head[..length])?;
        Some(head)
    }

    /// `N` bytes at a distance from the start of a span; `None` when they are not all within.
    pub fn field<const N: usize>(&mut self, span: Span, at: u64) -> Option<[u8; N]> {
        let mut field = [0; N];
        let place = span.part(at, at.checked_add(N as u64)?)?;
        self.fill(place.start, &mut field)?;
        Some(field)
    }

    fn fill(&mut self, at: u64, bytes: &mut [u8]) -> Option<()> {
        self.reads_left = self.reads_left.checked_sub(1)?;
        self.file.seek(SeekFrom::Start(at)).ok()?;
        self.file.read_exact(bytes).ok()
    }
}
