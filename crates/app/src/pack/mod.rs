//! A brand as one file, `.planche`: a zip archive that says all of a brand and nothing of another one.
//!
//! | entry | what it holds |
//! |---|---|
//! | `planche` | [`KIND`], stored, first: what the file is can be told from its first bytes |
//! | `brand.json` | [`BrandSheet`]: which charters, files and documents there are |
//! | `charters/<number>.json`, `charters/draft.json` | a charter each |
//! | `assets.json` | [`ContentSheet`]: what is said of files, collections, agreements |
//! | `documents/<id>.json` | [`DocumentSheet`], a document each |
//! | `blobs/<blake3>` | the bytes of a file, under the name they make |
//!
//! Who reads one trusts nothing of it. Its entries are looked at before any is read ([`Archive::open`]), what the sheets say
//! is checked as a whole ([`Pack::read`]), and every file is proved to be what it is called before the library is written
//! ([`Pack::prove`]). Then its blobs are kept, and its rows written at once ([`arrival`]).

mod blob;
mod brand;
mod content;
mod document;
mod entries;
mod refusal;

mod gather;
mod write;

mod archive;
mod arrival;
mod check;
mod prove;
mod read;

use self::{
    archive::Archive,
    brand::{BrandSheet, FileSheet, VersionSheet},
    content::{AssetSheet, CollectionSheet, ConsentSheet, ContentSheet},
    document::{DocumentSheet, NodeSheet, PageSheet, PublishedSheet, WaiverSheet},
    gather::Gathered,
};
pub(crate) use self::{gather::gather, read::Pack, refusal::Refusal, write::write};

/// What the first entry is called.
const MARKER: &str = "planche";
/// What it says: the file's kind, then its version.
const KIND: &str = "brand/1";
/// The version that this studio reads and writes.
const VERSION: u32 = 1;
/// The extension of such a file.
pub(crate) const EXTENSION: &str = "planche";

/// No brand has more entries.
const MOST_ENTRIES: usize = 200_000;
/// No brand holds more, in bytes.
const MOST_BYTES: u64 = 50_000_000_000;
/// No brand says more, in bytes: its sheets are in the memory together. A file of the library takes about a thousand.
const MOST_SAID: u64 = 256 << 20;
/// How many times more bytes an entry may hold than it takes, as text never does and traps do.
const RATIO: u64 = 200;
/// How much of a file is in memory at once, in bytes.
const PIECE: usize = 1 << 20;
