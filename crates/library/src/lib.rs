//! The studio's memory: one folder a library, SQLite rows and files named by their hash. The only crate of the core
//! that touches a person's disk.
//!
//! There is one way to write, [`Library::transact`]: what it acknowledged survives a kill and a power cut, what it
//! refused left nothing. A photograph goes first into [`Blobs`], then the row that names it is committed, never the
//! other way round.

mod changes;
mod database;
mod library;
mod migrations;
mod place;
mod transaction;

mod backups;
mod restore;
mod retention;
mod settled;
mod sweep;
mod verify;

mod assets;
mod blobs;
mod brands;
mod charters;
mod collections;
mod documents;
pub mod files;
pub mod folders;
mod hash;
mod history;
mod imports;
mod incoming;
mod preferences;
mod waivers;

mod column;
mod error;
mod thumbs;
mod timestamp;
mod unfinished;
mod walk;

pub use assets::{ALIKE, Asset, AssetFile, Assets, AssetsMut, Facets, Found, TagCount, Use, Wall};
pub use backups::{Backup, BackupReason};
pub use blobs::Blobs;
pub use brands::{BrandFile, Brands, BrandsMut};
pub use changes::{Change, Changes};
pub use charters::CharterVersion;
pub use collections::{Collection, Collections, CollectionsMut};
pub use documents::{Card, Dates, Documents, DocumentsMut, Stored};
pub use error::LibraryError;
pub use hash::{Content, Hash};
pub use history::{Histories, HistoriesMut};
pub use imports::{Import, Imports, ImportsMut};
pub use incoming::Incoming;
pub use library::Library;
pub use preferences::{Preferences, PreferencesMut};
pub use sweep::Swept;
pub use thumbs::Thumbs;
pub use timestamp::Timestamp;
pub use transaction::Transaction;
pub use unfinished::Unfinished;
pub use verify::{Inventory, Owner, Problem, Progress, Report};
pub use waivers::Waiver;
pub use walk::{AGREEMENTS, Walked, is_sidecar, walk};
