//! Words, shaped and broken into lines.

mod balance;
mod figure;
mod glyphs;
mod shape;
mod spaces;
mod words;

pub(crate) use figure::Figure;
pub(crate) use glyphs::glyphs;
pub(crate) use shape::{Extent, Room, Shaper, TextBox, TextStyle};
pub(crate) use words::Words;
