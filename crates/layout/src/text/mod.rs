//! Words, shaped and broken into lines.

mod balance;
mod decoration;
mod figure;
mod glyphs;
mod hyphens;
mod limit;
mod missing;
mod paragraph;
mod script;
mod shaper;
mod spaces;
mod text_box;
mod words;

pub(crate) use figure::Figure;
pub(crate) use glyphs::glyphs;
pub(crate) use limit::MOST_ON_A_PAGE;
pub(crate) use missing::missing;
pub(crate) use shaper::{Shaper, TextStyle};
pub(crate) use text_box::{Extent, Room, TextBox};
pub(crate) use words::Words;
