//! A process that writes is killed at a random moment, many times over the same library.

use std::{
    env, fs,
    hash::{BuildHasher, RandomState},
    io::{self, BufRead, BufReader, Read, Write},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use planche_library::{Asset, AssetFile, Hash, Library, LibraryError};
use planche_model::{
    AssetId, Document, History, Node, Patch,
    asset::Description,
    document::{self, Gesture, Order, Properties, Role},
};
use rusqlite::Connection;
use uuid::Uuid;

use crate::{
    FOLDER, ROLE,
    sample::{self, BRAND, DOCUMENT, LATER, node_id, page_id},
};

const KILLS: usize = 32;

/// How many libraries are killed while they are being made.
const BIRTHS: usize = 48;

/// How long after the last acknowledgement waited for the kill may come, in microseconds: several writes.
const LONGEST_DELAY: u64 = 60_000;

/// The node that comes with each write has ids from here on.
const FIRST: u128 = 1000;

/// Says in what way the library held.
pub fn nothing_acknowledged_is_lost() -> String {
    let folder = tempfile::tempdir().expect("a folder to work in");
    let mut acknowledged = 0;
    for trial in 0..KILLS {
        // One in four may be killed before it has opened the library.
        acknowledged = kill_a_writer(folder.path(), trial % 4).unwrap_or(acknowledged);
        check(folder.path(), acknowledged);
    }
    format!("{acknowledged} writes acknowledged, {KILLS} kills")
}

/// Says in what way libraries opened after their maker was killed.
pub fn a_library_killed_at_birth_opens() -> String {
    for _ in 0..BIRTHS {
        let folder = tempfile::tempdir().expect("a folder to work in");
        let acknowledged = kill_a_writer(folder.path(), 0).unwrap_or(0);
        check(folder.path(), acknowledged);
    }
    format!("{BIRTHS} opened")
}

/// Starts a writer, kills it a while after it acknowledged `heard` writes, answers with the last it acknowledged.
fn kill_a_writer(folder: &Path, heard: usize) -> Option<u128> {
    let mut writer = Command::new(env::current_exe().expect("the program knows where it is"))
        .env(ROLE, "writer")
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts again");
    let mut output = BufReader::new(writer.stdout.take().expect("its output is piped"));
    let mut text = String::new();
    for _ in 0..heard {
        let length = output.read_line(&mut text).expect("acknowledgements are text");
        assert!(length > 0, "the writer gave up by itself");
    }
    thread::sleep(Duration::from_micros(RandomState::new().hash_one(heard) % LONGEST_DELAY));
    writer.kill().expect("the writer is there to be killed");
    writer.wait().expect("the writer ends");
    output.read_to_string(&mut text).expect("acknowledgements are text");
    // A line without its end was being written when the kill came: nobody heard it.
    text.rsplit_once('\n').and_then(|(heard, _)| heard.lines().last()).map(|line| line.parse().expect("a number"))
}

/// Writes and acknowledges, until the end.
pub fn write_until_killed(folder: &Path) {
    let mut library = Library::open(folder).expect("a killed writer leaves a library that opens");
    if library.brands().list().expect("brands").is_empty() {
        sample::fill(&mut library);
    }
    let mut document = library.documents().load(DOCUMENT).expect("the document").document;
    let mut history = library.histories().load(DOCUMENT).expect("its history");
    for number in count(&document) + 1.. {
        write(&mut library, &mut document, &mut history, number).expect("a write");
        let mut out = io::stdout().lock();
        writeln!(out, "{number}").and_then(|()| out.flush()).expect("the watching process listens");
    }
}

/// One action of a person: a photograph comes in, a node shows it, the title says how many there are.
fn write(
    library: &mut Library,
    document: &mut Document,
    history: &mut History,
    number: u128,
) -> Result<(), LibraryError> {
    let blob = library.blobs().put(&photo(number))?;
    let patch = patch(document, number);
    document.apply_patch(&patch);
    history.record(patch.clone(), Some(Gesture::Rename), i64::try_from(number).expect("few writes") * 400);
    library.transact(|transaction| {
        transaction.assets_mut().insert(&asset(number, blob))?;
        transaction.documents_mut().apply_patch(DOCUMENT, &patch, LATER)?;
        transaction.histories_mut().keep_change(DOCUMENT, history)
    })?;
    Ok(())
}

fn patch(document: &Document, number: u128) -> Patch {
    let order = Order::between(document.nodes(page_id(1)).last().map(|node| &node.order), None);
    let content = sample::text(Role::Item, &Asset::source(asset_id(number)));
    let node = Node { id: node_id(FIRST + number), page: page_id(1), order, content };
    let before = document.properties().clone();
    let after = Properties { title: number.to_string(), ..before.clone() };
    let changes = vec![
        document::Change::Node { id: node.id, before: None, after: Some(node) },
        document::Change::Document { before, after },
    ];
    Patch { changes }
}

fn count(document: &Document) -> u128 {
    document.nodes(page_id(1)).len() as u128
}

/// 20 000 bytes that differ each time.
fn photo(number: u128) -> Vec<u8> {
    number.to_le_bytes().repeat(1250)
}

fn asset_id(number: u128) -> AssetId {
    AssetId(Uuid::from_u128(FIRST + number))
}

fn asset(number: u128, blob: Hash) -> Asset {
    let file = AssetFile { blob, bytes: 20_000, ..sample::asset(asset_id(number), b"").file };
    let description = Description { name: format!("{number}.jpg"), ..Description::default() };
    Asset::new(asset_id(number), BRAND, file, description, LATER)
}

/// Everything acknowledged is there, and every write is there whole or not at all.
fn check(folder: &Path, acknowledged: u128) {
    let library = Library::open(folder).expect("a killed writer leaves a library that opens");
    if library.brands().list().expect("brands").is_empty() {
        assert_eq!(acknowledged, 0, "a library that acknowledged writes has lost its brand");
        return;
    }
    let document = library.documents().load(DOCUMENT).expect("the document").document;
    let written = count(&document);
    assert!(written >= acknowledged, "{acknowledged} writes were acknowledged, {written} are there");
    for number in 1..=written {
        check_write(&library, &document, number);
    }
    check_history(&library, &document, written);
    let next = library.assets().get(asset_id(written + 1)).expect("assets");
    assert_eq!(next, None, "an asset came without its node");
    drop(library);
    check_database(folder);
    check_folder(folder);
}

fn check_write(library: &Library, document: &Document, number: u128) {
    assert!(document.node(node_id(FIRST + number)).is_some(), "node {number} is missing");
    let asset = library.assets().get(asset_id(number)).expect("assets").expect("a node came without its asset");
    let bytes = library.blobs().read(asset.file.blob).expect("a row came without its blob");
    assert_eq!(Hash::of(&bytes), asset.file.blob, "blob {number} is damaged");
}

/// The title is of the last write, and undoing everything gives the document back as it began.
fn check_history(library: &Library, document: &Document, written: u128) {
    let mut history = library.histories().load(DOCUMENT).expect("its history");
    let mut undone = document.clone();
    if written > 0 {
        assert_eq!(document.properties().title, written.to_string());
    }
    while history.undo(&mut undone).is_some() {}
    assert_eq!(undone, sample::document(DOCUMENT, sample::properties("Vos bols")));
}

fn check_database(folder: &Path) {
    let connection = Connection::open(folder.join("library.db")).expect("the database opens");
    let verdict: String =
        connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("the database is read");
    assert_eq!(verdict, "ok");
}

/// Opening swept what was unfinished.
fn check_folder(folder: &Path) {
    for entry in fs::read_dir(folder.join("blobs")).expect("the blobs' folder") {
        let name = entry.expect("a name").file_name();
        assert_eq!(name.len(), 2, "`{}` was left behind", name.display());
    }
}
