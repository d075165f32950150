//! What a network would say of a finished file, said before it is sent.

mod charter;
mod editorial;
mod embedding;
mod file;
mod quality;
mod rights;
mod template;
mod visual;

pub(crate) use charter::charter;
pub(crate) use editorial::editorial;
pub(crate) use embedding::{carried, embedding};
pub use file::{Delivery, check};
pub(crate) use quality::lowered;
pub use rights::Usable;
pub(crate) use rights::rights;
pub(crate) use template::template;
pub(crate) use visual::visual;
