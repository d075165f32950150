//! A process that writes as the studio does, and says what the library acknowledged.

use std::{
    env, fs,
    io::{self, Write},
    path::Path,
};

use planche_library::{Asset, AssetFile, BackupReason, Blobs, Hash, Library, LibraryError, Timestamp};
use planche_model::{
    AssetId, Document, History, Node, Patch,
    asset::Description,
    document::{self, Gesture, Order, Properties, Role},
};
use uuid::Uuid;

use crate::{
    process::{ACKNOWLEDGED, REFUSED},
    sample::{self, BRAND, DOCUMENT, LATER, node_id, page_id},
};

/// How many writes to do; without it, they never end.
pub const WRITES: &str = "PLANCHE_FAULT_WRITES";

/// Which corner to cut.
pub const SABOTAGE: &str = "PLANCHE_FAULT_SABOTAGE";

/// How often it tries before it gives up.
const ATTEMPTS: usize = 400;

/// A backup is made before each so many writes.
const BACKUP_EVERY: u128 = 3;

/// The node that comes with each write has ids from here on.
const FIRST: u128 = 1000;

/// A corner that somebody in haste would cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sabotage {
    RowBeforeBlob,
    BlobInPlace,
    NoSync,
    NoTransaction,
    ErrorIgnored,
    EarlyAcknowledgement,
}

impl Sabotage {
    pub const ALL: [Self; 6] = [
        Self::RowBeforeBlob,
        Self::BlobInPlace,
        Self::NoSync,
        Self::NoTransaction,
        Self::ErrorIgnored,
        Self::EarlyAcknowledgement,
    ];

    pub fn word(self) -> String {
        format!("{self:?}")
    }
}

/// What is open, as the studio has it in memory.
struct Open {
    library: Library,
    document: Document,
    history: History,
}

/// Writes and acknowledges, trying again what is refused.
pub fn write(folder: &Path) {
    let writes = env::var(WRITES).map_or(u128::MAX, |writes| writes.parse().expect("a number of writes"));
    let word = env::var(SABOTAGE).ok();
    let sabotage = Sabotage::ALL.into_iter().find(|sabotage| word.as_ref() == Some(&sabotage.word()));
    let mut attempts = 0;
    while let Err(error) = write_all(folder, writes, sabotage) {
        say(&format!("{REFUSED}{error:?}"));
        attempts += 1;
        assert!(attempts < ATTEMPTS, "the library does not recover from {error:?}");
    }
}

/// Goes on where the library is.
fn write_all(folder: &Path, writes: u128, sabotage: Option<Sabotage>) -> Result<(), LibraryError> {
    let mut open = Open::new(folder)?;
    for number in count(&open.document) + 1..=writes {
        if number % BACKUP_EVERY == 0 {
            open.library.back_up_if_due(LATER, BackupReason::BeforeImport)?;
        }
        match open.write(number, sabotage) {
            Err(error) if sabotage == Some(Sabotage::ErrorIgnored) => say(&format!("{REFUSED}{error:?}")),
            written => written?,
        }
        say(&format!("{ACKNOWLEDGED}{number}"));
    }
    Ok(())
}

impl Open {
    fn new(folder: &Path) -> Result<Self, LibraryError> {
        let mut library = Library::open(folder)?;
        if library.brands().list()?.is_empty() {
            begin(&mut library)?;
        }
        let document = library.documents().load(DOCUMENT)?.document;
        let history = library.histories().load(DOCUMENT)?;
        Ok(Self { library, document, history })
    }

    /// One action of a person: a photograph comes in, a node shows it, the title says how many there are.
    fn write(&mut self, number: u128, sabotage: Option<Sabotage>) -> Result<(), LibraryError> {
        let bytes = photo(number);
        let hash = Hash::of(&bytes);
        let blobs = self.library.blobs().clone();
        match sabotage {
            Some(Sabotage::RowBeforeBlob) => {
                self.commit(number, hash)?;
                blobs.put(&bytes).map(drop)
            }
            Some(Sabotage::BlobInPlace) => {
                put_in_place(&blobs, hash, &bytes);
                self.commit(number, hash)
            }
            Some(Sabotage::NoSync) => {
                put_without_sync(&blobs, hash, &bytes);
                self.commit(number, hash)
            }
            Some(Sabotage::NoTransaction) => {
                blobs.put(&bytes)?;
                self.library.transact(|transaction| transaction.assets_mut().insert(&asset(number, hash)))?;
                self.commit(number, hash)
            }
            Some(Sabotage::EarlyAcknowledgement) => {
                say(&format!("{ACKNOWLEDGED}{number}"));
                blobs.put(&bytes)?;
                self.commit(number, hash)
            }
            Some(Sabotage::ErrorIgnored) | None => {
                come_in(&blobs, number, &bytes)?;
                self.commit(number, hash)
            }
        }
    }

