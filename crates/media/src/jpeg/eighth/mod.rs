//! A JPEG at an eighth of its size, from the mean of each block of 8 × 8 alone.
//!
//! Most of a JPEG's time goes into the details of its blocks, which nobody sees in a thumbnail. Of a sequential file they
//! are skipped, several at a time; of a progressive file their scans are not even looked at.

mod bits;
mod frame;
mod huffman;
mod scan;
mod strides;

use std::rc::Rc;

pub use frame::Frame;

use super::anatomy::Anatomy;
use crate::pixels::Pixels;
use huffman::Codes;
use scan::Scan;
use strides::Strides;

/// The start of a scan, the restart interval, the tables (T.81, table B.1).
const SCAN: u8 = 0xDA;
const RESTART_INTERVAL: u8 = 0xDD;
const QUANTISATION: u8 = 0xDB;
const HUFFMAN: u8 = 0xC4;

/// The picture in RGB, opaque; `None` when the file is damaged, and when it may be: the whole decoder knows.
pub fn decode(anatomy: &Anatomy<'_>, mut frame: Frame) -> Option<Pixels> {
    let mut tables = Tables::default();
    for segment in anatomy.segments() {
        let payload = segment.payload();
        match segment.marker() {
            QUANTISATION => tables.quantisation(payload)?,
            HUFFMAN => tables.huffman(payload, frame.progressive)?,
            RESTART_INTERVAL => tables.restart_interval = u16::from_be_bytes(*payload.first_chunk()?).into(),
            SCAN => {
                let (header, data) = payload.split_at_checked(segment.header_length())?;
                Scan::of(header, &frame)?.decode(data, &mut tables, &mut frame)?;
            }
            _ => {}
        }
    }
    frame.pixels()
}

/// What scans refer to.
#[derive(Default)]
pub struct Tables {
    /// What the means are multiples of.
    steps: [Option<u16>; 4],
    means: [Option<Rc<Codes>>; 4],
    details: [Option<Rc<Codes>>; 4],
    /// By the places of the codes of means and of details: those that were asked for.
    strides: [[Option<Rc<Strides>>; 4]; 4],
    /// The units between two restarts; 0 for none.
    restart_interval: usize,
}

impl Tables {
    /// T.81, B.2.4.1.
    fn quantisation(&mut self, mut rest: &[u8]) -> Option<()> {
        while let [kind, after @ ..] = rest {
            let step = self.steps.get_mut(usize::from(kind & 15))?;
            let (first, length) = match kind >> 4 {
                0 => (u16::from(*after.first()?), 64),
                _ => (u16::from_be_bytes(*after.first_chunk()?), 128),
            };
            *step = Some(first);
            rest = after.get(length..)?;
        }
        Some(())
    }

    /// T.81, B.2.4.2.
    fn huffman(&mut self, mut rest: &[u8], progressive: bool) -> Option<()> {
        while let [kind, after @ ..] = rest {
            let (counts, after) = after.split_first_chunk::<16>()?;
            let length = counts.iter().map(|count| usize::from(*count)).sum();
            let (symbols, after) = after.split_at_checked(length)?;
            let place = usize::from(kind & 15);
            match kind >> 4 {
                0 => *self.means.get_mut(place)? = Some(Rc::new(Codes::of(counts, symbols)?)),
                _ if progressive => {}
                _ => *self.details.get_mut(place)? = Some(Rc::new(Codes::of(counts, symbols)?)),
            }
            rest = after;
        }
        self.strides = Default::default();
        Some(())
    }

    /// The strides for codes at these places, which are below 4; `None` when one is not there.
    fn strides(&mut self, means: usize, details: usize) -> Option<Rc<Strides>> {
        let strides = &mut self.strides[means][details];
        if strides.is_none() {
            *strides = Some(Rc::new(Strides::of(self.means[means].clone()?, self.details[details].clone()?)));
        }
        strides.clone()
    }
}
