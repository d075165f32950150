//! A disk of a few megabytes that fills up, which any process of Linux can have to itself.

use std::{env, fs, path::Path, process::Command};

use planche_library::{BackupReason, Library, LibraryError, files};
use planche_model::{
    Document, Node, Patch,
    document::{self, Order, Role},
};

use crate::{
    FOLDER, ROLE,
    counts::Counts,
    sample::{self, DOCUMENT, LATER, NOW, node_id, page_id},
};

/// Mounts a small disk on `$0`, then becomes `$1` there.
const ON_A_SMALL_DISK: &str = r#"mount -t tmpfs -o size=12m tmpfs "$0" && exec "$1""#;

/// The node that comes with each write has ids from here on.
const FIRST: u128 = 1000;

/// Says in what way the library held, or why there was no small disk to try.
pub fn nothing_is_lost(counts: &Counts) -> String {
    let folder = tempfile::tempdir().expect("a folder to work in");
    if !on_a_small_disk(folder.path(), Path::new("true")).status().is_ok_and(|status| status.success()) {
        return "NOT CHECKED, this system mounts no small disk for us".to_owned();
    }
    let program = env::current_exe().expect("the program knows where it is");
    let mut cramped = on_a_small_disk(folder.path(), &program);
    cramped.env(ROLE, "cramped").env(FOLDER, folder.path());
    let status = cramped.status().expect("the program starts again");
    assert!(status.success(), "the process on the full disk failed: {status}");
    format!("{} writes of each kind refused, backups and restoring too", counts.refusals)
}

fn on_a_small_disk(folder: &Path, program: &Path) -> Command {
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c", ON_A_SMALL_DISK]).arg(folder).arg(program);
    command
}

/// Fills the disk, insists, makes room: what was refused left nothing and what was accepted is there.
pub fn write_on_a_full_disk(disk: &Path, counts: &Counts) {
    let folder = disk.join("library");
    let mut library = Library::open(&folder).expect("there is room to begin with");
    let mut document = sample::fill(&mut library);
    let backup = library.back_up_if_due(NOW, BackupReason::BeforeImport).expect("there is room").expect("a backup");
    let filler = disk.join("filler");
    fs::write(&filler, vec![1; 8 << 20]).expect("there is room for the filler");

    let mut refused = 0;
    for number in 0.. {
        refused += usize::from(!grow(&mut library, &mut document, number));
        if refused == counts.refusals {
            break;
        }
    }
    check_files_are_refused(disk, &library, counts);
    check_backups_are_refused(&mut library);
    check(&library, &document);
    drop(library);
    check_restoring_is_refused(&folder, &backup.name);

    let mut library = Library::open(&folder).expect("a library on a full disk opens");
    check(&library, &document);
    fs::remove_file(&filler).expect("the filler is there");
    assert!(grow(&mut library, &mut document, u128::MAX - FIRST - 0x2000), "there is room again");
    library.blobs().put(&[2; 50_000]).expect("there is room again");
    drop(library);
    check(&Library::open(&folder).expect("the library opens again"), &document);
    let restored = Library::restore(&folder, &backup.name, LATER).expect("there is room again");
    assert_eq!(restored.documents().load(DOCUMENT).expect("the document").revision, 0);
}

fn check_backups_are_refused(library: &mut Library) {
    let before = library.backups().expect("the backups are listed");
    let refused = library.back_up_if_due(LATER, BackupReason::Quit);
    assert!(matches!(refused, Err(LibraryError::DiskFull { .. })), "{refused:?}");
    assert_eq!(library.backups().expect("the backups are listed"), before);
}

/// What is read again after it was refused is what was there.
fn check_restoring_is_refused(folder: &Path, backup: &str) {
    let before = fs::read(folder.join("library.db")).expect("the database is there");
    let refused = Library::restore(folder, backup, LATER).map(drop);
    assert!(matches!(refused, Err(LibraryError::DiskFull { .. })), "{refused:?}");
    assert!(fs::read(folder.join("library.db")).expect("the database is there") == before, "it was touched");
}

/// Adds a node of 30 kB; answers whether there was room.
fn grow(library: &mut Library, document: &mut Document, number: u128) -> bool {
    let order = Order::between(document.nodes(page_id(1)).last().map(|node| &node.order), None);
    let content = sample::text(Role::Body, &number.to_string().repeat(30_000 / number.to_string().len()));
    let node = Node { id: node_id(FIRST + number), page: page_id(1), order, content };
    let patch = Patch { changes: vec![document::Change::Node { id: node.id, before: None, after: Some(node) }] };
    match library.transact(|transaction| transaction.documents_mut().apply_patch(DOCUMENT, &patch, LATER)) {
        Ok(_) => {
            document.apply_patch(&patch);
            true
        }
        Err(LibraryError::DiskFull { path }) => {
            assert!(path.ends_with("library.db"), "`{}` is not what was being written", path.display());
            false
        }
        Err(other) => panic!("a full disk is not {other:?}"),
    }
}

fn check_files_are_refused(disk: &Path, library: &Library, counts: &Counts) {
    let export = disk.join("01-couverture.png");
    let bytes = vec![3; 4 << 20];
    for _ in 0..counts.refusals {
        for refused in [files::write(&export, &bytes), files::write_new(&export, &bytes).map(drop)] {
            assert!(matches!(&refused, Err(LibraryError::DiskFull { path }) if *path == export), "{refused:?}");
        }
        let refused = library.blobs().put(&bytes);
        assert!(matches!(refused, Err(LibraryError::DiskFull { .. })), "{refused:?}");
    }
    assert_eq!(names(disk), ["filler", "library"], "a refused export left something");
}

fn names(folder: &Path) -> Vec<String> {
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<_> = entries.map(|entry| name(entry.expect("a name"))).collect();
    names.sort();
    names
}

fn check(library: &Library, document: &Document) {
    assert_eq!(library.documents().load(DOCUMENT).expect("the document").document, *document);
}
