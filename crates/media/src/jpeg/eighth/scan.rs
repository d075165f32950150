use memchr::memchr;

use super::{Tables, bits::Bits, frame::Frame, huffman::Details, huffman::Means};

/// One pass over some planes (T.81, B.2.3).
pub struct Scan {
    planes: Vec<Selected>,
    /// The first coefficient; the means are coefficient 0.
    first: u8,
    /// How many bits of the means came before, in a progressive file; 0 when none did.
    high: u8,
    /// How many of their bits are still to come.
    low: u8,
}

/// A plane of a scan: its place in the frame, and those of its tables.
struct Selected {
    plane: usize,
    means: usize,
    details: usize,
}

impl Scan {
    /// Reads a scan's header; `None` when it does not fit the frame.
    pub fn of(header: &[u8], frame: &Frame) -> Option<Self> {
        let [count, rest @ ..] = header else { return None };
        let (planes, rest) = rest.split_at_checked(2 * usize::from(*count))?;
        let planes: Vec<_> =
            planes.as_chunks::<2>().0.iter().map(|plane| Selected::of(*plane, frame)).collect::<Option<_>>()?;
        let [first, _, bits] = *rest else { return None };
        (!planes.is_empty()).then_some(Self { planes, first, high: bits >> 4, low: bits & 15 })
    }

    /// Reads the means that `data` holds; `None` when it is damaged.
    pub fn decode(&self, data: &[u8], tables: &Tables, frame: &mut Frame) -> Option<()> {
        if frame.progressive && self.first > 0 {
            return Some(());
        }
        for selected in &self.planes {
            let plane = &mut frame.planes[selected.plane];
            plane.step = plane.step.or(tables.steps[plane.quantisation]);
        }
        let (across, down) = self.units(frame);
        let interval = if tables.restart_interval == 0 { across * down } else { tables.restart_interval };
        let mut intervals = Intervals(Some(data));
        let mut bytes = Vec::with_capacity(data.len());
        for start in (0..across * down).step_by(interval) {
            intervals.next_into(&mut bytes)?;
            let units = start..(start + interval).min(across * down);
            self.interval(&bytes, units.map(|unit| (unit % across, unit / across)), tables, frame)?;
        }
        Some(())
    }

    /// The units of the scan, across and down: of one plane, its blocks.
    fn units(&self, frame: &Frame) -> (usize, usize) {
        match self.planes.as_slice() {
            [only] => frame.own_blocks(&frame.planes[only.plane]),
            _ => frame.units(),
        }
    }

    /// What lies between two restarts.
    fn interval(
        &self,
        bytes: &[u8],
        units: impl Iterator<Item = (usize, usize)>,
        tables: &Tables,
        frame: &mut Frame,
    ) -> Option<()> {
        let mut bits = Bits::of(bytes);
        let mut coded: Vec<_> =
            self.planes.iter().map(|plane| plane.coded(self, tables, frame)).collect::<Option<_>>()?;
        for (x, y) in units {
            for plane in &mut coded {
                let means = &mut frame.planes[plane.index].means;
                let start = y * plane.size.1 * plane.columns + x * plane.size.0;
                for row in 0..plane.size.1 {
                    for column in 0..plane.size.0 {
                        let mean = means.get_mut(start + row * plane.columns + column)?;
                        plane.block(&mut bits, mean)?;
                    }
                }
            }
            if bits.is_beyond() {
                return None;
            }
        }
        Some(())
    }
}

impl Selected {
    fn of([id, tables]: [u8; 2], frame: &Frame) -> Option<Self> {
        let plane = frame.planes.iter().position(|plane| plane.id == id)?;
        let (means, details) = (usize::from(tables >> 4), usize::from(tables & 15));
        (means < 4 && details < 4).then_some(Self { plane, means, details })
    }

    fn coded<'a>(&self, scan: &Scan, tables: &'a Tables, frame: &Frame) -> Option<Coded<'a>> {
        let plane = &frame.planes[self.plane];
        let blocks = match (frame.progressive, scan.high) {
            (true, 1..) => Blocks::Bit { low: scan.low },
            (true, 0) => Blocks::Mean { means: tables.means[self.means].as_ref()?, low: scan.low },
            (false, _) => Blocks::Whole {
                means: tables.means[self.means].as_ref()?,
                details: tables.details[self.details].as_ref()?,
            },
        };
        let size = if scan.planes.len() == 1 { (1, 1) } else { plane.density };
        (scan.low < 14).then_some(Coded { index: self.plane, columns: plane.columns, size, last: 0, blocks })
    }
}

/// A plane while it is read.
struct Coded<'a> {
    index: usize,
    columns: usize,
    /// The blocks of a unit, across and down.
    size: (usize, usize),
    /// The mean before.
    last: i32,
    blocks: Blocks<'a>,
}

/// What a scan holds of each block.
enum Blocks<'a> {
    Whole { means: &'a Means, details: &'a Details },
    Mean { means: &'a Means, low: u8 },
    Bit { low: u8 },
}

impl Coded<'_> {
    #[inline(always)]
    fn block(&mut self, bits: &mut Bits<'_>, mean: &mut i16) -> Option<()> {
        bits.refill();
        match self.blocks {
            Blocks::Whole { means, details } => {
                self.last = self.last.wrapping_add(means.difference(bits)?);
                *mean = self.last as i16;
                details.skip_block(bits)?;
            }
            Blocks::Mean { means, low } => {
                self.last = self.last.wrapping_add(means.difference(bits)?);
                *mean = (self.last << low) as i16;
            }
            Blocks::Bit { low } => *mean |= (bits.take(1) as i16) << low,
        }
        Some(())
    }
}

/// The data of a scan, from restart to restart.
struct Intervals<'a>(Option<&'a [u8]>);

impl Intervals<'_> {
    /// Puts the next interval's bytes into `bytes`, without those that are stuffed in; `None` after the last.
    fn next_into(&mut self, bytes: &mut Vec<u8>) -> Option<()> {
        let mut rest = self.0.take()?;
        bytes.clear();
        while let Some(at) = memchr(0xFF, rest) {
            let (plain, marker) = rest.split_at(at);
            bytes.extend_from_slice(plain);
            rest = marker.get(2..).unwrap_or_default();
            match marker.get(1) {
                Some(0) => bytes.push(0xFF),
                Some(0xD0..=0xD7) => {
                    self.0 = Some(rest);
                    return Some(());
                }
                // Fill bytes, which may come before a marker.
                _ => rest = &marker[1..],
            }
        }
        bytes.extend_from_slice(rest);
        Some(())
    }
}
