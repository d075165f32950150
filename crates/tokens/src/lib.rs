//! A charter's colours and type, as other programs write them.
//!
//! [`read`] tells what a file is by its content and takes whatever of a charter it holds; what it leaves aside, it
//! says ([`Palette::left_out`]). [`write`] goes the other way. Nothing here touches a disk. A file may come from
//! anywhere: every count, length and depth is bounded before memory is taken for it.

mod palette;
mod read;
mod write;

mod aco;
mod ase;
mod css;
mod dtcg;
mod gpl;

mod bytes;
mod lay;
mod names;
mod space;

pub use dtcg::{Extensions, Own};
pub use lay::Laid;
pub use palette::{Blend, BlendStop, LeftOut, Palette, Reason, Style};
pub use read::{FileKind, ReadError, kind, read};
pub use write::{Target, write, write_keeping};
