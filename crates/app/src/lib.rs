//! The use cases: what the window and the command line both call.
//!
//! [`Studio`] is the studio with a library, as the window sees it; [`export`] turns a document into files and needs no
//! library. Nothing here knows a word of French or English: what goes wrong is a [`wire::Problem`], a code and what its
//! words need.

pub mod asset;
pub mod assets;
pub mod book;
pub mod bulk;
pub mod checks;
mod consent_file;
mod difference;
pub mod door;
pub mod engine;
pub mod export;
pub mod families;
pub mod finding;
pub mod fit;
mod folder_name;
pub mod host;
pub mod id;
pub mod import;
pub mod kit;
mod ordered;
mod pack;
pub mod pictures;
mod problem;
pub mod render;
mod said;
mod sidecars;
pub mod studio;
mod typefaces;
pub mod wire;

pub use assets::Assets;
pub use door::Door;
pub use engine::Engine;
pub use families::Families;
pub use host::{Copied, Host};
pub use studio::Studio;

/// For every program of the studio: a page is megabytes that come and go, and the usual allocators hand each of them
/// back to the system to ask for it again, a third of the time a page takes.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