    fn commit(&mut self, number: u128, blob: Hash) -> Result<(), LibraryError> {
        let patch = patch(&self.document, number);
        self.document.apply_patch(&patch);
        self.history.record(patch.clone(), Some(Gesture::Rename), i64::try_from(number).expect("few writes") * 400);
        let history = &self.history;
        self.library.transact(|transaction| {
            transaction.assets_mut().insert(&asset(number, blob))?;
            transaction.documents_mut().apply_patch(DOCUMENT, &patch, LATER)?;
            transaction.histories_mut().keep_change(DOCUMENT, history)
        })?;
        Ok(())
    }
}

/// How many writes a document shows.
pub fn count(document: &Document) -> u128 {
    document.nodes(page_id(1)).len() as u128
}

/// The node of a write.
pub fn node_of(number: u128) -> planche_model::NodeId {
    node_id(FIRST + number)
}

/// The asset of a write.
pub fn asset_of(number: u128) -> AssetId {
    AssetId(Uuid::from_u128(FIRST + number))
}

fn begin(library: &mut Library) -> Result<(), LibraryError> {
    let now = Timestamp(LATER.0 - 1);
    let document = sample::document(DOCUMENT, sample::properties("Vos bols"));
    library.transact(|transaction| {
        transaction.brands_mut().insert(&sample::brand(), now)?;
        transaction.documents_mut().insert(&document, now)
    })?;
    Ok(())
}

fn patch(document: &Document, number: u128) -> Patch {
    let order = Order::between(document.nodes(page_id(1)).last().map(|node| &node.order), None);
    let content = sample::text(Role::Item, &Asset::source(asset_of(number)));
    let node = Node { id: node_of(number), page: page_id(1), order, content };
    let before = document.properties().clone();
    let after = Properties { title: number.to_string(), ..before.clone() };
    let changes = vec![
        document::Change::Node { id: node.id, before: None, after: Some(node) },
        document::Change::Document { before, after },
    ];
    Patch { changes }
}

/// Every second one whole, the others in pieces.
fn come_in(blobs: &Blobs, number: u128, bytes: &[u8]) -> Result<(), LibraryError> {
    if number.is_multiple_of(2) {
        return blobs.put(bytes).map(drop);
    }
    let mut incoming = blobs.receive()?;
    bytes.chunks(bytes.len() / 2 + 1).try_for_each(|piece| incoming.add(piece))?;
    incoming.keep().map(drop)
}

/// 20 000 bytes that differ each time.
fn photo(number: u128) -> Vec<u8> {
    number.to_le_bytes().repeat(1250)
}

fn asset(number: u128, blob: Hash) -> Asset {
    let file = AssetFile { blob, bytes: 20_000, ..sample::asset(asset_of(number), b"").file };
    let description = Description { name: format!("{number}.jpg"), ..Description::default() };
    Asset::new(asset_of(number), BRAND, file, description, LATER)
}

fn put_in_place(blobs: &Blobs, hash: Hash, bytes: &[u8]) {
    let path = blobs.path(hash);
    fs::create_dir_all(path.parent().expect("a blob is in a folder")).expect("the folder is made");
    fs::write(path, bytes).expect("the blob is written");
}

fn put_without_sync(blobs: &Blobs, hash: Hash, bytes: &[u8]) {
    let path = blobs.path(hash);
    let passing = path.with_extension("part");
    fs::create_dir_all(path.parent().expect("a blob is in a folder")).expect("the folder is made");
    fs::write(&passing, bytes).expect("the blob is written");
    fs::rename(passing, path).expect("the blob takes its place");
}

/// A pipe that fails once is tried again: what is said must be heard.
pub fn say(line: &str) {
    let line = format!("{line}\n");
    let mut tries = 0..ATTEMPTS;
    while io::stdout().write_all(line.as_bytes()).is_err() {
        tries.next().expect("the watching process listens");
    }
}
