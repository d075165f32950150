//! Design tokens: the Design Tokens Community Group's format of October 2025 (DTCG 2025.10, `.tokens.json`), what was
//! written before it (`"$value": "#f59e0b"`, `value` without `$`), and sets of Tokens Studio and Penpot.
//!
//! What a charter says and the format has no type for is in `$extensions` under [`KEY`]; everything else is in the
//! tokens alone, so that what another program changes there is what is read.

mod follow;
mod gather;
mod own;
mod read;
mod text;
mod tree;
mod type_styles;
mod value;
mod write;

pub use own::{Extensions, Own};
pub use read::read;
pub use text::write_text;
pub use tree::DEEPEST;
pub use write::{type_role, write};

/// Under what we keep our own things in `$extensions` (DTCG 2025.10, format module, 5.2.3: reverse domain names).
pub const KEY: &str = "fr.planche";
