use std::rc::Rc;

use memchr::memchr;

use super::{
    Tables,
    bits::Bits,
    frame::Frame,
    huffman::{Codes, difference},
    strides::Strides,
};

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
    pub fn decode(&self, data: &[u8], tables: &mut Tables, frame: &mut Frame) -> Option<()> {
        if frame.progressive && self.first > 0 {
            return Some(());
        }
        for selected in &self.planes {
            let plane = &mut frame.planes[selected.plane];
            plane.step = plane.step.or(tables.steps[plane.quantisation]);
        }
        let (across, down) = self.units(frame);
        let interval = if tables.restart_interval == 0 { across * down } else { tables.restart_interval };
        let mut coded: Vec<_> =
            self.planes.iter().map(|plane| plane.coded(self, tables, frame)).collect::<Option<_>>()?;
        let mut intervals = Intervals(Some(data));
        let mut bytes = Vec::with_capacity(data.len());
        for start in (0..across * down).step_by(interval) {
            intervals.next_into(&mut bytes)?;
            let units = start..(start + interval).min(across * down);
            read(&bytes, units.map(|unit| (unit % across, unit / across)), &mut coded, frame)?;
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
}

/// Reads what lies between two restarts.
fn read(
    bytes: &[u8],
    units: impl Iterator<Item = (usize, usize)>,
    coded: &mut [Coded],
    frame: &mut Frame,
) -> Option<()> {
    let mut bits = Bits::of(bytes);
    bits.refill();
    coded.iter_mut().for_each(|plane| plane.last = 0);
    for (x, y) in units {
        for plane in coded.iter_mut() {
            let means = &mut frame.planes[plane.index].means;
            let mut start = y * plane.size.1 * plane.columns + x * plane.size.0;
            for _ in 0..plane.size.1 {
                for mean in means.get_mut(start..start + plane.size.0)? {
                    plane.block(&mut bits, mean)?;
                }
                start += plane.columns;
            }
        }
        if bits.is_beyond() {
            return None;
        }
    }
    Some(())
}

impl Selected {
    fn of([id, tables]: [u8; 2], frame: &Frame) -> Option<Self> {
        let plane = frame.planes.iter().position(|plane| plane.id == id)?;
        let (means, details) = (usize::from(tables >> 4), usize::from(tables & 15));
        (means < 4 && details < 4).then_some(Self { plane, means, details })
    }

    fn coded(&self, scan: &Scan, tables: &mut Tables, frame: &Frame) -> Option<Coded> {
        let plane = &frame.planes[self.plane];
        let blocks = match (frame.progressive, scan.high) {
            (true, 1..) => Blocks::Bit { low: scan.low },
            (true, 0) => Blocks::Mean { means: tables.means[self.means].clone()?, low: scan.low },
            (false, _) => Blocks::Whole(tables.strides(self.means, self.details)?),
        };
        let size = if scan.planes.len() == 1 { (1, 1) } else { plane.density };
        (scan.low < 14).then_some(Coded { index: self.plane, columns: plane.columns, size, last: 0, blocks })
    }
}

/// A plane while it is read.
struct Coded {
    index: usize,
    columns: usize,
    /// The blocks of a unit, across and down.
    size: (usize, usize),
    /// The mean before.
    last: i32,
    blocks: Blocks,
}

/// What a scan holds of each block.
enum Blocks {
    Whole(Rc<Strides>),
    Mean { means: Rc<Codes>, low: u8 },
    Bit { low: u8 },
}

impl Coded {
    /// Reads a block. The bits are refilled before and after.
    #[inline(always)]
    fn block(&mut self, bits: &mut Bits<'_>, mean: &mut i16) -> Option<()> {
        match &self.blocks {
            Blocks::Whole(strides) => {
                self.last = self.last.wrapping_add(strides.block(bits)?);
                *mean = self.last as i16;
            }
            Blocks::Mean { means, low } => {
                let (length, symbol) = means.at(bits.ready())?;
                let size = u32::from(symbol & 15);
                self.last = self.last.wrapping_add(difference(bits.ready() << length, size));
                *mean = (self.last << low) as i16;
                bits.skip(length + size);
                bits.refill();
            }
            Blocks::Bit { low } => {
                *mean |= (bits.peek(1) as i16) << low;
                bits.skip(1);
                bits.refill();
            }
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
