//! A document: pages of text and pictures, and the only way to change them.

mod apply;
mod check;
mod content;
mod draft;
mod edit;
mod history;
mod infer;
mod invariants;
mod layout;
mod mend;
mod order;
mod patch;
mod position;
mod rows;
mod tables;
mod words;

pub use content::{Content, Focus, Role, Sticker};
pub use edit::{Edit, EditError};
pub use history::{Gesture, History, HistoryChange, Step};
pub use invariants::Violation;
pub use layout::Layout;
pub use order::Order;
pub use patch::{Change, Patch};
pub use position::Position;
pub use tables::{Document, Kind, Node, Page, Properties};
