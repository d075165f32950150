//! What a network would say of a finished file, said before it is sent.

mod embedding;
mod file;
mod rights;
mod quality;
mod template;

pub(crate) use embedding::{carried, embedding};
pub use file::{Delivery, check};
pub use rights::Usable;
pub(crate) use rights::rights;
pub(crate) use quality::lowered;
pub(crate) use template::template;
