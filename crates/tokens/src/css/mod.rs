//! Custom properties of style sheets (CSS Custom Properties for Cascading Variables 1), wherever they stand: in
//! `:root`, in Tailwind's `@theme`, under any selector. Of a name that is declared twice, as for dark pages, the first
//! holds.

mod color;
mod named;
mod parts;
mod read;
mod scan;
mod write;

pub use color::paint;
pub use read::{families, is_css, read};
pub use write::{linear_gradient, write};

/// How a file of ours begins, before the brand's name.
const MARK: &str = "/* Planche: ";
