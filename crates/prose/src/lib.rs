//! What words say, held against what a brand asks of them.
//!
//! A [`Checker`] is made of a charter once and reads any number of texts; [`typeset`] sets spaces and punctuation. What a
//! newcomer would get wrong: words are only looked for among the words of [`text::Text`]. Hashtags, mentions, addresses,
//! times and emoticons are tokens of their own, which no rule about words reads into.

mod token;

mod text;

mod fold;

mod checker;
mod remark;

mod capitals;
mod common;
mod emoji;
mod hashtags;
mod inclusive;
mod mentions;
mod register;
mod typography;
mod verbs;
mod vocabulary;

pub use checker::{Checker, Place, Setting};
pub use remark::Remark;
pub use typography::typeset;
