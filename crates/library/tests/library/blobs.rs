use std::fs;

use planche_library::{Hash, Library, LibraryError};
use tempfile::tempdir;

#[test]
fn a_blob_is_kept_under_its_hash() {
    let folder = tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    let hash = library.blobs().put(b"photo").unwrap();
    let name = hash.to_string();
    assert_eq!(hash, name.parse::<Hash>().unwrap());
    assert_eq!(library.blobs().path(hash), folder.path().join("blobs").join(&name[..2]).join(&name));
    assert_eq!(library.blobs().read(hash).unwrap(), b"photo");
}

#[test]
fn the_same_bytes_are_kept_once() {
    let folder = tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    let hash = library.blobs().put(b"photo").unwrap();
    let other_name = folder.path().join("photo");
    fs::hard_link(library.blobs().path(hash), &other_name).unwrap();
    assert_eq!(library.blobs().put(b"photo").unwrap(), hash);
    // The second name would still have the old bytes, had others been written.
    fs::write(&other_name, b"other").unwrap();
    assert_eq!(library.blobs().read(hash).unwrap(), b"other");
    assert_eq!(fs::read_dir(folder.path().join("blobs")).unwrap().count(), 1);
}

#[test]
fn a_blob_that_came_in_pieces_is_the_same_blob() {
    let folder = tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    let come = |pieces: &[&[u8]]| {
        let mut incoming = library.blobs().receive().unwrap();
        pieces.iter().for_each(|piece| incoming.add(piece).unwrap());
        incoming
    };
    let incoming = come(&[b"pho", b"", b"to"]);
    assert_eq!((incoming.hash(), incoming.bytes()), (Hash::of(b"photo"), 5));
    assert!(fs::metadata(library.blobs().path(incoming.hash())).is_err(), "it has no name yet");
    let hash = incoming.keep().unwrap();
    assert_eq!(library.blobs().read(hash).unwrap(), b"photo");
    assert_eq!(come(&[b"photo"]).keep().unwrap(), library.blobs().put(b"photo").unwrap());
    drop(come(&[b"unwanted"]));
    let left: Vec<_> = fs::read_dir(folder.path().join("blobs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(left, [library.blobs().path(hash).parent().unwrap()]);
}

#[test]
fn a_damaged_blob_is_mended_when_its_bytes_come_again() {
    let folder = tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    let hash = library.blobs().put(b"photo").unwrap();
    fs::write(library.blobs().path(hash), b"\0\0\0\0\0").unwrap();
    library.blobs().put(b"photo").unwrap();
    assert_eq!(library.blobs().read(hash).unwrap(), b"photo");
}

#[test]
fn a_missing_blob_is_named() {
    let folder = tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    let hash = Hash::of(b"never put");
    let missing = library.blobs().read(hash);
    assert!(matches!(missing, Err(LibraryError::MissingFile { path }) if path == library.blobs().path(hash)));
}

#[test]
fn what_a_kill_left_unfinished_is_swept_at_the_next_opening() {
    let folder = tempdir().unwrap();
    let hash = Library::open(folder.path()).unwrap().blobs().put(b"photo").unwrap();
    let unfinished = folder.path().join("blobs/.unfinished-x1Y2z3");
    fs::write(&unfinished, b"pho").unwrap();
    let library = Library::open(folder.path()).unwrap();
    assert!(!unfinished.exists());
    assert_eq!(library.blobs().read(hash).unwrap(), b"photo");
}
